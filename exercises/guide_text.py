"""The guides as their TOML files tell them: read, checked, and as documents that the database can be held against.

A document is what one file and its translations say, in values that JSON has: columns of the models of the same names,
and lists of rows. Values that make sense together only are one: `range` is the unit, the lowest and the highest number.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from .guide_translation import translate_evidence, translate_movement, translate_vocabulary
from .guide_words import LINES, VARIATION, Document, field_of, lines, movement_words, words
from .models import Equipment, Evidence, Muscle, Variation
from .models.translated import ORIGINAL, TRANSLATIONS, translated
from .toml_table import GuideError, Problem, Table, read_table

FOLDER = Path(__file__).parent / "guides"
VOCABULARY = "vocabulary.toml"
EVIDENCE = "evidence.toml"
TRANSLATE = {VOCABULARY: translate_vocabulary, EVIDENCE: translate_evidence}

type Files = Mapping[str, bytes]


def files_in(folder: Path) -> Files:
    """The guides' files by name; a translation's has its language's folder before it: "de/squat.toml"."""
    folders = {"": folder, **{f"{language}/": folder / language for language in TRANSLATIONS}}
    return {prefix + path.name: path.read_bytes() for prefix, place in folders.items() for path in _toml(place)}


def _toml(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.toml"))


def read_guides(files: Files) -> dict[str, Document]:
    """What the files say, by name of the original; raises GuideError with all that is wrong."""
    problems: list[Problem] = []
    tables = {name: read_table(name, content, problems) for name, content in files.items()}
    originals = {name: tables.pop(name) for name in files if "/" not in name}
    for name in (VOCABULARY, EVIDENCE):
        if name not in originals:
            raise GuideError([Problem(name, 1, "the file is missing")])
    if problems:
        # Every word of a file that cannot be read would seem unknown in the others.
        raise GuideError(problems)
    documents = {VOCABULARY: _vocabulary(originals.pop(VOCABULARY)), EVIDENCE: _evidence(originals.pop(EVIDENCE))}
    known = {
        name: [row["slug"] for row in documents[file][name]]
        for file, name in [(VOCABULARY, "muscles"), (VOCABULARY, "equipment"), (EVIDENCE, "evidence")]
    }
    documents |= {name: _movement(table, known) for name, table in originals.items()}
    for language in TRANSLATIONS:
        for original, document in documents.items():
            table = tables.pop(f"{language}/{original}", None) or Table.empty(original)
            TRANSLATE.get(original, translate_movement)(document, table, language)
    problems += [Problem(name, 1, f"there is no {Path(name).name} to translate") for name in tables]
    if problems:
        raise GuideError(problems)
    return documents


def _vocabulary(table: Table) -> Document:
    muscles: list[Document] = []
    for slug, row in table.named("muscles", by="slug"):
        region = row.text("region")
        row.check("region", region, field_of(Muscle, "region"))
        muscles.append({"slug": slug, "region": region, **words(row, Muscle, translated(Muscle), ORIGINAL)})
        row.finish()
    equipment: list[Document] = []
    for slug, row in table.named("equipment", by="slug"):
        texts = words(row, Equipment, translated(Equipment), ORIGINAL)
        equipment.append({"slug": slug, "is_weight": row.flag("is_weight"), **texts})
        row.finish()
    table.finish()
    return {"muscles": muscles, "equipment": equipment}


def _evidence(table: Table) -> Document:
    found: list[Document] = []
    for number, row in table.named("evidence", by="number"):
        fields: Document = {key: row.text(key) for key in ("section", "grade")}
        fields |= {key: row.text(key, optional=True) for key in ("source", "also_cited", "url")}
        for key, value in {**fields, "number": number}.items():
            row.check(key, value, field_of(Evidence, key))
        texts = words(row, Evidence, translated(Evidence), ORIGINAL)
        if "numbers" in row.data and not fields["source"]:
            row.complain("numbers", "must stay out where no source was read")
        if not fields["source"] and not fields["also_cited"]:
            row.complain("source", "is missing, a reference is expected here or in also_cited")
        reference = [fields["source"], fields.pop("also_cited"), bool(fields.pop("source"))]
        found.append({"slug": number, "reference": reference, **fields, **texts})
        row.finish()
    table.finish()
    return {"evidence": found}


def _movement(table: Table, known: Mapping[str, Iterable[str]]) -> Document:
    dose, muscles = table.table("dose"), table.table("muscles")
    unit = _unit(dose)
    document = {
        **movement_words(table, dose, ORIGINAL),
        "position": table.number("position"),
        "sets": dose.number("sets", least=1, most=10),
        "per_leg": dose.flag("per_leg"),
        "rest_seconds": dose.number("rest_seconds"),
        "range": [unit, *dose.bounds(unit)],
        "muscles": {
            slug: role
            for role in ("secondary", "primary")
            for slug in muscles.known(role, known["muscles"], VOCABULARY)
        },
        "evidence": sorted(table.known("evidence", known["evidence"], EVIDENCE)),
        **{name: lines(table, name, ORIGINAL) for name in LINES},
        **_variations(table, unit, known["equipment"], per_leg=dose.flag("per_leg")),
    }
    for part in (dose, muscles, table):
        part.finish()
    return document


def _unit(dose: Table) -> str:
    """What a dose counts: "reps" or "seconds"."""
    if ("reps" in dose.data) == ("seconds" in dose.data):
        dose.complain("reps", "either reps or seconds are expected")
    return "seconds" if "seconds" in dose.data else "reps"


def _variations(table: Table, unit: str, equipment: Iterable[str], *, per_leg: bool) -> Document:
    found: list[Document] = []
    defaults = []
    for slug, row in table.named("variations", by="slug"):
        if row.flag("default"):
            defaults.append(slug)
        found.append(
            {
                "slug": slug,
                **words(row, Variation, VARIATION, ORIGINAL),
                "per_leg": row.flag("per_leg") or per_leg,
                "loaded": row.flag("loaded"),
                "range": [unit, *row.bounds(unit)],
                "fit": row.numbers("fit", most=2),
                "equipment": sorted(row.known("equipment", equipment, VOCABULARY)),
            }
        )
        row.finish()
    if len(defaults) != 1:
        table.complain("variations", "exactly one of them must have default = true")
    return {"variations": found, "default": next(iter(defaults), None)}
