"""What a column can hold: how it stands in data.json, and how it is checked when it is read back."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cache
from typing import Any, Protocol
from zoneinfo import available_timezones

type Row = Mapping[str, Any]
"""Values of one row by the names of its columns, as Python holds them."""

FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(9998, 12, 31)
SMALL, LARGE, HUGE = 32_767, 2_147_483_647, 2**53
MOST_NUMBER = 1e12
# Nothing that the app writes is nested deeper.
MOST_DEPTH = 12


class WrongValue(ValueError):  # noqa: N818 - the name that callers read
    """A value is not what its column holds."""


class Kind(Protocol):
    """A kind of value. `words` says what it is, for people; `read` raises WrongValue for anything else."""

    @property
    def words(self) -> str: ...
    def write(self, value: Any) -> Any: ...
    def read(self, value: Any) -> Any: ...


class _AsItStands:
    """A value that JSON holds as Python does."""

    def write(self, value: Any) -> Any:
        return value


@dataclass(frozen=True, slots=True)
class Text(_AsItStands):
    """Text of at most so many letters."""

    most: int

    @property
    def words(self) -> str:
        return f"text of up to {self.most} letters"

    def read(self, value: Any) -> str:
        if not isinstance(value, str) or len(value) > self.most:
            raise WrongValue
        return storable(value)


@dataclass(frozen=True, slots=True)
class Zone(_AsItStands):
    """The name of a time zone."""

    words = "the name of a time zone, such as Europe/Berlin"

    def read(self, value: Any) -> str:
        if not isinstance(value, str) or value not in _zones():
            raise WrongValue
        return value


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


class Choice(_AsItStands):
    """One of some words; "" where nothing was said, if that may be."""

    def __init__(self, *codes: str) -> None:
        self.codes = codes

    @property
    def words(self) -> str:
        return " | ".join(code or '""' for code in self.codes)

    def read(self, value: Any) -> str:
        if not isinstance(value, str) or value not in self.codes:
            raise WrongValue
        return value


@dataclass(frozen=True, slots=True)
class Whole(_AsItStands):
    """A whole number within bounds."""

    low: int = 0
    high: int = SMALL

    @property
    def words(self) -> str:
        return f"a whole number from {self.low} to {self.high}"

    def read(self, value: Any) -> int:
        if type(value) is not int or not self.low <= value <= self.high:
            raise WrongValue
        return value


@dataclass(frozen=True, slots=True)
class Number(_AsItStands):
    """A number within bounds; with `above`, the lower bound itself is out of them."""

    low: float = 0
    high: float = MOST_NUMBER
    above: bool = False

    @property
    def words(self) -> str:
        low = f"above {self.low:g}" if self.above else f"from {self.low:g}"
        return f"a number {low}" if self.high == MOST_NUMBER else f"a number {low} to {self.high:g}"

    def read(self, value: Any) -> float:
        if type(value) not in (int, float) or not self.low <= value <= self.high or (self.above and value <= self.low):
            raise WrongValue
        return float(value)


@dataclass(frozen=True, slots=True)
class Flag(_AsItStands):
    words = "true or false"

    def read(self, value: Any) -> bool:
        if type(value) is not bool:
            raise WrongValue
        return value


@dataclass(frozen=True, slots=True)
class Day:
    words = "a day, such as 2026-03-09"

    def write(self, value: date) -> str:
        return value.isoformat()

    def read(self, value: Any) -> date:
        try:
            found = date.fromisoformat(value)
        except (TypeError, ValueError) as error:
            raise WrongValue from error
        if not FIRST_DAY <= found <= LAST_DAY:
            raise WrongValue
        return found


@dataclass(frozen=True, slots=True)
class Moment:
    words = "a moment in UTC, such as 2026-03-09T17:05:00Z"

    def write(self, value: datetime) -> str:
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")

    def read(self, value: Any) -> datetime:
        try:
            found = datetime.fromisoformat(value)
        except (TypeError, ValueError) as error:
            raise WrongValue from error
        if found.tzinfo is None or not FIRST_DAY <= found.date() <= LAST_DAY:
            raise WrongValue
        return found.astimezone(UTC)


@dataclass(frozen=True, slots=True)
class Key(Text):
    """What other rows call this one by."""


@dataclass(frozen=True, slots=True)
class Numbered(Whole):
    """What other rows call this one by: its place in the table, from 1 on."""

    low: int = 1
    high: int = LARGE


@dataclass(frozen=True, slots=True)
class Reference(_AsItStands):
    """The key of a row of another table, which stands before this one."""

    table: str

    @property
    def words(self) -> str:
        return f"the key of a row in {self.table}"

    def read(self, value: Any) -> str | int:
        if type(value) not in (str, int):
            raise WrongValue
        found: str | int = value
        return found


# -- Values that hold values ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Listed(_AsItStands):
    """A list of values of one kind."""

    kind: Kind
    most: int = 1000
    length: int | None = None
    """How many they are, where that is fixed."""
    nulls: bool = False

    @property
    def words(self) -> str:
        many = f"a list of {self.length}" if self.length else "a list"
        return f"{many}, each {self.kind.words}{' or null' if self.nulls else ''}"

    def read(self, value: Any) -> list[Any]:
        if not isinstance(value, list) or len(value) > self.most or (self.length and len(value) != self.length):
            raise WrongValue
        for one in value:
            if not (one is None and self.nulls):
                self.kind.read(one)
        return value


@dataclass(frozen=True, slots=True)
class Record(_AsItStands):
    """A JSON object with these names; those in `optional` may be missing or null, or all where `empty`.

    Others may stand beside them, as they do in rows of an earlier version; nobody reads them.
    """

    names: Mapping[str, Kind]
    optional: frozenset[str] = frozenset()
    empty: bool = False

    @property
    def words(self) -> str:
        return "an object with " + ", ".join(self.names)

    def read(self, value: Any) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise WrongValue
        _plain({name: one for name, one in value.items() if name not in self.names}, MOST_DEPTH)
        if value or not self.empty:
            for name, kind in self.names.items():
                if name not in self.optional or value.get(name) is not None:
                    kind.read(value.get(name))
        return value


@dataclass(frozen=True, slots=True)
class Facts(_AsItStands):
    """The numbers and words of a reason, by name."""

    words = "an object of names with numbers, words or lists of them"

    def read(self, value: Any) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise WrongValue
        _plain(value, MOST_DEPTH)
        return value


def _plain(value: Any, depth: int) -> None:
    """Raises WrongValue for what no database would keep as it stands."""
    if depth == 0:
        raise WrongValue
    if isinstance(value, str):
        storable(value)
    elif isinstance(value, dict):
        for name, one in value.items():
            storable(name)
            _plain(one, depth - 1)
    elif isinstance(value, list):
        for one in value:
            _plain(one, depth - 1)
    elif isinstance(value, int | float) and not -HUGE <= value <= HUGE:
        raise WrongValue


def storable(text: str) -> str:
    """The text; raises WrongValue where it holds what is no letter: a zero byte, or half of a pair."""
    if "\0" in text or (not text.isascii() and any("\ud800" <= letter <= "\udfff" for letter in text)):
        raise WrongValue
    return text


# -- Tables -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name with its unit, the model's field that it is, and what it means in a sentence.

    `since` is the version of data.json that brought it; older files have `default` in it.
    """

    name: str
    field: str
    kind: Kind
    meaning: str
    null: bool = False
    since: int = 1
    default: Any = None

    def read(self, value: Any) -> Any:
        """The value as Python holds it. Raises WrongValue for one that it does not hold."""
        return None if value is None and self.null else self.kind.read(value)

    @property
    def other(self) -> str:
        """The table that it refers to; "" where it is no reference."""
        return self.kind.table if isinstance(self.kind, Reference) else ""

    @property
    def words(self) -> str:
        """What it holds, for people."""
        return f"{self.kind.words}, or null" if self.null else self.kind.words


@dataclass(frozen=True, slots=True)
class Rule:
    """What must be true of each row, beyond its single columns; `words` follow "A row is right only if"."""

    words: str
    holds: Callable[[Row], bool]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the export: rows of one model, one for each. `owner` is the way from a row to its runner.

    `unique` give what no two rows have in common, None where that does not matter of a row. `alike` says of two
    rows, one of them from elsewhere, that they are one; without it they must be equal in every column that is no key.
    """

    name: str
    model: str
    meaning: str
    columns: tuple[Column, ...]
    owner: str = "runner"
    unique: tuple[Callable[[Row], Hashable | None], ...] = ()
    alike: Callable[[Row], Hashable] | None = None
    rules: tuple[Rule, ...] = ()
    one_row: bool = False
    by_name: Mapping[str, Column] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_name", {column.name: column for column in self.columns})

    @property
    def key(self) -> Column | None:
        """By which other rows call a row of this table."""
        return next((column for column in self.columns if isinstance(column.kind, Key | Numbered)), None)

    @property
    def references(self) -> tuple[Column, ...]:
        return tuple(column for column in self.columns if isinstance(column.kind, Reference))
