from datetime import date, timedelta

from exercises.models import Variation
from tests.factories import LoggedSetFactory, SessionFactory
from training.models import Runner, Session
from training.models.opened_week import OpenedWeek, sets_of_movements

MONDAY = date(2026, 3, 2)
SUNDAY = MONDAY + timedelta(days=6)


def test_sets_of_a_week_are_counted_as_everywhere(runner: Runner) -> None:
    """Working sets of sessions that were not skipped, from the first day to the last."""
    calf_raise = Variation.objects.get(slug="step-calf-raise")
    for day in (MONDAY - timedelta(days=1), MONDAY, SUNDAY, SUNDAY + timedelta(days=1)):
        session = SessionFactory.create(runner=runner, day=day)
        LoggedSetFactory.create(session=session, number=1)
        LoggedSetFactory.create(session=session, number=1, position=7, variation=calf_raise, kg=None)
        LoggedSetFactory.create(session=session, number=2, position=7, variation=calf_raise, warm_up=True)
        LoggedSetFactory.create(session=session, number=3, position=7, variation=calf_raise, removed=True)
    skipped = SessionFactory.create(runner=runner, day=MONDAY, status=Session.Status.SKIPPED)
    LoggedSetFactory.create(session=skipped)
    LoggedSetFactory.create(session__day=MONDAY)
    week = OpenedWeek.of(runner, SUNDAY, MONDAY)
    assert sets_of_movements(week.summary) == {"squat": 2, "calf-raise": 2}
