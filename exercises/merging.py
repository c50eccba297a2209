"""Makes one of three versions of a guide: its file as it was when last loaded, its file, and what editors made of it.

A document is a table of fields. A field that is a list of tables is a list of rows: those with a slug are told apart by
it and keep an order, those without (the steps of a guide) are told apart by their place.

What only one side changed is as that side has it. Where both changed something, the edit stays and is told; with
`force` the file's version takes its place, and every edit that is lost is told.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

type Document = dict[str, Any]
type Rows = list[Document]
# Where something stands: ("steps", "2", "text_en"), ("variations", "box-squat") or ("variations", "order").
type Place = tuple[str, ...]

EMPTY: tuple[Any, ...] = (None, "", [], {})


@dataclass
class Merge:
    """Merges documents; `told` are the edits that stood against a file, in order."""

    force: bool = False
    told: list[Place] = field(default_factory=list)

    def document(
        self, loaded: Document | None, file: Document | None, edited: Document | None, *place: str
    ) -> Document | None:
        """A document or row, each version None where there is none; so is the answer where there should be none."""
        if file is not None and edited is not None:
            return self._fields(loaded, file, edited, *place)
        if file is None and edited is None:
            return None
        if loaded is None:
            # New in the file, or made by an editor.
            return file if edited is None or self._lost(*place) else edited
        # Deleted by an editor, or gone from the file.
        untouched = _said(loaded, edited if file is None else file)
        if file is None:
            return None if untouched or self._lost(*place, always=True) else edited
        if untouched and not self.force:
            return None
        return file if self._lost(*place, always=True) else None

    def _lost(self, *place: str, always: bool = False) -> bool:
        """Whether the edit gives way, which is told; with `always` it is told where it stays, too."""
        if self.force or always:
            self.told.append(place)
        return self.force

    def _fields(self, loaded: Document | None, file: Document, edited: Document, *place: str) -> Document:
        """The fields of the file. One that is newer than what was loaded nobody can have edited.

        Where it is not known what was loaded, all that is not empty may be an edit.
        """
        merged = {}
        for name, new in file.items():
            if loaded is not None and name not in loaded:
                merged[name] = new
            elif _are_rows(new) or _are_rows(edited[name]):
                merge = self._named if _have_slugs(new) or _have_slugs(edited[name]) else self._numbered
                merged[name] = merge(None if loaded is None else loaded[name], new, edited[name], *place, name)
            else:
                old = edited[name] if loaded is None and edited[name] in EMPTY else loaded and loaded[name]
                merged[name] = self._value(old, new, edited[name], *place, name)
        return merged

    def _value(self, old: Any, new: Any, now: Any, *place: str) -> Any:
        if now in (old, new):
            return new
        return new if self._lost(*place, always=new != old) else now

    def _numbered(self, loaded: Rows | None, new: Rows, now: Rows, *place: str) -> Rows:
        """Line by line where there are as many in all versions; else the list is one thing."""
        then = [None] * len(new) if loaded is None else loaded
        if len(then) == len(new) == len(now):
            return [
                self._fields(then[number], new[number], now[number], *place, str(number + 1))
                for number in range(len(new))
            ]
        if now == new or (_all_said(loaded, now) if loaded is not None else not now):
            return new
        changed = loaded is None or not _all_said(loaded, new)
        return new if self._lost(*place, always=changed) else now

    def _named(self, loaded: Rows | None, new: Rows, now: Rows, *place: str) -> Rows:
        then, file, edited = _by_slug(loaded or []), _by_slug(new), _by_slug(now)
        merged = {
            slug: row
            for slug in {**file, **edited, **then}
            if (row := self.document(then.get(slug), file.get(slug), edited.get(slug), *place, slug)) is not None
        }
        order = self._order([*then] if loaded is not None else None, [*file], [*edited], *place, "order")
        return [merged[slug] for slug in order if slug in merged]

    def _order(self, loaded: list[str] | None, new: list[str], now: list[str], *place: str) -> list[str]:
        """All slugs in the file's order, or in the editors' where they moved something."""
        then = new if loaded is None else loaded
        moved = _shared(now, then) != _shared(then, now)
        if moved and _shared(now, new) != _shared(new, now):
            changed = loaded is None or _shared(new, then) != _shared(then, new)
            if not self._lost(*place, always=changed):
                return woven(now, new)
        return woven(new, now)


def woven(lead: Sequence[str], other: Sequence[str]) -> list[str]:
    """All of `lead` in its order; what only `other` has follows what it follows there."""
    order = list(lead)
    for place, slug in enumerate(other):
        if slug not in order:
            order.insert(order.index(other[place - 1]) + 1 if place else 0, slug)
    return order


def _shared(slugs: Sequence[str], others: Collection[str]) -> list[str]:
    return [slug for slug in slugs if slug in others]


def _by_slug(rows: Rows) -> dict[str, Document]:
    return {row["slug"]: row for row in rows}


def _are_rows(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(row, dict) for row in value)


def _have_slugs(rows: Rows) -> bool:
    return any("slug" in row for row in rows)


def _said(loaded: Document, other: Mapping[str, Any] | None) -> bool:
    """Whether the other says all that was loaded; it may have fields that are newer."""
    if other is None:
        return False
    return all(
        _all_said(value, other[name]) if _are_rows(value) else other[name] == value
        for name, value in loaded.items()
        if name in other
    )


def _all_said(loaded: Rows, others: Rows) -> bool:
    return len(loaded) == len(others) and all(map(_said, loaded, others))
