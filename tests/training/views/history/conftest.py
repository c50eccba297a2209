from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from django.utils import timezone

from exercises.models import Variation
from tests.training.views.history.entries import TODAY
from training.models import LoggedSet, Run, Runner, Session


@pytest.fixture(autouse=True)
def on_a_wednesday(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is noon on Wednesday, 25 November 2026."""
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 11, 25, 12, tzinfo=UTC))


@pytest.fixture(params=[10, 1000], ids=["10 rows", "1000 rows"])
def rows(request: pytest.FixtureRequest, runner: Runner) -> int:
    """So many runs, sessions and sets of the runner, over three weeks or over years."""
    count, rng = request.param, Random(1)
    days = [TODAY - timedelta(days=2 * number) for number in range(count)]
    starts = [datetime(day.year, day.month, day.day, 9, tzinfo=UTC) for day in days]
    Run.objects.bulk_create(
        Run(runner=runner, start=start, day=start.date(), time_zone="UTC", seconds=3000, metres=9000, kind=kind)
        for start in starts
        for kind in [rng.choice(list(Run.Kind))]
    )
    sessions = [Session(runner=runner, day=day, status="done", workout="A") for day in days]
    Session.objects.bulk_create(sessions)
    squat = Variation.objects.get(slug="goblet-squat")
    LoggedSet.objects.bulk_create(
        LoggedSet(
            session=session,
            exercise_id=squat.exercise_id,
            variation=squat,
            position=1,
            number=1,
            reps=10,
            kg=20,
            rir=2,
            logged_at=timezone.now(),
            changed_at=timezone.now(),
        )
        for session in sessions
    )
    return int(count)
