"""Lines of data.json and cells of a spreadsheet."""

import csv
import io
import json

import pytest

from training.export.strength import CUSTOM_MOVEMENTS, MOVEMENT_TITLES
from training.export.writing import cell, csv_header, csv_row, json_begins, json_ends, json_table, sorted_names


@pytest.mark.parametrize(
    ("value", "said"),
    [
        pytest.param('=HYPERLINK("x")', '\'=HYPERLINK("x")', id="formula"),
        pytest.param("+49", "'+49", id="plus"),
        pytest.param("-5 km", "'-5 km", id="minus"),
        pytest.param("@home", "'@home", id="at"),
        pytest.param("\tx", "'\tx", id="tab"),
        pytest.param("\rx", "'\rx", id="carriage return"),
        pytest.param("5 km = far", "5 km = far", id="within"),
        pytest.param("", "", id="empty"),
        pytest.param(-5, "-5", id="a negative number"),
        pytest.param(-0.5, "-0.5", id="a negative number with a point"),
        pytest.param(None, "", id="null"),
        pytest.param(True, "true", id="flag"),
        pytest.param(["=1"], '["=1"]', id="list"),
        pytest.param({"a": "ö"}, '{"a": "ö"}', id="object"),
    ],
)
def test_a_cell(value: object, said: str) -> None:
    assert cell(value) == said


def test_a_row_is_read_by_any_reader_of_csv() -> None:
    values = ['say "a", b\nc', None, 3.5]
    assert list(csv.reader(io.StringIO(csv_row(values)))) == [['say "a", b\nc', "", "3.5"]]
    assert csv_header(CUSTOM_MOVEMENTS) == "name\r\n"


@pytest.mark.parametrize("names", [[], ["Curl"], ["Curl", 'Say "ö"']])
def test_data_json_is_json_and_has_a_row_a_line(names: list[str]) -> None:
    lines = [line for line, _ in json_table(MOVEMENT_TITLES, iter([[name, name, None, None, False] for name in names]))]
    found = json.loads(json_begins() + "".join(lines) + json_ends())
    assert [row["title"] for row in found["tables"]["movement_titles"]] == names
    assert (found["format"], found["version"]) == ("sets-and-strides", 1)


def test_names_within_a_value_are_in_order() -> None:
    assert json.dumps(sorted_names({"b": [{"d": 1, "c": 2}], "a": 0})) == '{"a": 0, "b": [{"c": 2, "d": 1}]}'
