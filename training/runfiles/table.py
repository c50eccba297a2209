"""Tables of activities as text: decoding, and numbers, durations and moments as spreadsheets write them."""

import codecs
import csv
import io
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import pairwise

from training.runfiles.errors import Corrupt, Empty, TableTooLarge
from training.runfiles.track import LIKELY_HEART_RATE

MOST_ROWS = 150_000
FIELD_BYTES = 131_072
# Cells cost some 60 bytes each while a row is held, so that one row of all of them is 180 MB.
MOST_CELLS = 3_000_000
LINE_LETTERS = 1_000_000
CHUNK = 1 << 16
LIKELY_YEARS = range(1970, 2200)
MONTHS_A_YEAR = 12
UNUSED_IN_CP1252 = (b"\x81", b"\x8d", b"\x8f", b"\x90", b"\x9d")

# The first letters of month names in the languages of activity tables; French June and July need a fourth, as does
# Finnish November.
MONTHS = {
    "jan": 1, "ene": 1, "gen": 1, "feb": 2, "fev": 2, "mar": 3, "mrt": 3, "maa": 3, "apr": 4, "abr": 4, "avr": 4,
    "may": 5, "mai": 5, "mei": 5, "maj": 5, "mag": 5, "jun": 6, "giu": 6, "juin": 6, "jul": 7, "lug": 7, "juil": 7,
    "aug": 8, "ago": 8, "aou": 8, "sep": 9, "set": 9, "oct": 10, "okt": 10, "ott": 10, "out": 10, "nov": 11,
    "dec": 12, "dic": 12, "dez": 12, "des": 12,
    "oca": 1, "sub": 2, "nis": 4, "haz": 6, "tem": 7, "agu": 8, "eyl": 9, "eki": 10, "kas": 11, "ara": 12,
    "sty": 1, "lut": 2, "kwi": 4, "cze": 6, "lip": 7, "sie": 8, "wrz": 9, "paz": 10, "lis": 11, "gru": 12,
    "янв": 1, "фев": 2, "мар": 3, "апр": 4, "маи": 5, "мая": 5, "июн": 6, "июл": 7, "авг": 8, "сен": 9,
    "окт": 10, "ноя": 11, "дек": 12,
    "tam": 1, "hel": 2, "huh": 4, "tou": 5, "kes": 6, "hei": 7, "elo": 8, "syy": 9, "lok": 10, "marr": 11, "jou": 12,
}  # fmt: skip

CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(?:([ap])\.?\s?m\b)?", re.IGNORECASE)
ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
DOTTED_DAY = re.compile(r"\b(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})\b")
# One such date does not tell which of its first two numbers is the month.
SLASHED_DAY = re.compile(r"\b(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})\b")
# Before or after noon, where the word stands in front of the time: Chinese, Japanese, Korean.
HALVES = {
    unicodedata.normalize("NFKD", word): half
    for word, half in {"上午": "a", "午前": "a", "오전": "a", "下午": "p", "午後": "p", "오후": "p"}.items()
}
TENTHS = re.compile(r"\d([.,])\d{1,2}$")
WORDS = re.compile(r"[^\W\d_]+|\d+")


def rows(data: bytes) -> Iterator[list[str]]:
    """The rows of a table with commas, semicolons or tabs, blank rows left out, one at a time.

    UTF-8 or UTF-16, else Latin-1, as spreadsheets of the West write. Raises TableTooLarge for more rows, cells or
    letters in a cell or line than tables of activities have, and Corrupt for what is no text.
    """
    encoding = _encoding(data)
    header = data[:FIELD_BYTES].decode(encoding, "ignore").partition("\n")[0]
    delimiter = max(",;\t", key=header.count)
    if data.count(delimiter.encode()) > MOST_CELLS:
        raise TableTooLarge
    try:
        for number, row in enumerate(csv.reader(_lines(data, encoding), delimiter=delimiter)):
            if number > MOST_ROWS or any(len(cell) > FIELD_BYTES for cell in row):
                raise TableTooLarge
            # Some programs quote whole lines when they save a table anew.
            if len(row) == 1 and delimiter in row[0]:
                row = next(csv.reader(row, delimiter=delimiter))
            if any(cell.strip() for cell in row):
                yield row
    except csv.Error as error:
        raise TableTooLarge from error
    except UnicodeError as error:
        raise Corrupt(format="CSV") from error


def header_and_rows(data: bytes) -> tuple[list[str], Iterator[list[str]]]:
    """The first row, and the others as they are asked for. Raises Empty without one, or what `rows` does."""
    remaining = rows(data)
    header = next(remaining, None)
    if header is None:
        raise Empty
    return header, remaining


def _encoding(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for at in range(0, len(data), CHUNK):
            decoder.decode(data[at : at + CHUNK], final=at + CHUNK >= len(data))
    except UnicodeDecodeError:
        return "cp1252" if not any(data.count(byte) for byte in UNUSED_IN_CP1252) else "latin-1"
    return "utf-8-sig"


def _lines(data: bytes, encoding: str) -> Iterator[str]:
    """The text line by line, never more than a line of it at once."""
    text = io.TextIOWrapper(io.BytesIO(data), encoding, newline="")
    while line := text.readline(LINE_LETTERS + 1):
        if len(line) > LINE_LETTERS:
            raise TableTooLarge
        # A letter that PostgreSQL keeps in no text.
        yield line.replace("\0", "")


def columns(header: Sequence[str], names: Mapping[str, tuple[str, ...]], last: Collection[str] = ()) -> dict[str, int]:
    """Where each column stands by any of its `names`: the first of several, or the last for those in `last`.

    Columns that the header does not have are left out. Names are compared as `plain` gives them.
    """
    plain_header = [plain(name) for name in header]
    found: dict[str, int] = {}
    for column, known in names.items():
        places = [place for place, name in enumerate(plain_header) if name in known]
        if places:
            found[column] = places[-1] if column in last else places[0]
    return found


def cell(row: Sequence[str], places: Mapping[str, int], column: str) -> str:
    """A row's text in a column, stripped; empty where the table or the row has none."""
    place = places.get(column)
    return row[place].strip() if place is not None and place < len(row) else ""


def plain(text: str) -> str:
    """Lower case without accents, for comparing names: "Année" and "annee" are one."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(letter for letter in decomposed if not unicodedata.combining(letter)).split())


def decimal_sign(cells: Iterable[str]) -> str:
    """ "," or ".", whichever parts off one or two digits in most cells of a column; "." where neither does."""
    signs = [match.group(1) for cell in cells if (match := TENTHS.search(cell.strip()))]
    return "," if signs.count(",") > signs.count(".") else "."


def number(text: str, *, decimal: str | None = None, thousands: bool = False) -> float | None:
    """A number of zero or more; None for "--" or nothing.

    `decimal` is the column's decimal sign: the other sign then groups thousands where three digits follow it.
    Without it a lone comma is a decimal one, unless `thousands` says that it may group: "2,000" in whole metres.
    """
    text = text.strip().lstrip("'").replace("\u202f", "").replace("\xa0", "")
    if decimal is not None:
        other = "." if decimal == "," else ","
        if re.fullmatch(rf"\d{{1,3}}(\{other}\d{{3}})+(\{decimal}\d*)?", text):
            text = text.replace(other, "")
    elif "," in text and ("." in text or (thousands and re.fullmatch(r"\d{1,3}(,\d{3})+", text))):
        text = text.replace(",", "")
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        return None
    return value if 0 <= value < float("inf") else None


def beats(text: str) -> int | None:
    """A heart rate, rounded; None for nothing and the impossible."""
    value = number(text)
    return round(value) if value is not None and round(value) in LIKELY_HEART_RATE else None


def seconds(text: str) -> float | None:
    """A duration: "00:36:26", "32:11", "00:08:02.2"; None for anything else."""
    parts = [number(part) for part in text.strip().split(":")]
    if not 2 <= len(parts) <= 3 or None in parts:
        return None
    total = 0.0
    for part in parts:
        total = total * 60 + (part or 0.0)
    return total


def month_first(cells: Iterable[str]) -> bool | None:
    """Whether the dates of a column like "5/13/19 15:43" begin with the month; None where nothing tells.

    A number beyond 12 is no month; where there is none, the rows stand in the order of time, either way.
    """
    days = [tuple(map(int, match.groups())) for cell in cells if (match := SLASHED_DAY.search(cell))]
    in_front, behind = any(day[0] > MONTHS_A_YEAR for day in days), any(day[1] > MONTHS_A_YEAR for day in days)
    if in_front or behind:
        return None if in_front and behind else behind
    months_first = _turns([(year, month, day) for month, day, year in days])
    days_first = _turns([(year, month, day) for day, month, year in days])
    return None if months_first == days_first else months_first < days_first


def _turns(days: Sequence[tuple[int, ...]]) -> int:
    """How often a row of days turns from later to earlier or back."""
    later = [after > before for before, after in pairwise(days) if after != before]
    return sum(before != after for before, after in pairwise(later))


def moment(text: str, *, month_first: bool | None = None) -> datetime | None:
    """A date with a time of day, without a zone: "2014-09-12 16:54:28", "Jul 14, 2020, 10:36:55 PM",
    "23 jun. 2017 15:52:12", "21.07.2026, 15:09:27", "2025年3月28日 17:29"; None for anything else.

    "5/13/19 15:43" is read where its column tells `month_first`.
    """
    text = plain(text)
    clock = CLOCK.search(text)
    if clock is None:
        return None
    before = text[: clock.start()]
    day = _day(before, month_first)
    hour, minute, second = (int(part or 0) for part in clock.group(1, 2, 3))
    half = clock.group(4) or next((half for word, half in HALVES.items() if word in before), None)
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        return datetime(*day, hour, minute, second) if day and day[0] in LIKELY_YEARS else None  # noqa: DTZ001 - the caller knows the zone
    except ValueError:
        return None


def _day(text: str, month_first: bool | None) -> tuple[int, int, int] | None:
    """Year, month and day."""
    if iso := ISO_DAY.search(text):
        year, month, day = (int(part) for part in iso.groups())
        return year, month, day
    if dotted := DOTTED_DAY.search(text):
        day, month, year = (int(part) for part in dotted.groups())
        return _full(year), month, day
    if month_first is not None and (slashed := SLASHED_DAY.search(text)):
        one, other, year = (int(part) for part in slashed.groups())
        return (_full(year), one, other) if month_first else (_full(year), other, one)
    words = WORDS.findall(text)
    named = next(
        (MONTHS.get(word[:4]) or MONTHS.get(word[:3]) for word in words if word.isalpha() and len(word) > 2), 0
    )
    numbers = [int(word) for word in words if word.isdecimal() and len(word) <= 4]
    if not named and len(numbers) == 3 and numbers[0] in LIKELY_YEARS:
        return numbers[0], numbers[1], numbers[2]
    if not named or len(numbers) != 2:
        return None
    return max(numbers), named, min(numbers)


def _full(year: int) -> int:
    """A year of two digits in full."""
    return year + 2000 if year < 100 else year
