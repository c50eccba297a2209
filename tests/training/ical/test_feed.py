from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import cast
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event, vCategory

from training.ical.feed import Entry, Revision, plain, write

DAY = Entry(uid="strength-1", start=date(2026, 11, 24), summary="Strength: Workout A")
RUN = Entry(
    uid="run-1",
    start=datetime(2026, 11, 23, 18, 30, tzinfo=ZoneInfo("Europe/Berlin")),
    end=datetime(2026, 11, 23, 19, 18, tzinfo=ZoneInfo("Europe/Berlin")),
    summary="Easy run",
)
FIRST = Revision(0, datetime(2026, 11, 23, 9, 0, 5, tzinfo=UTC))
HOUR = timedelta(hours=1)

moments = st.integers(0, 4_000_000_000).map(lambda second: datetime.fromtimestamp(second, UTC))
# The library writes a literal backslash with a capital N as a line end.
lines = st.text(max_size=200).map(plain).filter(lambda text: r"\N" not in text)
entries = st.builds(
    Entry,
    uid=st.uuids().map(str),
    start=st.dates(date(1970, 1, 1), date(2200, 1, 1)) | moments,
    summary=lines,
    description=lines,
    url=st.sampled_from(["", "https://strides.example.org/week/"]),
    categories=st.lists(lines.filter(bool), max_size=3).map(tuple),
    tentative=st.booleans(),
    free=st.booleans(),
    alarm=st.none() | st.integers(-1440, 1440).map(lambda minutes: timedelta(minutes=minutes)),
)
revisions = st.builds(Revision, st.integers(0, 10_000), moments)


def written(*entries: tuple[Entry, Revision]) -> str:
    return write("Sets & Strides", entries, refresh=HOUR).decode()


def unfolded(*entries: tuple[Entry, Revision]) -> list[str]:
    return written(*entries).replace("\r\n ", "").splitlines()


def read_back(event: Event) -> tuple[Entry, Revision]:
    """The entry and revision that an event was written from, as another program reads it."""
    start, alarms = event.decoded("dtstart"), event.walk("VALARM")
    entry = Entry(
        uid=str(event["uid"]),
        start=start,
        summary=str(event["summary"]),
        description=str(event.get("description", "")),
        end=event.decoded("dtend") if isinstance(start, datetime) else None,
        url=str(event.get("url", "")),
        categories=tuple(str(one) for one in cast(vCategory, event["categories"]).cats)
        if "categories" in event
        else (),
        tentative=event["status"] == "TENTATIVE",
        free=event["transp"] == "TRANSPARENT",
        alarm=alarms[0].decoded("trigger") if alarms else None,
    )
    return entry, Revision(int(str(event["sequence"])), event.decoded("last-modified"))


@given(st.lists(st.tuples(entries, revisions), max_size=4, unique_by=lambda pair: pair[0].uid))
def test_what_was_written_is_read_back(pairs: list[tuple[Entry, Revision]]) -> None:
    whole = [
        (replace(entry, end=entry.start + HOUR) if isinstance(entry.start, datetime) else entry, revision)
        for entry, revision in pairs
    ]
    calendar = Calendar.from_ical(written(*whole))
    assert [read_back(event) for event in calendar.events] == whole
    assert not any(event.errors for event in calendar.events)


@given(st.tuples(entries, revisions), lines)
def test_no_line_is_over_75_octets_and_none_cuts_a_letter(pair: tuple[Entry, Revision], name: str) -> None:
    for line in write(name, [pair], refresh=HOUR).split(b"\r\n"):
        assert len(line) <= 75
        line.decode()


def test_umlauts_are_folded_between_letters() -> None:
    entry = replace(DAY, summary="Läufe über Hügel, grüßend; früh\\spät " * 5)
    folded = written((entry, FIRST)).encode().split(b"\r\n")
    assert sum(line.startswith(b" ") for line in folded) >= 2
    (event,) = Calendar.from_ical(written((entry, FIRST))).events
    assert event["summary"] == entry.summary


def test_commas_semicolons_and_line_ends_are_escaped() -> None:
    entry = replace(DAY, description="Squat, 3 × 12; rest\nthen \\ done")
    assert r"DESCRIPTION:Squat\, 3 × 12\; rest\nthen \\ done" in unfolded((entry, FIRST))


def test_control_characters_of_a_watch_are_left_out() -> None:
    entry = replace(DAY, summary="Run\x00\x07 one\r\ntwo\u2028three")
    assert r"SUMMARY:Run one\ntwothree" in unfolded((entry, FIRST))


def test_the_head_of_the_calendar() -> None:
    head = unfolded()
    for line in [
        "VERSION:2.0",
        "METHOD:PUBLISH",
        "X-WR-CALNAME:Sets & Strides",
        "NAME:Sets & Strides",
        "CALSCALE:GREGORIAN",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        "X-PUBLISHED-TTL:PT1H",
    ]:
        assert line in head


def test_a_whole_day_is_a_date_and_ends_on_the_next() -> None:
    lines = unfolded((DAY, FIRST))
    assert "DTSTART;VALUE=DATE:20261124" in lines
    assert "DTEND;VALUE=DATE:20261125" in lines


def test_a_run_is_written_in_utc() -> None:
    lines = unfolded((RUN, FIRST))
    assert "DTSTART:20261123T173000Z" in lines
    assert "DTEND:20261123T181800Z" in lines


@pytest.mark.parametrize("end", [None, RUN.start], ids=["without an end", "ending as it starts"])
def test_a_moment_lasts_a_minute(end: datetime | None) -> None:
    assert "DTEND:20261123T173100Z" in unfolded((replace(RUN, end=end), FIRST))


@pytest.mark.parametrize(
    ("after", "trigger"),
    [(timedelta(hours=-5), "TRIGGER:-PT5H"), (timedelta(hours=7), "TRIGGER:PT7H")],
    ids=["the evening before", "the morning of"],
)
def test_an_alarm_counts_from_the_days_midnight(after: timedelta, trigger: str) -> None:
    lines = unfolded((replace(DAY, alarm=after), FIRST))
    assert lines[lines.index("BEGIN:VALARM") : lines.index("END:VALARM") + 1] == [
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "DESCRIPTION:Strength: Workout A",
        trigger,
        "END:VALARM",
    ]


def test_the_stamp_is_that_of_the_revision() -> None:
    lines = unfolded((DAY, Revision(4, FIRST.changed_at)))
    assert {"SEQUENCE:4", "DTSTAMP:20261123T090005Z", "LAST-MODIFIED:20261123T090005Z"} <= set(lines)


@given(entries, entries)
def test_entries_that_say_the_same_have_one_digest(one: Entry, other: Entry) -> None:
    assert (one.digest == other.digest) == (one == other)
    assert replace(one).digest == one.digest
