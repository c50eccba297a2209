"""Weeks, runners and answers in the words of the tests."""

from collections.abc import Iterable
from datetime import date, timedelta

from training.plan.foresee import TypicalDay
from training.plan.recommend import Recommendation
from training.plan.rules import Reason
from training.plan.week import ComingWeek, Kind, Outlook
from training.plan.wishes import StrengthLog

MONDAY, THURSDAY = date(2026, 11, 23), date(2026, 11, 26)
MON, TUE, WED, THU, FRI, SAT, SUN = range(7)
NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def coming(line: str, *, before: str = "rest rest", after: str = "rest rest", start: date = MONDAY, races=()):
    """A coming week in words, "easy hard ...", one a day; minutes after a slash: "easy/75"."""
    words = f"{before} {line} {after}".split()

    def outlook(offset: int, word: str) -> Outlook:
        kind, _, minutes = word.partition("/")
        return Outlook.certain(start + timedelta(days=offset), Kind(kind), minutes=float(minutes or 0))

    window = [outlook(offset, word) for offset, word in enumerate(words, start=-2)]
    return ComingWeek(tuple(window[2:9]), tuple(window[:2]), tuple(window[9:]), races=tuple(races))


def typical(line: str) -> list[TypicalDay]:
    return [TypicalDay(Kind(word)) for word in line.split()]


def practised(*days_ago: int, start: date = MONDAY) -> StrengthLog:
    """A runner who has done strength for long, last so many days before day 0."""
    return StrengthLog(frozenset(start - timedelta(days=ago) for ago in days_ago or (6,)), ever=40)


def names(recommendation: Recommendation) -> list[str]:
    return [NAMES[day.day.weekday()] for day in recommendation.chosen]


def rules(reasons: Iterable[Reason]) -> list[str]:
    return [reason.rule for reason in reasons]


def by_name(recommendation: Recommendation):
    return {NAMES[day.day.weekday()]: day for day in recommendation.days}


def inferred_week() -> ComingWeek:
    likely = {
        TUE: {Kind.REST: 0.1, Kind.EASY: 0.9},
        THU: {Kind.REST: 0.2, Kind.EASY: 0.55, Kind.HARD: 0.25},
        SAT: {Kind.REST: 0.15, Kind.EASY: 0.1, Kind.LONG: 0.75},
    }
    window = [
        Outlook(
            MONDAY + timedelta(days=day),
            likely.get(day, {Kind.REST: 1.0}) if day >= 0 else {Kind.REST: 1.0},
            source="inferred",
        )
        for day in range(-2, 7)
    ]
    after = [Outlook(MONDAY + timedelta(days=7 + day), likely.get(day, {Kind.REST: 1.0})) for day in (MON, TUE)]
    return ComingWeek(tuple(window[2:]), tuple(window[:2]), tuple(after), regularity=0.85, usable_weeks=8)


def guessed_week() -> ComingWeek:
    window = [Outlook.certain(MONDAY + timedelta(days=day), Kind.REST, source="guess") for day in range(-2, 9)]
    return ComingWeek(tuple(window[2:9]), tuple(window[:2]), tuple(window[9:]), sparse=True, regularity=0.0)
