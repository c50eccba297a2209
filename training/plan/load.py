"""How hard was that run: the runner's word, else effort, else heart rate, else pace, else a guess.

The first of these that can tell, tells; `Classified.rule` names it and `Classified.facts` hold its numbers. Whether a
run was long is asked apart from how hard it was, since a long run can be hard too. Pace and length are
compared with the weeks before the run and the week it is in, so that they mean the same a year later; the thresholds
of both are our own (E36).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from operator import attrgetter
from typing import Literal

from training.plan.surroundings import Surroundings, km_per_minute, with_surroundings
from training.plan.week import Kind, RunFacts

TOLD = {
    "race": Kind.RACE,
    "long": Kind.LONG,
    "intervals": Kind.HARD,
    "tempo": Kind.HARD,
    "hills": Kind.HARD,
    "fartlek": Kind.HARD,
    "hard": Kind.HARD,
    "moderate": Kind.MODERATE,
    "easy": Kind.EASY,
    "cross": Kind.CROSS,
}
SPIKE_DAYS = timedelta(days=30)  # E33
RACE_METRES = (5_000, 10_000, 21_097.5, 42_195)
GUESSED_RPE = {Kind.CROSS: 3, Kind.EASY: 3, Kind.MODERATE: 5, Kind.HARD: 7, Kind.RACE: 7}

type HowKnown = Literal["told", "rpe", "heart-rate", "pace", "default"]
type Confidence = Literal["high", "medium", "low"]
type Question = Literal["rpe", "race"]


@dataclass(frozen=True, slots=True)
class Classified:
    """A run and what it was.

    `kind` is the word for it: LONG for a long run, but HARD for a hard long one. `effort` is how hard it was apart
    from its length. `load` is session-RPE x minutes (E28); `load_estimated` where the RPE is ours. `ask` is the one
    question whose answer would help, if any.
    """

    run: RunFacts
    kind: Kind
    effort: Kind
    is_long: bool
    rule: HowKnown
    confidence: Confidence
    facts: Mapping[str, float]
    load: float
    load_estimated: bool
    ask: Question | None

    @property
    def day_kind(self) -> Kind:
        """What the run makes of its day: a long run makes a long day, however hard."""
        return Kind.LONG if self.is_long and self.kind is not Kind.RACE else self.kind

    @property
    def hard_long(self) -> bool:
        return self.is_long and self.effort is Kind.HARD


@dataclass(frozen=True, slots=True)
class Spike:
    """A single run more than a tenth longer than the longest of the 30 days before it (E33)."""

    run: RunFacts
    longest_before: float
    percent: float


def classify(
    runs: Iterable[RunFacts], hr_max: int | None = None, *, critical_speed: float | None = None
) -> tuple[Classified, ...]:
    """Classify a history, oldest first. Years of runs take milliseconds; the order they come in does not matter.

    `hr_max` (beats a minute) is what the runner entered; without it the highest heart rate of a logged race or hard
    run stands in, and without that heart rate says nothing: it is never guessed from age. `critical_speed` is in
    metres a second (E31).
    """
    history = sorted(runs, key=_order)
    known_hr_max = hr_max or _highest_hard_hr(history)
    return tuple(
        _classified(run, around, known_hr_max, critical_speed, entered=hr_max is not None)
        for run, around in with_surroundings(history)
    )


def long_run_spike(runs: Iterable[RunFacts], today: date, first_log: date | None) -> Spike | None:
    """The largest spike (E33) among the runs of the last seven days, given the runs of at least 37 days.

    `first_log` is the day of the first run ever: nobody knows what was longest in the 30 days before a run where the
    log does not reach back over all of them.
    """
    measured = sorted((run for run in runs if run.metres and run.told != "cross" and run.day <= today), key=_order)
    spikes = []
    for run in measured:
        if today - run.day >= timedelta(days=7) or first_log is None or run.day - first_log < SPIKE_DAYS:
            continue
        before = [r.metres or 0.0 for r in measured if timedelta(0) < run.day - r.day <= SPIKE_DAYS]
        metres = run.metres or 0.0
        if before and metres > 1.1 * max(before):
            spikes.append(Spike(run, max(before), 100 * (metres / max(before) - 1)))
    return max(spikes, key=attrgetter("percent"), default=None)


def _order(run: RunFacts) -> tuple[date, float, float]:
    return run.day, run.seconds, run.metres or 0.0


def _highest_hard_hr(runs: Sequence[RunFacts]) -> int | None:
    """The highest heart rate of a run that was hard by the runner's own word or effort (E30)."""
    hard = (run for run in runs if TOLD.get(run.told or "") in (Kind.RACE, Kind.HARD) or (run.rpe or 0) >= 7)
    return max((run.max_hr for run in hard if run.max_hr), default=None)


def _classified(
    run: RunFacts, around: Surroundings, hr_max: int | None, critical_speed: float | None, *, entered: bool
) -> Classified:
    told = TOLD.get(run.told or "")
    ratio = km_per_minute(run) / around.km_per_minute if run.metres and around.km_per_minute else None
    rule, effort, confidence, facts = _effort(run, ratio, hr_max, critical_speed, entered=entered)
    ask: Question | None = None
    if told is None and _looks_like_a_race(run, ratio):
        effort, ask = Kind.HARD, "race"
    elif rule in ("pace", "default") and told is None and (ratio is None or 1 <= ratio < 1.08):
        ask, confidence = "rpe", "low"

    length = _length(run, around) if told not in (Kind.RACE, Kind.CROSS) else {}
    is_long = told is Kind.LONG or bool(length)
    if told is not None:
        kind, rule, confidence = told, "told", "high"
        effort = {Kind.LONG: effort, Kind.RACE: Kind.HARD}.get(told, told)
    else:
        kind = Kind.LONG if is_long and effort is not Kind.HARD else effort
    rpe = run.rpe if run.rpe is not None else GUESSED_RPE[Kind.RACE if kind is Kind.RACE else effort]
    return Classified(
        run=run,
        kind=kind,
        effort=effort,
        is_long=is_long,
        rule=rule,
        confidence=confidence,
        facts=facts | length,
        load=rpe * run.minutes,
        load_estimated=run.rpe is None,
        ask=ask,
    )


def _effort(
    run: RunFacts, ratio: float | None, hr_max: int | None, critical_speed: float | None, *, entered: bool
) -> tuple[HowKnown, Kind, Confidence, dict[str, float]]:
    """How hard the run was by what was measured: the first measure that can tell."""
    if run.rpe is not None:
        return "rpe", _zone(run.rpe, moderate=5, hard=7), "high", {"rpe": run.rpe}  # E29
    if run.avg_hr and hr_max:
        average, peak = 100 * run.avg_hr / hr_max, 100 * (run.max_hr or 0) / hr_max
        intervals = peak >= 95 and average >= 80
        kind = Kind.HARD if intervals else _zone(average, moderate=82, hard=88)  # E30
        facts = {"average_percent": average, "peak_percent": peak, "hr_max": float(hr_max)}
        return "heart-rate", kind, "high" if entered else "medium", facts
    if critical_speed and run.metres and run.seconds:
        percent = 100 * run.metres / run.seconds / critical_speed
        return "pace", _zone(percent, moderate=82, hard=90), "medium", {"critical_speed_percent": percent}  # E31
    if ratio is not None:
        kind = _zone(ratio, moderate=1.04, hard=1.08)
        if kind is Kind.HARD and run.minutes < 12:
            kind = Kind.EASY
        return "pace", kind, "medium", {"ratio": ratio}
    return "default", Kind.EASY, "low", {}


def _zone(value: float, *, moderate: float, hard: float) -> Kind:
    if value >= hard:
        return Kind.HARD
    return Kind.MODERATE if value >= moderate else Kind.EASY


def _looks_like_a_race(run: RunFacts, ratio: float | None) -> bool:
    """A usual race distance, run fast or all out: worth asking "was this a race?"."""
    at_distance = any(abs((run.metres or 0) - metres) <= 0.025 * metres for metres in RACE_METRES)
    return at_distance and ((ratio or 0) >= 1.1 or (run.rpe or 0) >= 9)


def _length(run: RunFacts, around: Surroundings) -> dict[str, float]:
    """The fact that makes the run a long one (E36); empty when nothing does."""
    if run.minutes >= 90:
        return {"minutes": run.minutes}
    if not run.metres:
        return {}
    if around.metres and run.metres >= 1.5 * around.metres and run.minutes >= 45:
        return {"times_median": run.metres / around.metres}
    longest, second = (*around.week, 0, 0)[:2]
    # A week's only run is not yet longer than anything.
    if run.metres == longest >= 1.25 * second > 0 and longest >= sum(around.week) / 4 and run.minutes >= 40:
        return {"week_percent": 100 * longest / sum(around.week)}
    return {}
