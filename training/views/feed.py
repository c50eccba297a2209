"""The calendar feed: no login, since the address is the secret."""

from datetime import datetime
from typing import Any

from django.core.cache import caches
from django.db import connection
from django.db.models import CharField
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date, quote_etag
from django.views.decorators.http import require_safe

from config.prepared import Asked
from config.together import Parts, Together
from exercises.models import GuidesRevision
from training.actions.feed import publish
from training.models import CalendarFeed, Runner, RunnerRevision
from training.models.feed import digest_of
from training.stamp import Stamp
from training.triggers import digest

# A phone may keep it that long without asking; each later question is answered from the newest runs.
FRESH_SECONDS = 300


@require_safe
def calendar(request: HttpRequest, token: str) -> HttpResponse:
    """The feed of that address as an iCalendar file; 304 where the reader has it already."""
    now = timezone.now()
    feed, stamp = asked_for(token, now)
    mark, changed_at, file = kept(feed, stamp, now)
    etag, changed = quote_etag(mark), int(changed_at.timestamp())
    response = get_conditional_response(request, etag, changed)
    if response is None:
        response = HttpResponse(file, content_type="text/calendar; charset=utf-8")
        response["Content-Disposition"] = 'inline; filename="sets-and-strides.ics"'
        response["X-Robots-Tag"] = "noindex"
    response["ETag"], response["Last-Modified"] = etag, http_date(changed)
    patch_cache_control(response, private=True, max_age=FRESH_SECONDS)
    return response


def asked_for(token: str, now: datetime) -> tuple[CalendarFeed, Stamp | None]:
    """The feed of that address with its runner, and what it may be kept by; one query. Raises Http404 where none is."""
    rows = ASKED.rows(digest=digest_of(token), triggers=digest(connection.vendor))
    for feed, runner in zip(rows["feeds"], rows["runners"], strict=True):
        feed.runner = runner
        numbers = [one.number for one in (*rows["revisions"], *rows["guides"])]
        return feed, Stamp.at(now, runner, *numbers) if len(numbers) == 2 else None
    raise Http404


def _asked() -> Parts:
    wanted: Any = Asked("digest", CharField())
    feeds = CalendarFeed.objects.of_digest(wanted)
    return {
        "feeds": feeds,
        "runners": Runner.objects.filter(pk__in=feeds.values("runner")),
        "revisions": RunnerRevision.objects.filter(pk__in=feeds.values("runner")),
        "guides": GuidesRevision.objects.filter(triggers=Asked("triggers", CharField())),
    }


ASKED = Together(_asked)


def kept(feed: CalendarFeed, stamp: Stamp | None, now: datetime) -> tuple[str, datetime, bytes]:
    """Mark, date and file of the feed: those of the last time, as long as nothing that they rest on has changed."""
    key = stamp and stamp.key("feed", feed.pk)
    found: tuple[str, datetime, bytes] | None = caches["pages"].get(key) if key else None
    if found is None:
        published = publish(feed=feed, now=now)
        found = published.mark, published.changed_at, published.file()
        if key:
            caches["pages"].set(key, found)
    return found
