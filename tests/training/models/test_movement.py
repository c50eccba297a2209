from datetime import date, timedelta

from exercises.models import Exercise, Variation
from tests.factories import LoggedSetFactory, RunnerFactory, SessionFactory
from training.models import Runner
from training.models.movement import last_session_of

DAY = date(2026, 11, 2)


def test_the_last_session_has_its_working_sets_by_variation(runner: Runner) -> None:
    for runner_of, day in ((runner, DAY), (runner, DAY + timedelta(days=2)), (RunnerFactory.create(), DAY)):
        session = SessionFactory.create(runner=runner_of, day=day)
        for number, slug in enumerate(("goblet-squat", "goblet-squat", "front-squat"), start=1):
            LoggedSetFactory.create(session=session, number=number, variation=Variation.objects.get(slug=slug))
        LoggedSetFactory.create(session=session, number=128, warm_up=True)
    last = last_session_of(runner, Exercise.objects.get(slug="squat"))
    assert last
    assert last.session.day == DAY + timedelta(days=2)
    assert [(variation.slug, len(sets)) for variation, sets in last.by_variation] == [
        ("goblet-squat", 2),
        ("front-squat", 1),
    ]


def test_nothing_done_is_no_last_session(runner: Runner) -> None:
    assert last_session_of(runner, Exercise.objects.get(slug="squat")) is None
