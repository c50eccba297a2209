"""What the runner decided about single days stands, and the rest of the week is placed around it."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.training.plan.plain import Case
from tests.training.plan.test_recommend import questions
from tests.training.plan.weeks import FRI, MON, MONDAY, SUN, THU, TUE, WED, by_name, coming, names, practised, rules
from training.plan.choice import Choice
from training.plan.own_days import OwnDays
from training.plan.recommend import Recommendation, recommend
from training.plan.rules import RULES, because
from training.plan.wishes import Status, Wishes

WEEK = "rest easy hard easy rest easy long"


def on(weekday: int) -> date:
    return MONDAY + timedelta(days=weekday)


def with_own(own: OwnDays, line: str = WEEK, wishes: Wishes | None = None, status: Status | None = None):
    return recommend(
        coming(line, before="easy long", after="rest easy"), wishes or Wishes(), practised(), status, own=own
    )


class TestPlanned:
    def test_a_session_moved_before_a_hard_run_stays_there_and_names_the_rule(self):
        got = with_own(OwnDays(planned={on(TUE): on(MON)}))
        assert names(got)[0] == "Tue"
        tuesday = by_name(got)["Tue"]
        assert tuesday.own
        assert rules(tuesday.reasons)[:2] == ["own-choice", "day-before-hard"]
        assert tuesday.obstacle is not None
        assert tuesday.obstacle.rule == "day-before-hard"

    def test_the_other_day_keeps_clear_of_it(self):
        got = with_own(OwnDays(planned={on(WED): on(THU)}))
        assert "Wed" in names(got)
        assert not {"Tue", "Thu"} & set(names(got))
        assert by_name(got)["Thu"].reasons == (because("moved-away", session_on=on(WED)),)
        assert by_name(got)["Tue"].reasons == (because("too-soon-after-session", session_on=on(WED), days=-1),)

    def test_a_day_without_time_can_be_taken_all_the_same(self):
        got = with_own(OwnDays(planned={on(TUE): None}), wishes=Wishes(available=frozenset({MON, THU})))
        assert rules(by_name(got)["Tue"].reasons)[:2] == ["own-choice", "not-available"]
        assert names(got) == ["Tue", "Thu"]

    def test_more_than_the_target_is_not_added_to(self):
        got = with_own(OwnDays(planned={on(TUE): None, on(THU): None, on(SUN): None}))
        assert names(got) == ["Tue", "Thu", "Sun"]

    def test_red_flags_stop_it_too(self):
        got = with_own(OwnDays(planned={on(TUE): None}), status=Status(red_flag=True))
        assert names(got) == []


class TestSkippedAndAway:
    def test_a_skipped_session_is_put_nowhere_else(self):
        free = with_own(OwnDays())
        got = with_own(OwnDays(skipped={day.day: "tired" for day in free.chosen[:1]}))
        assert names(got) == names(free)[1:]
        assert by_name(got)[names(free)[0]].reasons == (because("skipped", why="tired"),)

    def test_skipping_what_was_moved_leaves_both_days_free(self):
        got = with_own(OwnDays(planned={on(TUE): on(MON)}, skipped={on(TUE): "sore"}))
        assert not {"Mon", "Tue"} & set(names(got))

    def test_skipping_all_leaves_nothing_and_owes_nothing(self):
        got = with_own(OwnDays(skipped={on(MON): "", on(THU): ""}))
        assert (names(got), got.wanted) == ([], 0)

    def test_no_strength_while_away(self):
        got = with_own(OwnDays(away=frozenset(map(on, range(MON, FRI)))))
        assert {name for name, day in by_name(got).items() if rules(day.reasons) == ["away"]} == {
            "Mon", "Tue", "Wed", "Thu",
        }  # fmt: skip

    def test_two_days_after_a_fever_are_free(self):
        status = Status(ill_ended=on(MON), was_feverish=True)
        got = with_own(OwnDays(), line="easy easy easy easy easy easy easy", status=status)
        assert [name for name, day in by_name(got).items() if day.out] == ["Mon", "Tue"]


class TestHeld:
    def choice(self, **kwargs) -> Choice:
        return Choice(coming(WEEK, before="easy long", after="rest easy"), Wishes(), practised(), **kwargs)

    def test_days_up_to_a_date_stay_as_shown_whatever_it_costs(self):
        held = self.choice().held({on(TUE), on(FRI)}, on(SUN))
        assert held is not None
        assert names(held) == ["Tue", "Fri"]

    def test_nothing_is_added_to_them(self):
        held = self.choice().held({on(TUE)}, on(SUN))
        assert held is not None
        assert names(held) == ["Tue"]

    def test_days_after_it_are_free_to_choose(self):
        held = self.choice().held({on(MON)}, on(TUE))
        assert held is not None
        assert names(held) == ["Mon", "Thu"]

    def test_none_where_a_shown_day_is_out(self):
        assert self.choice(own=OwnDays(skipped={on(TUE): ""})).held({on(TUE), on(FRI)}, on(SUN)) is None

    def test_obstacles_name_the_rule_and_leave_good_days_without(self):
        found = self.choice().obstacles({on(MON)})
        assert {name: reason.rule if reason else None for name, reason in zip(
            ("Mon", "Tue", "Wed", "Thu"), (found[on(day)] for day in (MON, TUE, WED, THU)), strict=True
        )} == {
            "Mon": "too-soon-after-session",
            "Tue": "too-soon-after-session",
            "Wed": "on-hard-day",
            "Thu": None,
        }  # fmt: skip


DAYS = st.frozensets(st.integers(0, 6).map(on), max_size=3)
OWN = st.builds(
    lambda planned, skipped, away: OwnDays(dict.fromkeys(planned), dict.fromkeys(skipped, "tired"), away),
    DAYS,
    DAYS,
    DAYS,
)


def answer(case: Case, own: OwnDays) -> Recommendation:
    return recommend(case.week, case.wishes, case.log, case.status, spike_percent=case.spike, own=own)


def allowed(case: Case, own: OwnDays, days: tuple[date, ...]) -> bool:
    """Whether the days beside the runner's own break no rule, said once more and plainly."""
    added = set(days) - own.kept
    if not own.kept <= set(days) or len(days) > max(most(case, own), len(own.kept)):
        return False
    if added & (own.skipped.keys() | own.away):
        return False
    if any(case.broken_rule(day) for day in added):
        return False
    pairs = [pair for pair in combinations(sorted(days), 2) if set(pair) & added]
    if case.week.repeats and any((later - earlier).days == 6 for earlier, later in pairs if {earlier, later} <= added):
        return False
    return all((later - earlier).days > 1 for earlier, later in pairs)


def most(case: Case, own: OwnDays) -> int:
    return max(0, case.most() - sum(day in own.skipped for day in case.days))


def cost(case: Case, own: OwnDays, days: tuple[date, ...]) -> float:
    """The plain cost, with skipped sessions missed by nobody."""
    missing = sum(cost for place, cost in enumerate((15, 7, 3)) if len(days) <= place < case.most())
    wanted = sum(cost for place, cost in enumerate((15, 7, 3)) if len(days) <= place < most(case, own))
    return case.cost(days) - missing + wanted


class TestLaws:
    @given(questions(), OWN)
    def test_own_days_stand_and_the_others_break_no_rule_and_cost_least(self, case, own):
        got = answer(case, own)
        days = tuple(day.day for day in got.chosen)
        if case.status.red_flag or case.status.feverish or case.status.worst_pain > 5:
            assert days == ()
            return
        assert allowed(case, own, days)
        sets = (chosen for size in range(8) for chosen in combinations(case.days, size))
        best = min(cost(case, own, chosen) for chosen in sets if allowed(case, own, chosen))
        assert got.cost == pytest.approx(cost(case, own, days))
        assert got.cost <= best + 0.01 + 1e-9

    @given(questions(), OWN)
    def test_every_day_says_why_with_evidence_and_the_same_twice(self, case, own):
        got = answer(case, own)
        assert got == answer(case, own)
        for day in got.days:
            assert day.reasons
            for reason in day.reasons:
                assert reason.evidence
                assert set(reason.facts) == set(RULES[reason.rule].facts)

    @given(questions(), st.integers(0, 6), st.booleans())
    def test_a_skipped_session_never_adds_one(self, case, weekday, tired):
        free = answer(case, OwnDays())
        skipped = answer(case, OwnDays(skipped={on(weekday): "tired" if tired else ""}))
        assert len(skipped.chosen) <= max(0, free.wanted - 1)

    @given(questions(), DAYS, st.integers(-1, 6))
    def test_held_days_break_no_rule_and_are_all_there_is_up_to_the_date(self, case, shown, until):
        choice = Choice(case.week, case.wishes, case.log, case.status, spike_percent=case.spike)
        held = choice.held(shown, on(until))
        if held is not None:
            days = {day.day for day in held.chosen}
            assert case.allowed(tuple(sorted(days)))
            assert {day for day in days if day <= on(until)} == {day for day in shown if day <= on(until)}
            assert held.cost >= choice.made().cost - 0.01 - 1e-9


def test_a_reason_can_be_kept_and_read_again():
    for rule in RULES.values():
        assert set(rule.facts) <= set(KEPT), rule
    for code, rule in RULES.items():
        reason = because(code, **{name: KEPT[name] for name in rule.facts})
        assert replace(reason, cost=0.0) == type(reason).of_json(reason.as_json())


def test_a_kept_reason_of_another_version_is_forgotten():
    kept = because("race-soon", race_on=MONDAY, km=10.0, priority="A", days=3).as_json()
    assert type(because("fever")).of_json(kept | {"rule": "phase-of-the-moon"}) is None
    assert type(because("fever")).of_json(kept | {"facts": {}}) is None


KEPT: dict[str, object] = {
    "weekday": 3, "kind": "easy", "probability": 0.8, "source": "inferred", "seen": 7, "weeks": 8, "minutes": 45.0,
    "wished_minutes": 35, "run_minutes": 70.0, "least_minutes": 20, "percent": 23.4, "times": 3, "missing": 1,
    "wanted": 2, "gaps": (3, 4), "site": "left shin", "km": 21.1, "priority": "A", "race_on": MONDAY, "free": 4,
    "session_on": MONDAY, "well_on": MONDAY, "moved_from": MONDAY, "days": 1, "chosen": (1, 4), "extra": 1.5, "cap": 2,
    "target": 3, "sessions": 4, "regularity": 0.4, "weekdays": (0, 2), "pain": 4, "done": (1, 0), "why": "tired",
}  # fmt: skip
