"""The beginning of an XML file, before any parser sees it: encoding, forbidden declarations, first tag."""

import re

from training.runfiles.errors import Corrupt, UnsafeXml

BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))

# Encodings whose letters a forbidden declaration could not hide behind.
PLAIN_ENCODINGS = re.compile(r"utf-?8|us-ascii|ascii|(iso-?8859|latin|windows|cp)[-_]?\d+", re.IGNORECASE)

DECLARED_ENCODING = re.compile(rb"""^\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']""")
TAG = re.compile(r"<(?:[\w.-]+:)?([\w.-]+)")
OUTSIDE_DOCTYPE = re.compile(rb"<!DOCTYPE\s+[\w.:-]+\s+(SYSTEM|PUBLIC)\b")

HEAD = 100_000


def first_tag(data: bytes) -> str | None:
    """Local name of the root element, or None when the bytes do not begin like XML or HTML.

    Raises UnsafeXml when entities are declared anywhere.
    """
    try:
        head = as_utf8(data)
    except Corrupt:
        return None
    text = head[:HEAD].decode("utf-8", "replace")
    at = 0
    while True:
        at += len(text[at:]) - len(text[at:].lstrip())
        if text.startswith("<?", at):
            end = text.find("?>", at)
        elif text.startswith("<!--", at):
            end = text.find("-->", at)
        elif text.startswith("<!", at):
            end = _end_of_doctype(text, at)
        else:
            break
        if end < 0:
            return None
        at = text.index(">", end) + 1
    tag = TAG.match(text, at)
    return tag.group(1) if tag else None


def _end_of_doctype(text: str, at: int) -> int:
    close, bracket = text.find(">", at), text.find("[", at)
    if 0 <= bracket < close:
        inner = text.find("]", bracket)
        return -1 if inner < 0 else text.find(">", inner)
    return close


def as_utf8(data: bytes) -> bytes:
    """The document as UTF-8 without byte order mark, leading white space and XML declaration.

    Raises Corrupt for bytes that are not what the declaration says, and UnsafeXml where an
    entity is declared anywhere or the document type lies outside the file.
    """
    encoding = _encoding(data)
    if encoding == "utf-8":
        body = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    else:
        try:
            body = data.decode(encoding).lstrip("\ufeff \t\r\n").encode()
        except (LookupError, UnicodeError) as error:
            raise Corrupt(format="XML") from error
    if body.startswith(b"<?xml"):
        body = body[body.find(b"?>") + 2 :].lstrip() if b"?>" in body[:300] else body
    if b"<!ENTITY" in body or OUTSIDE_DOCTYPE.search(body[:HEAD]):
        raise UnsafeXml
    return body


def _encoding(data: bytes) -> str:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return encoding
    if data[:4] == b"<\x00?\x00":
        return "utf-16-le"
    if data[:4] == b"\x00<\x00?":
        return "utf-16-be"
    declared = DECLARED_ENCODING.match(data[:400])
    if declared is None:
        return "utf-8"
    name = declared.group(1).decode("ascii", "replace")
    if name.lower() in ("utf-16", "utf-8", "utf8"):
        return "utf-8"  # a declaration that could be read as bytes is not UTF-16, whatever it says
    if not PLAIN_ENCODINGS.fullmatch(name):
        raise Corrupt(format="XML")
    return name
