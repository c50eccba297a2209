"""The calendar feed: no login, since the address is the secret."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date, quote_etag
from django.views.decorators.http import require_safe

from training.actions.feed import publish
from training.models import CalendarFeed

# A phone may keep it that long without asking; each later question is answered from the newest runs.
FRESH_SECONDS = 300


@require_safe
def calendar(request: HttpRequest, token: str) -> HttpResponse:
    """The feed of that address as an iCalendar file; 304 where the reader has it already."""
    feed = CalendarFeed.objects.of_token(token).first()
    if feed is None:
        raise Http404
    published = publish(feed=feed, now=timezone.now())
    etag, changed = quote_etag(published.mark), int(published.changed_at.timestamp())
    response = get_conditional_response(request, etag, changed)
    if response is None:
        response = HttpResponse(published.file(), content_type="text/calendar; charset=utf-8")
        response["Content-Disposition"] = 'inline; filename="sets-and-strides.ics"'
        response["X-Robots-Tag"] = "noindex"
    response["ETag"], response["Last-Modified"] = etag, http_date(changed)
    patch_cache_control(response, private=True, max_age=FRESH_SECONDS)
    return response
