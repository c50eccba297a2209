"""Days that were shown to a runner stay as they are: a page, a calendar and a mail all show them."""

from training.models import ShownWeek
from training.models.week_ahead import WeekAhead


def keep_shown_days(*, ahead: WeekAhead) -> None:
    """Store the days shown, unless a decision of the runner's is waiting or nothing is other than was kept."""
    if not ahead.settled:
        return
    now, before = ahead.as_shown(ahead.recommendation), ahead.shown_before
    if before is None or (before.made_on, before.days, before.basis) != (now.made_on, now.days, now.basis):
        ShownWeek.objects.keep(now)
