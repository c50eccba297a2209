"""Texts in every language of the site: a column each, read in the reader's language."""

from typing import Any, Self, overload

from django.conf import settings
from django.db import models
from django.db.models import F, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce, NullIf
from django.utils.translation import get_language

LANGUAGES = [code for code, _ in settings.LANGUAGES]
# In which every text is written first, and read where a translation is missing.
ORIGINAL = settings.LANGUAGE_CODE
TRANSLATIONS = [code for code in LANGUAGES if code != ORIGINAL]


class Translated:
    """A text of a model: `name = Translated(CharField())` makes the columns `name_en` and `name_de`.

    `row.name` is the text in the reader's language, or in English where that is empty. It is read-only, and no query
    knows it: whoever writes, filters or fetches a few columns names the column, so that nobody saves a translation
    over the original.
    """

    name: str

    def __init__(self, original: "models.CharField[Any, Any] | models.TextField[Any, Any]") -> None:
        # Made here, not in contribute_to_class, so that a form shows them in their place among the model's fields.
        self.fields = {language: original.clone() for language in LANGUAGES}
        for language in TRANSLATIONS:
            self.fields[language].blank = True

    def contribute_to_class(self, model: type[models.Model], name: str) -> None:
        self.name = name
        for language, field in self.fields.items():
            model.add_to_class(column(name, language), field)
        setattr(model, name, self)

    @overload
    def __get__(self, row: None, model: type[models.Model]) -> Self: ...
    @overload
    def __get__(self, row: models.Model, model: type[models.Model]) -> str: ...
    def __get__(self, row: models.Model | None, model: type[models.Model]) -> Self | str:
        if row is None:
            return self
        text: str = getattr(row, column(self.name, language())) or getattr(row, column(self.name, ORIGINAL))
        return text

    def __set__(self, row: models.Model, text: str) -> None:
        raise AttributeError(f"{self.name} is read in the reader's language; write {column(self.name, ORIGINAL)}.")


def language() -> str:
    """The reader's language where there are texts in it ("de" for "de-at"), else the original one."""
    code = (get_language() or ORIGINAL).partition("-")[0]
    return code if code in LANGUAGES else ORIGINAL


def column(name: str, language: str) -> str:
    return f"{name}_{language}"


def columns(*names: str) -> list[str]:
    """The columns that reading these texts takes, for `only`."""
    return [column(name, code) for name in names for code in dict.fromkeys([language(), ORIGINAL])]


def in_language(name: str) -> Combinable:
    """A text in the reader's language as an expression, for `values` and `annotate`: "exercise__name"."""
    if language() == ORIGINAL:
        return F(column(name, ORIGINAL))
    # Of short texts and long ones alike: an empty Value is a short one.
    text = models.TextField()
    written = NullIf(column(name, language()), Value(""), output_field=text)
    return Coalesce(written, column(name, ORIGINAL), output_field=text)


def in_every_language(row: models.Model, name: str) -> list[str]:
    """A text in the reader's language, then what it is in the others, each once."""
    texts = [getattr(row, name), *(getattr(row, column(name, code)) for code in LANGUAGES)]
    return [text for text in dict.fromkeys(texts) if text]


def translated(model: type[models.Model]) -> list[str]:
    """The names of a model's translated texts."""
    return [name for name, text in vars(model).items() if isinstance(text, Translated)]
