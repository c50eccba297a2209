"""Where in a TOML file each key stands, which tomllib does not tell."""

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

# What can hide a bracket, a comma or a line's end, and those themselves. The first that fits at a place is meant.
TOKEN = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}|'
    r"'''.*?'{3,5}|"
    r'"(?:\\.|[^"\\\n])*"|'
    r"'[^'\n]*'|"
    r"#[^\n]*|"
    r"[\[\]{},=\n]|"
    r"[^\s\[\]{},=#\"']+",
    re.DOTALL,
)

type Place = tuple[str | int, ...]


@dataclass
class _Reader:
    """Keeps the lines that were found, the table whose keys come next, and how often each list of tables went on."""

    lines: dict[Place, int] = field(default_factory=dict)
    table: Place = ()
    counts: Counter[Place] = field(default_factory=Counter)

    def header(self, names: list[str], line: int, *, listed: bool) -> None:
        place: Place = ()
        for name in names[:-1]:
            place = self._last((*place, name))
        place = (*place, names[-1])
        if listed:
            self.lines.setdefault(place, line)
            self.counts[place] += 1
        self.table = self._last(place)
        self.lines.setdefault(self.table, line)

    def _last(self, place: Place) -> Place:
        """The table itself, or the newest of a list of tables."""
        return (*place, self.counts[place] - 1) if self.counts[place] else place

    def statement(self, tokens: list[tuple[str, int]]) -> None:
        """`key = value`; a list's elements have places of their own."""
        texts = [text for text, _ in tokens]
        equals = texts.index("=")
        place = (*self.table, *_names(texts[:equals]))
        self.lines[place] = tokens[0][1]
        depth, element = 0, 0
        for before, (text, line) in pairwise(tokens[equals:]):
            if depth == 1 and before[0] in {"[", ","} and text != "]":
                self.lines[(*place, element)] = line
                element += 1
            depth += _deeper(text)


def lines_of(text: str) -> dict[Place, int]:
    """The line, from 1, of each key and list element of a text that is TOML.

    A place is the path to it, in lists by number from 0: ("variations", 2, "name"), ("steps", 0). A table stands where
    its header does.
    """
    reader = _Reader()
    ends = [found.start() for found in re.finditer("\n", text)]
    statement: list[tuple[str, int]] = []
    depth = 0
    for found in TOKEN.finditer(text + "\n"):
        token = found.group()
        if token == "\n" and depth == 0:
            if statement and statement[0][0] == "[":
                names = _names([part for part, _ in statement if part not in {"[", "]"}])
                reader.header(names, statement[0][1], listed=statement[1][0] == "[")
            elif statement:
                reader.statement(statement)
            statement = []
        elif token != "\n" and not token.startswith("#"):
            statement.append((token, bisect_right(ends, found.start() - 1) + 1))
            depth += _deeper(token)
    return reader.lines


def _deeper(token: str) -> int:
    return (token in {"[", "{"}) - (token in {"]", "}"})


def _names(parts: list[str]) -> list[str]:
    """A key as written, split at its dots: `a."b.c"` is "a" and "b.c"."""
    written = "".join(parts)
    return [part.strip("\"'") for part in re.findall(r'"[^"]*"|\'[^\']*\'|[^.\s]+', written)]
