"""What the address of a history page asks for."""

from datetime import date

from django.http import Http404, HttpRequest
from django.utils.dateparse import parse_date

from training.models.span import Span
from training.models.week import WEEK


def day_asked(request: HttpRequest, name: str) -> date | None:
    """The day in the query, as 2026-11-16; None where none is asked for. Raises Http404 where it is no day."""
    text = request.GET.get(name)
    if not text:
        return None
    try:
        day = parse_date(text)
    except ValueError:
        day = None
    # The first and last week that Python can count are no weeks of a history.
    if day is None or not date.min + 60 * WEEK < day < date.max - 60 * WEEK:
        raise Http404(f"{text} is not a day")
    return day


def span_asked(request: HttpRequest) -> Span | None:
    """How far back `?range=` reaches; None where none is asked for. Raises Http404 for one that there is not."""
    text = request.GET.get("range")
    if not text:
        return None
    try:
        return Span(text)
    except ValueError:
        raise Http404(f"there is no range {text}") from None
