"""Cells of tables: numbers, durations and moments as they are written in many languages."""

import pytest

from tests.cases import for_every
from training.runfiles import table
from training.runfiles.errors import Corrupt, Empty, TableTooLarge


@for_every(
    ("text", "moment"),
    [
        pytest.param("2014-09-12 16:54:28", "2014-09-12 16:54:28", id="ISO"),
        pytest.param("Jul 14, 2020, 10:36:55 PM", "2020-07-14 22:36:55", id="English"),
        pytest.param("Jan 1, 2021, 12:05:00 AM", "2021-01-01 00:05:00", id="half past midnight"),
        pytest.param("23 jun. 2017 15:52:12", "2017-06-23 15:52:12", id="Dutch"),
        pytest.param("2 ago 2026, 12:20:32\u202fp.m.", "2026-08-02 12:20:32", id="Spanish, narrow space"),
        pytest.param("12 août 2021 à 07:01:02", "2021-08-12 07:01:02", id="French"),
        pytest.param("1 juil. 2021, 23:01:02", "2021-07-01 23:01:02", id="French July"),
        pytest.param("21.07.2026, 15:09:27", "2026-07-21 15:09:27", id="German"),
        pytest.param("21.07.26, 15:09", "2026-07-21 15:09:00", id="a short year"),
        pytest.param("11 Ağu 2025, 13:05", "2025-08-11 13:05:00", id="Turkish"),
        pytest.param("3 paź 2025 17:05", "2025-10-03 17:05:00", id="Polish"),
        pytest.param("4 мая 2025 г., 08:00:10", "2025-05-04 08:00:10", id="Russian"),
        pytest.param("5. marraskuuta 2025 18:00", "2025-11-05 18:00:00", id="Finnish November"),
        pytest.param("2025/03/28 17:29:05", "2025-03-28 17:29:05", id="Japanese"),
        pytest.param("2025年3月28日 17:29", "2025-03-28 17:29:00", id="Chinese"),
        pytest.param("2025年3月28日 下午5:29", "2025-03-28 17:29:00", id="Chinese, afternoon"),
        pytest.param("2025. 3. 28. 오전 5:29", "2025-03-28 05:29:00", id="Korean, morning"),
        pytest.param("07/05/2020 18:06", None, id="day and month in an order that nothing tells"),
        pytest.param("Sep 31, 2020, 1:00:00 AM", None, id="a day that is not"),
        pytest.param("soon", None, id="no date"),
        pytest.param("9" * 5000 + " Jun 2024, 10:39", None, id="a number beyond all numbers"),
        pytest.param("9999-12-31 23:59:59", None, id="a year that no clock has"),
    ],
)
def test_a_moment_is_read_in_many_languages(text, moment):
    found = table.moment(text)
    assert (found and str(found)) == moment


@for_every(
    ("cells", "month_first"),
    [
        pytest.param(["5/13/19 15:43", "1/6/20 16:04"], True, id="a day beyond 12"),
        pytest.param(["07/05/2020 18:06", "13/04/2020 07:48"], False, id="a day beyond 12 in front"),
        pytest.param(["28-3-2025 17:29"], False, id="with dashes"),
        pytest.param(["02/03/2025 7:00", "03/02/2025 7:00", "04/03/2025 7:00"], True, id="later and later"),
        pytest.param(["01/02/2025 7:00", "12/01/2025 7:00", "03/01/2025 7:00"], False, id="earlier and earlier"),
        pytest.param(["07/05/2020 18:06"], None, id="nothing tells"),
        pytest.param(["13/05/2020 18:06", "05/13/2020 18:06"], None, id="a contradiction"),
        pytest.param(["2025-03-28 17:29"], None, id="no such date"),
    ],
)
def test_a_column_tells_whether_its_dates_begin_with_the_month(cells, month_first):
    assert table.month_first(cells) is month_first


@for_every(
    ("month_first", "moment"), [(True, "2020-07-05 18:06:00"), (False, "2020-05-07 18:06:00")], ids=["month", "day"]
)
@for_every("text", ["07/05/2020 18:06", "7/5/20 6:06 PM", "07-05-2020 18:06"])
def test_a_date_is_read_as_its_column_tells(text, month_first, moment):
    assert str(table.moment(text, month_first=month_first)) == moment


@for_every(
    ("text", "thousands", "value"),
    [
        pytest.param("4.83", False, 4.83, id="point"),
        pytest.param("4,14", False, 4.14, id="decimal comma"),
        pytest.param("2,000", True, 2000, id="thousands"),
        pytest.param("2,81", True, 2.81, id="a decimal comma among thousands"),
        pytest.param("1,234.5", False, 1234.5, id="comma and point"),
        pytest.param("--", False, None, id="none"),
        pytest.param("-3", False, None, id="below zero"),
    ],
)
def test_a_number_is_read_with_point_or_comma(text, thousands, value):
    assert table.number(text, thousands=thousands) == value


@for_every(
    ("text", "seconds"),
    [("00:36:26", 2186), ("32:11", 1931), ("00:08:02.2", 482.2), ("--", None), ("12", None), ("a:b", None)],
)
def test_a_duration_is_read(text, seconds):
    assert table.seconds(text) == pytest.approx(seconds)


@for_every("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@for_every("delimiter", [",", ";", "\t"])
def test_a_table_is_read_in_any_encoding_with_any_delimiter(encoding, delimiter):
    text = f'Løb{delimiter}"a\nb"\r\n\r\n1{delimiter}2\n'
    assert list(table.rows(text.encode(encoding))) == [["Løb", "a\nb"], ["1", "2"]]


def test_a_line_that_was_quoted_as_a_whole_is_taken_apart():
    text = 'a,b,c\n"1,""x, y"",3"\n"4,5,6"\nalone\n'
    assert list(table.rows(text.encode())) == [["a", "b", "c"], ["1", "x, y", "3"], ["4", "5", "6"], ["alone"]]


def test_latin_1_is_read_where_utf_8_is_not():
    assert list(table.rows("Übung,a\nKniebeuge,é\n".encode("latin-1"))) == [["Übung", "a"], ["Kniebeuge", "é"]]


@for_every(
    ("cells", "sign"),
    [
        pytest.param(["4,14", "5,01", "2.000"], ",", id="comma"),
        pytest.param(["4.14", "450", "2,000", "10.5"], ".", id="point"),
        pytest.param(["1,276", "2,000"], ".", id="thousands only"),
        pytest.param([], ".", id="nothing"),
    ],
)
def test_the_decimal_sign_of_a_column(cells, sign):
    assert table.decimal_sign(cells) == sign


@for_every(
    ("text", "decimal", "value"),
    [
        pytest.param("1,276", ".", 1276, id="comma between thousands"),
        pytest.param("1.276", ",", 1276, id="point between thousands"),
        pytest.param("1.276,5", ",", 1276.5, id="both"),
        pytest.param("2,81", ".", 2.81, id="a comma that parts no thousands"),
        pytest.param("4,14", ",", 4.14, id="decimal comma"),
        pytest.param("'12", ".", 12, id="an apostrophe of a spreadsheet"),
    ],
)
def test_a_number_of_a_column_whose_decimal_sign_is_known(text, decimal, value):
    assert table.number(text, decimal=decimal) == value


@for_every(
    ("data", "refusal"),
    [
        pytest.param(b"a,b\n" + b"x" * 200_000 + b",1\n", TableTooLarge, id="a huge cell"),
        pytest.param(b"a,b\n" + b"1," * 600_000, TableTooLarge, id="a huge line"),
        pytest.param(b"a,b\n" + b"1,\n" * 3_000_001, TableTooLarge, id="too many cells"),
        pytest.param(b"\xff\xfea\x00\x00\xd8", Corrupt, id="broken UTF-16"),
    ],
)
def test_what_no_table_of_activities_holds_is_refused(data, refusal):
    with pytest.raises(refusal):
        list(table.rows(data))


def test_a_table_without_a_row_is_empty():
    with pytest.raises(Empty):
        table.header_and_rows(b"\n \n")


def test_columns_by_any_of_their_names():
    names = {"time": ("time", "zeit"), "metres": ("distance",), "km": ("distance",), "hr": ("avg hr",)}
    places = table.columns(["Zeit", "Distance", "x", "DISTANCE"], names, ("metres",))
    assert places == {"time": 0, "metres": 3, "km": 1}
    assert table.cell([" 1 ", "2"], places, "time") == "1"
    assert table.cell(["1", "2"], places, "metres") == ""


@for_every(("text", "beats"), [("150.4", 150), ("0.4", None), ("255.6", None), ("--", None), ("", None)])
def test_a_heart_rate(text, beats):
    assert table.beats(text) == beats


def test_a_letter_that_no_database_keeps_is_left_out() -> None:
    assert list(table.rows(b"a,b\0\nSq\0uat,1\n")) == [["a", "b"], ["Squat", "1"]]
