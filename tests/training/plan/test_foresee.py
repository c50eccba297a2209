"""The coming week, from plans and from the last eight weeks."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cases import for_every
from training.plan.foresee import TypicalDay, foresee, typical_week
from training.plan.load import classify
from training.plan.week import Kind, PlannedRun, Race, RunFacts

MONDAY = date(2026, 11, 23)
MON, TUE, WED, THU, FRI, SAT, SUN = range(7)
WORDS = {"e": "easy", "h": "hard", "m": "moderate", "l": "long", "x": "cross", "r": "race"}


def logged(*weeks: str, minutes: float = 45):
    """Runs of past weeks, latest week first, a letter a day from Monday: "-e-h-el"."""
    return classify(
        RunFacts(MONDAY - timedelta(days=7 * back - day), minutes * 60, 8000, told=WORDS[letter])
        for back, week in enumerate(weeks, start=1)
        for day, letter in enumerate(week)
        if letter != "-"
    )


STEADY_RUNNER = logged(*["-e-h-el"] * 8)


def test_a_steady_week_is_foreseen():
    week = foresee(STEADY_RUNNER, today=MONDAY)
    assert [outlook.likeliest for outlook in week.days] == [
        Kind.REST, Kind.EASY, Kind.REST, Kind.HARD, Kind.REST, Kind.EASY, Kind.LONG,
    ]  # fmt: skip
    assert (week.label, week.usable_weeks, week.sparse, week.conditional) == ("inferred", 8, False, False)
    assert week.days[THU].seen == {Kind.HARD: 8}
    assert [outlook.likeliest for outlook in week.before] == [Kind.EASY, Kind.LONG]
    assert [outlook.likeliest for outlook in week.after] == [Kind.REST, Kind.EASY]


def test_regularity_is_the_mean_of_each_weekdays_likeliest_kind():
    week = foresee(STEADY_RUNNER, today=MONDAY)
    assert week.regularity == pytest.approx(sum(max(day.probabilities.values()) for day in week.days) / 7)


def test_a_runner_without_a_pattern_gets_conditional_words():
    week = foresee(logged("eh-mexl", "-leehm-", "h-xlm-e", "mel-hhe", "lx-e-em", "-hmleex"), today=MONDAY)
    assert week.regularity < 0.55
    assert week.conditional


@for_every(
    ("runs", "today", "first"),
    [
        pytest.param([], MONDAY, MONDAY, id="today when nothing is logged today"),
        pytest.param(logged("------e"), MONDAY - timedelta(days=1), MONDAY, id="tomorrow when a run is"),
    ],
)
def test_day_0(runs, today, first):
    assert foresee(runs, today=today).start == first


def test_day_0_is_tomorrow_after_a_session_today():
    week = foresee(STEADY_RUNNER, today=MONDAY, session_days=[MONDAY])
    assert week.start == MONDAY + timedelta(days=1)
    assert week.before[1].likeliest is Kind.REST


@for_every(
    ("weeks", "sparse"),
    [
        pytest.param([], True, id="no runs"),
        pytest.param(["ee-e-ee"], True, id="a single week"),
        pytest.param(["-e-----", "-e---e-"], True, id="three runs in four weeks"),
        pytest.param(["-e---x-", "-e---e-"], True, id="three runs and a ride"),
        pytest.param(["-e---e-", "-e---e-"], False, id="two weeks with four runs"),
    ],
)
def test_too_few_runs_are_called_a_guess(weeks, sparse):
    week = foresee(logged(*weeks), today=MONDAY)
    assert (week.sparse, week.label) == (sparse, "guess" if sparse else "inferred")
    assert {outlook.source for outlook in week.days} == {week.label}


def test_without_any_run_every_day_is_rest():
    week = foresee([], today=MONDAY)
    assert all(outlook.probabilities == {Kind.REST: 1} for outlook in week.window)


def test_a_silence_after_the_first_run_ever_is_rest():
    runs = logged(*["-e-h-el"] * 4)
    known = foresee(runs, today=MONDAY, first_log=MONDAY - timedelta(weeks=12))
    assert (foresee(runs, today=MONDAY).usable_weeks, known.usable_weeks) == (4, 12)
    assert known.days[TUE].seen == {Kind.EASY: 4, Kind.REST: 4}


def test_weeks_before_the_first_run_do_not_count_as_rest():
    week = foresee(logged("ee-----", "ee-----", "-e-----"), today=MONDAY)
    assert (week.usable_weeks, week.days[TUE].seen) == (3, {Kind.EASY: 3})


def test_flagged_weeks_are_forgotten():
    flu = MONDAY - timedelta(weeks=1)
    week = foresee(logged("-------", "-e-e-e-", "-e-e-e-"), today=MONDAY, skip_weeks=[flu])
    assert (week.usable_weeks, week.days[TUE].seen) == (2, {Kind.EASY: 2})
    assert week.days[TUE].probabilities[Kind.EASY] > 0.8


def test_a_day_with_several_runs_is_of_the_severest_kind_and_all_their_minutes():
    week = foresee([*STEADY_RUNNER, *logged(*["-h-----"] * 8)], today=MONDAY)
    assert (week.days[TUE].likeliest, week.days[TUE].minutes) == (Kind.HARD, 90)


def test_a_hard_long_run_is_remembered_as_both():
    runs = [
        RunFacts(MONDAY - timedelta(days=7 * back - day), 100 * 60, 18000, rpe=8 if back % 2 else 3)
        for back in range(1, 9)
        for day in (WED, SUN)
    ]
    sunday = foresee(classify(runs), today=MONDAY).days[SUN]
    assert sunday.likeliest is Kind.LONG
    assert 0.5 < sunday.hard_long / sunday.probabilities[Kind.LONG] < 0.6


def test_a_planned_week_is_as_planned_and_rest_elsewhere():
    plan = [
        PlannedRun(MONDAY + timedelta(days=TUE), Kind.HARD, 50),
        PlannedRun(MONDAY + timedelta(days=SUN), Kind.LONG),
    ]
    week = foresee(STEADY_RUNNER, today=MONDAY, planned=plan)
    assert [outlook.probabilities for outlook in week.days[:3]] == [{Kind.REST: 1}, {Kind.HARD: 1}, {Kind.REST: 1}]
    assert (week.label, week.days[TUE].minutes, week.days[SUN].minutes) == ("planned", 50, 45)
    assert [outlook.source for outlook in week.after] == ["inferred", "inferred"]


def test_a_race_alone_makes_no_plan_of_its_week():
    race = Race(MONDAY + timedelta(days=SAT), 10, "B")
    week = foresee(STEADY_RUNNER, today=MONDAY, races=[race])
    assert week.days[SAT].probabilities == {Kind.RACE: 1}
    assert week.days[SUN].source == "inferred"
    assert week.races == (race,)


def test_a_race_just_run_is_remembered_with_its_distance():
    week = foresee(logged("------r", *["-e-h-el"] * 7), today=MONDAY)
    assert week.races == (Race(MONDAY - timedelta(days=1), 8.0, "C"),)


def test_a_typical_week_repeats_with_a_long_run_in_place_of_the_race():
    days = [TypicalDay(Kind.REST)] * 5 + [TypicalDay(Kind.EASY, km=10), TypicalDay(Kind.RACE, minutes=100, km=21.1)]
    week = typical_week(days, race=(SUN, "A", 21.1))
    assert (week.repeats, week.label) == (True, "planned")
    assert (week.days[SAT].minutes, week.days[SUN].likeliest, week.before[1].likeliest) == (60, Kind.RACE, Kind.LONG)
    assert [(race.day.weekday(), race.km, race.priority) for race in week.races] == [(SUN, 21.1, "A")]


def test_a_race_tapped_without_more_is_of_priority_c():
    week = typical_week([TypicalDay(Kind.RACE, km=10)] + [TypicalDay(Kind.REST)] * 6)
    assert [(race.km, race.priority) for race in week.races] == [(10, "C")]


@given(
    st.lists(st.text("ehmlx-", min_size=7, max_size=7), max_size=9), st.integers(0, 6), st.randoms(use_true_random=True)
)
def test_the_order_of_runs_is_irrelevant_and_probabilities_sum_to_one(weeks, today, random):
    runs = logged(*weeks)
    shuffled = random.sample(runs, len(runs))
    week = foresee(runs, today=MONDAY + timedelta(days=today))
    assert week == foresee(shuffled, today=MONDAY + timedelta(days=today))
    assert all(sum(outlook.probabilities.values()) == pytest.approx(1) for outlook in week.window)


def test_strength_may_follow_a_run_that_is_done():
    """With `lift_after_run` today stays day 0 as what it was; a session done today still ends it."""
    done = (*STEADY_RUNNER, *classify([RunFacts(MONDAY, 2700, 8000, told="hard")]))
    assert foresee(done, today=MONDAY).start == MONDAY + timedelta(days=1)
    week = foresee(done, today=MONDAY, lift_after_run=True)
    assert (week.start, week.days[0].likeliest, week.days[0].source) == (MONDAY, Kind.HARD, "logged")
    assert foresee(done, today=MONDAY, lift_after_run=True, session_days={MONDAY}).start > MONDAY
