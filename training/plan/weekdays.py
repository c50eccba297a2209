"""What each weekday usually is for this runner, from the last sixteen weeks.

    P(kind on a weekday) = (sum over weeks k of 0.85^k [that weekday was of this kind] + pull x share(kind))
                           / (sum over weeks k of 0.85^k + pull)

k = 0 is the seven days that end the day before day 0, so that the latest of each weekday counts most on any day of the
week. The share of a kind is its part of all days, rest included, with the same weights. Weeks flagged ill, injured or
on holiday, and those before the first log, are left out.

The pull says how much a weekday is told by the runner's days at large. It is the ratio of how much one weekday differs
from week to week to how much the weekdays differ from one another (empirical Bayes), so a runner with a fixed week is
told by weekday and one who runs whenever there is time by the share. docs/recommender.md has what was tried.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import mean, median
from types import MappingProxyType

from training.plan.week import Kind, Outlook, monday_of

WEEKS_BACK = 16
FADE = 0.85

# The pull of the share: at least and at most, and how much more cautious than the plain ratio, the more so the fewer
# the weeks: 3 x (1 + 4 / weeks).
LEAST_PULL = 0.5
MOST_PULL = 32.0
CAUTION = 3.0
FEW_WEEKS = 4.0

# What is said of a weekday in words ("easy in 7 of the last 8") and its usual minutes come from so many weeks.
WEEKS_TOLD = 8

# Too little for a week to be more than a guess: fewer usable weeks, or fewer runs in 28 days.
LEAST_WEEKS = 2
LEAST_RUNS = 4

type Chances = Mapping[Kind, float]


@dataclass(frozen=True, slots=True)
class LoggedDay:
    """A logged day: its kind, whether it held a hard long run, its minutes of running."""

    kind: Kind
    hard_long: bool
    minutes: float


REST = LoggedDay(Kind.REST, False, 0.0)


class Weekdays:
    """The weeks before a day, weekday by weekday, latest first, with the weight of each day."""

    def __init__(
        self,
        days: Mapping[date, LoggedDay],
        start: date,
        skip_weeks: Collection[date],
        first_log: date | None,
        recent_runs: int,
    ) -> None:
        first_week = monday_of(first_log) if first_log is not None else start
        self.by_weekday: dict[int, list[tuple[float, LoggedDay]]] = {weekday: [] for weekday in range(7)}
        for back in range(1, 7 * WEEKS_BACK + 1):
            day = start - timedelta(days=back)
            if day >= first_week and monday_of(day) not in skip_weeks:
                self.by_weekday[day.weekday()].append((FADE ** ((back - 1) // 7), days.get(day, REST)))
        self.usable_weeks = min(len(entries) for entries in self.by_weekday.values())
        self.sparse = self.usable_weeks < LEAST_WEEKS or recent_runs < LEAST_RUNS
        self.chances = self._chances() if self.usable_weeks else {}

    def _chances(self) -> dict[int, Chances]:
        counts = {weekday: _weighed(entries) for weekday, entries in self.by_weekday.items()}
        everyday = _weighed(entry for entries in self.by_weekday.values() for entry in entries)
        total = sum(everyday.values())
        share = {kind: everyday[kind] / total for kind in Kind if kind in everyday}
        pull = self._pull(counts, share)
        return {weekday: _pulled(count, share, pull) for weekday, count in counts.items()}

    def _pull(self, counts: Mapping[int, Chances], share: Chances) -> float:
        """How many days' weight the share has against a weekday's own: see above."""
        if self.usable_weeks < LEAST_WEEKS:
            return MOST_PULL
        weights = [[weight for weight, _ in entries] for entries in self.by_weekday.values()]
        # A mean of so many equal weights would be as sure.
        equal = [sum(some) ** 2 / sum(weight**2 for weight in some) for some in weights]
        own = [{kind: count.get(kind, 0.0) / sum(count.values()) for kind in share} for count in counts.values()]
        spreads = [1 - sum(chance**2 for chance in each.values()) for each in own]
        within = mean(spread * n / (n - 1) for spread, n in zip(spreads, equal, strict=True))
        apart = mean(sum((each[kind] - share[kind]) ** 2 for kind in share) for each in own)
        between = apart - mean(within / n for n in equal)
        if between <= 0:
            return MOST_PULL
        ratio = within / between * mean(sum(some) / n for some, n in zip(weights, equal, strict=True))
        return min(MOST_PULL, max(LEAST_PULL, CAUTION * (1 + FEW_WEEKS / self.usable_weeks) * ratio))

    @property
    def regularity(self) -> float:
        """The mean over the weekdays of the probability of the likeliest kind; 0 when too sparse to say."""
        return mean(max(chances.values()) for chances in self.chances.values()) if not self.sparse else 0.0

    def usual_minutes(self, weekday: int) -> float:
        """The median minutes of the weekday's runs; 0 without any."""
        minutes = [logged.minutes for _, logged in self.by_weekday[weekday][:WEEKS_TOLD] if logged.minutes]
        return median(minutes) if minutes else 0.0

    def outlook(self, day: date) -> Outlook:
        """The day by its weekday, a guess where there is little to infer from; rest where there is nothing."""
        if not self.chances:
            return Outlook.certain(day, Kind.REST, source="guess")
        weekday = day.weekday()
        chances, entries = self.chances[weekday], self.by_weekday[weekday]
        long_weight = sum(weight for weight, logged in entries if logged.kind is Kind.LONG)
        hard_long_weight = sum(weight for weight, logged in entries if logged.kind is Kind.LONG and logged.hard_long)
        told = [logged.kind for _, logged in entries[:WEEKS_TOLD]]
        return Outlook(
            day=day,
            probabilities=chances,
            minutes=0.0 if chances.get(Kind.REST, 0.0) >= 0.5 else self.usual_minutes(weekday),
            source="guess" if self.sparse else "inferred",
            hard_long=chances[Kind.LONG] * hard_long_weight / long_weight if long_weight else 0.0,
            seen=MappingProxyType(Counter(told)),
            weeks=len(told),
        )


def _weighed(entries: Iterable[tuple[float, LoggedDay]]) -> dict[Kind, float]:
    sums: dict[Kind, float] = defaultdict(float)
    for weight, logged in entries:
        sums[logged.kind] += weight
    return dict(sums)


def _pulled(count: Chances, share: Chances, pull: float) -> Chances:
    total = sum(count.values()) + pull
    return MappingProxyType({kind: (count.get(kind, 0.0) + pull * share[kind]) / total for kind in share})
