from datetime import UTC, date, datetime, timedelta

import pytest

from exercises.models import Variation
from tests.factories import LoggedSetFactory, RunFactory, SessionFactory
from training.models import Runner, Session, ShownWeek
from training.models.history import History
from training.models.opened_week import OpenedWeek
from training.models.span import Span
from training.models.step import Step
from training.models.week import WEEK
from training.plan.adherence import Kept, Outcome

TODAY = date(2026, 11, 25)
THIS_WEEK = date(2026, 11, 23)


def run_on(runner: Runner, day: date, **fields: object) -> None:
    RunFactory.create(runner=runner, start=datetime(day.year, day.month, day.day, 12, tzinfo=UTC), **fields)


def lift_on(runner: Runner, day: date, sets: int = 1, **fields: object) -> Session:
    session = SessionFactory.create(runner=runner, day=day, **fields)
    for number in range(1, sets + 1):
        LoggedSetFactory.create(session=session, number=number)
    return session


@pytest.mark.parametrize(
    ("span", "begun", "step", "columns"),
    [
        pytest.param(Span.WEEKS, date(2020, 1, 1), Step.WEEK, 12, id="twelve weeks"),
        pytest.param(Span.WEEKS, date(2026, 11, 4), Step.WEEK, 4, id="as many as there are"),
        pytest.param(Span.YEAR, date(2020, 1, 1), Step.WEEK, 52, id="a year"),
        pytest.param(Span.ALL, date(2026, 1, 5), Step.WEEK, 47, id="all of a short history by week"),
        pytest.param(Span.ALL, date(2023, 1, 5), Step.MONTH, 47, id="all of some years by month"),
        pytest.param(Span.ALL, date(2016, 1, 5), Step.QUARTER, 44, id="all of ten years by quarter"),
    ],
)
def test_what_a_picture_shows(runner: Runner, span: Span, begun: date, step: Step, columns: int) -> None:
    run_on(runner, begun)
    history = History(runner, TODAY, span=span)
    assert (history.step, len(history.columns)) == (step, columns)
    assert history.columns[0].first <= TODAY <= history.columns[0].last


def test_the_span_before_ends_on_the_same_weekday(runner: Runner) -> None:
    """On a Wednesday a week under way is beside the Monday to Wednesday of twelve weeks ago."""
    run_on(runner, TODAY - 30 * WEEK)
    for day in (TODAY, TODAY - 12 * WEEK, TODAY - 12 * WEEK + timedelta(days=1), TODAY - 13 * WEEK):
        run_on(runner, day, metres=5000)
        lift_on(runner, day)
    history = History(runner, TODAY)
    assert history.total_before
    assert (history.total.runs, history.total_before.runs) == (1, 2)
    assert (history.total.sessions, history.total_before.sessions) == (1, 2)
    assert (history.total.sets, history.total_before.sets) == (1, 2)
    assert history.stretch_before
    assert (history.stretch_before.first, history.stretch_before.last) == (
        THIS_WEEK - 23 * WEEK,
        TODAY - 12 * WEEK,
    )


def test_an_older_page_is_beside_whole_weeks(runner: Runner) -> None:
    run_on(runner, TODAY - 60 * WEEK)
    history = History(runner, TODAY, before=THIS_WEEK - 11 * WEEK)
    assert history.stretch_before
    assert history.columns[0].first == THIS_WEEK - 12 * WEEK
    assert history.stretch_before.last == history.stretch.first - timedelta(days=1)


@pytest.mark.parametrize("begun", [TODAY - 4 * WEEK, TODAY - 20 * WEEK], ids=["none", "a part"])
def test_a_span_before_that_is_not_whole_is_not_compared(runner: Runner, begun: date) -> None:
    run_on(runner, begun)
    assert History(runner, TODAY).total_before is None


def test_movements_that_were_not_trained_stand_there_too(runner: Runner) -> None:
    run_on(runner, TODAY - 60 * WEEK)
    lift_on(runner, TODAY, sets=3)
    lift_on(runner, TODAY - 13 * WEEK, sets=2)
    rows = {row.slug: (row.sets, row.before) for row in History(runner, TODAY).movements}
    assert list(rows) == ["squat", "deadlift", "lunge", "glute-bridge", "step-up", "plank", "calf-raise"]
    assert (rows["squat"], rows["deadlift"]) == ((3, 2), (0, 0))


def test_muscles_are_counted_by_week_and_the_neglected_named(runner: Runner) -> None:
    run_on(runner, THIS_WEEK - 3 * WEEK)
    for number in range(4):
        session = lift_on(runner, THIS_WEEK - number * WEEK, sets=2)
        if not number:
            calf_raise = Variation.objects.get(slug="step-calf-raise")
            LoggedSetFactory.create(session=session, variation=calf_raise, position=7, kg=None)
    history = History(runner, TODAY)
    sets = {row.muscle.slug: row.sets.counted for row in history.muscle_work.rows}
    weeks = 3 + 3 / 7
    assert sets["quadriceps"] == pytest.approx(8 / weeks)
    assert sets["calves"] == pytest.approx(1 / weeks)
    neglected = {muscle.slug for muscle in history.muscle_work.neglected}
    assert "calves" in neglected
    assert "quadriceps" not in neglected


def test_a_muscle_of_the_guides_has_neglect_only_below_one_set_a_week(runner: Runner) -> None:
    lift_on(runner, TODAY, sets=3)
    history = History(runner, TODAY)
    # A week that began on Monday counts as one.
    assert history.weeks_begun == 1.0


def test_recommended_days_by_week(runner: Runner) -> None:
    monday = THIS_WEEK - WEEK
    for week in (monday, THIS_WEEK):
        chosen = [(week + timedelta(days=offset)).isoformat() for offset in (1, 2, 4)]
        ShownWeek.objects.create(runner=runner, made_on=week, start=week, days=[], recommended=chosen, basis={})
    lift_on(runner, monday + timedelta(days=1))
    lift_on(runner, monday + timedelta(days=5))
    skipped = SessionFactory.create(runner=runner, day=monday + timedelta(days=2), status=Session.Status.SKIPPED)
    history = History(runner, TODAY)
    assert history.kept == [
        Kept(monday + timedelta(days=1), Outcome.MET, monday + timedelta(days=1)),
        Kept(skipped.day, Outcome.MOVED, monday + timedelta(days=5)),
        Kept(monday + timedelta(days=4), Outcome.LEFT_OUT),
        Kept(THIS_WEEK + timedelta(days=1), Outcome.LEFT_OUT),
    ]
    assert len(history.kept_of(history.columns[1])) == 3


def test_today_is_not_left_out_before_it_is_over(runner: Runner) -> None:
    ShownWeek.objects.create(
        runner=runner, made_on=THIS_WEEK, start=THIS_WEEK, days=[], recommended=[TODAY.isoformat()], basis={}
    )
    assert History(runner, TODAY).kept == []
    lift_on(runner, TODAY)
    assert History(runner, TODAY).kept == [Kept(TODAY, Outcome.MET, TODAY)]


def test_years_of_all(runner: Runner) -> None:
    run_on(runner, date(2024, 6, 5), metres=8000)
    run_on(runner, date(2025, 6, 5), metres=9000)
    years = History(runner, TODAY, span=Span.ALL).years
    assert [(year.first.year, year.metres) for year in years] == [(2026, 0), (2025, 9000), (2024, 8000)]


def test_an_opened_week_is_the_same_alone_and_in_the_page(runner: Runner) -> None:
    monday = THIS_WEEK - WEEK
    run_on(runner, monday)
    run_on(runner, monday)
    lift_on(runner, monday + timedelta(days=3), sets=3)
    lift_on(runner, monday - timedelta(days=1))
    alone = OpenedWeek.of(runner, TODAY, monday)
    inside = History(runner, TODAY, opened=monday).opened_week
    assert inside
    assert alone.summary == inside.summary
    assert [(day.day, len(day.runs), [one.sets_done for one in day.sessions]) for day in alone.days] == [
        (day.day, len(day.runs), [one.sets_done for one in day.sessions]) for day in inside.days
    ]
    assert [(len(day.runs), len(day.sessions)) for day in alone.days] == [(2, 0), *[(0, 0)] * 2, (0, 1), *[(0, 0)] * 3]
    assert History(runner, TODAY, opened=monday - 50 * WEEK).opened_week is None
