"""Writes the guides' files into the database."""

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, ProtectedError

from .guide_text import EVIDENCE, VOCABULARY, ExerciseText, Fields, GuideTexts, VariationText, read_guides
from .models import Equipment, Evidence, Exercise, ExerciseMuscle, GuideFile, Muscle, Variation
from .toml_table import GuideError

# Raise it when the same files mean other rows than before, so that they are loaded anew.
FORMAT = 1
# Moves rows out of the way of a unique position while they are put in a new order.
ASIDE = 1000


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many files were created in the database, changed there, left unchanged or removed from it."""

    created: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0

    def __str__(self) -> str:
        counts = f"{self.created} created, {self.changed} changed, {self.unchanged} unchanged"
        return f"{counts}, {self.removed} removed" if self.removed else counts


def load_guides(*, files: Mapping[str, bytes], force: bool = False) -> Loaded:
    """Make the database say what the guides' files say, in one transaction; files by name.

    A file that is as it was when last loaded is left alone, and so is what an editor changed in the
    admin meanwhile; `force` loads it anew. Raises GuideError, with nothing written.
    """
    digests = {name: hashlib.sha256(b"%d\n" % FORMAT + content).hexdigest() for name, content in files.items()}
    known = dict(GuideFile.objects.values_list("name", "digest"))
    stale = {name for name, digest in digests.items() if force or known.get(name) != digest}
    gone = known.keys() - digests.keys()
    if not stale and not gone:
        return Loaded(unchanged=len(files))
    texts = read_guides(files)
    with transaction.atomic():
        changed = _sync_files(texts, stale)
        for name in gone:
            _delete(Exercise.objects.filter(slug=name.removesuffix(".toml")), name)
        GuideFile.objects.filter(name__in=gone).delete()
        GuideFile.objects.bulk_create(
            [GuideFile(name=name, digest=digests[name]) for name in stale],
            update_conflicts=True,
            unique_fields=["name"],
            update_fields=["digest"],
        )
    created = len(stale - known.keys())
    changes = len(changed & known.keys())
    return Loaded(created, changes, len(files) - created - changes, len(gone))


def _sync_files(texts: GuideTexts, stale: Collection[str]) -> set[str]:
    """Bring the rows of the stale files in line with them; the names of those whose rows changed."""
    changed = set()
    if VOCABULARY in stale:
        synced = [
            _sync_table(Muscle, "slug", "position", texts.muscles, VOCABULARY),
            _sync_table(Equipment, "slug", "position", texts.equipment, VOCABULARY),
        ]
        changed |= {VOCABULARY} if any(synced) else set()
    if EVIDENCE in stale and _sync_table(Evidence, "number", "order", texts.evidence, EVIDENCE):
        changed.add(EVIDENCE)
    rows = Exercise.objects.for_guides().in_bulk(field_name="slug")
    for slug, text in texts.exercises.items():
        file = f"{slug}.toml"
        if file in stale and _sync_exercise(rows.get(slug) or Exercise(slug=slug), text, file):
            changed.add(file)
    return changed


def _sync_table(model: type[models.Model], key: str, order: str, texts: Mapping[str, Fields], file: str) -> bool:
    """Bring a table of small rows in line with its file; whether anything changed."""
    manager = model._default_manager
    removed = _delete(manager.exclude(**{f"{key}__in": list(texts)}), file)
    rows = {getattr(row, key): row for row in manager.all()}
    if any(getattr(row, order) != texts[slug][order] for slug, row in rows.items()):
        manager.update(**{order: F(order) + ASIDE})
        rows = {getattr(row, key): row for row in manager.all()}
    saved = [_save(rows.get(slug) or model(**{key: slug}), fields, f"{file}: {slug}") for slug, fields in texts.items()]
    return bool(removed) or any(saved)


def _sync_exercise(row: Exercise, text: ExerciseText, file: str) -> bool:
    """Bring one movement and all that hangs on it in line with its file; whether anything changed."""
    changed = [
        _save(row, text.fields, file),
        _sync_muscles(row, text.muscles),
        _sync_variations(row, text.variations, file),
        *[_sync_lines(row, name, lines, file) for name, lines in text.lines.items()],
    ]
    if {evidence.number for evidence in row.evidence.all()} != text.evidence:
        row.evidence.set(Evidence.objects.filter(number__in=text.evidence))
        changed.append(True)
    if any(changed):
        row.save(update_fields=["changed_at"])
    return any(changed)


def _sync_muscles(row: Exercise, roles: Mapping[str, str]) -> bool:
    if {link.muscle.slug: link.role for link in row.muscle_links.all()} == roles:
        return False
    row.muscle_links.all().delete()
    muscles = Muscle.objects.in_bulk(list(roles), field_name="slug")
    ExerciseMuscle.objects.bulk_create(
        [ExerciseMuscle(exercise=row, muscle=muscles[slug], role=role) for slug, role in roles.items()]
    )
    return True


def _sync_lines(row: Exercise, name: str, lines: list[Fields], file: str) -> bool:
    """Steps, cues, mistakes or cautions: nothing refers to them, so a changed list is written anew."""
    manager = getattr(row, name)
    old = list(manager.all())
    if len(old) == len(lines) and not any(map(_differs, old, lines)):
        return False
    manager.all().delete()
    for line in lines:
        _save(manager.model(exercise=row), line, f"{file}: {name} {line['position']}")
    return True


def _sync_variations(row: Exercise, texts: list[VariationText], file: str) -> bool:
    """Variations are matched by slug, for logged sets refer to them."""
    rows = {variation.slug: variation for variation in row.variations.all()}
    kept = {text.slug for text in texts}
    changed = [_delete(row.variations.exclude(slug__in=kept), file) > 0] if rows.keys() - kept else []
    if any(_differs(rows[text.slug], text.fields) for text in texts if text.slug in rows):
        row.variations.update(position=F("position") + ASIDE, is_default=False)
        rows = {variation.slug: variation for variation in Variation.objects.filter(exercise=row)}
        changed.append(True)
    for text in texts:
        variation = rows.get(text.slug) or Variation(exercise=row, slug=text.slug)
        changed.append(_save(variation, text.fields, f"{file}: {text.slug}"))
        if {thing.slug for thing in variation.equipment.all()} != text.equipment:
            variation.equipment.set(Equipment.objects.filter(slug__in=text.equipment))
            changed.append(True)
    return any(changed)


def _differs(row: models.Model, fields: Fields) -> bool:
    return any(getattr(row, name) != value for name, value in fields.items())


def _save(row: Any, fields: Fields, where: str) -> bool:
    """Save the row where it is new or differs, and say whether."""
    if row.pk is not None and not _differs(row, fields):
        return False
    for name, value in fields.items():
        setattr(row, name, value)
    try:
        row.clean_fields()
    except ValidationError as error:
        key, messages = next(iter(error.message_dict.items()))
        raise GuideError(f"{where}, {key}: {messages[0]}") from error
    row.save()
    return True


def _delete(rows: models.QuerySet[Any], file: str) -> int:
    """Delete the rows and say how many they were; what a runner has logged stays, and so does its movement."""
    number = rows.count()
    try:
        rows.delete()
    except ProtectedError as error:
        kept = sorted({str(row) for row in rows})
        raise GuideError(f"{file}: {', '.join(kept)} cannot go, for logged sets refer to it; put it back.") from error
    return number
