"""Reads a table of a guide's TOML file key by key, and says in one sentence what is wrong with it."""

import re
from typing import Any


class GuideError(Exception):
    """A guide's file is not as it should be; the message names the file and the key."""


class Table:
    """One table of a file. Each reader takes a key; `finish` refuses the keys that nobody asked for."""

    def __init__(self, file: str, data: dict[str, Any], place: str = "") -> None:
        self.file = file
        self.place = place
        self._data = data
        self._read: set[str] = set()

    def error(self, key: str, complaint: str) -> GuideError:
        where = f"{self.place}, {key}" if self.place and key else self.place or key
        return GuideError(f"{self.file}: {where}: {complaint}.")

    def _take(self, key: str, kind: type | tuple[type, ...], wanted: str, *, optional: bool) -> Any:
        self._read.add(key)
        if key not in self._data:
            if optional:
                return None
            raise self.error(key, f"is missing, {wanted} is expected")
        value = self._data[key]
        # A TOML boolean is an int in Python.
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            raise self.error(key, f"{wanted} is expected, not {value!r}")
        return value

    def text(self, key: str, *, optional: bool = False) -> str:
        """Prose: wrapped lines are joined, an empty line parts paragraphs."""
        value = self._take(key, str, "a text", optional=optional)
        if value is None:
            return ""
        paragraphs = [" ".join(part.split()) for part in re.split(r"\n\s*\n", value)]
        joined = "\n\n".join(part for part in paragraphs if part)
        if not joined and not optional:
            raise self.error(key, "is empty, a text is expected")
        return joined

    def number(self, key: str) -> int:
        value: int = self._take(key, int, "a whole number", optional=False)
        return value

    def flag(self, key: str) -> bool:
        """False where the key is left out."""
        return bool(self._take(key, bool, "true or false", optional=True))

    def texts(self, key: str, *, optional: bool = False) -> tuple[str, ...]:
        values = self._take(key, list, "a list of texts", optional=optional) or []
        for value in values:
            if not isinstance(value, str) or not value.strip():
                raise self.error(key, f"a list of texts is expected, not {value!r} in it")
        return tuple(" ".join(value.split()) for value in values)

    def numbers(self, key: str, *, most: int) -> tuple[int, ...]:
        """Up to `most` whole numbers; none where the key is left out."""
        values = self._take(key, list, "a list of whole numbers", optional=True) or []
        if len(values) > most or any(not isinstance(value, int) or isinstance(value, bool) for value in values):
            raise self.error(key, f"at most {most} whole numbers are expected, not {values!r}")
        return tuple(values)

    def bounds(self, key: str) -> tuple[int, int] | None:
        """A range as `[low, high]`; None where the key is left out."""
        values = self.numbers(key, most=2)
        if not values:
            return None
        if len(values) != 2 or not 1 <= values[0] <= values[1]:
            raise self.error(key, f"a range such as [8, 12] is expected, not {list(values)!r}")
        return values[0], values[1]

    def table(self, key: str) -> "Table":
        return Table(self.file, self._take(key, dict, f"a table [{key}]", optional=False), key)

    def tables(self, key: str, *, named_by: str = "") -> list["Table"]:
        """A list of tables; errors name each by its place in the list, and by its `named_by` where it has one."""
        rows = self._take(key, list, f"tables [[{key}]]", optional=False)
        found = []
        for place, row in enumerate(rows, start=1):
            if not isinstance(row, dict):
                raise self.error(key, f"tables [[{key}]] are expected, not {row!r}")
            name = f" ({row[named_by]})" if named_by and named_by in row else ""
            found.append(Table(self.file, row, f"{key} {place}{name}"))
        return found

    def finish(self) -> None:
        for key in self._data:
            if key not in self._read:
                raise self.error(key, "is not a key that a guide has; is it misspelt")
