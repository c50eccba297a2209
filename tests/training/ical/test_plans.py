from datetime import UTC, date, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from training.ical import PlanEntry, PlanReading, UnreadablePlan, read_plan
from training.plan.week import Kind

TODAY = date(2026, 3, 4)
BERLIN = ZoneInfo("Europe/Berlin")


def event(*lines: str) -> str:
    return "\r\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT"])


def calendar(*events: str) -> bytes:
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *events, "END:VCALENDAR", ""]).encode()


def read(*events: str, zone: ZoneInfo = BERLIN) -> PlanReading:
    return read_plan(calendar(*events), today=TODAY, zone=zone)


def one(*lines: str, zone: ZoneInfo = BERLIN) -> PlanEntry:
    [entry] = read(event(*lines), zone=zone).entries
    return entry


def days(reading: PlanReading) -> list[str]:
    return [f"{entry.day:%d.%m.}" for entry in reading.entries]


def test_an_event_of_a_whole_day() -> None:
    entry = one("UID:a1", "DTSTART;VALUE=DATE:20260305", "SUMMARY:Easy 8 km", "DESCRIPTION:flat")
    assert (entry.uid, entry.day, entry.title, entry.notes) == ("a1", date(2026, 3, 5), "Easy 8 km", "flat")
    assert (entry.phrase.kind, entry.phrase.metres) == (Kind.EASY, 8000)


@pytest.mark.parametrize(
    ("start", "zone", "day"),
    [
        pytest.param("DTSTART:20260305T233000Z", "Pacific/Auckland", 6, id="a moment is a day where the runner lives"),
        pytest.param("DTSTART:20260306T013000Z", "America/New_York", 5, id="also before it"),
        pytest.param("DTSTART:20260305T060000", "Pacific/Auckland", 5, id="a time without a zone keeps its day"),
        pytest.param("DTSTART;TZID=Europe/Berlin:20260305T060000", "Europe/Berlin", 5, id="a time in a zone"),
        pytest.param(
            "DTSTART;TZID=W. Europe Standard Time:20260305T233000", "Europe/Berlin", 5, id="a zone of Windows"
        ),
        pytest.param("DTSTART;TZID=Nowhere/Here:20260305T233000", "Europe/Berlin", 5, id="a zone nobody knows"),
    ],
)
def test_the_day_of_a_time(start: str, zone: str, day: int) -> None:
    assert one("UID:a", start, "SUMMARY:Run", zone=ZoneInfo(zone)).day == date(2026, 3, day)


def test_what_is_over_is_counted_only() -> None:
    reading = read(
        event("UID:a", "DTSTART;VALUE=DATE:20260303", "SUMMARY:Run"),
        event("UID:b", "DTSTART;VALUE=DATE:20260304", "SUMMARY:Run"),
    )
    assert (days(reading), reading.past) == (["04.03."], 1)


def test_a_repeating_event_is_followed_for_half_a_year() -> None:
    reading = read(event("UID:a", "DTSTART;VALUE=DATE:20260101", "RRULE:FREQ=WEEKLY", "SUMMARY:Easy 5 km"))
    assert [entry.day for entry in reading.entries] == [date(2026, 3, 5) + timedelta(weeks=n) for n in range(26)]
    assert len({entry.uid for entry in reading.entries}) == 26


def test_exceptions_additions_and_moved_days_of_a_repeating_event() -> None:
    reading = read(
        event(
            "UID:a",
            "DTSTART;TZID=Europe/Berlin:20260305T070000",
            "RRULE:FREQ=WEEKLY;UNTIL=20260402T235959Z",
            "EXDATE;TZID=Europe/Berlin:20260312T070000",
            "RDATE;VALUE=DATE:20260310",
            "SUMMARY:Easy 5 km",
        ),
        event(
            "UID:a",
            "RECURRENCE-ID;TZID=Europe/Berlin:20260319T070000",
            "DTSTART;TZID=Europe/Berlin:20260320T070000",
            "SUMMARY:Tempo 5 km",
        ),
    )
    assert days(reading) == ["05.03.", "10.03.", "20.03.", "26.03.", "02.04."]
    assert [entry.uid for entry in reading.entries if entry.day == date(2026, 3, 20)] == ["a/2026-03-19"]


def test_a_cancelled_event_is_none() -> None:
    assert read(event("UID:a", "DTSTART;VALUE=DATE:20260305", "STATUS:CANCELLED", "SUMMARY:Run")).entries == ()


def test_the_note_of_a_whole_week_is_no_run() -> None:
    entry = one("UID:a", "DTSTART;VALUE=DATE:20260309", "DTEND;VALUE=DATE:20260316", "SUMMARY:Week 3: 40 km easy")
    assert entry.phrase.kind is None


def test_events_without_a_readable_date_or_repeat_are_counted() -> None:
    reading = read(
        event("UID:a", "DTSTART;VALUE=DATE:20261399", "SUMMARY:Run"),
        event("UID:b", "SUMMARY:Run"),
        event("UID:c", "DTSTART;VALUE=DATE:20260305", "RRULE:FREQ=SECONDLY", "SUMMARY:Run"),
        event("UID:d", "DTSTART;VALUE=DATE:20260305", "RRULE:FREQ=DAILY;BYHOUR=1,2,3", "SUMMARY:Run"),
        event("UID:e", "DTSTART;VALUE=DATE:20260305", "RRULE:FREQ=SOMETIMES", "SUMMARY:Run"),
        event("UID:f", "DTSTART;VALUE=DATE:20260305", "SUMMARY:Run"),
    )
    assert (days(reading), reading.unreadable) == (["05.03."], 5)


def test_without_a_uid_day_and_title_are_one() -> None:
    entries = [one("DTSTART;VALUE=DATE:20260305", "SUMMARY:Run 8 km") for _ in range(2)]
    assert entries[0].uid == entries[1].uid == "2026-03-05/Run 8 km"


def test_a_uid_longer_than_a_column_is_shortened() -> None:
    entry = one(f"UID:{'x' * 300}", "DTSTART;VALUE=DATE:20260305", "SUMMARY:Run")
    assert len(entry.uid) <= 100


def test_a_zone_that_would_repeat_for_ever_is_not_looked_at() -> None:
    zone = "\r\n".join(
        [
            "BEGIN:VTIMEZONE",
            "TZID:Evil",
            "BEGIN:STANDARD",
            "DTSTART:19000101T000000",
            "RRULE:FREQ=SECONDLY",
            "TZOFFSETFROM:+0100",
            "TZOFFSETTO:+0000",
            "END:STANDARD",
            "END:VTIMEZONE",
        ]
    )
    reading = read(zone, event("UID:a", "DTSTART;TZID=Evil:20260305T070000", "SUMMARY:Easy 5 km"))
    assert days(reading) == ["05.03."]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b"", "empty", id="nothing"),
        pytest.param(b" \r\n ", "empty", id="white space"),
        pytest.param(b"hello", "not-a-calendar", id="something else"),
        pytest.param(b"BEGIN:VCARD\r\nEND:VCARD\r\n", "not-a-calendar", id="an address"),
        pytest.param(calendar(), "no-events", id="a calendar without events"),
        pytest.param(calendar(event("UID:a"))[:-30], "damaged", id="a calendar that breaks off"),
        pytest.param(b"BEGIN:VCALENDAR\r\nBEGIN:VTIMEZONE\r\n", "damaged", id="a zone that breaks off"),
        pytest.param(b"BEGIN:VCALENDAR\r\nnonsense\r\nEND:VCALENDAR\r\n", "damaged", id="a line that is none"),
        pytest.param(calendar("X-PAD:" + "x" * 2**20), "too-large", id="more than a megabyte"),
        pytest.param(calendar(*[event("UID:a")] * 2001), "too-many-events", id="2,001 events"),
        pytest.param(
            calendar(*[event(f"UID:{n}", "DTSTART:20260305", "RRULE:FREQ=DAILY", "SUMMARY:Run") for n in range(12)]),
            "too-many-events",
            id="a few events that repeat into thousands of days",
        ),
        pytest.param(b"BEGIN:VCALENDAR\r\n" + b"A:\r\n" * 100_000, "too-many-events", id="lines without end"),
    ],
)
def test_a_file_that_is_refused_says_why(data: bytes, code: str) -> None:
    with pytest.raises(UnreadablePlan) as refused:
        read_plan(data, today=TODAY, zone=UTC)
    assert refused.value.code == code
    assert refused.value.sentence.endswith(".")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding: str) -> None:
    text = calendar(event("UID:a", "DTSTART;VALUE=DATE:20260305", "SUMMARY:Zügiger Dauerlauf 8 km")).decode()
    [entry] = read_plan(text.encode(encoding), today=TODAY, zone=UTC).entries
    assert (entry.title, entry.phrase.kind) == ("Zügiger Dauerlauf 8 km", Kind.MODERATE)


WHOLE = calendar(
    event("UID:a", "DTSTART;TZID=Europe/Berlin:20260305T070000", "RRULE:FREQ=WEEKLY;COUNT=4", "SUMMARY:Easy 5 km"),
    event("UID:b", "DTSTART;VALUE=DATE:20260308", "DTEND;VALUE=DATE:20260309", "SUMMARY:Long run 20 km"),
)


@example(at=222, put=b"", drop=2)  # an event that ends at a time without a day
@given(st.integers(0, len(WHOLE) - 1), st.binary(max_size=6), st.integers(0, 6))
def test_damage_never_gets_past_the_one_refusal(at: int, put: bytes, drop: int) -> None:
    damaged = WHOLE[:at] + put + WHOLE[at + drop :]
    try:
        reading = read_plan(damaged, today=TODAY, zone=BERLIN)
    except UnreadablePlan:
        return
    assert all(entry.day >= TODAY and entry.uid and len(entry.uid) <= 100 for entry in reading.entries)


def test_the_same_file_gives_the_same_entries() -> None:
    assert read_plan(WHOLE, today=TODAY, zone=BERLIN) == read_plan(WHOLE, today=TODAY, zone=BERLIN)
