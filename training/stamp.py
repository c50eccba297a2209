"""What a page of a runner is made from, as a few numbers that are read before anything else of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import wraps
from hashlib import sha256
from typing import Any, Concatenate, Self

from django.core.cache import caches
from django.db import connection
from django.http import HttpResponse
from django.utils import timezone

from config.http import RunnerRequest
from exercises.models import GuidesRevision
from training.models import Runner, RunnerRevision
from training.triggers import digest

# The ORM takes 0.4 ms more to put it into words.
NUMBERS = (
    f"SELECT r.number, g.number FROM {RunnerRevision._meta.db_table} r, {GuidesRevision._meta.db_table} g "
    "WHERE r.runner_id = %s AND g.triggers = %s"
)

SETTINGS = [field.attname for field in Runner._meta.concrete_fields if field.name not in ("password", "last_login")]


@dataclass(frozen=True, slots=True)
class Stamp:
    """Two are equal only where the runner's rows, the guides and the runner's date are the same."""

    runner_id: int
    settings: str
    revision: int
    guides: int
    today: date

    @classmethod
    def of(cls, runner: Runner, now: datetime) -> Self | None:
        """The stamp of this moment; one query. None where the database has other triggers than this code wants."""
        with connection.cursor() as cursor:
            cursor.execute(NUMBERS, [runner.pk, digest(connection.vendor)])
            numbers = cursor.fetchone()
        if numbers is None:
            return None
        return cls.at(now, runner, *numbers)

    @classmethod
    def at(cls, now: datetime, runner: Runner, revision: int, guides: int) -> Self:
        """The stamp of these numbers of this moment, read after the runner's own row or together with it."""
        # The row may be older than the numbers: it stands for itself.
        settings = repr([getattr(runner, name) for name in SETTINGS])
        return cls(runner.pk, settings, revision, guides, runner.today(now))

    def key(self, *named: Any) -> str | None:
        """The key of something that goes by these texts, numbers and dates, besides the stamp.

        None where nothing may be kept: in a transaction that goes on, or is taken back, the same stamp may stand for
        something else.
        """
        if connection.in_atomic_block:
            return None
        return sha256(repr([self, *named]).encode()).hexdigest()


def key_of(request: Any, *named: Any) -> str | None:
    """The key by the request's stamp; None where nothing may be kept.

    Who logs in as somebody else meanwhile has another's stamp.
    """
    stamp: Stamp | None = getattr(request, "stamp", None)
    if stamp is None or request.user.pk != stamp.runner_id:
        return None
    return stamp.key(*named)


def kept[Row](request: Any, name: str, read: Callable[[], Row | None]) -> Row | None:
    """What `read` gives of the runner's rows, by that name, read once under a stamp; nothing (None) is not kept."""
    key = key_of(request, name)
    if key is None:
        return read()
    pages = caches["pages"]
    row: Row | None = pages.get(key)
    if row is None and (row := read()) is not None:
        pages.set(key, row)
    return row


def stamped[**Asked](
    view: Callable[Concatenate[RunnerRequest, Asked], HttpResponse],
) -> Callable[Concatenate[RunnerRequest, Asked], HttpResponse]:
    """Let `{% kept %}` keep pieces of the view's page; stands below `login_required`.

    The stamp is read before the view reads anything. So a write in between leads to a newer page under an older stamp,
    which nobody asks for again, and never to an older page under a newer one.
    """

    @wraps(view)
    def stamping(request: RunnerRequest, *args: Asked.args, **kwargs: Asked.kwargs) -> HttpResponse:
        if request.method not in ("GET", "HEAD"):
            return view(request, *args, **kwargs)
        request.stamp, request.pieces = Stamp.of(request.user, timezone.now()), {}
        response = view(request, *args, **kwargs)
        for place, piece in request.pieces.items():
            response.content = response.content.replace(place, piece)
        return response

    return stamping
