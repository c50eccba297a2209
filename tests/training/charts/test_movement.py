"""The picture of one movement: well formed, a link a mark, inside its frame, joined where it may be."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.charts import Lane, LegendLabels, Mark, movement_chart
from training.charts.lanes import WIDTH

SVG = "{http://www.w3.org/2000/svg}"
FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
LEGEND = LegendLabels("Better", "Best of a week", "Light", "Estimated")


def mark(day: int, value: float = 50, **fields: Any) -> Mark:
    base = Mark(
        FIRST + timedelta(days=day), value, name=f"{day}: 8 × {value:g} kg", href=f"/sessions/{day}/", label="8"
    )
    return base._replace(**fields)


def lane(*marks: Mark, name: str = "Back squat", what: str = "kg and reps") -> Lane:
    return Lane(name, what, marks, axis=lambda value: f"{value:g} kg")


def drawn(lanes: Sequence[Lane], *, description: str = "It grew.", gap: int = 28) -> ElementTree.Element:
    """The chart, parsed: what is not well formed fails here."""
    text = movement_chart(
        lanes,
        first=FIRST,
        last=LAST,
        gap=timedelta(days=gap),
        ticks=[(date(2026, month, 1), str(month)) for month in range(1, 13, 2)],
        title="Squat",
        description=description,
        legend=LEGEND,
        prefix="t",
    )
    return ElementTree.fromstring(text.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))


def of_class(svg: ElementTree.Element, css: str) -> list[ElementTree.Element]:
    return [one for one in svg.iter() if css in one.get("class", "").split()]


def words(svg: ElementTree.Element, css: str) -> list[str]:
    return [one.text or "" for one in of_class(svg, css)]


def drawn_in_links(svg: ElementTree.Element) -> list[str]:
    """The shape of each mark, in the order of the links."""
    return [link[1].get("class", "") for link in svg.iter(f"{SVG}a")]


marks = st.builds(
    mark,
    day=st.integers(0, 364),
    value=st.floats(0, 300),
    light=st.booleans(),
    best=st.booleans(),
    standing=st.sampled_from(["", "", "8 × 50 kg"]),
    estimate=st.one_of(st.none(), st.floats(1, 300)),
)
lanes = st.lists(
    st.lists(marks, min_size=1, max_size=30).map(lambda some: lane(*sorted(some, key=lambda one: one.day))),
    min_size=1,
    max_size=7,
)


@given(lanes=lanes)
def test_a_link_a_mark_with_its_name_in_order(lanes: list[Lane]) -> None:
    svg = drawn(lanes)
    links = [(link.get("href"), link.findtext(f"{SVG}text")) for link in svg.iter(f"{SVG}a")]
    assert links == [(mark.href, mark.name) for lane in lanes for mark in lane.marks]


@given(lanes=lanes)
def test_nothing_lies_outside(lanes: list[Lane]) -> None:
    svg = drawn(lanes)
    _x, _y, width, height = map(float, svg.get("viewBox", "").split())
    assert width == WIDTH
    for one in svg.iter():
        for name, most in (("x", width), ("cx", width), ("y", height), ("cy", height)):
            assert 0 <= float(one.get(name, 0)) <= most
        for x, y in re.findall(r"[ML]([\d.-]+) ([\d.-]+)", one.get("d", "")):
            assert 0 <= float(x) <= width
            assert 0 <= float(y) <= height


@given(lanes=lanes)
def test_labels_of_a_lane_do_not_cover_one_another(lanes: list[Lane]) -> None:
    for one in lanes:
        boxes = [
            (float(label.get("x", 0)), float(label.get("y", 0)), len(label.text or "") * 5.8)
            for label in of_class(drawn([one]), "value")
        ]
        for place, (x, y, width) in enumerate(boxes):
            for other_x, other_y, other_width in boxes[:place]:
                assert abs(x - other_x) >= (width + other_width) / 2 or abs(y - other_y) >= 11


def test_more_is_higher_and_later_is_further_right() -> None:
    svg = drawn([lane(mark(10, 40), mark(20, 50), mark(30, 45))])
    spots = [(float(link[1].get("cx", 0)), float(link[1].get("cy", 0))) for link in svg.iter(f"{SVG}a")]
    (x1, y1), (x2, y2), (x3, y3) = spots
    assert x1 < x2 < x3
    assert y2 < y3 < y1


def test_shapes_tell_marks_apart() -> None:
    svg = drawn([lane(mark(1), mark(5, light=True), mark(9, 55, best=True), mark(13, 60, standing="8 × 60 kg"))])
    assert drawn_in_links(svg) == ["usual", "light", "best", "best"]
    assert words(svg, "standing") == ["8 × 60 kg"]
    assert words(svg, "meaning") == ["Better", "Best of a week", "Light"]


def test_only_what_is_drawn_is_explained() -> None:
    assert words(drawn([lane(mark(1))]), "meaning") == ["Best of a week"]
    assert words(drawn([lane(mark(1, estimate=60))]), "meaning") == ["Best of a week", "Estimated"]


@pytest.mark.parametrize(
    ("days", "joined"),
    [([0, 7, 14], "MLL"), ([0, 7, 100, 107], "MLML"), ([0, 100], ""), ([0], "")],
    ids=["without a gap", "with a gap", "too far apart", "alone"],
)
def test_a_line_stops_at_a_gap(days: list[int], joined: str) -> None:
    (line,) = of_class(drawn([lane(*map(mark, days))]), "trend") or [ElementTree.Element("path", d="")]
    assert re.sub(r"[^ML]", "", line.get("d", "")) == joined


def test_light_sessions_are_no_part_of_the_line() -> None:
    svg = drawn([lane(mark(0), mark(7, 20, light=True), mark(14))])
    (line,) = of_class(svg, "trend")
    heights = set(re.findall(r"[ML][\d.]+ ([\d.]+)", line.get("d", "")))
    assert len(heights) == 1


def test_lanes_are_never_joined() -> None:
    svg = drawn([lane(mark(0), mark(7)), lane(mark(3), mark(10), name="Goblet squat")])
    assert len(of_class(svg, "trend")) == 2
    assert words(svg, "rung") == ["Back squat", "Goblet squat"]


def test_a_long_name_leaves_no_room_for_what_its_numbers_are() -> None:
    assert words(drawn([lane(mark(0))]), "what") == ["kg and reps"]
    assert words(drawn([lane(mark(0), name="Ausfallschritt nach hinten mit Kurzhanteln")]), "what") == []


def test_it_says_what_it_is() -> None:
    svg = drawn([lane(mark(0))], description="From <b> & on")
    assert svg.get("role") == "group"
    assert svg.findtext(f"{SVG}title") == "Squat"
    assert svg.findtext(f"{SVG}desc") == "From <b> & on"


@pytest.mark.parametrize("lanes", [[], [lane()]], ids=["no lane", "an empty lane"])
def test_nothing_to_draw_is_an_error(lanes: list[Lane]) -> None:
    with pytest.raises(ValueError, match="needs a lane"):
        drawn(lanes)
