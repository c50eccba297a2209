"""How hard was that run: each way of telling, in the order in which they are asked."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cases import for_every
from training.plan.load import Classified, classify, long_run_spike
from training.plan.week import Kind, RunFacts

MONDAY = date(2026, 11, 23)


def run(days_ago: int = 0, *, km: float | None = 8, minutes: float = 48, **facts) -> RunFacts:
    return RunFacts(MONDAY - timedelta(days=days_ago), minutes * 60, None if km is None else km * 1000, **facts)


# Six minutes a kilometre, 48 minutes each, on other days and in other weeks than the run in question.
STEADY = [run(days) for days in (5, 8, 12, 15, 19, 22)]


def judged(latest: RunFacts, before=(), **how) -> Classified:
    return classify([*before, latest], **how)[-1]


@for_every(
    ("facts", "kind", "rule"),
    [
        pytest.param({"told": "easy", "rpe": 9}, Kind.EASY, "told", id="the runner's word wins over effort"),
        pytest.param({"told": "intervals"}, Kind.HARD, "told", id="intervals are hard"),
        pytest.param({"told": "fartlek"}, Kind.HARD, "told", id="fartlek is hard"),
        pytest.param({"told": "race"}, Kind.RACE, "told", id="a race is a race by word only"),
        pytest.param({"told": "cross", "avg_hr": 180}, Kind.CROSS, "told", id="cross training is no run"),
        pytest.param({"rpe": 4, "avg_hr": 180}, Kind.EASY, "rpe", id="effort wins over heart rate"),
        pytest.param({"rpe": 5}, Kind.MODERATE, "rpe", id="effort five is moderate"),
        pytest.param({"rpe": 6.5}, Kind.MODERATE, "rpe", id="effort six and a half is moderate"),
        pytest.param({"rpe": 7}, Kind.HARD, "rpe", id="effort seven is hard"),
        pytest.param({"avg_hr": 163}, Kind.EASY, "heart-rate", id="below 82 percent is easy"),
        pytest.param({"avg_hr": 164}, Kind.MODERATE, "heart-rate", id="82 percent is moderate"),
        pytest.param({"avg_hr": 176}, Kind.HARD, "heart-rate", id="88 percent is hard"),
        pytest.param({"avg_hr": 160, "max_hr": 190}, Kind.HARD, "heart-rate", id="a high peak shows intervals"),
        pytest.param({"avg_hr": 159, "max_hr": 190}, Kind.EASY, "heart-rate", id="a peak in an easy run shows none"),
        pytest.param({"minutes": 46.5}, Kind.EASY, "pace", id="three percent faster is easy"),
        pytest.param({"minutes": 46}, Kind.MODERATE, "pace", id="four percent faster is moderate"),
        pytest.param({"minutes": 44}, Kind.HARD, "pace", id="nine percent faster is hard"),
        pytest.param({"km": 2.5, "minutes": 11}, Kind.EASY, "pace", id="eleven fast minutes are not yet hard"),
        pytest.param({"km": None}, Kind.EASY, "default", id="without distance nothing tells"),
    ],
)
def test_the_first_that_can_tell_tells(facts, kind, rule):
    got = judged(run(**facts), STEADY, hr_max=200)
    assert (got.kind, got.rule) == (kind, rule)


def test_pace_needs_six_runs_to_compare_with():
    assert judged(run(minutes=40), STEADY[:4]).rule == "default"
    assert judged(run(minutes=40), STEADY[:5]).rule == "pace"


def test_pace_forgets_after_eight_weeks():
    old = [run(days + 55) for days in (1, 3, 5, 8, 10, 12)]
    assert judged(run(minutes=40), old).rule == "default"


def test_races_and_jogs_to_the_shop_are_no_measure_of_pace():
    fast = [run(days, minutes=30, told="race") for days in (6, 9, 13, 16, 20)]
    fast += [run(days, km=3, minutes=9) for days in (7, 10, 14, 17, 21)]
    assert judged(run(minutes=44), [*STEADY, *fast[:5]]).facts == {"ratio": pytest.approx(48 / 44)}
    assert judged(run(minutes=44), [*STEADY, *fast[5:]]).facts == {"ratio": pytest.approx(48 / 44)}


def test_critical_speed_is_asked_before_the_usual_pace():
    got = judged(run(minutes=48), STEADY, critical_speed=8000 / 48 / 60 / 0.9)
    assert (got.kind, got.facts) == (Kind.HARD, {"critical_speed_percent": pytest.approx(90)})


def test_a_hard_runs_peak_stands_in_for_the_highest_heart_rate():
    peak = run(30, rpe=9, avg_hr=170, max_hr=200)
    got = judged(run(avg_hr=164), [peak])
    assert (got.kind, got.rule, got.confidence) == (Kind.MODERATE, "heart-rate", "medium")


def test_the_highest_heart_rate_is_never_guessed():
    easy = run(30, rpe=3, avg_hr=150, max_hr=200)
    assert judged(run(avg_hr=190), [easy]).rule == "default"


@for_every(
    ("latest", "others", "fact"),
    [
        pytest.param(run(km=None, minutes=90), [], "minutes", id="ninety minutes"),
        pytest.param(run(km=12, minutes=72), STEADY, "times_median", id="half again the usual distance"),
        pytest.param(run(-6, km=10, minutes=60), [run(-1), run(-3)], "week_percent", id="longest of its week"),
        pytest.param(run(km=12, minutes=44), [], None, id="a first run is longer than nothing"),
        pytest.param(run(-6, km=9.9, minutes=60), [run(-1), run(-3)], None, id="not a quarter longer than the next"),
        pytest.param(run(km=12, minutes=44, told="easy"), STEADY[:3], None, id="too short in time"),
    ],
)
def test_what_makes_a_run_long(latest, others, fact):
    got = judged(latest, others)
    assert got.is_long is (fact is not None)
    assert fact is None or fact in got.facts


@for_every(
    ("facts", "kind", "day_kind", "hard_long"),
    [
        pytest.param({"rpe": 4}, Kind.LONG, Kind.LONG, False, id="an easy one is long"),
        pytest.param({"rpe": 8}, Kind.HARD, Kind.LONG, True, id="a hard one stays hard and makes a long day"),
        pytest.param({"told": "long", "rpe": 8}, Kind.LONG, Kind.LONG, True, id="told long and hard by effort"),
        pytest.param({"told": "race"}, Kind.RACE, Kind.RACE, False, id="a race stays a race"),
        pytest.param({"told": "cross"}, Kind.CROSS, Kind.CROSS, False, id="a long ride is cross training"),
    ],
)
def test_two_hours(facts, kind, day_kind, hard_long):
    got = judged(run(km=20, minutes=120, **facts))
    assert (got.kind, got.day_kind, got.hard_long) == (kind, day_kind, hard_long)


@for_every(
    ("facts", "kind", "ask"),
    [
        pytest.param({"km": 10.2, "minutes": 50}, Kind.HARD, "race", id="fast over ten kilometres"),
        pytest.param({"km": 10.3, "minutes": 50}, Kind.HARD, None, id="fast over three percent more"),
        pytest.param({"km": 5, "minutes": 35, "rpe": 9}, Kind.HARD, "race", id="all out over five"),
        pytest.param({"km": 10.1, "minutes": 50, "told": "tempo"}, Kind.HARD, None, id="told already"),
        pytest.param({"km": 9, "minutes": 45}, Kind.HARD, None, id="fast over no usual distance"),
        pytest.param({"minutes": 47}, Kind.EASY, "rpe", id="intervals may hide in a slightly faster mean"),
        pytest.param({"minutes": 50}, Kind.EASY, None, id="a slow run is plainly easy"),
        pytest.param({"km": None}, Kind.EASY, "rpe", id="nothing to tell by"),
    ],
)
def test_the_question_worth_asking(facts, kind, ask):
    got = judged(run(**facts), STEADY)
    assert (got.kind, got.ask) == (kind, ask)


@for_every(
    ("facts", "load", "estimated"),
    [
        pytest.param({"rpe": 6}, 288, False, id="effort times minutes"),
        pytest.param({"told": "easy"}, 144, True, id="three a minute for easy"),
        pytest.param({"told": "moderate"}, 240, True, id="five for moderate"),
        pytest.param({"told": "tempo"}, 336, True, id="seven for hard"),
        pytest.param({"told": "race"}, 336, True, id="seven for a race"),
    ],
)
def test_load(facts, load, estimated):
    got = judged(run(**facts))
    assert (got.load, got.load_estimated) == (load, estimated)


@for_every(
    ("latest", "percent"),
    [
        pytest.param(run(km=11), None, id="a tenth longer is no spike"),
        pytest.param(run(km=11.5), 15, id="fifteen percent longer is"),
        pytest.param(run(7, km=20), None, id="a week ago is past"),
        pytest.param(run(km=40, told="cross"), None, id="a ride is no run"),
    ],
)
def test_a_single_run_much_longer_than_any_of_thirty_days(latest, percent):
    spike = long_run_spike([run(10, km=10), run(12, km=8), run(45, km=30), latest], MONDAY, run(45).day)
    assert (spike and round(spike.percent)) == percent


@for_every(
    ("days", "known"),
    [
        pytest.param(30, True, id="from the first of the thirty days on"),
        pytest.param(29, False, id="of a day less"),
        pytest.param(None, False, id="of nothing"),
    ],
)
def test_what_was_longest_before_is_known_where_the_log_reaches_back(days, known):
    first_log = None if days is None else run(days).day
    assert bool(long_run_spike([run(10, km=10), run(km=20)], MONDAY, first_log)) == known


def test_the_first_run_after_a_pause_is_no_spike():
    assert long_run_spike([run(km=10)], MONDAY, run(300).day) is None


HISTORIES = st.lists(
    st.builds(
        run,
        st.integers(0, 70),
        km=st.sampled_from([None, 0, 5, 8, 10, 21.1]),
        minutes=st.sampled_from([0, 9, 30, 48, 100]),
        rpe=st.sampled_from([None, None, 3, 8]),
        avg_hr=st.sampled_from([None, 150, 180]),
        max_hr=st.sampled_from([None, 195]),
        told=st.sampled_from([None, None, "race", "long", "cross"]),
    ),
    max_size=12,
)


@given(HISTORIES, st.randoms(use_true_random=True))
def test_the_order_of_runs_is_irrelevant(history, random):
    def outcome(runs):
        return sorted(repr(entry) for entry in classify(runs))

    assert outcome(random.sample(history, len(history))) == outcome(history)


@given(HISTORIES)
def test_every_run_gets_a_kind_and_keeps_its_facts(history):
    got = classify(history)
    assert sorted(map(repr, history)) == sorted(repr(entry.run) for entry in got)
    assert all(entry.kind is not Kind.REST and entry.load >= 0 for entry in got)
