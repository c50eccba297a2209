"""What stands in a runner's calendar and reminders: strength, runs and races in words, one entry each."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from config.site_address import site_address
from training.ical.feed import Entry
from training.models import CalendarFeed, PlannedMovement, PlannedRun, Race, Run, Session, WeeklyRun
from training.models.upcoming import StrengthAhead
from training.units import Units, clock
from training.wording import measures
from training.wording.days import Sentence, words_of_day
from training.wording.target import numerals

# The part of a UID that says whose ids these are; no address, so that a server can move.
NAMESPACE = "sets-and-strides"
# How long a session that is not finished yet stands there.
UNDER_WAY = timedelta(hours=1)

RUNS = {
    Run.Kind.EASY: _("Easy run"),
    Run.Kind.MODERATE: _("Moderate run"),
    Run.Kind.HARD: _("Hard run"),
    Run.Kind.LONG: _("Long run"),
    Run.Kind.RACE: _("Race"),
    Run.Kind.CROSS: _("Cross-training"),
}


def strength_title(ahead: StrengthAhead) -> str:
    """Workout A, light."""
    workout = ahead.workout.label
    return gettext("%(workout)s, light") % {"workout": workout} if ahead.light else str(workout)


def movement_lines(movements: Iterable[PlannedMovement], units: Units) -> list[str]:
    """Goblet squat: 3 × 12 reps @ 20 kg"""
    return [movement_line(movement, units) for movement in movements if movement.targets]


def movement_line(movement: PlannedMovement, units: Units) -> str:
    large = numerals(movement.targets, per_leg=movement.variation.per_leg, units=units)
    target = " ".join(filter(None, [large.amounts, large.unit, large.load and f"@ {large.load}"]))
    return f"{movement.variation.name}: {target}"


def reason_lines(ahead: StrengthAhead, units: Units) -> list[str]:
    """Why that day, and what to mind in it; nothing where the runner put it there."""
    if ahead.advice is None or not ahead.advice.chosen:
        return []
    words = words_of_day(ahead.advice, units)
    return [reason_line(one) for one in [words.reasons[0], *([words.light] if words.light else []), *words.advice]]


def reason_line(reason: Sentence) -> str:
    """The sentence and the evidence it rests on."""
    return f"{reason.text} ({', '.join(reason.evidence)})" if reason.evidence else reason.text


def strength_entry(feed: CalendarFeed, ahead: StrengthAhead, units: Units) -> Entry:
    """A day of strength to come. Its UID is that of the day, so that it stays the same entry once it is done."""
    path = ahead.session.get_absolute_url() if ahead.session else "/week/"
    about = gettext("About %(minutes)d minutes.") % {"minutes": ahead.minutes}
    moves = gettext("The day moves when your runs do; nothing is owed.")
    return Entry(
        uid=uid(feed, "strength", ahead.day),
        start=ahead.day,
        summary=gettext("Strength: %(workout)s") % {"workout": strength_title(ahead)},
        description=paragraphs(
            [*movement_lines(ahead.movements, units), about],
            reason_lines(ahead, units),
            [] if ahead.session else [moves],
            [site_address(path)],
        ),
        url=site_address(path),
        categories=(gettext("Strength"),),
        tentative=ahead.session is None,
        alarm=feed.alarm_after_midnight,
    )


def session_entry(feed: CalendarFeed, session: Session, *, first_of_day: bool) -> Entry:
    """A session done or under way. A second one on the same day has a UID of its own."""
    title = gettext("Strength done: %(workout)s") if session.is_done else gettext("Strength under way: %(workout)s")
    facts = []
    if session.minutes is not None:
        facts.append(gettext("%(minutes)d minutes") % {"minutes": session.minutes})
    if session.effort is not None:
        facts.append(gettext("effort %(effort)d of 10") % {"effort": session.effort})
    address = site_address(session.get_absolute_url())
    return Entry(
        uid=uid(feed, "strength", session.day) if first_of_day else uid(feed, "session", session.pk),
        start=session.started_at or session.day,
        end=session.finished_at or (session.started_at and session.started_at + UNDER_WAY),
        summary=title % {"workout": session.name},
        description=paragraphs([", ".join(facts)] if facts else [], [address]),
        url=address,
        categories=(gettext("Strength"),),
    )


def run_entry(feed: CalendarFeed, run: Run, units: Units) -> Entry:
    """A run that was run, from start to end with its pauses."""
    name = run.title or str(RUNS[Run.Kind(run.kind)])
    facts = clock(run.seconds)
    if run.metres:
        words = {
            "distance": measures.distance(run.metres, units),
            "time": facts,
            "pace": measures.pace(run.metres, run.seconds, units),
        }
        name = f"{name}, {words['distance']}"
        # A pace is of running: nobody rides by minutes a kilometre.
        text = (
            gettext("%(distance)s in %(time)s")
            if run.kind == Run.Kind.CROSS
            else gettext("%(distance)s in %(time)s, %(pace)s")
        )
        facts = text % words
    address = site_address(reverse("training:run", args=[run.pk]))
    return Entry(
        uid=uid(feed, "run", run.pk),
        start=run.start,
        end=run.start + timedelta(seconds=run.elapsed_seconds or run.seconds),
        summary=name,
        description=paragraphs([facts], [address]),
        url=address,
        categories=(gettext("Run"),),
    )


def planned_run_entry(feed: CalendarFeed, day: date, run: PlannedRun | WeeklyRun, units: Units) -> Entry:
    """A run to come, of a plan or of the weekly pattern."""
    name = getattr(run, "title", "") or str(RUNS[Run.Kind(run.kind)])
    facts = []
    if run.minutes:
        facts.append(gettext("%(minutes)d minutes") % {"minutes": run.minutes})
    if run.hard:
        facts.append(gettext("with faster parts"))
    notes = getattr(run, "notes", "")
    kind = "planned-run" if isinstance(run, PlannedRun) else "weekly-run"
    return Entry(
        uid=uid(feed, kind, run.pk if isinstance(run, PlannedRun) else f"{run.pk}-{day}"),
        start=day,
        summary=f"{name}, {measures.distance(run.metres, units)}" if run.metres else name,
        description=paragraphs([", ".join(facts)] if facts else [], [notes] if notes else [], [site_address("/week/")]),
        url=site_address("/week/"),
        categories=(gettext("Run"),),
        tentative=kind == "weekly-run",
    )


def race_entry(feed: CalendarFeed, race: Race, units: Units) -> Entry:
    name = race.name or gettext("Race")
    facts = [str(race.get_priority_display()), *([race.goal] if race.goal else [])]
    address = site_address(race.get_absolute_url())
    return Entry(
        uid=uid(feed, "race", race.pk),
        start=race.day,
        summary=f"{name}, {measures.distance(race.metres, units)}" if race.metres else name,
        description=paragraphs(facts, [address]),
        url=address,
        categories=(gettext("Race"),),
    )


def uid(feed: CalendarFeed, kind: str, which: object) -> str:
    return f"{kind}-{feed.pk}-{which}@{NAMESPACE}"


def paragraphs(*blocks: Sequence[str]) -> str:
    return "\n\n".join("\n".join(lines) for lines in blocks if lines)
