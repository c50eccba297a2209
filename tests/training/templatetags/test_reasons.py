from django.test import Client

from tests.factories import LoggedSetFactory, SessionFactory
from training.models import Runner
from training.plan.rules import because


def test_a_done_session_says_later_why_it_sat_where_it_sat(runner: Runner, client_of_runner: Client) -> None:
    moved = because("own-choice", moved_from=None).as_json()
    session = SessionFactory.create(runner=runner, reasons=[moved, {"rule": "of-old", "facts": {}, "evidence": []}])
    LoggedSetFactory.create(session=session)
    page = client_of_runner.get(session.get_absolute_url()).content.decode()
    assert "Why on this day" in page
    assert "You put it here yourself." in page


def test_one_that_nobody_recommended_has_no_reasons(runner: Runner, client_of_runner: Client) -> None:
    session = SessionFactory.create(runner=runner)
    LoggedSetFactory.create(session=session)
    assert "Why on this day" not in client_of_runner.get(session.get_absolute_url()).content.decode()
