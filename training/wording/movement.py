"""The history of a movement in words and in the runner's units: its best set, its records, its ladder, its sets."""

import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext, ngettext, npgettext

from training.charts import PointRow, points_table, records_table
from training.models.movement_history import MovementHistory, estimated_now
from training.models.movement_rows import OneSet, Rung, SessionSets
from training.models.records import RECENT, BiggestSession, RungRecord, SetsAlike
from training.units import Units, clock
from training.wording.measures import day, grouped, load_number, short_number
from training.wording.sets import Done, set_in_full, sets_done

LATELY, YEAR = timedelta(days=84), timedelta(days=365)
MOST_LOADS = 12
NOBODY = uuid.UUID(int=0)


class Then(NamedTuple):
    """The best set at another time, and how much better it is now."""

    when: str
    done: str
    where: str
    gain: str


class LadderRow(NamedTuple):
    name: str
    state: str
    """"now", "done", "next" or empty."""
    words: str


class Numeral(NamedTuple):
    """8 × 50 kg, of which the 50 is what counts; 12 reps; 45 s."""

    before: str
    number: str
    after: str


@dataclass(frozen=True)
class MovementWords:
    history: MovementHistory
    units: Units

    @cached_property
    def names(self) -> Mapping[int, str]:
        return {rung.pk: rung.name for rung in self.history.movement.ladder}

    @cached_property
    def language(self) -> str:
        return get_language() or ""

    @cached_property
    def _around_session(self) -> tuple[str, str]:
        before, after = reverse("training:session", args=[NOBODY]).split(str(NOBODY))
        return before, after

    def address(self, session: uuid.UUID | None) -> str:
        """The session's page. Found once and filled in: each look-up costs as much as three table cells."""
        before, after = self._around_session
        return f"{before}{session}{after}" if session else ""

    def on(self, of: date, name: str = "SHORT_MONTH_DATE_FORMAT") -> str:
        return day(of, name, self.language)

    def full(self, done: Done) -> str:
        """8 × 50 kg"""
        return set_in_full(done, self.units, self.language)

    def kilograms(self, kg: float) -> str:
        """A sum of load, as a whole number: 2,840 kg."""
        return f"{grouped(kg / self.units.kg_per_load)}\N{NO-BREAK SPACE}{self.units.load}"

    # -- The best set --------------------------------------------------------------------------------------------------

    @cached_property
    def best(self) -> SetsAlike:
        return self.history.rungs[self.history.now].best

    @property
    def numeral(self) -> Numeral:
        best = self.best
        if best.kg:
            return Numeral(f"{best.amount} ×", load_number(best.kg, self.units), self.units.load)
        return Numeral("", str(best.amount), "s" if best.seconds is not None else gettext("reps"))

    @property
    def best_caption(self) -> str:
        words = {"variation": self.names[self.best.rung], "day": self.on(self.best.first, "DATE_FORMAT")}
        text = gettext("%(variation)s, best set, %(day)s") % words
        if self.best.per_leg:
            side = gettext("each side") if self.best.seconds is not None else gettext("each leg")
            text = f"{text}, {side}"
        return text

    @property
    def then(self) -> list[Then]:
        """Lately, where that is less than the best; a year ago; at the start. Each only where it says something new."""
        history, today = self.history, self.history.today
        found = []
        lately = history.rungs[history.now].best_since(today - LATELY)
        if lately and lately != self.best:
            found.append(self._then(gettext("Best of the last 12 weeks"), lately, gain=False))
        start, a_year_ago = history.begun_with, history.best_by(today - YEAR)
        if a_year_ago and a_year_ago != start and a_year_ago != self.best:
            found.append(self._then(gettext("A year ago"), a_year_ago))
        if start.first != self.best.first:
            found.append(self._then(gettext("At the start, %(day)s") % {"day": self.on(start.first)}, start))
        return found

    def _then(self, when: str, done: SetsAlike, *, gain: bool = True) -> Then:
        return Then(when, self.full(done), self.names[done.rung], self._gain(done) if gain else "")

    def _gain(self, since: SetsAlike) -> str:
        """What the best set has more; loads of different rungs do not compare, so there the rungs are counted."""
        best = self.best
        if since.rung != best.rung:
            order = list(self.names)
            rungs = order.index(best.rung) - order.index(since.rung)
            text = ngettext("%(count)d rung up since", "%(count)d rungs up since", rungs)
            return text % {"count": rungs} if rungs > 0 else ""
        # As they are told, so that the difference is that of the two numbers.
        loads = [self.units.to_load(done.kg or 0) for done in (since, best)]
        if more := loads[1] - loads[0]:
            return gettext("+%(load)s since") % {"load": f"{short_number(more)}\N{NO-BREAK SPACE}{self.units.load}"}
        if (more := best.amount - since.amount) <= 0:
            return ""
        if best.seconds is not None:
            return gettext("+%(seconds)d s since") % {"seconds": more}
        return ngettext("+%(count)d rep since", "+%(count)d reps since", int(more)) % {"count": more}

    def estimate(self, sessions: list[SessionSets]) -> str:
        kg = estimated_now(sessions, self.history.now)
        return self.kilograms(kg) if kg else ""

    # -- Records -------------------------------------------------------------------------------------------------------

    @property
    def records(self) -> SafeString:
        """Of each rung that was done, hardest first."""
        headings = [gettext("Record"), gettext("Set"), gettext("On")]
        rungs = reversed(self.history.rungs.items())
        return mark_safe(records_table(headings, [(self.names[pk], self._records_of(rung)) for pk, rung in rungs]))

    def _records_of(self, rung: RungRecord) -> Iterator[PointRow]:
        yield self._record(self._best_is(rung.best), rung.best)
        if rung.most.amount > rung.best.amount:
            yield self._record(gettext("Most reps"), rung.most)
        yield self._biggest(rung.biggest)

    @property
    def at_each_load(self) -> SafeString:
        """Empty where the rung now has not more than one load."""
        if not self._loads:
            return mark_safe("")
        rows = [self._record("", record) for record in self._loads]
        return mark_safe(points_table([gettext("On"), gettext("Set")], rows))

    @cached_property
    def _sessions_of_records(self) -> Mapping[SetsAlike, uuid.UUID]:
        """One query for all."""
        records = [record for rung in self.history.rungs.values() for record in (rung.best, rung.most)]
        return self.history.sessions_of([*records, *self._loads])

    @property
    def _loads(self) -> list[SetsAlike]:
        """The most reps at each load of the rung now, where it has more than one."""
        loads = self.history.rungs[self.history.now].at_each_load
        return loads[:MOST_LOADS] if len(loads) > 1 else []

    @staticmethod
    def _best_is(best: SetsAlike) -> str:
        if best.kg:
            return gettext("Heaviest")
        return gettext("Longest hold") if best.seconds is not None else gettext("Most reps")

    def _record(self, what: str, record: SetsAlike) -> PointRow:
        address = self.address(self._sessions_of_records.get(record))
        return PointRow(self.on(record.first), address, self.full(record), what, self._new(record.first))

    def _new(self, since: date) -> str:
        return gettext("new") if since > self.history.today - RECENT else ""

    def _biggest(self, biggest: BiggestSession) -> PointRow:
        if biggest.kg:
            words = self.kilograms(biggest.kg)
        elif biggest.reps:
            words = npgettext("short", "%(amount)d rep", "%(amount)d reps", biggest.reps) % {"amount": biggest.reps}
        else:
            words = gettext("%(time)s min") % {"time": clock(biggest.seconds)}
        address = self.address(biggest.session)
        return PointRow(self.on(biggest.day), address, words, gettext("Biggest session"), self._new(biggest.day))

    # -- The ladder ----------------------------------------------------------------------------------------------------

    @property
    def ladder(self) -> list[LadderRow]:
        """Hardest first."""
        now = self.history.now
        ahead = next(
            (rung.pk for rung in self.history.movement.ladder if rung.position > self._rung_now.position), None
        )
        rows = []
        for rung in reversed(self.history.movement.ladder):
            record = self.history.rungs.get(rung.pk)
            state = "now" if rung.pk == now else "done" if record else "next" if rung.pk == ahead else ""
            rows.append(LadderRow(rung.name, state, self._climbed(record) if record else ""))
        return rows

    @property
    def _rung_now(self) -> Rung:
        return next(rung for rung in self.history.movement.ladder if rung.pk == self.history.now)

    @property
    def move_up(self) -> str:
        """When to take the next rung, or how to go on at the top, in the words of the guide."""
        return self._rung_now.move_up

    def _climbed(self, record: RungRecord) -> str:
        count = record.biggest.sessions
        text = ngettext("first on %(day)s, %(count)d session", "first on %(day)s, %(count)d sessions", count)
        return text % {"day": self.on(record.first), "count": count}

    # -- Every set ----------------------------------------------------------------------------------------------------

    @cached_property
    def best_yet(self) -> str:
        return gettext("best yet")

    def rung_and(self, rung: int, *, light: bool) -> str:
        """The rung's name, and whether the session was a light one."""
        name = self.names.get(rung, "")
        return f"{name}, {gettext('light')}" if light else name

    def table(self, sessions: Sequence[SessionSets]) -> SafeString:
        """A row for each session, and for each rung of it where there were several."""
        rows = [row for session in sessions for row in self._rows(session)]
        headings = [gettext("Session"), gettext("Sets")]
        if any(row.number for row in rows):
            headings.append(gettext("Est. 1RM"))
        return mark_safe(points_table(headings, rows))

    def _rows(self, session: SessionSets) -> Iterator[PointRow]:
        by_rung: dict[int, list[OneSet]] = {}
        for one in session.sets:
            by_rung.setdefault(one.rung, []).append(one)
        for rung, sets in by_rung.items():
            best = any(self.history.beats_all_before(one) for one in sets if not one.warm_up)
            estimate = session.estimate(rung)
            yield PointRow(
                self.on(session.day),
                self.address(session.session),
                sets_done(sets, self.units),
                note=self.rung_and(rung, light=session.light),
                mark=self.best_yet if best else "",
                number=self.kilograms(estimate) if estimate else "",
            )
