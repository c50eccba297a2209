"""Why, and why not: which reasons are said, and with which facts."""

import re
from datetime import timedelta

import pytest

from tests.training.plan.weeks import (
    MON,
    MONDAY,
    THU,
    TUE,
    WED,
    by_name,
    coming,
    names,
    practised,
    rules,
    typical,
)
from training.plan.recommend import recommend, recommend_week
from training.plan.rules import RULES
from training.plan.week import ComingWeek, Kind, Outlook
from training.plan.wishes import Wishes


class TestReasons:
    def test_a_chosen_day_says_what_speaks_for_it_and_what_most_against(self):
        got = recommend_week(typical("rest easy hard easy rest easy long"), Wishes(), history_sessions=12)
        assert rules(by_name(got)["Mon"].reasons) == ["day-before-easy", "on-rest-day", "day-after-long"]

    def test_a_refused_day_says_what_weighs_most(self):
        got = recommend_week(typical("rest easy hard easy rest easy long"), Wishes(), history_sessions=12)
        assert {name: rules(day.reasons) for name, day in by_name(got).items() if not day.chosen} == {
            "Tue": ["day-before-hard"],
            "Wed": ["on-hard-day"],
            "Fri": ["last-free-day"],
            "Sat": ["day-before-long"],
            "Sun": ["on-long-day"],
        }

    def test_a_good_day_beside_or_besides_the_chosen_ones_says_so(self):
        got = recommend(coming("easy easy easy easy easy easy easy", after="easy easy"), Wishes(), practised())
        refused = {name: rules(day.reasons) for name, day in by_name(got).items() if not day.chosen}
        assert names(got) == ["Mon", "Thu"]
        assert refused["Tue"] == refused["Fri"] == ["next-to-strength-day"]
        assert refused["Sat"] == ["better-days-chosen"]

    def test_a_reason_carries_this_runners_facts(self):
        wednesday = Outlook(
            MONDAY + timedelta(days=WED),
            {Kind.EASY: 0.2, Kind.HARD: 0.8},
            source="inferred",
            seen={Kind.HARD: 7, Kind.EASY: 1},
            weeks=8,
        )
        plain = coming("easy easy easy easy easy easy easy")
        week = ComingWeek((*plain.days[:WED], wednesday, *plain.days[THU:]), plain.before, plain.after)
        reason = by_name(recommend(week, Wishes(), practised()))["Tue"].reasons[0]
        assert (reason.rule, reason.cost, reason.evidence) == ("day-before-hard", pytest.approx(4.8), ("E11", "E14"))
        assert reason.facts == {
            "weekday": WED, "kind": Kind.HARD, "probability": 0.8, "source": "inferred", "seen": 7, "weeks": 8,
        }  # fmt: skip

    def test_a_small_chance_of_a_cheap_thing_is_not_mentioned(self):
        monday = Outlook(MONDAY, {Kind.REST: 0.02, Kind.HARD: 0.98})
        plain = coming("rest rest rest easy easy easy easy")
        week = ComingWeek((monday, *plain.days[TUE:]), plain.before, plain.after)
        got = recommend(week, Wishes(target=1, available=frozenset({MON})), practised())
        assert rules(got.chosen[0].reasons) == ["day-before-rest", "on-hard-day"]

    def test_every_rule_stands_on_evidence(self):
        assert all(rule.evidence for rule in RULES.values())
        assert all(re.fullmatch(r"E([1-9]|[1-3]\d|4[0-6])", e) for rule in RULES.values() for e in rule.evidence)
        assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code) for code in RULES)
