"""JSON that is taken apart value by value while it is read, so that a large file needs no large memory."""

import codecs
from collections.abc import Iterator
from json import JSONDecodeError, JSONDecoder
from typing import Any

from training.export.errors import ExportDamaged, ExportTooLarge

BLANK = " \t\r\n"
DIGITS = "0123456789.eE+-"
# A session's notes and reasons take a few thousand letters, an import's thousand files some more.
MOST_LETTERS = 1_000_000
# Ten years are 6 MB.
MOST_BYTES = 500_000_000


def _refuse(word: str) -> None:
    """NaN and Infinity are no JSON."""
    raise ExportDamaged


class JsonPieces:
    """The values and signs of a JSON text, one after the other. Everything raises ExportDamaged for what is no JSON."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        # Skips a byte order mark.
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")()
        self._json = JSONDecoder(parse_constant=_refuse)
        self._text, self._at, self._ended = "", 0, False
        self._bytes = 0

    def peek(self) -> str:
        """The next sign that is not blank; "" at the end."""
        while True:
            while self._at < len(self._text):
                if (sign := self._text[self._at]) not in BLANK:
                    return sign
                self._at += 1
            if not self._more():
                return ""

    def take(self, sign: str) -> None:
        """Pass that sign."""
        if self.peek() != sign:
            raise ExportDamaged
        self._at += 1

    def passes(self, sign: str) -> bool:
        """Pass that sign where it comes next; whether it did."""
        if self.peek() != sign:
            return False
        self._at += 1
        return True

    def value(self) -> Any:
        """The next value, whole. Raises ExportTooLarge for one that no row of ours would be."""
        self.peek()
        while True:
            try:
                found, end = self._json.raw_decode(self._text, self._at)
            except JSONDecodeError as error:
                if len(self._text) - self._at > MOST_LETTERS:
                    raise ExportTooLarge from error
                if not self._more():
                    raise ExportDamaged from error
                continue
            except (RecursionError, ValueError) as error:
                raise ExportDamaged from error
            # A number goes on until something else follows it.
            goes_on = type(found) in (int, float) and not self._text[end:].strip(DIGITS)
            if not goes_on or not self._more():
                self._at = end
                return found

    def names(self) -> Iterator[str]:
        """The names of an object; behind each its value has to be taken before the next is asked for."""
        self.take("{")
        if self.passes("}"):
            return
        while True:
            name = self.value()
            if not isinstance(name, str):
                raise ExportDamaged
            self.take(":")
            yield name
            if not self.passes(","):
                self.take("}")
                return

    def items(self) -> Iterator[Any]:
        """The values of a list."""
        self.take("[")
        if self.passes("]"):
            return
        while True:
            yield self.value()
            if not self.passes(","):
                self.take("]")
                return

    def _more(self) -> bool:
        """Read on; whether there was more."""
        if self._ended:
            return False
        piece = next(self._pieces, None)
        self._ended = piece is None
        self._bytes += len(piece or b"")
        if self._bytes > MOST_BYTES:
            raise ExportTooLarge
        try:
            text = self._decoder.decode(piece or b"", final=piece is None)
        except UnicodeDecodeError as error:
            raise ExportDamaged from error
        self._text, self._at = self._text[self._at :] + text, 0
        return not self._ended or bool(text)
