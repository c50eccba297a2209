"""What the summary says of a session that was entered late."""

from datetime import timedelta

from django.test import Client
from django.utils import timezone

from tests.training.views.sessions.taps import done, html
from training.models import Runner
from training.models.past_sets import PastSets


def test_it_claims_no_gain_over_later_sessions_and_says_nothing_of_next_time(
    client_of_runner: Client, runner: Runner
) -> None:
    done(runner, days_ago=2, more=1)
    best = done(runner, days_ago=9, more=8, entered_late=True)
    page = html(client_of_runner.get(best.get_absolute_url()))
    assert "more than last time" not in page
    assert "reps more" not in page
    assert "Next time" not in page


def test_it_does_not_reset_the_next_target(runner: Runner) -> None:
    later = done(runner, days_ago=2, more=1)
    today = runner.today(timezone.now())
    squat = later.movements.select_related("variation__exercise").first()
    assert squat is not None
    before = PastSets.of(runner, today).next_target(squat.variation)
    for days_ago, more in ((9, -5), (16, 20)):
        done(runner, days_ago=days_ago, more=more, entered_late=True)
        after = PastSets.of(runner, today).next_target(squat.variation)
        assert after.why.facts["day"] == today - timedelta(days=2)
        for now, then in zip(after.sets, before.sets, strict=False):
            assert then.amount <= now.amount <= then.amount + 1
