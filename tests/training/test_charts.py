"""The picture of the weeks: well formed, true to its numbers, inside its frame."""

import re
from dataclasses import replace
from itertools import pairwise
from math import ceil
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.charts import Column, Door, KindLabel, WeeksLabels, weeks_chart
from training.charts.frame import Frame
from training.charts.weeks import MARKS

SVG = "{http://www.w3.org/2000/svg}"
RECTANGLE = re.compile(r"M([\d.]+) ([\d.]+)h([\d.]+)v([\d.]+)h-[\d.]+z")
LABELS = WeeksLabels(
    strength="Strength, target 2 a week",
    running="Running, km",
    now="now",
    moved="on another day",
    left_out="left out",
    kinds=[KindLabel(slug, slug[0].upper(), slug.title()) for slug in MARKS],
    axis=lambda value: f"{value:g} km",
    total=lambda value: f"{value:.0f}",
)


def drawn(
    weeks: list[Column],
    *,
    target: int = 2,
    title: str = "Weeks",
    description: str = "Twelve",
    labels: WeeksLabels = LABELS,
    doors: list[Door] | None = None,
) -> ElementTree.Element:
    """The chart, parsed: what is not well formed fails here."""
    text = weeks_chart(
        weeks, target=target, title=title, description=description, labels=labels, doors=doors or [], prefix="t"
    )
    return ElementTree.fromstring(text.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))


def frame_of(weeks: list[Column], target: int = 2) -> Frame:
    return Frame.around(weeks, target)


def boxes(svg: ElementTree.Element, name: str) -> list[tuple[float, float, float, float]]:
    """(x, y, width, height) of every rectangle of a class or kind of run, without the legend's."""
    found = []
    for path in svg.iterfind(f".//{SVG}path"):
        if path.get("class") == name or path.get("fill") == f"url(#t-{name})":
            found += [tuple(float(part) for part in match) for match in RECTANGLE.findall(path.get("d", ""))]
    return [(x, y, width, height) for x, y, width, height in found if (width, height) != (15, 14)]


def words(svg: ElementTree.Element, name: str) -> list[str]:
    return [text.text or "" for text in svg.iterfind(f".//{SVG}text") if name in text.get("class", "").split()]


WEEK = Column(2, {"easy": 20, "hard": 10, "long": 15})
MANY = [WEEK, Column(0, {}), Column(1, {"easy": 12, "race": 21.1}), Column(1, {"easy": 5}, current=True)]


def test_sessions_stand_on_the_line_and_running_hangs_from_it() -> None:
    svg, frame = drawn([WEEK]), frame_of([WEEK])
    blocks = boxes(svg, "iron")
    assert len(blocks) == 2
    assert all(y + height <= frame.line for _, y, _, height in blocks)
    (easy,), (hard,), (long,) = (boxes(svg, kind) for kind in ("easy", "hard", "long"))
    assert easy[1] == frame.line
    assert hard[1] == pytest.approx(easy[1] + easy[3], abs=0.11)
    assert long[1] == pytest.approx(hard[1] + hard[3], abs=0.11)


def test_the_target_is_a_lane_on_top_of_that_many_sessions() -> None:
    svg, frame = drawn([WEEK]), frame_of([WEEK])
    (lane,) = (path.get("d", "") for path in svg.iter(f"{SVG}path") if path.get("class") == "target")
    assert lane.split("H")[0] == f"M40 {frame.line - 2 * frame.pitch:g}"
    assert words(svg, "goal") == ["2"]


def test_an_empty_week_is_a_gap() -> None:
    svg, frame = drawn(MANY), frame_of(MANY)
    columns = {round((x - 40) // frame.slot) for kind in ("iron", "easy") for x, *_ in boxes(svg, kind)}
    assert columns == {0, 2, 3}
    assert "0" not in words(svg, "sum")


def test_the_week_under_way_is_marked_and_shows_what_it_has_room_for() -> None:
    svg = drawn(MANY)
    assert words(svg, "over") == ["now"]
    assert len(boxes(svg, "now")) == len(boxes(svg, "open")) == 1
    assert words(svg, "this") == ["5"]
    past = drawn([Column(1, {"easy": 5})])
    assert (words(past, "over"), boxes(past, "now"), boxes(past, "open")) == ([], [], [])


def test_a_recommended_day_left_out_is_an_outline_on_top() -> None:
    columns = [Column(1, {"easy": 5}, left_out=1), Column(2, {}), Column(0, {}, left_out=2, current=True)]
    svg, frame = drawn(columns, target=3), frame_of(columns, 3)
    # The legend has one, too.
    outlines = [box for box in boxes(svg, "left-out") if box[1] > 20]
    assert len(outlines) == 3
    assert outlines[0][1] < frame.session_top(1) < frame.line
    # What the week under way has room for stands on top of what was left out.
    assert len(boxes(svg, "open")) == 1
    assert words(svg, "key") == ["left out"]


def test_a_session_on_another_day_has_an_arrow() -> None:
    svg = drawn([Column(2, {"easy": 5}, moved=1), Column(1, {}, moved=1)])
    arrows = [path.get("d", "").count("M") for path in svg.iter(f"{SVG}path") if path.get("class") == "arrow"]
    assert arrows == [2, 1]  # one of them in the legend
    assert words(svg, "key") == ["on another day"]


def test_narrow_columns_have_no_arrows_and_no_letters() -> None:
    svg = drawn([Column(2, {"easy": 30, "long": 20}, moved=1)] * 52)
    assert all(path.get("d", "").count("M") == 1 for path in svg.iter(f"{SVG}path") if path.get("class") == "arrow")
    assert set(words(svg, "letter")) == {"E", "L"}
    assert words(svg, "sum") == []


def test_a_mean_week_has_a_part_of_a_block() -> None:
    svg, frame = drawn([Column(1.5, {"easy": 5})]), frame_of([Column(1.5, {"easy": 5})])
    whole, part = boxes(svg, "iron")
    assert part[3] == pytest.approx(whole[3] / 2, abs=0.06)
    assert part[1] + part[3] == pytest.approx(frame.session_top(2) + frame.pitch - 1.5, abs=0.11)


def test_doors_are_links_with_names_over_their_columns() -> None:
    svg, frame = drawn(MANY, doors=[Door(0, 0, "?week=1&x", "One: 2"), Door(1, 3, "/b/", "Two")]), frame_of(MANY)
    first, second = svg.findall(f"{SVG}a")
    assert (first.get("href"), first.findtext(f"{SVG}title")) == ("?week=1&x", "One: 2")
    (area,) = RECTANGLE.findall(second.find(f"{SVG}path").get("d", ""))  # type: ignore[union-attr]
    assert float(area[0]) == pytest.approx(frame.left(1), abs=0.06)
    assert float(area[2]) == pytest.approx(3 * frame.slot, abs=0.06)
    # Links inside of a picture would be lost to a screen reader.
    assert svg.get("role") == "group"


def test_kinds_differ_by_pattern_and_letter_too() -> None:
    assert len(set(MARKS.values())) == len(MARKS)
    svg = drawn([Column(1, dict.fromkeys(MARKS, 10.0))])
    assert set(words(svg, "letter")) == {slug[0].upper() * 2 for slug in MARKS}
    assert words(svg, "kind") == [slug.title() for slug in MARKS]


def test_the_axis_speaks_the_runners_units() -> None:
    miles = replace(LABELS, axis=lambda value: f"{value:g} mi")
    assert words(drawn([WEEK], labels=miles), "axis")[:2] == ["10 mi", "20 mi"]


@pytest.mark.parametrize(
    ("weeks", "ticks"),
    [([], 0), ([Column(0, {})], 0), ([Column(0, {"easy": 3.0})], 3), ([Column(9, {"long": 130.0})], 2)],
    ids=["no week", "a week of nothing", "a first short run", "a huge week"],
)
def test_any_history_can_be_drawn(weeks: list[Column], ticks: int) -> None:
    svg = drawn(weeks)
    assert len(words(svg, "axis")) == ticks + 1  # and the target


def test_words_are_escaped() -> None:
    svg = drawn([WEEK], title='<b> & "you"', description="a < b")
    assert svg.findtext(f"{SVG}title") == '<b> & "you"'
    assert svg.findtext(f"{SVG}desc") == "a < b"


def test_it_has_a_name_and_a_description_and_no_style() -> None:
    svg = drawn(MANY)
    assert svg.get("role") == "img"
    assert (svg.get("aria-labelledby"), svg.get("aria-describedby")) == ("t-title", "t-desc")
    assert {svg.find(f"{SVG}title").get("id"), svg.find(f"{SVG}desc").get("id")} == {"t-title", "t-desc"}  # type: ignore[union-attr]
    assert all("style" not in element.attrib and element.tag != f"{SVG}style" for element in svg.iter())


def test_two_charts_on_a_page_share_no_id() -> None:
    ids = [
        set(
            re.findall(
                r' id="([^"]+)"', weeks_chart(MANY, target=2, title="", description="", labels=LABELS, prefix=prefix)
            )
        )
        for prefix in ("weeks", "year")
    ]
    assert ids[0]
    assert not ids[0] & ids[1]


def test_a_kind_without_a_label_is_an_error() -> None:
    with pytest.raises(ValueError, match="swim"):
        drawn([Column(1, {"swim": 2.0})])


def test_twelve_full_weeks_are_small() -> None:
    text = weeks_chart([WEEK] * 11 + [MANY[-1]], target=2, title="Weeks", description="Twelve", labels=LABELS)
    assert len(text.encode()) < 4000


AMOUNTS = st.floats(0, 200).map(lambda amount: round(amount, 1))
WEEKS = st.lists(
    st.builds(
        Column,
        sessions=st.integers(0, 9),
        runs=st.dictionaries(st.sampled_from(sorted(MARKS)), AMOUNTS, max_size=4),
        label=st.sampled_from(["", "Nov"]),
        current=st.booleans(),
        left_out=st.integers(0, 2),
    ),
    max_size=60,
)


@given(weeks=WEEKS, target=st.integers(0, 4))
def test_law_heights_are_proportional_and_blocks_are_sessions(weeks: list[Column], target: int) -> None:
    svg, frame = drawn(weeks, target=target), frame_of(weeks, target)
    assert len(boxes(svg, "iron")) == sum(ceil(week.sessions) for week in weeks)
    for kind in MARKS:
        expected = [frame.depth(week.runs[kind]) for week in weeks if week.runs.get(kind, 0) > 0]
        assert [height for *_, height in boxes(svg, kind)] == pytest.approx(expected, abs=0.051)
        amounts = [week.runs[kind] for week in weeks if week.runs.get(kind, 0) > 0]
        for (one, other), (small, large) in zip(pairwise(expected), pairwise(amounts), strict=True):
            assert one * large == pytest.approx(other * small)


@given(weeks=WEEKS, target=st.integers(0, 4))
def test_law_nothing_leaves_the_frame(weeks: list[Column], target: int) -> None:
    svg = drawn(weeks, target=target)
    _, _, width, height = (float(part) for part in svg.get("viewBox", "").split())
    for name in ("iron", "open", "left-out", "now", *MARKS):
        for x, y, wide, high in boxes(svg, name):
            assert x >= 40
            assert y >= 0
            assert x + wide <= width
            assert y + high <= height + 0.1
    for text in svg.iterfind(f".//{SVG}text"):
        assert all(0 <= float(x) <= width for x in text.get("x", "").split())
        assert all(0 <= float(y) <= height for y in text.get("y", "").split())
