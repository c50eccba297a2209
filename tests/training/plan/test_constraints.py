"""What may not be: races, caps, illness and pain, time, two days in a row."""

from datetime import timedelta

import pytest

from tests.cases import for_every
from tests.training.plan.weeks import (
    MON,
    MONDAY,
    NAMES,
    SAT,
    SUN,
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
from training.plan.rules import because
from training.plan.week import Race
from training.plan.wishes import Status, StrengthLog, Wishes


class TestRaces:
    @for_every(
        ("priority", "out", "light"),
        [
            pytest.param("A", "Tue Wed Thu Fri Sat", "Mon", id="an A race closes four days and makes three light"),
            pytest.param("B", "Thu Fri Sat", "Wed", id="a B race closes two days and makes one light"),
            pytest.param("C", "Fri Sat", "", id="a C race closes the day before"),
        ],
    )
    def test_taper(self, priority, out, light):
        week = coming("rest rest rest rest rest race rest", races=[Race(MONDAY + timedelta(days=SAT), 10, priority)])
        closed, eased = [], []
        for weekday in range(7):
            got = recommend(week, Wishes(target=1, available=frozenset({weekday})), practised())
            if not got.chosen:
                closed.append(NAMES[weekday])
            elif rules([got.chosen[0].light] if got.chosen[0].light else []) == ["light-before-race"]:
                eased.append(NAMES[weekday])
        assert (closed, eased) == ([*out.split(), "Sun"], light.split())

    @for_every(
        ("km", "first"),
        [
            pytest.param(10, TUE, id="a day after ten kilometres"),
            pytest.param(10.2, TUE, id="a day after ten kilometres measured long"),
            pytest.param(21.1, WED, id="two days after a half marathon"),
            pytest.param(None, WED, id="two days after a race of unknown length"),
            pytest.param(42.2, SUN, id="six days after a marathon"),
        ],
    )
    def test_days_without_strength_after_a_race(self, km, first):
        race = Race(MONDAY - timedelta(days=1), km)
        got = recommend(coming("rest rest rest rest rest rest rest", races=[race]), Wishes(), practised(9))
        assert next(day.day.weekday() for day in got.days if not day.out) == first
        assert got.chosen[0].light is not None

    def test_nothing_for_nine_days_after_an_ultra(self):
        race = Race(MONDAY - timedelta(days=1), 80)
        got = recommend(coming("rest rest rest rest rest rest rest", races=[race]), Wishes(), practised(9))
        assert names(got) == []
        assert rules(got.warnings) == ["nothing-feasible"]

    def test_the_first_session_after_a_race_is_light_whatever_was_done_that_day(self):
        race = Race(MONDAY - timedelta(days=1), 10)
        got = recommend(coming("rest rest rest rest rest rest rest", races=[race]), Wishes(), practised(1, 6))
        assert [day.light is not None for day in got.chosen] == [True, False]

    def test_the_first_session_after_a_race_within_the_week_is_light(self):
        race = Race(MONDAY + timedelta(days=TUE), 5)
        got = recommend(coming("easy race rest easy easy easy easy", races=[race]), Wishes(), practised())
        assert rules([day.light for day in got.chosen if day.light]) == ["light-after-race"]

    def test_no_load_goes_up_in_the_second_week_before_an_a_race(self):
        race = Race(MONDAY + timedelta(days=13), 42.2, "A")
        got = recommend(
            coming("rest easy rest easy rest easy rest", after="easy rest", races=[race]), Wishes(target=1), practised()
        )
        assert rules(got.chosen[0].advice) == ["no-load-increase-before-race"]


class TestCaps:
    @for_every(
        ("log", "status", "spike", "wanted", "rule"),
        [
            pytest.param(StrengthLog(), Status(), None, 2, "cap-first-sessions", id="a newcomer"),
            pytest.param(
                StrengthLog(frozenset({MONDAY - timedelta(days=3)}), 8, MONDAY - timedelta(days=20)),
                Status(),
                None,
                2,
                "cap-first-weeks",
                id="the first four weeks",
            ),
            pytest.param(practised(21), Status(), None, 1, "cap-after-layoff", id="three weeks without strength"),
            pytest.param(
                StrengthLog(ever=9), Status(), None, 1, "cap-after-long-layoff", id="longer than the log reaches"
            ),
            pytest.param(practised(5), Status(ill=True), None, 1, "cap-ill", id="a head cold"),
            pytest.param(
                practised(5),
                Status(ill_ended=MONDAY - timedelta(days=6)),
                None,
                1,
                "cap-after-illness",
                id="the first week after an illness",
            ),
            pytest.param(practised(5), Status(), 35.0, 2, "cap-after-long-run-spike", id="a long-run spike"),
        ],
    )
    def test_fewer_sessions_than_wished(self, log, status, spike, wanted, rule):
        week = coming("rest easy rest easy rest easy rest")
        got = recommend(week, Wishes(target=3), log, status, spike_percent=spike)
        assert (got.wanted, len(got.chosen), rules(got.warnings)[0]) == (wanted, wanted, rule)

    def test_the_first_session_after_an_illness_is_light(self):
        status = Status(ill_ended=MONDAY - timedelta(days=2))
        got = recommend(coming("easy easy easy easy easy easy easy", after="easy easy"), Wishes(), practised(5), status)
        assert got.chosen[0].light == because("light-after-illness", days=2)

    def test_a_practised_runner_gets_what_was_asked(self):
        got = recommend(coming("rest easy rest easy rest easy rest"), Wishes(target=3), practised(2))
        assert (len(got.chosen), got.warnings) == (3, ())


class TestOwnLimits:
    @for_every(
        ("status", "rule"),
        [
            pytest.param(Status(red_flag=True), "red-flag", id="a red flag"),
            pytest.param(Status(worst_pain=5.5, pain_site="left shin"), "red-pain", id="pain above five"),
            pytest.param(Status(feverish=True), "fever", id="a fever"),
        ],
    )
    def test_the_safety_card_stands_alone(self, status, rule):
        got = recommend(coming("rest easy rest easy rest easy rest"), Wishes(target=3), practised(), status)
        assert names(got) == []
        assert rules(got.warnings) == ["safety-card"]
        assert [rules(day.reasons) for day in got.days] == [[rule]] * 7
        assert not any(isinstance(fact, int | float) for day in got.days for fact in day.reasons[0].facts.values())

    @for_every(
        ("limit", "reason"),
        [
            pytest.param(60, "no-time-left", id="fifteen minutes after the run are too few"),
            pytest.param(65, None, id="twenty are enough"),
        ],
    )
    def test_time_after_the_run(self, limit, reason):
        got = recommend(coming("easy/45 rest rest rest rest rest rest"), Wishes(minutes={MON: limit}), practised())
        monday = by_name(got)["Mon"]
        assert (rules(monday.reasons) == ["no-time-left"]) is (reason is not None)

    def test_no_day_beside_the_last_session(self):
        got = recommend(coming("easy easy easy easy easy easy easy"), Wishes(), practised(1))
        assert rules(by_name(got)["Mon"].reasons) == ["too-soon-after-session"]
        assert not by_name(got)["Tue"].out

    def test_a_repeating_week_never_joins_sunday_and_monday(self):
        line, wishes = "easy easy easy easy easy easy easy", Wishes(available=frozenset({MON, SUN}))
        assert len(recommend_week(typical(line), wishes, history_sessions=12).chosen) == 1
        assert len(recommend(coming(line), wishes, practised()).chosen) == 2

    @for_every("wrong", [{"target": 0}, {"target": 4}, {"session_minutes": 19}])
    def test_wishes_out_of_range_are_refused(self, wrong):
        with pytest.raises(ValueError, match="session"):
            Wishes(**wrong)
