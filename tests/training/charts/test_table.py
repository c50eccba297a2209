from xml.etree import ElementTree

import pytest

from training.charts import PointRow, points_table, records_table

ROW = PointRow("2 Nov 2026", "/sessions/1/", "8 × 50 kg", "Back squat")


def rows(table: str) -> list[list[str]]:
    body = ElementTree.fromstring(table).find("tbody")
    assert body is not None
    return [["".join(cell.itertext()) for cell in row] for row in body]


def test_a_row_a_point() -> None:
    table = points_table(["Session", "Best set"], [ROW, ROW._replace(name="1 Nov 2026")])
    assert rows(table) == [["2 Nov 2026", "8 × 50 kg Back squat"], ["1 Nov 2026", "8 × 50 kg Back squat"]]
    assert table.count('<a href="/sessions/1/">') == 2


def test_a_missing_number_is_a_dash() -> None:
    table = points_table(["Session", "Best set", "Est. 1RM"], [ROW, ROW._replace(number="60 kg")])
    assert [row[2] for row in rows(table)] == ["–", "60 kg"]


def test_a_record_is_marked() -> None:
    table = points_table(["Session", "Best set"], [ROW._replace(mark="best yet")])
    assert rows(table) == [["2 Nov 2026", "8 × 50 kg best yet Back squat"]]


def test_words_are_escaped() -> None:
    table = points_table(["<b>", "&"], [ROW._replace(value="<script>", note='"x"')])
    assert rows(table)[0][1] == '<script> "x"'


@pytest.mark.parametrize("headings", [[], ["Session"], ["a", "b", "c", "d"]])
def test_another_number_of_columns_is_an_error(headings: list[str]) -> None:
    with pytest.raises(ValueError, match="two or three columns"):
        points_table(headings, [ROW])


def test_records_stand_in_groups() -> None:
    best = PointRow("2 Nov 2026", "/sessions/1/", "8 × 50 kg", "Heaviest", "new")
    table = records_table(["Record", "Set", "On"], [("Back squat", [best]), ("<Goblet>", [best, best])])
    bodies = ElementTree.fromstring(table).findall("tbody")
    assert [["".join(row.itertext()) for row in body] for body in bodies] == [
        ["Back squat", "Heaviest8 × 50 kg new2 Nov 2026"],
        ["<Goblet>", "Heaviest8 × 50 kg new2 Nov 2026", "Heaviest8 × 50 kg new2 Nov 2026"],
    ]
