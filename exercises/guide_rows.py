"""Guides' documents and the rows of the database: what the rows say as a document, and a document written into them."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.db import models
from django.db.models import F

from .guide_words import LINES, VARIATION, Document
from .models import Equipment, Evidence, Exercise, ExerciseMuscle, Muscle, Variation
from .models.translated import LANGUAGES, column, translated

# Moves rows out of the way of a unique position while they are put in a new order.
ASIDE = 1000
DOSE = ("sets", "per_leg", "rest_seconds")


def texts_of(row: models.Model, names: Iterable[str]) -> Document:
    """Every language's texts, as the files have them: browsers send the ends of lines otherwise."""
    found = [column(name, language) for name in names for language in LANGUAGES]
    return {name: "\n".join(getattr(row, name).splitlines()) for name in found}


def vocabulary_document() -> Document:
    return {
        "muscles": [
            {"slug": row.slug, "region": row.region, **texts_of(row, translated(Muscle))}
            for row in Muscle.objects.all()
        ],
        "equipment": [
            {"slug": row.slug, "is_weight": row.is_weight, **texts_of(row, translated(Equipment))}
            for row in Equipment.objects.all()
        ],
    }


def evidence_document() -> Document:
    return {
        "evidence": [
            {
                "slug": row.number,
                "reference": [row.source, row.also_cited, row.checked],
                **{name: getattr(row, name) for name in ("section", "grade", "url")},
                **texts_of(row, translated(Evidence)),
            }
            for row in Evidence.objects.all()
        ]
    }


def movement_document(exercise: Exercise) -> Document:
    """From what `for_guides` fetched."""
    variations = exercise.variations.all()
    return {
        **texts_of(exercise, translated(Exercise)),
        **{name: getattr(exercise, name) for name in ("position", *DOSE)},
        "range": _range(exercise),
        "muscles": {link.muscle.slug: link.role for link in exercise.muscle_links.all()},
        "evidence": sorted(evidence.number for evidence in exercise.evidence.all()),
        **{
            name: [texts_of(line, translated(model)) for line in getattr(exercise, name).all()]
            for name, model in LINES.items()
        },
        "variations": [_variation_document(variation) for variation in variations],
        "default": next((variation.slug for variation in variations if variation.is_default), None),
    }


def _variation_document(variation: Variation) -> Document:
    return {
        "slug": variation.slug,
        **texts_of(variation, VARIATION),
        "per_leg": variation.per_leg,
        "loaded": variation.loaded,
        "range": _range(variation),
        "fit": [number for number in (variation.fit_category, variation.fit_name) if number is not None],
        "equipment": sorted(thing.slug for thing in variation.equipment.all()),
    }


def _range(row: Exercise | Variation) -> list[str | int]:
    """The unit, and the lowest and highest number where the row has its own."""
    unit = "seconds" if row.timed else "reps"
    bounds = getattr(row, f"{unit}_low"), getattr(row, f"{unit}_high")
    return [unit, *(bound for bound in bounds if bound is not None)]


def _range_fields(unit: str, low: int | None = None, high: int | None = None) -> Document:
    other = {"reps": "seconds", "seconds": "reps"}[unit]
    return {f"{unit}_low": low, f"{unit}_high": high, f"{other}_low": None, f"{other}_high": None}


def write_vocabulary(document: Document, before: Document) -> list[models.Model]:
    """Write what differs from `before`; gives the rows that the document no longer has, to be deleted."""
    muscles = _write_rows(Muscle.objects.all(), document["muscles"], before["muscles"], _plain)
    return muscles + _write_rows(Equipment.objects.all(), document["equipment"], before["equipment"], _plain)


def write_evidence(document: Document, before: Document) -> list[models.Model]:
    rows = Evidence.objects.all()
    return _write_rows(rows, document["evidence"], before["evidence"], _evidence_fields, key="number", order="order")


def write_movement(row: Exercise, document: Document, before: Document) -> list[models.Model]:
    """Write the movement and all that hangs on it where it differs from `before`, which is empty for a new one."""
    _set(row, movement_fields(document))
    row.save()
    if document["muscles"] != before.get("muscles"):
        _write_muscles(row, document["muscles"])
    if document["evidence"] != before.get("evidence"):
        row.evidence.set(Evidence.objects.filter(number__in=document["evidence"]))
    for name in LINES:
        if document[name] != before.get(name):
            _write_lines(getattr(row, name), document[name])
    return _write_variations(row, document, before)


def movement_fields(document: Document) -> Document:
    """The columns of the movement itself."""
    texts = [column(name, language) for name in translated(Exercise) for language in LANGUAGES]
    return {**{name: document[name] for name in (*texts, "position", *DOSE)}, **_range_fields(*document["range"])}


def _write_muscles(row: Exercise, roles: Mapping[str, str]) -> None:
    row.muscle_links.all().delete()
    muscles = Muscle.objects.in_bulk(list(roles), field_name="slug")
    ExerciseMuscle.objects.bulk_create(
        # An editor may have deleted a muscle that the file names.
        [
            ExerciseMuscle(exercise=row, muscle=muscles[slug], role=role)
            for slug, role in roles.items()
            if slug in muscles
        ]
    )


def _write_lines(manager: Any, lines: list[Document]) -> None:
    """Nothing refers to a line, so a changed list is written anew."""
    manager.all().delete()
    parent = {manager.field.name: manager.instance}
    manager.bulk_create([manager.model(position=place, **line, **parent) for place, line in enumerate(lines, start=1)])


def _write_variations(row: Exercise, document: Document, before: Document) -> list[models.Model]:
    rows = Variation.objects.filter(exercise=row)
    default = document["default"]
    if default != before.get("default"):
        rows.update(is_default=False)
    gone = _write_rows(
        rows,
        document["variations"],
        before.get("variations", []),
        lambda text: {**_variation_fields(text), "exercise": row, "is_default": text["slug"] == default},
    )
    then = {text["slug"]: text["equipment"] for text in before.get("variations", [])}
    wanted = {text["slug"]: text["equipment"] for text in document["variations"]}
    for variation in rows.filter(slug__in=[slug for slug, needs in wanted.items() if needs != then.get(slug, [])]):
        variation.equipment.set(Equipment.objects.filter(slug__in=wanted[variation.slug]))
    return gone


def _variation_fields(text: Document) -> Document:
    category, name = (*text["fit"], None, None)[:2]
    fields = {name: value for name, value in text.items() if name not in {"range", "fit", "equipment"}}
    timed = text["range"][0] == "seconds"
    return {**fields, **_range_fields(*text["range"]), "timed": timed, "fit_category": category, "fit_name": name}


def _evidence_fields(text: Document) -> Document:
    fields = {name: value for name, value in text.items() if name not in {"slug", "reference"}}
    return {**fields, **dict(zip(("source", "also_cited", "checked"), text["reference"], strict=True))}


def _plain(text: Document) -> Document:
    return text


def _write_rows(
    rows: models.QuerySet[Any],
    texts: list[Document],
    before: list[Document],
    fields: Callable[[Document], Document],
    *,
    key: str = "slug",
    order: str = "position",
) -> list[models.Model]:
    """Make rows say the texts, in their order; gives those that no text is left for."""
    moved = [text["slug"] for text in texts] != [text["slug"] for text in before]
    if moved:
        rows.update(**{order: F(order) + ASIDE})
    known = {getattr(row, key): row for row in rows}
    for place, text in enumerate(texts, start=1):
        slug = text["slug"]
        row = known.pop(slug, None) or rows.model(**{key: slug})
        _set(row, {**fields(text), **({order: place} if moved else {})})
        row.save()
    return list(known.values())


def _set(row: models.Model, fields: Mapping[str, Any]) -> None:
    for name, value in fields.items():
        setattr(row, name, value)
