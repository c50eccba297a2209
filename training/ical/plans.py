"""The entries of a training plan in an .ics file, as calendars and coaching apps export it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from hashlib import sha1
from typing import Any

from icalendar import Calendar
from icalendar.cal import Component
from icalendar.prop import vBroken

from training.ical.phrases import Phrase, understand
from training.ical.repeats import Repeat, UnreadableRepeat, weekday_of

MOST_BYTES = 1024 * 1024
MOST_LINES = 60_000
MOST_EVENTS = 2000
REPEATS_FOR = timedelta(weeks=26)
LONGEST_TITLE = 200
LONGEST_NOTES = 2000

# What a damaged file makes icalendar raise; nothing of it is ours.
DAMAGE = (ValueError, TypeError, AttributeError, LookupError, OverflowError, RecursionError)
RULE_PARTS = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "WKST"}
# Only the zone's name is used: its definition in the file may hold anything.
ZONE_BEGINS, ZONE_ENDS = "BEGIN:VTIMEZONE", "END:VTIMEZONE"


class UnreadablePlan(Exception):  # noqa: N818 - the name that callers read
    """Why a file is not read: `code` is one of SENTENCES, `sentence` says it for a person."""

    SENTENCES: Mapping[str, str] = {
        "empty": "This file is empty: a calendar file (.ics) with a training plan was expected.",
        "too-large": "This file is larger than 1 MB, which is more than a training plan needs.",
        "not-a-calendar": "This is not a calendar file: a training plan exported as .ics was expected.",
        "damaged": "This calendar file is damaged or breaks off, so nothing of it was taken: please export it again.",
        "too-many-events": "This calendar holds more than 2,000 events: please export the training plan alone.",
        "no-events": "This calendar file is complete but holds no event: a training plan was expected.",
    }

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(self.sentence)

    @property
    def sentence(self) -> str:
        return self.SENTENCES[self.code]


@dataclass(frozen=True, slots=True)
class PlanEntry:
    """One event of a plan on one day, and what its words mean. `uid` is the same whenever the file is read."""

    uid: str
    day: date
    title: str
    notes: str
    phrase: Phrase


@dataclass(frozen=True, slots=True)
class PlanReading:
    """The entries from today on, by day; how many lie in the past, and how many events have no readable date."""

    entries: tuple[PlanEntry, ...]
    past: int
    unreadable: int


def read_plan(data: bytes, *, today: date, zone: tzinfo) -> PlanReading:
    """Read a calendar file. Moments become days in `zone`; times without a zone keep the day that they show.

    Repeating events are followed for 26 weeks from `today`. Raises UnreadablePlan, whose sentence says what is wrong.
    """
    events = _events(data)
    replaced = _replaced(events, zone)
    entries: dict[str, PlanEntry] = {}
    past = unreadable = 0
    for event in events:
        if str(event.get("STATUS", "")).upper() == "CANCELLED":
            continue
        try:
            days, earlier = _days(event, zone, today, replaced)
            found = list(_entries(event, days, zone))
        except (UnreadableRepeat, *DAMAGE):
            unreadable += 1
            continue
        past += earlier
        for entry in found:
            entries[entry.uid] = entry
            if len(entries) > MOST_EVENTS:
                raise UnreadablePlan("too-many-events")
    return PlanReading(tuple(sorted(entries.values(), key=lambda entry: (entry.day, entry.title))), past, unreadable)


def _events(data: bytes) -> list[Component]:
    if not data.strip():
        raise UnreadablePlan("empty")
    if len(data) > MOST_BYTES:
        raise UnreadablePlan("too-large")
    text = _decoded(data).lstrip()
    if not text.upper().startswith("BEGIN:VCALENDAR"):
        raise UnreadablePlan("not-a-calendar")
    text = _without_zones(text)
    if text.count("\n") > MOST_LINES or text.upper().count("BEGIN:VEVENT") > MOST_EVENTS:
        raise UnreadablePlan("too-many-events")
    try:
        calendars = Calendar.from_ical(text, multiple=True)
        events = [event for calendar in calendars for event in calendar.walk("VEVENT")]
    except DAMAGE as error:
        raise UnreadablePlan("damaged") from error
    if not calendars:
        raise UnreadablePlan("damaged")
    if not events:
        raise UnreadablePlan("no-events")
    return events


def _decoded(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _without_zones(text: str) -> str:
    """Without definitions of time zones: the names are known, and their rules could be written to run for ever."""
    kept, at, upper = [], 0, text.upper()
    while (begin := upper.find(ZONE_BEGINS, at)) >= 0:
        kept.append(text[at:begin])
        end = upper.find(ZONE_ENDS, begin)
        if end < 0:
            raise UnreadablePlan("damaged")
        at = end + len(ZONE_ENDS)
    return re.sub(r"(?:\r?\n){2,}", "\r\n", "".join([*kept, text[at:]]))


def _value(event: Component, name: str) -> Any:
    """A property of an event; None where it has none, or one that cannot be read."""
    value = event.get(name)
    return None if isinstance(value, vBroken) else value


def _replaced(events: list[Component], zone: tzinfo) -> dict[str, set[date]]:
    """The days of repeating events that another event of the file, with its RECURRENCE-ID, moves or changes."""
    found: dict[str, set[date]] = {}
    for event in events:
        moved = _value(event, "RECURRENCE-ID")
        if moved is not None:
            found.setdefault(str(event.get("UID", "")), set()).add(_day(moved.dt, zone))
    return found


def _days(event: Component, zone: tzinfo, today: date, replaced: dict[str, set[date]]) -> tuple[list[date], int]:
    """The days of an event from `today` on, and how many of its days lie before; a repeated past counts as one."""
    start = _day(_value(event, "DTSTART").dt, zone)
    if "RRULE" not in event and "RDATE" not in event:
        return ([start], 0) if start >= today else ([], 1)
    last = today + REPEATS_FOR
    days = {start} if today <= start <= last else set()
    for rule in _listed(event.get("RRULE")):
        days |= set(_repeat(rule, zone).days(start, today, last))
    days |= {day for day in _dates(event.get("RDATE"), zone) if today <= day <= last}
    days -= set(_dates(event.get("EXDATE"), zone)) | replaced.get(str(event.get("UID", "")), set())
    return sorted(days), 1 if start < today else 0


def _listed(value: Any) -> list[Any]:
    return [] if value is None else value if isinstance(value, list) else [value]


def _dates(value: Any, zone: tzinfo) -> Iterator[date]:
    for dates in _listed(value):
        for one in dates.dts:
            moment = one.dt
            yield _day(moment[0] if isinstance(moment, tuple) else moment, zone)


def _day(moment: date | datetime, zone: tzinfo) -> date:
    if isinstance(moment, datetime):
        return moment.astimezone(zone).date() if moment.tzinfo is not None else moment.date()
    if isinstance(moment, date):
        return moment
    raise ValueError(f"{moment} is no day")


def _repeat(rule: Mapping[str, Any], zone: tzinfo) -> Repeat:
    """The rule of an event as one of ours. Raises UnreadableRepeat where it says more than we follow."""
    parts = {str(name).upper(): value for name, value in rule.items()}
    if not parts.keys() <= RULE_PARTS:
        raise UnreadableRepeat(", ".join(parts))
    until = next(iter(_listed(parts.get("UNTIL"))), None)
    count = next(iter(_listed(parts.get("COUNT"))), None)
    return Repeat(
        frequency=str(parts["FREQ"][0]).upper(),
        interval=int(next(iter(_listed(parts.get("INTERVAL"))), 1)),
        count=None if count is None else int(count),
        until=None if until is None else _day(until, zone),
        by_day=tuple(weekday_of(str(day).upper()) for day in _listed(parts.get("BYDAY"))),
        by_month_day=tuple(int(day) for day in _listed(parts.get("BYMONTHDAY"))),
        by_month=tuple(int(month) for month in _listed(parts.get("BYMONTH"))),
        week_starts_on=weekday_of(str(next(iter(_listed(parts.get("WKST"))), "MO")))[1],
    )


def _entries(event: Component, days: list[date], zone: tzinfo) -> Iterator[PlanEntry]:
    if not days:
        return
    title = " ".join(str(event.get("SUMMARY", "")).split())[:LONGEST_TITLE]
    notes = str(event.get("DESCRIPTION", "")).strip()[:LONGEST_NOTES]
    phrase = Phrase(None, "none") if _spans_days(event, zone) else understand(title, notes)
    for day in days:
        yield PlanEntry(_uid(event, title, day), day, title, notes, phrase)


def _spans_days(event: Component, zone: tzinfo) -> bool:
    """Whether it covers several whole days, as the note of a week ("Week 3: 40 km") does: that is no run."""
    start, end, lasts = _value(event, "DTSTART").dt, _value(event, "DTEND"), _value(event, "DURATION")
    if isinstance(start, datetime):
        return False
    if end is not None:
        over: date = _day(end.dt, zone)
        return bool(over - start > timedelta(days=1))
    return lasts is not None and bool(lasts.dt > timedelta(days=1))


def _uid(event: Component, title: str, day: date) -> str:
    """The event's own UID, with the day of one of several; made of day and title where the file gives none.

    One that is longer than a column becomes its SHA-1.
    """
    own = str(event.get("UID", "")).strip()
    several = "RRULE" in event or "RDATE" in event
    moved = _value(event, "RECURRENCE-ID")
    if moved is not None:
        several, day = True, moved.dt.date() if isinstance(moved.dt, datetime) else moved.dt
    uid = f"{own}/{day}" if own and several else own or f"{day}/{title}"
    return uid if len(uid) <= 100 else sha1(uid.encode(), usedforsecurity=False).hexdigest()
