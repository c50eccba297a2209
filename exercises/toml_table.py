"""Reads a table of a guide's TOML file key by key, and notes in one sentence each what is wrong with it."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db.models import Field

from .toml_lines import Place, lines_of


class GuideError(Exception):
    """Guides' files are not as they should be; a line of the message names file, line and key of each mistake."""

    def __init__(self, problems: "Iterable[Problem]") -> None:
        super().__init__("\n".join(str(problem) for problem in sorted(problems)))


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    file: str
    line: int
    complaint: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.complaint}{'' if self.complaint.endswith('?') else '.'}"


@dataclass
class Source:
    """A file, and what is wrong in it."""

    file: str
    text: str = ""
    problems: list[Problem] = field(default_factory=list)

    @cached_property
    def lines(self) -> dict[Place, int]:
        """Only a file with a mistake has its lines counted."""
        return lines_of(self.text)


class Table:
    """One table of a file. Each reader takes a key; `finish` complains of the keys that nobody asked for.

    What is wrong is added to the source's problems, and reading goes on with an empty value.
    """

    def __init__(self, source: Source, data: dict[str, Any], *place: str | int) -> None:
        self.data = data
        self._source = source
        self._place = place
        self._read: set[str] = set()
        self._faulty: set[str] = set()

    @classmethod
    def empty(cls, file: str) -> Self:
        """A table in which every key is missing, and nobody minds."""
        return cls(Source(file), {})

    @property
    def name(self) -> str:
        """Where it stands in the file: "dose", or with its slug and from 1, "variations 3 (goblet-squat)"."""
        if not self._place:
            return ""
        named_by = next((f" ({self.data[key]})" for key in ("slug", "number") if key in self.data), "")
        parts = (str(part + 1) if isinstance(part, int) else part for part in self._place)
        return " ".join(parts) + named_by

    def complain(self, key: str, complaint: str, *, element: int | None = None) -> None:
        """Note what is wrong with a key, or with an element of its list from 0."""
        self._faulty.add(key)
        where = key if element is None else f"{key} {element + 1}"
        full = f"{self.name}, {where}" if self.name else where
        problem = Problem(self._source.file, self._line(key, element), f"{full}: {complaint}")
        self._source.problems.append(problem)

    def _line(self, key: str, element: int | None) -> int:
        """Where the element, the key or, for one that is missing, its table begins."""
        places = [(*self._place, key), self._place]
        if element is not None:
            places.insert(0, (*self._place, key, element))
        return next((self._source.lines[place] for place in places if place in self._source.lines), 1)

    def _take(self, key: str, kind: type, wanted: str, *, optional: bool) -> Any:
        self._read.add(key)
        if key not in self.data:
            if not optional:
                self.complain(key, f"is missing, {wanted} is expected")
            return None
        value = self.data[key]
        # A TOML boolean is an int in Python.
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            self.complain(key, f"{wanted} is expected, not {value!r}")
            return None
        return value

    def text(self, key: str, *, optional: bool = False) -> str:
        """Prose: wrapped lines are joined, an empty line parts paragraphs."""
        value = self._take(key, str, "a text", optional=optional)
        if value is None:
            return ""
        paragraphs = [" ".join(part.split()) for part in re.split(r"\n\s*\n", value)]
        joined = "\n\n".join(part for part in paragraphs if part)
        if not joined:
            self.complain(key, "is empty, a text is expected")
        return joined

    def number(self, key: str, *, least: int = 0, most: int = 32767) -> int:
        value = self._take(key, int, "a whole number", optional=False)
        if value is not None and not least <= value <= most:
            self.complain(key, f"a number from {least} to {most} is expected, not {value}")
        return value or 0

    def flag(self, key: str) -> bool:
        """False where the key is left out."""
        return bool(self._take(key, bool, "true or false", optional=True))

    def texts(self, key: str, *, optional: bool = False) -> list[str]:
        values = self._take(key, list, "a list of texts", optional=optional) or []
        for place, value in enumerate(values):
            if not isinstance(value, str) or not value.strip():
                self.complain(key, f"a text is expected, not {value!r}", element=place)
        return [" ".join(value.split()) for value in values if isinstance(value, str)]

    def numbers(self, key: str, *, most: int) -> list[int]:
        """Up to `most` whole numbers; none where the key is left out."""
        values = self._take(key, list, "a list of whole numbers", optional=True) or []
        if len(values) > most or any(not isinstance(value, int) or isinstance(value, bool) for value in values):
            self.complain(key, f"at most {most} whole numbers are expected, not {values!r}")
            return []
        return [*values]

    def bounds(self, key: str) -> list[int]:
        """A range as [low, high]; empty where the key is left out."""
        values = self.numbers(key, most=2)
        if values and (len(values) != 2 or not 1 <= values[0] <= values[1]):
            self.complain(key, f"a range such as [8, 12] is expected, not {values!r}")
        return values

    def table(self, key: str, *, optional: bool = False) -> "Table":
        data = self._take(key, dict, f"a table [{key}]", optional=optional)
        # What is missing in a missing table need not be told.
        source = self._source if data is not None else Source(self._source.file)
        return Table(source, data or {}, *self._place, key)

    def tables(self, key: str, *, optional: bool = False) -> list["Table"]:
        rows = self._take(key, list, f"tables [[{key}]]", optional=optional) or []
        found = []
        for place, row in enumerate(rows):
            if isinstance(row, dict):
                found.append(Table(self._source, row, *self._place, key, place))
            else:
                self.complain(key, f"a table [[{key}]] is expected, not {row!r}", element=place)
        return found

    def named(self, key: str, *, by: str, optional: bool = False) -> Iterator[tuple[str, "Table"]]:
        """A list of tables, each with the slug by which it is named, once."""
        taken = set[str]()
        for row in self.tables(key, optional=optional):
            slug = row.text(by)
            if slug in taken:
                row.complain(by, f"“{slug}” stands there twice")
            elif slug:
                yield slug, row
            taken.add(slug)

    def known(self, key: str, known: Iterable[str], source: str) -> list[str]:
        """A list of slugs that stand in the file `source`, each once; empty where the key is left out."""
        slugs = self.texts(key, optional=True)
        known = list(known)
        for place, slug in enumerate(slugs):
            if slug not in known:
                self.complain(key, f"“{slug}” is not in {source}{meant(slug, known)}", element=place)
            elif slug in slugs[:place]:
                self.complain(key, f"“{slug}” stands there twice", element=place)
        return slugs

    def check(self, key: str, value: Any, column: "Field[Any, Any]", *, element: int | None = None) -> None:
        """Complain where the model would not take the value: too long, not one of the choices, no address."""
        if key in self._faulty:
            return
        try:
            column.clean(value, None)
        except ValidationError as error:
            self.complain(key, " ".join(error.messages).removesuffix("."), element=element)

    def finish(self) -> None:
        for key in self.data.keys() - self._read:
            self.complain(key, f"is not a key that a guide has here{meant(key, self._read)}")


def read_table(file: str, content: bytes, problems: list[Problem]) -> Table:
    """The whole file as a table; empty, with a problem, where it is not TOML."""
    try:
        text = content.decode()
        return Table(Source(file, text, problems), tomllib.loads(text))
    except UnicodeDecodeError as error:
        line, complaint = content[: error.start].count(b"\n") + 1, f"this is not UTF-8: {error.reason}"
    except tomllib.TOMLDecodeError as error:
        told = re.search(r"\(at line (\d+)", str(error))
        line, complaint = int(told[1]) if told else text.count("\n") + 1, f"this is not TOML: {error}"
    problems.append(Problem(file, line, complaint))
    return Table.empty(file)


def meant(word: str, known: Iterable[str]) -> str:
    """What else may have been meant, as the end of a sentence; nothing where nothing is alike."""
    near = get_close_matches(word, sorted(known), n=1)
    return f"; did you mean “{near[0]}”?" if near else ""
