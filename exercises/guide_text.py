"""The guides as their TOML files tell them: read, checked, and as fields of the models of the same names."""

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .toml_table import GuideError, Table

FOLDER = Path(__file__).parent / "guides"
VOCABULARY = "vocabulary.toml"
EVIDENCE = "evidence.toml"

type Fields = dict[str, Any]


@dataclass(frozen=True, slots=True)
class VariationText:
    slug: str
    fields: Fields
    equipment: frozenset[str]


@dataclass(frozen=True, slots=True)
class ExerciseText:
    """One movement's file. `muscles` are slug and role; `lines` are the numbered pieces by related name."""

    slug: str
    fields: Fields
    muscles: dict[str, str]
    evidence: frozenset[str]
    lines: dict[str, list[Fields]]
    variations: list[VariationText]


@dataclass(frozen=True, slots=True)
class GuideTexts:
    """All files together, each thing by its slug (evidence by its number)."""

    muscles: dict[str, Fields]
    equipment: dict[str, Fields]
    evidence: dict[str, Fields]
    exercises: dict[str, ExerciseText]


def read_guides(files: Mapping[str, bytes]) -> GuideTexts:
    """Read the files, by name; raises GuideError with one sentence for the first thing that is wrong."""
    tables = {name: _table(name, content) for name, content in files.items()}
    for name in (VOCABULARY, EVIDENCE):
        if name not in tables:
            raise GuideError(f"{name}: the file is missing.")
    vocabulary = tables.pop(VOCABULARY)
    muscles = _muscles(vocabulary)
    equipment = _equipment(vocabulary)
    vocabulary.finish()
    evidence = _evidence(tables.pop(EVIDENCE))
    exercises = {
        name.removesuffix(".toml"): _exercise(table, muscles=muscles, equipment=equipment, evidence=evidence)
        for name, table in tables.items()
    }
    return GuideTexts(muscles, equipment, evidence, exercises)


def _table(name: str, content: bytes) -> Table:
    try:
        return Table(name, tomllib.loads(content.decode()))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise GuideError(f"{name}: this is not TOML: {error}.") from error


def _muscles(vocabulary: Table) -> dict[str, Fields]:
    found: dict[str, Fields] = {}
    for position, row in enumerate(vocabulary.tables("muscles", named_by="slug"), start=1):
        fields = {key: row.text(key) for key in ("name", "plain_name", "region")}
        found[_once(row, "slug", found)] = {**fields, "aliases": _aliases(row), "position": position}
        row.finish()
    return found


def _equipment(vocabulary: Table) -> dict[str, Fields]:
    found: dict[str, Fields] = {}
    for position, row in enumerate(vocabulary.tables("equipment", named_by="slug"), start=1):
        found[_once(row, "slug", found)] = {
            "name": row.text("name"),
            "aliases": _aliases(row),
            "instead": row.text("instead", optional=True),
            "is_weight": row.flag("is_weight"),
            "position": position,
        }
        row.finish()
    return found


def _evidence(table: Table) -> dict[str, Fields]:
    found: dict[str, Fields] = {}
    for order, row in enumerate(table.tables("evidence", named_by="number"), start=1):
        fields: Fields = {key: row.text(key) for key in ("section", "claim", "grade")}
        for key in ("numbers", "grade_note", "source", "also_cited", "url"):
            fields[key] = row.text(key, optional=True)
        fields["checked"] = bool(fields["source"])
        if fields["numbers"] and not fields["checked"]:
            raise row.error("numbers", "must stay out where no source was read")
        if not fields["source"] and not fields["also_cited"]:
            raise row.error("source", "is missing, a reference is expected here or in also_cited")
        found[_once(row, "number", found)] = {**fields, "order": order}
        row.finish()
    table.finish()
    return found


def _exercise(
    table: Table, *, muscles: Iterable[str], equipment: Iterable[str], evidence: Iterable[str]
) -> ExerciseText:
    fields: Fields = {"position": table.number("position"), "aliases": _aliases(table)}
    for key in ("name", "essence", "in_30_seconds", "why", "setup", "breathing", "tempo"):
        fields[key] = table.text(key)
    fields |= _dose(table.table("dose"))
    text = ExerciseText(
        slug=table.file.removesuffix(".toml"),
        fields=fields,
        muscles=_roles(table.table("muscles"), muscles),
        evidence=frozenset(_known(table, "evidence", evidence, EVIDENCE)),
        lines={
            "steps": _numbered({"text": step} for step in table.texts("steps")),
            "cues": _numbered({"text": cue} for cue in table.texts("cues")),
            "mistakes": _rows(table, "mistakes", ("looks_like", "why_it_matters", "instead")),
            "cautions": _rows(table, "cautions", ("when", "instead")),
        },
        variations=_variations(table, equipment),
    )
    table.finish()
    return text


def _aliases(table: Table) -> str:
    return ", ".join(table.texts("aliases", optional=True))


def _dose(dose: Table) -> Fields:
    reps, seconds = dose.bounds("reps"), dose.bounds("seconds")
    if (reps is None) == (seconds is None):
        raise dose.error("reps", "either reps or seconds are expected")
    fields = {
        "sets": dose.number("sets"),
        "per_leg": dose.flag("per_leg"),
        "rest_seconds": dose.number("rest_seconds"),
        "dose_growth": dose.text("growth"),
        **_range("reps", reps),
        **_range("seconds", seconds),
    }
    dose.finish()
    return fields


def _range(unit: str, bounds: tuple[int, int] | None) -> Fields:
    low, high = bounds or (None, None)
    return {f"{unit}_low": low, f"{unit}_high": high}


def _roles(table: Table, muscles: Iterable[str]) -> dict[str, str]:
    roles = {slug: role for role in ("secondary", "primary") for slug in _known(table, role, muscles, VOCABULARY)}
    table.finish()
    return roles


def _variations(table: Table, equipment: Iterable[str]) -> list[VariationText]:
    dose = table.table("dose")
    timed, per_leg = dose.bounds("seconds") is not None, dose.flag("per_leg")
    found: dict[str, VariationText] = {}
    for position, row in enumerate(table.tables("variations", named_by="slug"), start=1):
        fit = row.numbers("fit", most=2)
        fields = {
            **{key: row.text(key) for key in ("name", "description", "move_up", "move_down")},
            "position": position,
            "per_leg": row.flag("per_leg") or per_leg,
            "timed": timed,
            "loaded": row.flag("loaded"),
            "is_default": row.flag("default"),
            "fit_category": fit[0] if fit else None,
            "fit_name": fit[1] if len(fit) == 2 else None,
            **_range("reps", row.bounds("reps")),
            **_range("seconds", row.bounds("seconds")),
        }
        slug = _once(row, "slug", found)
        needs = frozenset(_known(row, "equipment", equipment, VOCABULARY))
        row.finish()
        found[slug] = VariationText(slug, fields, needs)
    if [text.fields["is_default"] for text in found.values()].count(True) != 1:
        raise table.error("variations", "exactly one of them must have default = true")
    return list(found.values())


def _rows(table: Table, key: str, fields: tuple[str, ...]) -> list[Fields]:
    rows = table.tables(key)
    found = [{field: row.text(field) for field in fields} for row in rows]
    for row in rows:
        row.finish()
    return _numbered(found)


def _numbered(rows: Iterable[Fields]) -> list[Fields]:
    return [{"position": position, **row} for position, row in enumerate(rows, start=1)]


def _once(row: Table, key: str, taken: Iterable[str]) -> str:
    slug = row.text(key)
    if slug in taken:
        raise row.error(key, f"“{slug}” stands there twice")
    return slug


def _known(row: Table, key: str, known: Iterable[str], file: str) -> tuple[str, ...]:
    slugs = row.texts(key, optional=True)
    for slug, times in Counter(slugs).items():
        if slug not in known:
            raise row.error(key, f"“{slug}” is not in {file}")
        if times > 1:
            raise row.error(key, f"“{slug}” stands there twice")
    return slugs
