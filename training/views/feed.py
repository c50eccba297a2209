"""The calendar feed: no login, since the address is the secret."""

from datetime import datetime

from django.core.cache import caches
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date, quote_etag
from django.views.decorators.http import require_safe

from training.actions.feed import publish
from training.models import CalendarFeed
from training.stamp import Stamp

# A phone may keep it that long without asking; each later question is answered from the newest runs.
FRESH_SECONDS = 300


@require_safe
def calendar(request: HttpRequest, token: str) -> HttpResponse:
    """The feed of that address as an iCalendar file; 304 where the reader has it already."""
    feed = CalendarFeed.objects.of_token(token).first()
    if feed is None:
        raise Http404
    mark, changed_at, file = kept(feed, timezone.now())
    etag, changed = quote_etag(mark), int(changed_at.timestamp())
    response = get_conditional_response(request, etag, changed)
    if response is None:
        response = HttpResponse(file, content_type="text/calendar; charset=utf-8")
        response["Content-Disposition"] = 'inline; filename="sets-and-strides.ics"'
        response["X-Robots-Tag"] = "noindex"
    response["ETag"], response["Last-Modified"] = etag, http_date(changed)
    patch_cache_control(response, private=True, max_age=FRESH_SECONDS)
    return response


def kept(feed: CalendarFeed, now: datetime) -> tuple[str, datetime, bytes]:
    """Mark, date and file of the feed: those of the last time, as long as nothing that they rest on has changed."""
    stamp = Stamp.of(feed.runner, now)
    key = stamp and stamp.key("feed", feed.pk)
    found: tuple[str, datetime, bytes] | None = caches["pages"].get(key) if key else None
    if found is None:
        published = publish(feed=feed, now=now)
        found = published.mark, published.changed_at, published.file()
        if key:
            caches["pages"].set(key, found)
    return found
