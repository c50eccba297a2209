"""What changed since days were recommended: what they rested on then, compared with what is known now."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date, timedelta
from typing import Any, Literal

from training.plan.week import Kind

# How far back a run that changed is worth a word.
MEMORY = timedelta(days=14)

type What = Literal[
    "ill",
    "well-again",
    "pain",
    "pain-settled",
    "away",
    "race-entered",
    "race-gone",
    "run-turned-out",
    "run-counts-otherwise",
    "run-came-in",
    "run-gone",
    "run-did-not-come",
    "session-elsewhere",
    "session-missed",
    "moved",
    "skipped",
    "taken-back",
    "plan-changed",
    "wishes-changed",
]

# What the runner decided about single days.
OWN_WORD: frozenset[What] = frozenset({"moved", "skipped", "taken-back"})


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is otherwise than when the days were recommended.

    `kind` is what a run counts as now, `expected` what had been expected of the day; `run` is the run's id.
    """

    what: What
    day: date | None = None
    kind: str = ""
    expected: str = ""
    run: str = ""


@dataclass(frozen=True, slots=True)
class Basis:
    """What a recommendation rests on, as far as it can change under the runner's feet.

    `runs` gives day and kind of the last two weeks' runs by their id. `races` and `planned` are written as text that
    begins with the ISO day, as far as `until`. `health` holds "ill" and "pain" where they apply. `wishes` is any text
    that is another where the settings are.
    """

    runs: Mapping[str, tuple[str, str]]
    sessions: frozenset[str] = frozenset()
    races: frozenset[str] = frozenset()
    planned: frozenset[str] = frozenset()
    health: frozenset[str] = frozenset()
    away: frozenset[str] = frozenset()
    moved: frozenset[str] = frozenset()
    skipped: frozenset[str] = frozenset()
    wishes: str = ""
    until: str = ""

    def as_json(self) -> dict[str, Any]:
        """Plain values for keeping; sets become sorted lists."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: sorted(value) if isinstance(value, frozenset) else value for name, value in values.items()}

    @classmethod
    def of_json(cls, kept: Mapping[str, Any]) -> "Basis":
        """What was kept; nothing for what an older version did not keep."""
        runs = {str(pk): (day, kind) for pk, (day, kind) in kept.get("runs", {}).items()}
        values: dict[str, Any] = {}
        for name in {field.name for field in fields(cls)} & kept.keys() - {"runs"}:
            values[name] = kept[name] if name in ("wishes", "until") else frozenset(kept[name])
        return cls(runs, **values)


def changes(
    then: Basis, now: Basis, *, expected: Mapping[date, str], chosen: Collection[date], today: date
) -> tuple[Change, ...]:
    """What is otherwise now, what weighs most first.

    `expected` is what each day of the recommendation was to be, `chosen` the days it had for strength.
    """
    return (
        *_health(then, now),
        *_listed("race-entered", {race for race in now.races - then.races if race[:10] <= then.until}, today),
        *_runs(then, now, expected, today),
        *_sessions(then, now, chosen, today),
        *_listed("race-gone", then.races - now.races, today),
        *_own(then, now, today),
        *([Change("plan-changed")] if _still_ahead(then.planned ^ now.planned, today) & expected.keys() else []),
        *([Change("wishes-changed")] if then.wishes != now.wishes else []),
    )


def _health(then: Basis, now: Basis) -> Iterator[Change]:
    for name in sorted(now.health - then.health):
        yield Change("pain" if name == "pain" else "ill")
    for name in sorted(then.health - now.health):
        yield Change("pain-settled" if name == "pain" else "well-again")
    if added := now.away - then.away:
        yield Change("away", date.fromisoformat(min(added)))


def _listed(what: What, entries: Collection[str], today: date) -> Iterator[Change]:
    for day in sorted(_still_ahead(entries, today)):
        yield Change(what, day)


def _still_ahead(entries: Collection[str], today: date) -> set[date]:
    return {day for entry in entries if (day := date.fromisoformat(entry[:10])) >= today}


def _runs(then: Basis, now: Basis, expected: Mapping[date, str], today: date) -> Iterator[Change]:
    """Runs that weigh otherwise than was expected or known, the latest first; then those that did not come."""
    first = min(expected, default=today)
    for run in sorted(now.runs, key=lambda run: now.runs[run], reverse=True):
        on, kind = now.runs[run]
        day = date.fromisoformat(on)
        if run in then.runs:
            was = then.runs[run][1]
            if _weight(kind) != _weight(was):
                yield Change("run-counts-otherwise", day, kind, was, run)
        elif day < first:
            yield Change("run-came-in", day, kind, "", run)
        elif day in expected and _weight(kind) != _weight(expected[day]):
            yield Change("run-turned-out", day, kind, expected[day], run)
    ran = {date.fromisoformat(on) for on, _ in now.runs.values()}
    for day, kind in sorted(expected.items()):
        if day < today and day not in ran and _weight(kind) > 1:
            yield Change("run-did-not-come", day, "", kind)
    for run, (on, kind) in sorted(then.runs.items()):
        if run not in now.runs and date.fromisoformat(on) > today - MEMORY:
            yield Change("run-gone", date.fromisoformat(on), kind, "", run)


def _weight(kind: str) -> int:
    """Kinds that ask about the same of the legs weigh the same: rest, cross-training and easy runs nothing."""
    return {Kind.MODERATE: 1, Kind.HARD: 2, Kind.LONG: 3, Kind.RACE: 4}.get(Kind(kind), 0)


def _sessions(then: Basis, now: Basis, chosen: Collection[date], today: date) -> Iterator[Change]:
    done = {date.fromisoformat(on) for on in now.sessions}
    new = {date.fromisoformat(on) for on in now.sessions - then.sessions}
    moved_from = {date.fromisoformat(entry[:10]) for entry in now.moved}
    moved_to = {date.fromisoformat(entry[11:]) for entry in now.moved}
    meant = (set(chosen) - moved_from | moved_to) - {date.fromisoformat(on) for on in now.skipped}
    for day in sorted(new - meant):
        yield Change("session-elsewhere", day)
    for day in sorted(meant - done):
        if min(chosen, default=today) <= day < today:
            yield Change("session-missed", day)


def _own(then: Basis, now: Basis, today: date) -> Iterator[Change]:
    """Moves are written "from to"; what was taken back is worth one word."""
    for entry in sorted(now.moved - then.moved):
        yield Change("moved", date.fromisoformat(entry[11:]))
    for entry in sorted(now.skipped - then.skipped):
        yield Change("skipped", date.fromisoformat(entry))
    gone = (then.moved - now.moved) | (then.skipped - now.skipped) | (then.away - now.away)
    if _still_ahead({entry[-10:] for entry in gone}, today):
        yield Change("taken-back")
