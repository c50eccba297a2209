from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import translation

from exercises.models import Variation
from tests.factories import LoggedSetFactory, RunFactory, SessionFactory
from training.models import Run, Runner, Session
from training.models.year import Year
from training.models.year_rows import SetGroup
from training.units import IMPERIAL, METRIC
from training.wording.year import Milestone, YearReview, hours, set_words, span

TODAY = date(2026, 11, 25)
DAY = timedelta(days=1)


def review_of(runner: Runner, number: int = 2026) -> YearReview:
    return YearReview(Year.of(runner, number, TODAY), runner.measures)


def run_on(runner: Runner, day: date, **fields: object) -> Run:
    return RunFactory.create(runner=runner, start=datetime(day.year, day.month, day.day, 12, tzinfo=UTC), **fields)


@pytest.fixture
def strength(runner: Runner) -> Callable[..., Session]:
    def lifted(day: date, variation: str = "goblet-squat", sets: int = 1, **fields: object) -> Session:
        session = SessionFactory.create(runner=runner, day=day)
        for number in range(1, sets + 1):
            rung = Variation.objects.get(slug=variation)
            LoggedSetFactory.create(session=session, number=number, variation=rung, **fields)
        return session

    return lifted


class TestTotals:
    def test_what_the_year_came_to(self, runner: Runner, strength: Callable[..., Session]) -> None:
        for day in (2, 5, 9, 12):
            strength(date(2026, 3, day), sets=3, reps=10, kg=50)
        run_on(runner, date(2026, 3, 2), metres=1_500_000, seconds=8 * 3600)
        run_on(runner, date(2026, 3, 4), metres=None, seconds=1800)
        assert review_of(runner).totals == [
            ("Days trained", "5 of 329"),
            ("Runs", "2"),
            ("Distance", "1,500 km"),
            ("Running time", "8 h 30"),
            ("Sets", "12"),
            ("Moved", "6,000 kg"),
            ("Weeks on target", "2 of 38"),
            ("Most in a row", "2 weeks"),
        ]

    def test_nothing_is_said_of_what_there_was_none_of(self, runner: Runner) -> None:
        run_on(runner, date(2026, 3, 2), metres=None, seconds=1800)
        assert [name for name, _amount in review_of(runner).totals] == ["Days trained", "Runs", "Running time"]

    def test_miles_and_pounds(self, runner: Runner, strength: Callable[..., Session]) -> None:
        runner.units = Runner.UnitSystem.IMPERIAL
        strength(date(2026, 3, 2), reps=10, kg=45.359237)
        run_on(runner, date(2026, 3, 2), metres=160934.4)
        totals = dict(review_of(runner).totals)
        assert (totals["Distance"], totals["Moved"]) == ("100 mi", "1,000 lb")


class TestMonths:
    def test_a_row_a_month_up_to_today_and_the_year(self, runner: Runner, strength: Callable[..., Session]) -> None:
        run_on(runner, date(2025, 2, 3))
        strength(date(2026, 2, 3), sets=2, reps=10, kg=20)
        run_on(runner, date(2026, 10, 3), metres=12345, seconds=3661)
        rows = review_of(runner).months
        assert len(rows) == 12
        assert rows[0] == ("Jan", "–", "–", "–", "–", "–", "–")
        assert rows[1] == ("Feb", "1", "2", "400", "–", "–", "–")
        assert rows[9] == ("Oct", "–", "–", "–", "1", "12", "1:01")
        assert rows[10] == ("Nov", "–", "–", "–", "–", "–", "–")
        assert rows[11] == ("The year", "1", "2", "400", "1", "12", "1:01")

    def test_a_year_that_is_over_goes_to_december(self, runner: Runner) -> None:
        run_on(runner, date(2025, 2, 3))
        assert [row[0] for row in review_of(runner, 2025).months][-2:] == ["Dec", "The year"]

    def test_a_first_year_begins_where_it_began(self, runner: Runner) -> None:
        run_on(runner, date(2026, 9, 3))
        assert [row[0] for row in review_of(runner).months] == ["Sep", "Oct", "Nov", "The year"]
        run_on(runner, date(2020, 9, 3))
        assert review_of(runner).months[0][0] == "Jan"


class TestMilestones:
    def test_in_the_order_of_their_days(self, runner: Runner, strength: Callable[..., Session]) -> None:
        first = strength(date(2026, 3, 3))
        for day in (5, 10, 12):
            strength(date(2026, 3, day))
        longest = run_on(runner, date(2026, 4, 4), metres=21097)
        run_on(runner, date(2026, 8, 31), metres=15000)
        run_on(runner, date(2026, 9, 2), metres=15000)
        assert review_of(runner).milestones == [
            Milestone(
                "2 – 15 Mar",
                "The longest row of weeks on target",
                "2 weeks",
                "/history/?week=2026-03-09#week-2026-03-09",
            ),
            Milestone("3 Mar", "The first strength session", "", f"/sessions/{first.pk}/"),
            Milestone("4 Apr", "The longest run", "21.1 km", f"/runs/{longest.pk}/"),
            Milestone(
                "31 Aug – 6 Sep", "Most running in a week", "30.0 km", "/history/?week=2026-08-31#week-2026-08-31"
            ),
        ]

    def test_the_hundredth_session(self, runner: Runner) -> None:
        days = [date(2026, 1, 1) - number * DAY for number in range(98, -2, -1)]
        Session.objects.bulk_create(Session(runner=runner, day=day, status="done", workout="A") for day in days)
        (line, *_rest) = review_of(runner).milestones
        assert (line.when, line.name) == ("2 Jan", "Strength session number 100")

    def test_one_week_of_running_is_not_the_most_of_any(self, runner: Runner) -> None:
        run_on(runner, date(2026, 3, 4))
        assert [line.name for line in review_of(runner).milestones] == ["The longest run"]

    def test_without_a_distance_time_is_told(self, runner: Runner) -> None:
        run_on(runner, date(2026, 3, 4), metres=None, seconds=4000)
        assert [line.amount for line in review_of(runner).milestones] == ["1 h 07"]


def test_each_movement_with_its_best_set_and_its_new_rungs(runner: Runner, strength: Callable[..., Session]) -> None:
    strength(date(2026, 3, 3), reps=12, kg=20)
    best = strength(date(2026, 9, 21), "back-squat", reps=8, kg=50)
    strength(date(2026, 9, 24), "dumbbell-lunge", reps=10, kg=16, per_leg=True)
    squat, lunge = review_of(runner).movements
    assert squat[:6] == ("Squat", "/history/squat/", "8 ×\xa050 kg", "Back squat", "21 Sep", f"/sessions/{best.pk}/")
    assert squat.new == "Goblet squat, 3\xa0Mar · Back squat, 21\xa0Sep"
    assert (lunge.best, lunge.name) == ("10 a leg ×\xa016 kg", "Lunge")
    assert review_of(runner).any_new


def test_a_set_of_a_session_under_way_leads_to_its_week(runner: Runner) -> None:
    session = SessionFactory.create(runner=runner, day=date(2026, 11, 25), status=Session.Status.UNDER_WAY)
    LoggedSetFactory.create(session=session)
    (squat,) = review_of(runner).movements
    assert squat.session == "/history/?week=2026-11-23#week-2026-11-23"


class TestMuscles:
    def test_the_mean_of_the_weeks_with_strength(self, runner: Runner, strength: Callable[..., Session]) -> None:
        strength(date(2026, 3, 3), sets=3)
        strength(date(2026, 9, 3), "step-calf-raise", sets=2, kg=None)
        sets = {row.muscle.slug: row.sets.counted for row in review_of(runner).muscle_work.trained}
        assert (sets["quadriceps"], sets["calves"], sets["hamstrings"]) == (1.5, 1, 0.75)

    def test_neglected_is_what_got_less_than_a_set_in_each_week_with_strength(
        self, runner: Runner, strength: Callable[..., Session]
    ) -> None:
        for week in range(4):
            strength(date(2026, 3, 3) + 7 * week * DAY, sets=2)
        strength(date(2026, 3, 3), "step-calf-raise", sets=3, kg=None)
        review = review_of(runner)
        assert review.weeks_with_strength == 4
        neglected = {muscle.slug for muscle in review.neglected}
        assert "calves" in neglected
        assert not neglected & {"quadriceps", "hamstrings"}
        strength(date(2026, 3, 10), "step-calf-raise", sets=1, kg=None)
        assert "calves" not in {muscle.slug for muscle in review_of(runner).neglected}


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"reps": 8, "kg": 22.5}, "8 ×\xa022.5 kg"),
        ({"reps": 12}, "12"),
        ({"reps": 12, "kg": 0.0}, "12"),
        ({"reps": 10, "kg": 16.0, "per_leg": True}, "10 a leg ×\xa016 kg"),
        ({"seconds": 60}, "60\xa0s"),
        ({"seconds": 40, "per_leg": True}, "40 s a side"),
    ],
)
def test_a_set_in_words(fields: dict[str, float], words: str) -> None:
    plain = {"reps": None, "seconds": None, "kg": None, "per_leg": False} | fields
    one = SetGroup(month=1, variation=1, number=1, first=TODAY, **plain)  # type: ignore[arg-type]
    assert set_words(one, METRIC) == words
    if plain["kg"]:
        assert set_words(one, IMPERIAL).endswith("lb")


def test_hours_and_spans() -> None:
    assert [hours(seconds) for seconds in (59, 3600, 45 * 3600 + 7 * 60)] == ["0:01", "1:00", "45:07"]
    assert [span(TODAY, TODAY + days * DAY) for days in (3, 6)] == ["25 – 28 Nov", "25 Nov – 1 Dec"]


def test_in_german(runner: Runner, strength: Callable[..., Session]) -> None:
    strength(date(2026, 3, 3), reps=100, kg=22.5)
    run_on(runner, date(2026, 3, 3), metres=21097)
    with translation.override("de"):
        review = review_of(runner)
        assert ("Bewegt", "2.250 kg") in review.totals
        assert review.movements[0].best == "100 ×\xa022,5 kg"
        assert [(line.when, line.amount) for line in review.milestones][-1] == ("3. Mär", "21,1 km")
