"""Weeks of published running plans: on which days their authors put strength, beside the days that we recommend.

Agreement of two sets of days is what they share among all that either holds (Jaccard): 1 when they are the same, 1/3
when one of two days is. It counts per author, since authors differ and some have many weeks; a constant Monday and
Thursday scores well on the pooled number only.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import mean
from typing import Any

from training.plan.foresee import TypicalDay
from training.plan.load import TOLD
from training.plan.recommend import recommend_week
from training.plan.week import HORIZON, Kind
from training.plan.wishes import Style, Wishes

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
KINDS = {"rest": Kind.REST, **TOLD}

MONDAY_AND_THURSDAY = frozenset({0, 3})
BEFORE = (Kind.HARD, Kind.LONG, Kind.RACE)

# No newcomers: the weeks say nothing of the runner's strength work.
SESSIONS_BEHIND = 40


@dataclass(frozen=True, slots=True)
class PublishedWeek:
    """A week from Monday with the weekdays (Monday = 0) on which its author puts leg or full-body strength."""

    author: str
    days: tuple[TypicalDay, ...]
    strength: frozenset[int]

    @property
    def target(self) -> int:
        """As many sessions as the author has, within what a runner can wish for."""
        return min(3, max(1, len(self.strength)))

    def recommended(self, style: Style) -> frozenset[int]:
        """The weekdays that we recommend; a race in the week is taken as its author's goal, of priority A."""
        races = [(weekday, day.km) for weekday, day in enumerate(self.days) if day.kind is Kind.RACE]
        race = (races[0][0], "A", races[0][1]) if races else None
        wishes = Wishes(target=self.target, style=style)
        got = recommend_week(self.days, wishes, race=race, history_sessions=SESSIONS_BEHIND)  # type: ignore[arg-type]
        return frozenset(day.day.weekday() for day in got.chosen)


@dataclass(frozen=True, slots=True)
class Agreement:
    """Mean agreement over some weeks, 0 to 1. `better` is that of the school, easy days or stack, that agrees more."""

    weeks: int
    easy_days: float
    stack: float
    better: float
    monday_and_thursday: float


@dataclass(frozen=True, slots=True)
class Placements:
    """How many strength days there are, and how many of them come the day before each kind of hard day."""

    days: int
    before: Mapping[Kind, int]


@dataclass(frozen=True, slots=True)
class Scores:
    """`mean` is the mean over authors, the number that counts; `pooled` that over weeks."""

    authors: Mapping[str, Agreement]
    mean: Agreement
    pooled: Agreement
    placements: Mapping[str, Placements]


def read_weeks(entries: Iterable[Mapping[str, Any]]) -> list[PublishedWeek]:
    """The weeks that place leg or full-body strength anywhere, from parsed JSON.

    Each entry has an author, `main_strength_days` ("Mon" ...) and seven `days` with run, km and minutes. Raises
    ValueError for a week that has not seven days, or a word that is no kind of run.
    """
    weeks = []
    for entry in entries:
        days = sorted(entry["days"], key=lambda day: WEEKDAYS.index(day["day"]))
        unknown = sorted({day["run"] for day in days} - KINDS.keys())
        if len(days) != HORIZON or unknown:
            raise ValueError(f"{entry.get('id', entry['author'])}: seven days of known runs were expected {unknown}")
        typical = tuple(TypicalDay(KINDS[day["run"]], day.get("minutes"), day.get("km")) for day in days)
        strength = frozenset(WEEKDAYS.index(name) for name in entry["main_strength_days"])
        if strength:
            weeks.append(PublishedWeek(entry["author"], typical, strength))
    return weeks


def agreement(ours: frozenset[int], theirs: frozenset[int]) -> float:
    """Jaccard: the days in both among those in either."""
    return len(ours & theirs) / len(ours | theirs) if ours or theirs else 1.0


def score(weeks: Sequence[PublishedWeek]) -> Scores:
    """All figures for some weeks. Raises ValueError without any."""
    if not weeks:
        raise ValueError("no week places strength")
    by_author: dict[str, list[PublishedWeek]] = defaultdict(list)
    for week in weeks:
        by_author[week.author].append(week)
    authors = {author: _agreement(some) for author, some in sorted(by_author.items())}
    return Scores(
        authors=authors,
        mean=_mean(list(authors.values()), [1] * len(authors)),
        pooled=_mean(list(authors.values()), [each.weeks for each in authors.values()]),
        placements={
            "authors": _placements(weeks, lambda week: week.strength),
            "easy-days": _placements(weeks, lambda week: week.recommended(Style.EASY_DAYS)),
            "stack": _placements(weeks, lambda week: week.recommended(Style.STACK)),
        },
    )


def _agreement(weeks: Sequence[PublishedWeek]) -> Agreement:
    easy, stack = (
        mean(agreement(week.recommended(style), week.strength) for week in weeks)
        for style in (Style.EASY_DAYS, Style.STACK)
    )
    constant = mean(agreement(MONDAY_AND_THURSDAY, week.strength) for week in weeks)
    return Agreement(len(weeks), easy, stack, max(easy, stack), constant)


def _mean(some: Sequence[Agreement], weights: Sequence[int]) -> Agreement:
    def over(number: Callable[[Agreement], float]) -> float:
        return sum(weight * number(each) for each, weight in zip(some, weights, strict=True)) / sum(weights)

    return Agreement(
        weeks=sum(each.weeks for each in some),
        easy_days=over(lambda each: each.easy_days),
        stack=over(lambda each: each.stack),
        better=over(lambda each: each.better),
        monday_and_thursday=over(lambda each: each.monday_and_thursday),
    )


def _placements(weeks: Sequence[PublishedWeek], days: Callable[[PublishedWeek], frozenset[int]]) -> Placements:
    tomorrows = [week.days[(day + 1) % HORIZON].kind for week in weeks for day in days(week)]
    return Placements(len(tomorrows), {kind: tomorrows.count(kind) for kind in BEFORE})
