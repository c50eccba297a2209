"""Pages are in the runner's own language, and times in the runner's own time zone."""

from collections.abc import Callable
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation

TIME_ZONE_COOKIE = "time-zone"


def runner_language(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Activate the language that the runner chose; else Django's cookie and the browser have decided before."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated and request.user.language:
            translation.activate(request.user.language)
            request.LANGUAGE_CODE = translation.get_language()
        return get_response(request)

    return middleware


def runner_time_zone(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Activate the runner's time zone, for visitors the one that their browser told in a cookie."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            zone: ZoneInfo | None = request.user.zone
        else:
            zone = known_zone(request.COOKIES.get(TIME_ZONE_COOKIE, ""))
        with timezone.override(zone):
            return get_response(request)

    return middleware


def known_zone(name: str) -> ZoneInfo | None:
    """The zone called `name`, or None where there is none of that name (a cookie may say anything)."""
    try:
        return ZoneInfo(name) if name else None
    except (KeyError, ValueError, OSError):
        return None
