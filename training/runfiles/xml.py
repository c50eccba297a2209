"""The one hardened XML parser: no entities, no network, no outside documents, no deep nesting, little memory."""

import io
import re
from collections.abc import Iterator
from typing import Protocol

from lxml import etree

from training.runfiles.errors import Corrupt, TooDeep, TooManyValues, Truncated, UnsafeXml
from training.runfiles.prolog import as_utf8

MOST_PREFIXES = 50

# What is neither a point nor a lap stays in memory until the end, some 120 bytes a tag and 260 an
# attribute: these bound it. Real files get there at 28 to 74 MB.
MOST_TAGS = 2_000_000
MOST_ATTRIBUTES = 1_000_000

USED_PREFIX = re.compile(rb"<([A-Za-z_][\w.-]{0,50}):|\s([A-Za-z_][\w.-]{0,50}):[\w.-]{1,80}\s*=")
DECLARED_PREFIX = re.compile(rb"xmlns:([\w.-]+)\s*=")


class Source(Protocol):
    def read(self, size: int, /) -> bytes: ...


def parsed(
    source: Source, events: tuple[str, ...], *, tag: list[str] | None = None, encoding: str | None = None
) -> Iterator[tuple[str, etree._Element]]:
    """Events of a document while it is read, for these tags or for all. Raises XMLSyntaxError."""
    parser: Iterator[tuple[str, etree._Element]] = etree.iterparse(
        source,
        events=events,
        tag=tag,
        encoding=encoding,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    return parser


def elements(data: bytes, root: str, name: str, tags: tuple[str, ...]) -> Iterator[tuple[str, str, etree._Element]]:
    """Events of an XML document as (event, local tag, element), "start" and "end", for `tags` in any namespace.

    `root` is the root's local name; `name` is the format that sentences speak of. Raises
    Truncated, Corrupt, TooDeep, TooManyValues or UnsafeXml.
    """
    body = _with_declared_prefixes(as_utf8(data), root)
    if body.count(b"<") > MOST_TAGS or body.count(b"=") > MOST_ATTRIBUTES:
        raise TooManyValues(format=name)
    of = ["{*}" + tag for tag in (root, *tags)]
    try:
        for event, element in parsed(io.BytesIO(body), ("start", "end"), tag=of, encoding="utf-8"):
            tag = str(element.tag).rpartition("}")[2]
            if tag == root and event == "start":
                _refuse_entities(element)
            yield event, tag, element
    except etree.XMLSyntaxError as error:
        if "depth" in str(error):
            raise TooDeep from error
        if not body.rstrip(b" \t\r\n\x00").endswith(b">") or f"</{root}>".encode() not in body[-200:]:
            raise Truncated(format=name) from error
        raise Corrupt(format=name) from error


def let_go(element: etree._Element) -> None:
    """Free a finished element and its elder siblings of the same tag; call it at the end event only."""
    element.clear()
    parent = element.getparent()
    while parent is not None and (elder := element.getprevious()) is not None and elder.tag == element.tag:
        parent.remove(elder)


def child_text(element: etree._Element, *path: str) -> str | None:
    """Text at a path of local names below `element`, in any namespace, or None."""
    return element.findtext("/".join("{*}" + step for step in path))


def number(text: str | None) -> float | None:
    """A finite number from an element's text, or None."""
    try:
        value = float(text or "")
    except ValueError:
        return None
    return value if -1e9 < value < 1e9 else None


def _with_declared_prefixes(body: bytes, root: str) -> bytes:
    """Declare on the root each prefix used but declared nowhere: real exports forget some."""
    used = {match.group(1) or match.group(2) for match in USED_PREFIX.finditer(body)}
    missing = used - {b"xml", b"xmlns"} - set(DECLARED_PREFIX.findall(body))
    if not missing or len(missing) > MOST_PREFIXES:
        return body
    declarations = b"".join(b' xmlns:%s="urn:undeclared:%s"' % (prefix, prefix) for prefix in sorted(missing))
    return re.sub(rb"<((?:[\w.-]+:)?%s)\b" % root.encode(), lambda tag: tag.group() + declarations, body, count=1)


def _refuse_entities(root: etree._Element) -> None:
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and next(iter(dtd.iterentities()), None) is not None:  # type: ignore[attr-defined]
        raise UnsafeXml
