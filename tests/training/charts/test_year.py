"""The calendar of a year: well formed, true to its days, inside its frame, and small."""

import re
from calendar import isleap
from collections import Counter
from datetime import date, timedelta
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.charts.year import (
    CELL,
    HEIGHT,
    LEFT,
    PITCH,
    TOP,
    WIDTH,
    CalendarDay,
    CalendarMonth,
    CalendarWords,
    sample,
    year_calendar,
)

DAY = timedelta(days=1)
LINE = re.compile(r"M([\d.]+) ([\d.]+)v([\d.]+)")
NAMES = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
WORDS = CalendarWords(
    months=[CalendarMonth(name, f"{name}: a < b", f"/history/?before={number}") for number, name in enumerate(NAMES)],
    weekdays=["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    part=lambda first, last: (f"{NAMES[first - 1]} to {NAMES[last - 1]}", f"{last - first + 1} months & more"),
)
SHAPES = {"cross": "h12v12h-12z", "race": "h8l-8 8z", "longest": "h16v16h-16z", "iron": "h0"}

calendar_days = st.builds(
    CalendarDay,
    minutes=st.one_of(st.none(), st.floats(0, 400)),
    strength=st.booleans(),
    cross=st.booleans(),
    race=st.booleans(),
    longest=st.booleans(),
    off=st.booleans(),
)


def drawn(
    year: int, days: dict[date, CalendarDay], *, until: date | None = None, starts_on: int = 0
) -> list[ElementTree.Element]:
    """The three parts, parsed: what is not well formed fails here."""
    text = year_calendar(year, days, until=until or date(year, 12, 31), starts_on=starts_on, words=WORDS)
    root = ElementTree.fromstring(f"<figure>{text}</figure>")
    return list(root)


def squares(parts: list[ElementTree.Element], css: str) -> Counter[tuple[int, float, float]]:
    """The part, column and row of every square of a class, one line down taken apart as its dashes do."""
    found = Counter[tuple[int, float, float]]()
    for number, part in enumerate(parts):
        for path in part.findall(f"path[@class='{css}']"):
            data = path.get("d", "")
            if css in SHAPES:
                for x, y in re.findall(rf"M([\d.]+) ([\d.]+){SHAPES[css]}", data):
                    found[number, (float(x) - LEFT) // PITCH, (float(y) - TOP) // PITCH] += 1
            for x, y, length in LINE.findall(data) if css not in SHAPES else ():
                assert (float(length) + PITCH - CELL) % PITCH == 0
                for nth in range(int(float(length) + PITCH - CELL) // PITCH):
                    found[number, (float(x) - LEFT - CELL / 2) / PITCH, (float(y) - TOP) / PITCH + nth] += 1
    return found


def where(day: date, starts_on: int) -> tuple[int, float, float]:
    """Where a day belongs, told apart from the module: weeks from the one that holds the first day of the part."""
    part = (day.month - 1) // 4
    first = date(day.year, part * 4 + 1, 1)
    week = first - (first.weekday() - starts_on) % 7 * DAY
    return part, float((day - week).days // 7), float((day.weekday() - starts_on) % 7)


@given(
    year=st.sampled_from([2020, 2022, 2023, 2024, 2026]),
    starts_on=st.sampled_from([0, 6]),
    days=st.dictionaries(st.integers(0, 364), calendar_days, max_size=40),
    until=st.integers(0, 365),
)
def test_every_day_is_drawn_once_where_it_belongs_as_what_it_was(
    year: int, starts_on: int, days: dict[int, CalendarDay], until: int
) -> None:
    first = date(year, 1, 1)
    told = {first + number * DAY: what for number, what in days.items()}
    last = first + until * DAY
    parts = drawn(year, told, until=last, starts_on=starts_on)
    every = [first + number * DAY for number in range(365 + isleap(year))]

    def places(wanted: list[date]) -> Counter[tuple[int, float, float]]:
        return Counter(where(day, starts_on) for day in wanted)

    assert squares(parts, "ground") == places([day for day in every if day <= last or day in told])
    for shade in (1, 2, 3, 4):
        assert squares(parts, f"run-{shade}") == places([day for day, what in told.items() if what.shade == shade])
    assert squares(parts, "off") == places([day for day, what in told.items() if what.off])
    assert squares(parts, "iron") == places([day for day, what in told.items() if what.strength])
    for css in ("cross", "race", "longest"):
        assert squares(parts, css) == places([day for day, what in told.items() if getattr(what, css)])


@pytest.mark.parametrize(
    ("minutes", "shade"), [(None, 0), (0.0, 1), (29.9, 1), (30.0, 2), (59.9, 2), (60.0, 3), (90.0, 4), (300.0, 4)]
)
def test_longer_is_deeper(minutes: float | None, shade: int) -> None:
    assert CalendarDay(minutes=minutes).shade == shade


@pytest.mark.parametrize("starts_on", [0, 6], ids=["monday", "sunday"])
@pytest.mark.parametrize("year", range(2020, 2034))
def test_nothing_leaves_the_frame(year: int, starts_on: int) -> None:
    everything = CalendarDay(minutes=40, strength=True, cross=True, race=True, longest=True, off=True)
    days = {date(year, 1, 1) + number * DAY: everything for number in range(365 + isleap(year))}
    for part in drawn(year, days, starts_on=starts_on):
        assert part.get("viewBox") == f"0 0 {WIDTH} {HEIGHT}"
        for path in part.iter("path"):
            for x, y in re.findall(r"M(-?[\d.]+) (-?[\d.]+)", path.get("d", "")):
                assert (-1 <= float(x) <= WIDTH - 2, -1 <= float(y) <= HEIGHT) == (True, True)
        for length in re.findall(r"[\d.]+v([\d.]+)", " ".join(path.get("d", "") for path in part.iter("path"))):
            assert float(length) <= HEIGHT - TOP


def test_each_month_is_one_link_with_a_name() -> None:
    parts = drawn(2026, {})
    links = [link for part in parts for link in part.iter("a")]
    assert [(link.get("href"), link.get("aria-label")) for link in links] == [
        (month.address, month.label) for month in WORDS.months
    ]
    assert [link.findtext("text") for link in links] == NAMES


def test_each_part_is_named_and_described() -> None:
    for number, part in enumerate(drawn(2026, {})):
        title, description = part.find("title"), part.find("desc")
        assert title is not None
        assert description is not None
        assert (part.get("aria-labelledby"), part.get("aria-describedby")) == (title.get("id"), description.get("id"))
        assert (title.text, description.text) == (f"{NAMES[number * 4]} to {NAMES[number * 4 + 3]}", "4 months & more")


def test_weekdays_begin_with_the_first_day_of_the_week() -> None:
    assert [text.text for text in drawn(2026, {})[0].findall("text")] == ["Mon", "Wed", "Fri", "Sun"]
    assert [text.text for text in drawn(2026, {}, starts_on=6)[0].findall("text")] == ["Sun", "Tue", "Thu", "Sat"]


def test_there_is_no_script_no_style_and_no_colour() -> None:
    text = year_calendar(2026, {}, until=date(2026, 12, 31), starts_on=0, words=WORDS)
    assert not re.search(r"style=|<script|on\w+=|fill=|#[0-9a-f]{3,6}\b", text)


def test_a_full_year_takes_at_most_twelve_kilobytes() -> None:
    """Every day with a run of another shade, strength on every other, a week of it ill."""
    days = {
        date(2026, 1, 1) + n * DAY: CalendarDay(minutes=n % 5 * 25.0, strength=n % 2 == 0, off=n < 7)
        for n in range(365)
    }
    text = year_calendar(2026, days, until=date(2026, 12, 31), starts_on=0, words=WORDS)
    assert len(text) <= 12_000


@pytest.mark.parametrize(
    ("kind", "css"),
    [
        ("shades", ["run-1", "run-2", "run-3", "run-4"]),
        ("strength", ["ground", "ring", "iron"]),
        ("both", ["run-3", "ring", "iron"]),
        ("race", ["run-3", "race"]),
        ("longest", ["run-3", "longest"]),
        ("cross", ["ground", "cross"]),
        ("off", ["ground", "off"]),
    ],
)
def test_a_sample_is_drawn_as_in_the_calendar(kind: str, css: list[str]) -> None:
    svg = ElementTree.fromstring(sample(kind))
    assert [path.get("class") for path in svg.iter("path")] == css
    assert svg.get("aria-hidden") == "true"
