"""Writes the guides' files into the database, beside what editors made of them."""

import hashlib
import re
from dataclasses import dataclass, field

from django.db import models, transaction
from django.db.models import ProtectedError

from .guide_rows import (
    evidence_document,
    movement_document,
    vocabulary_document,
    write_evidence,
    write_movement,
    write_vocabulary,
)
from .guide_text import EVIDENCE, VOCABULARY, Files, read_guides
from .guide_words import Document
from .merging import Merge, Place
from .models import Equipment, Evidence, Exercise, GuideFile, Muscle
from .models.translated import LANGUAGES, ORIGINAL, TRANSLATIONS, column

# Raise it when the same files mean other rows than before, so that they are loaded anew.
FORMAT = 2
WORDS = {
    VOCABULARY: (vocabulary_document, write_vocabulary),
    EVIDENCE: (evidence_document, write_evidence),
}
# By what guides refer to a word.
USES: dict[type[models.Model], str] = {Muscle: "exercise_links", Equipment: "variations", Evidence: "exercises"}
KEPT = "edited in the admin, kept; load_guides --force takes the file's"
FORCED = "edited in the admin, now as the file has it"
USED = "gone from the file, kept because guides refer to it"
LOGGED = "gone from the file, kept because logged sets refer to it"


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many files were created in the database, changed there, left unchanged or removed from it.

    `told` says in a sentence each which edits stood against a file, and what became of them.
    """

    created: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    told: tuple[str, ...] = ()

    def __str__(self) -> str:
        counts = f"{self.created} created, {self.changed} changed, {self.unchanged} unchanged"
        return f"{counts}, {self.removed} removed" if self.removed else counts


def load_guides(*, files: Files, force: bool = False) -> Loaded:
    """Make the database say what the guides' files say, in one transaction; files by name, with their translations.

    A file that is as it was when last loaded is left alone. Of one that is not, everything is taken over but what an
    editor changed in the admin meanwhile: that stays, and is told where the file changed it too. `force` loads all
    files and takes their side. Raises GuideError, with nothing written.
    """
    digests = _digests(files)
    known = dict(GuideFile.objects.values_list("name", "digest"))
    stale = {name for name, digest in digests.items() if force or known.get(name) != digest}
    gone = known.keys() - digests.keys()
    if not stale and not gone:
        return Loaded(unchanged=len(digests))
    texts = read_guides(files)
    with transaction.atomic():
        load = _Load(force, dict(GuideFile.objects.values_list("name", "loaded")))
        changed = {name for name in texts if name in stale and load.file(name, texts[name])}
        for name in gone:
            load.movement(name, None)
        load.delete()
        GuideFile.objects.filter(name__in=gone).delete()
        GuideFile.objects.bulk_create(
            [GuideFile(name=name, digest=digests[name], loaded=texts[name]) for name in stale],
            update_conflicts=True,
            unique_fields=["name"],
            update_fields=["digest", "loaded"],
        )
    created = len(stale - known.keys())
    changes = len(changed & known.keys())
    return Loaded(created, changes, len(digests) - created - changes, len(gone), tuple(load.told))


def differences(exercise: Exercise) -> list[str]:
    """What of a movement reads otherwise than its file did when it was last loaded; from what `for_guides` fetched."""
    file = f"{exercise.slug}.toml"
    loaded = GuideFile.objects.filter(name=file).values_list("loaded", flat=True).first()
    if not loaded:
        return []
    merge = Merge(force=True)
    merge.document(loaded, loaded, movement_document(exercise))
    return sorted(place_in(file, place) for place in merge.told)


def _digests(files: Files) -> dict[str, str]:
    """Of each original together with its translations."""
    together = {name: [name, *(f"{code}/{name}" for code in TRANSLATIONS)] for name in files if "/" not in name}
    return {
        name: hashlib.sha256(b"\0".join([b"%d" % FORMAT, *(files.get(one, b"") for one in versions)])).hexdigest()
        for name, versions in together.items()
    }


@dataclass
class _Load:
    """One run over the files; `loaded` is what they said when they were last loaded, `told` the sentences."""

    force: bool
    loaded: dict[str, Document]
    told: list[str] = field(default_factory=list)
    gone: list[tuple[str, models.Model]] = field(default_factory=list)

    def file(self, name: str, text: Document) -> bool:
        """Merge one file into the database; whether that changed anything."""
        if name not in WORDS:
            return self.movement(name, text)
        read, write = WORDS[name]
        before = read()
        merged = self._merged(name, text, before) or before
        if name == EVIDENCE:
            merged = _sound(merged, before)
        if merged != before:
            self.gone += [(name, row) for row in write(merged, before)]
        return merged != before

    def movement(self, name: str, text: Document | None) -> bool:
        slug = name.removesuffix(".toml")
        row = Exercise.objects.for_guides().filter(slug=slug).first()
        before = movement_document(row) if row else None
        merged = self._merged(name, text, before)
        if merged is None:
            self.gone += [(name, row)] if row else []
            return row is not None
        if merged["default"] not in [variation["slug"] for variation in merged["variations"]]:
            merged["default"] = None
        if merged != before:
            rows = write_movement(row or Exercise(slug=slug), merged, before or {})
            self.gone += [(name, variation) for variation in rows]
        return merged != before

    def _merged(self, name: str, text: Document | None, before: Document | None) -> Document | None:
        merge = Merge(self.force)
        merged = merge.document(self.loaded.get(name) or None, text, before)
        self.told += [f"{place_in(name, place)}: {FORCED if self.force else KEPT}." for place in merge.told]
        return merged

    def delete(self) -> None:
        """Delete what the files no longer have. What a runner has logged stays, and so does what a guide refers to."""
        for name, row in self.gone:
            if (uses := USES.get(type(row))) and getattr(row, uses).exists():
                self.told.append(f"{name}, {row}: {USED}.")
                continue
            try:
                row.delete()
            except ProtectedError:
                self.told.append(f"{name}, {row}: {LOGGED}.")


def _sound(evidence: Document, before: Document) -> Document:
    """With the rows of `before` where numbers would stand without a source that was read."""
    rows = {row["slug"]: row for row in before["evidence"]}
    numbers = [column("numbers", language) for language in LANGUAGES]
    return {
        "evidence": [
            row if row["reference"][-1] or not any(row[name] for name in numbers) else rows[row["slug"]]
            for row in evidence["evidence"]
        ]
    }


def place_in(name: str, place: Place) -> str:
    """Where something stands, as a person would say it: "de/squat.toml, steps 2, text"."""
    *outer, last = place or ("",)
    text, _, language = last.rpartition("_")
    if language in LANGUAGES:
        last, name = text, name if language == ORIGINAL else f"{language}/{name}"
    path = ", ".join(part for part in (*outer, last) if part)
    return ", ".join(filter(None, [name, re.sub(r", (\d+)", r" \1", path)]))
