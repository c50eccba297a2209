"""What the summary says of a session that was entered late."""

from datetime import timedelta

from django.test import Client
from django.utils import timezone

from tests.training.views.sessions.taps import finish, html, log_all, start
from training.models import Runner, Session
from training.models.past_sets import PastSets


def entered_late(client: Client, runner: Runner, *, days_ago: int, more: int) -> Session:
    """Done some days ago, typed in today."""
    session = start(runner, days_ago=days_ago)
    Session.objects.filter(pk=session.pk).update(started_at=None)
    log_all(client, session, more=more)
    finish(client, session)
    return session


def test_it_claims_no_gain_over_later_sessions_and_says_nothing_of_next_time(
    client_of_runner: Client, runner: Runner
) -> None:
    later = start(runner, days_ago=2)
    log_all(client_of_runner, later, more=1)
    finish(client_of_runner, later)
    best = entered_late(client_of_runner, runner, days_ago=9, more=8)
    page = html(client_of_runner.get(best.get_absolute_url()))
    assert "more than last time" not in page
    assert "reps more" not in page
    assert "Next time" not in page


def test_it_does_not_reset_the_next_target(client_of_runner: Client, runner: Runner) -> None:
    later = start(runner, days_ago=2)
    log_all(client_of_runner, later, more=1)
    finish(client_of_runner, later)
    today = runner.today(timezone.now())
    squat = later.movements.select_related("variation__exercise").first()
    assert squat is not None
    before = PastSets.of(runner, today).next_target(squat.variation)
    for days_ago, more in ((9, -5), (16, 20)):
        entered_late(client_of_runner, runner, days_ago=days_ago, more=more)
        after = PastSets.of(runner, today).next_target(squat.variation)
        assert after.why.facts["day"] == today - timedelta(days=2)
        for now, then in zip(after.sets, before.sets, strict=False):
            assert then.amount <= now.amount <= then.amount + 1
