"""Tables of activities as text: decoding, and numbers, durations and moments as spreadsheets write them."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterator
from datetime import datetime

MOST_ROWS = 200_000
FIELD_BYTES = 131_072

# The first letters of month names in the languages of activity tables; French June and July need a fourth.
MONTHS = {
    "jan": 1, "ene": 1, "gen": 1, "feb": 2, "fev": 2, "mar": 3, "mrt": 3, "maa": 3, "apr": 4, "abr": 4, "avr": 4,
    "may": 5, "mai": 5, "mei": 5, "maj": 5, "mag": 5, "jun": 6, "giu": 6, "juin": 6, "jul": 7, "lug": 7, "juil": 7,
    "aug": 8, "ago": 8, "aou": 8, "sep": 9, "set": 9, "oct": 10, "okt": 10, "ott": 10, "out": 10, "nov": 11,
    "dec": 12, "dic": 12, "dez": 12, "des": 12,
}  # fmt: skip

CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(?:([ap])\.?\s?m\b)?", re.IGNORECASE)
ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
DOTTED_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
WORDS = re.compile(r"[^\W\d_]+|\d+")


def rows(data: bytes) -> Iterator[list[str]]:
    """The rows of a table in UTF-8 or UTF-16, with commas, semicolons or tabs, blank rows left out.

    Raises UnicodeDecodeError or csv.Error for what is no such table, or one with fields beyond 128 kB.
    """
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    text = data.decode(encoding)
    header = text[:FIELD_BYTES].partition("\n")[0]
    delimiter = max(",;\t", key=header.count)
    for number, row in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)):
        if number > MOST_ROWS or any(len(cell) > FIELD_BYTES for cell in row):
            raise csv.Error("more than a table of activities holds")
        if any(cell.strip() for cell in row):
            yield row


def plain(text: str) -> str:
    """Lower case without accents, for comparing names: "Année" and "annee" are one."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(letter for letter in decomposed if not unicodedata.combining(letter)).split())


def number(text: str, *, thousands: bool = False) -> float | None:
    """A number with a decimal point or comma; None for "--" or nothing.

    `thousands` says that a lone comma before three digits groups them, as in whole metres: "2,000".
    """
    text = text.strip()
    if "," in text and ("." in text or (thousands and re.fullmatch(r"\d{1,3}(,\d{3})+", text))):
        text = text.replace(",", "")
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        return None
    return value if 0 <= value < float("inf") else None


def seconds(text: str) -> float | None:
    """A duration: "00:36:26", "32:11", "00:08:02.2"; None for anything else."""
    parts = [number(part) for part in text.strip().split(":")]
    if not 2 <= len(parts) <= 3 or None in parts:
        return None
    total = 0.0
    for part in parts:
        total = total * 60 + (part or 0.0)
    return total


def moment(text: str) -> datetime | None:
    """A date with a time of day, without a zone: "2014-09-12 16:54:28", "Jul 14, 2020, 10:36:55 PM",
    "23 jun. 2017 15:52:12", "21.07.2026, 15:09:27"; None for anything else."""
    text = plain(text)
    clock = CLOCK.search(text)
    if clock is None:
        return None
    day = _day(text[: clock.start()])
    hour, minute, second = (int(part or 0) for part in clock.group(1, 2, 3))
    if half := clock.group(4):
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        return datetime(*day, hour, minute, second) if day else None  # noqa: DTZ001 - the caller knows the zone
    except ValueError:
        return None


def _day(text: str) -> tuple[int, int, int] | None:
    """Year, month and day."""
    if iso := ISO_DAY.search(text):
        year, month, day = (int(part) for part in iso.groups())
        return year, month, day
    if dotted := DOTTED_DAY.search(text):
        day, month, year = (int(part) for part in dotted.groups())
        return year, month, day
    words = WORDS.findall(text)
    named = next(
        (MONTHS.get(word[:4]) or MONTHS.get(word[:3]) for word in words if word.isalpha() and len(word) > 2), 0
    )
    numbers = [int(word) for word in words if word.isdigit()]
    if not named or len(numbers) != 2:
        return None
    return max(numbers), named, min(numbers)
