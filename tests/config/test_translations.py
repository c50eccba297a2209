"""The translations: complete, compiled, and of the texts as they are now."""

import gettext
import re
from importlib import import_module
from pathlib import Path

import allauth
import pytest
from babel.messages import Catalog, Message
from django.conf import settings

from config.translations import LANGUAGES, LOCALE, OTHERS, missing, po_file, texts, written

UPDATE = "run `uv run python -m config.translations`"
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w+\}|%%")
TAG = re.compile(r"<[^>]+>")
# At the beginning of a sentence it may be "she" or "they".
FORMAL = re.compile(r"\b(Sie|Ihr|Ihre[mnrs]?|Ihnen)\b")
WITHIN = re.compile(rf"(?<=[a-zß,] ){FORMAL.pattern}")
# Accounts of other sites and telephones are not offered here.
UNUSED = re.compile(r"third-party|phone", re.IGNORECASE)
(ALLAUTH,) = OTHERS
CATALOGS = [(language, locale) for language in LANGUAGES for locale in (LOCALE, *OTHERS)]


def keys(catalog: Catalog) -> set[tuple[object, object]]:
    return {(message.context, message.id) for message in catalog if message.id}


def messages(language: str, locale: Path) -> list[Message]:
    return [message for message in written(language, locale) if message.id]


def forms(text: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    """A text, or its singular and its plural."""
    return (text,) if isinstance(text, str) else tuple(text or ())


def compiled(path: Path) -> dict[object, str]:
    with path.open("rb") as file:
        return dict(gettext.GNUTranslations(file)._catalog)  # type: ignore[attr-defined]


def test_every_language_but_the_first_is_translated() -> None:
    assert [code for code, _name in settings.LANGUAGES] == [settings.LANGUAGE_CODE, *LANGUAGES]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_the_site_has_a_translation_and_none_is_left_over(language: str) -> None:
    there, wanted = written(language), texts()
    assert keys(there) == keys(wanted), UPDATE
    assert missing(there) == []


@pytest.mark.parametrize(("language", "locale"), CATALOGS)
def test_what_django_reads_is_what_is_written(language: str, locale: Path) -> None:
    said: dict[object, str] = {}
    for message in messages(language, locale):
        key = f"{message.context}\x04{forms(message.id)[0]}" if message.context else forms(message.id)[0]
        if message.pluralizable:
            said |= {(key, number): text for number, text in enumerate(forms(message.string))}
        else:
            said[key] = forms(message.string)[0]
    read = compiled(po_file(language, locale).with_suffix(".mo"))
    assert {key: text for key, text in read.items() if key} == said, UPDATE


@pytest.mark.parametrize(("language", "locale"), CATALOGS)
def test_translations_are_sure_and_keep_what_is_filled_in(language: str, locale: Path) -> None:
    for message in messages(language, locale):
        assert not message.fuzzy, message.id
        *_one, many = forms(message.id)
        *_singular, plural = forms(message.string)
        assert sorted(PLACEHOLDER.findall(plural)) == sorted(PLACEHOLDER.findall(many)), plural
        for string in forms(message.string):
            # A singular may say its number in words.
            assert set(PLACEHOLDER.findall(string)) <= set(PLACEHOLDER.findall(many)), string
            assert sorted(TAG.findall(string)) == sorted(TAG.findall(many)), string
            assert (string[0] == " ", string[-1] == " ") == (many[0] == " ", many[-1] == " "), string


def test_runners_are_addressed_as_du_by_the_accounts_too() -> None:
    theirs = compiled(Path(str(allauth.__file__)).parent / "locale/de/LC_MESSAGES/django.mo")
    ours = compiled(po_file("de", ALLAUTH).with_suffix(".mo"))
    assert set(ours) - set(theirs) == set(), "what django-allauth does not say any more"
    formal = {key for key, text in theirs.items() if FORMAL.search(text) and not UNUSED.search(str(key))}
    assert formal - set(ours) == set(), "locale/allauth says it to du"
    assert [text for text in ours.values() if FORMAL.search(text)] == []
    assert [text for text in compiled(po_file("de").with_suffix(".mo")).values() if WITHIN.search(text)] == []


def test_every_language_writes_every_kind_of_date() -> None:
    names = {
        code: {name for name in dir(import_module(f"{settings.FORMAT_MODULE_PATH}.{code}.formats")) if name.isupper()}
        for code, _name in settings.LANGUAGES
    }
    assert len(names["en"]) > 10
    assert set(map(frozenset, names.values())) == {frozenset(names["en"])}
