"""The texts of the guides' files in one language, as columns of the models; every language's file has them alike."""

from collections.abc import Iterable
from typing import Any, cast

from django.db import models

from .models import Caution, Cue, Exercise, Mistake, Step, Variation
from .models.translated import ORIGINAL, column, translated
from .toml_table import Table

type Document = dict[str, Any]

MOVEMENT = [name for name in translated(Exercise) if name != "dose_growth"]
VARIATION = translated(Variation)
# Numbered pieces of a guide: each a text, or each a table of texts.
LINES: dict[str, type[models.Model]] = {"steps": Step, "cues": Cue, "mistakes": Mistake, "cautions": Caution}
PLAIN_LINES = ("steps", "cues")


def field_of(model: type[models.Model], name: str) -> "models.Field[Any, Any]":
    return cast("models.Field[Any, Any]", model._meta.get_field(name))


def words(table: Table, model: type[models.Model], names: Iterable[str], language: str) -> Document:
    """Texts with the keys `names`; what a language other than the original lacks is empty."""
    return {column(name, language): _word(table, model, name, language) for name in names}


def _word(table: Table, model: type[models.Model], name: str, language: str, *, key: str = "") -> str:
    key = key or name
    field = field_of(model, column(name, language))
    listed = name == "aliases"
    text = ", ".join(table.texts(key, optional=True)) if listed else table.text(key, optional=field.blank)
    table.check(key, text, field)
    return text


def movement_words(table: Table, dose: Table, language: str) -> Document:
    growth = _word(dose, Exercise, "dose_growth", language, key="growth")
    return {**words(table, Exercise, MOVEMENT, language), column("dose_growth", language): growth}


def lines(table: Table, name: str, language: str) -> list[Document]:
    """Steps, cues, mistakes or cautions."""
    model, optional = LINES[name], language != ORIGINAL
    if name not in PLAIN_LINES:
        rows = table.tables(name, optional=optional)
        found = [words(row, model, translated(model), language) for row in rows]
        for row in rows:
            row.finish()
        return found
    field = column("text", language)
    texts = table.texts(name, optional=optional)
    for place, text in enumerate(texts):
        table.check(name, text, field_of(model, field), element=place)
    return [{field: text} for text in texts]
