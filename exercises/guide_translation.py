"""Translations of the guides' files: the same texts under the same keys, added to the originals' documents."""

from collections.abc import Iterable, Mapping

from django.db import models

from .guide_words import LINES, Document, lines, movement_words, words
from .models import Equipment, Evidence, Muscle, Variation
from .models.translated import ORIGINAL, column, translated
from .toml_table import Table, meant


def translate_vocabulary(document: Document, table: Table, language: str) -> None:
    _translate_rows(document["muscles"], table, "muscles", Muscle, language)
    _translate_rows(document["equipment"], table, "equipment", Equipment, language)
    table.finish()


def translate_evidence(document: Document, table: Table, language: str) -> None:
    _translate_rows(document["evidence"], table, "evidence", Evidence, language)
    table.finish()


def translate_movement(document: Document, table: Table, language: str) -> None:
    dose = table.table("dose", optional=True)
    document.update(movement_words(table, dose, language))
    dose.finish()
    for name in LINES:
        _translate_lines(document[name], table, name, language)
    _translate_rows(document["variations"], table, "variations", Variation, language)
    table.finish()


def _translate_lines(originals: list[Document], table: Table, name: str, language: str) -> None:
    translations = lines(table, name, language)
    if name in table.data and len(translations) != len(originals):
        table.complain(name, f"{len(originals)} are expected as in the original, not {len(translations)}")
    for place, original in enumerate(originals):
        original.update(translations[place] if place < len(translations) else _empty(original, language))


def _translate_rows(
    originals: Iterable[Document], table: Table, name: str, model: type[models.Model], language: str
) -> None:
    """Rows that are named by a slug; one that is not translated gets empty texts."""
    key = "number" if model is Evidence else "slug"
    rows = {original["slug"]: original for original in originals}
    for original in rows.values():
        original.update(_empty(original, language))
    for slug, row in table.named(name, by=key, optional=True):
        if slug in rows:
            texts = words(row, model, translated(model), language)
            _complain_of_additions(row, rows[slug], texts, language)
            rows[slug].update(texts)
            row.finish()
        else:
            row.complain(key, f"“{slug}” is not in the original{meant(slug, rows)}")


def _complain_of_additions(row: Table, original: Document, texts: Mapping[str, str], language: str) -> None:
    for name in row.data:
        text = texts.get(column(name, language))
        if text and name != "aliases" and not original[column(name, ORIGINAL)]:
            row.complain(name, "is not in the original, which it should translate")


def _empty(original: Document, language: str) -> Document:
    suffix = column("", ORIGINAL)
    return {column(key.removesuffix(suffix), language): "" for key in original if key.endswith(suffix)}
