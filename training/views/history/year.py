"""A year at a look, to read and to print."""

from datetime import date, timedelta

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from config.http import RunnerRequest, page
from training.models.year import Year
from training.wording.year import YearReview


@login_required
@require_safe
def year(request: RunnerRequest, year: int) -> HttpResponse:
    """Raises Http404 for a year to come, and for one before, after or between which nothing was ever logged."""
    runner, today = request.user, request.user.today(timezone.now())
    # Where the runner is travelling, it may be tomorrow by now.
    if not date.min.year < year <= (today + timedelta(days=1)).year:
        raise Http404(f"{year} is no year of a history")
    found = Year.of(runner, year, today)
    if found.empty and not (found.goes_on or (found.around.before and found.around.after)):
        raise Http404(f"nothing was logged in {year}")
    context = {
        "active": "history",
        "year": found,
        "review": None if found.empty else YearReview(found, runner.measures),
    }
    return page(request, "training/year.html", context)
