"""A calendar feed: entries in, iCalendar out (RFC 5545, with the names and refresh interval of RFC 7986).

Nothing in it depends on the moment of writing: the same entries and revisions give the same bytes.
"""

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Alarm, Calendar, Event, vDuration, vText

PRODUCT = "-//Sets & Strides//Calendar feed//EN"
# Line feeds and tabs apart, a text has no room for control characters; run files bring them in titles.
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
SHORTEST = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a calendar.

    A `start` that is a date makes an entry of that whole day; an aware datetime one that lasts until `end`. `alarm` is
    how long after the start it rings, negative for before; the start of a whole day is midnight where the calendar is
    read. `free` says that the time can be taken by something else, `tentative` that the entry may still move.
    """

    uid: str
    start: date | datetime
    summary: str
    description: str = ""
    end: datetime | None = None
    url: str = ""
    categories: tuple[str, ...] = ()
    tentative: bool = False
    free: bool = True
    alarm: timedelta | None = None

    @property
    def day(self) -> date:
        return self.start.date() if isinstance(self.start, datetime) else self.start

    @property
    def digest(self) -> str:
        """A name for everything it says: another as soon as anything of it changes."""
        return hashlib.sha256(json.dumps(asdict(self), default=str).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Revision:
    """How often an entry was changed since it was first published, and when last (aware)."""

    sequence: int
    changed_at: datetime


def write(name: str, entries: Iterable[tuple[Entry, Revision]], *, refresh: timedelta) -> bytes:
    """The calendar called `name`, asking to be read again after `refresh`."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    for key in ("name", "x-wr-calname"):
        calendar.add(key, vText(plain(name)))
    calendar.add("refresh-interval", vDuration(refresh), {"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(refresh))
    for entry, revision in entries:
        calendar.add_component(event(entry, revision))
    return bytes(calendar.to_ical())


def event(entry: Entry, revision: Revision) -> Event:
    found = Event()
    found.add("uid", entry.uid)
    found.add("sequence", revision.sequence)
    for key in ("dtstamp", "last-modified"):
        found.add(key, revision.changed_at.astimezone(UTC))
    if isinstance(entry.start, datetime):
        start = entry.start.astimezone(UTC)
        found.add("dtstart", start)
        found.add("dtend", max(entry.end.astimezone(UTC) if entry.end else start, start + SHORTEST))
    else:
        found.add("dtstart", entry.start)
        found.add("dtend", entry.start + timedelta(days=1))
    found.add("summary", plain(entry.summary))
    if entry.description:
        found.add("description", plain(entry.description))
    if entry.url:
        found.add("url", entry.url)
    if entry.categories:
        found.add("categories", [plain(category) for category in entry.categories])
    found.add("status", "TENTATIVE" if entry.tentative else "CONFIRMED")
    found.add("transp", "TRANSPARENT" if entry.free else "OPAQUE")
    if entry.alarm is not None:
        found.add_component(alarm(entry.summary, entry.alarm))
    return found


def alarm(text: str, after_start: timedelta) -> Alarm:
    found = Alarm()
    found.add("action", "DISPLAY")
    found.add("description", plain(text))
    found.add("trigger", after_start)
    return found


def plain(text: str) -> str:
    """The text as a calendar can hold it: line ends made one, control characters left out."""
    return CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
