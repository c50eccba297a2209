"""Bring the translations up to date: `uv run python -m config.translations` after a text was written or translated.

Gathers every text that is marked in Python and templates into locale/LANGUAGE/LC_MESSAGES/django.po, where new ones
wait for their translation, compiles what is translated for Django to read, and names what is missing. It has the rules
of `makemessages` (Django's own reader of templates), without gettext's programs.
"""

import io
import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

from exercises.figures.poses import DRAWINGS

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "locale"
# What a library says in another tone than we do: written by hand, compiled here.
OTHERS = (LOCALE / "allauth",)
LANGUAGES = ("de",)
FOLDERS = ("config", "exercises", "templates", "training")
KEYWORDS = DEFAULT_KEYWORDS | {f"{name}_lazy": spec for name, spec in DEFAULT_KEYWORDS.items() if "gettext" in name}
COMMENT = "# `uv run python -m config.translations` brings this file up to date and compiles it."
WIDTH = 120


def texts() -> Catalog:
    """Every text that is marked for translation, with the files that it stands in."""
    found = Catalog(domain="django")
    for path in sources():
        code, name = path.read_text(), str(path.relative_to(ROOT))
        if path.suffix != ".py":
            # Django's reader of templates hands over Python, but for the indentation.
            code = re.sub(r"^\s+", "", templatize(code, origin=name), flags=re.MULTILINE)
        for _line, text, _comments, context in extract("python", io.BytesIO(code.encode()), KEYWORDS):
            found.add(text, locations=[(name, 0)], context=context)
    for movement, drawings in DRAWINGS.items():
        # The drawings are plain Python, which marks nothing: what they show is translated where they are put on a page.
        for still in (still for drawing in drawings.values() for still in (drawing.start, drawing.deepest)):
            found.add(still.what, locations=[(f"exercises/figures/poses/{movement.replace('-', '_')}.py", 0)])
    return found


def sources() -> Iterator[Path]:
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in {".py", ".html", ".txt"}:
                yield path


def po_file(language: str, locale: Path = LOCALE) -> Path:
    return locale / language / "LC_MESSAGES" / "django.po"


def written(language: str, locale: Path = LOCALE) -> Catalog:
    """The translations as they are written down."""
    path = po_file(language, locale)
    if not path.exists():
        return Catalog(language, "django", COMMENT, "Sets & Strides", "1", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language, domain="django")


def as_po(translations: Catalog) -> bytes:
    """Sorted by file, so that what belongs together is translated together."""
    file = io.BytesIO()
    write_po(file, translations, width=WIDTH, ignore_obsolete=True, sort_by_file=True, include_lineno=False)
    return file.getvalue()


def as_mo(translations: Catalog) -> bytes:
    """What Django reads. A text without a translation is left out, and shown as it is."""
    file = io.BytesIO()
    write_mo(file, translations)
    return file.getvalue()


def missing(translations: Catalog) -> list[str]:
    """The texts that have no translation."""
    without = []
    for message in translations:
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        if message.id and not all(strings):
            without.append(message.id if isinstance(message.id, str) else message.id[0])
    return without


def main() -> None:
    found = texts()
    for language in LANGUAGES:
        translations, path = written(language), po_file(language)
        translations.update(found, no_fuzzy_matching=True, update_creation_date=False)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(as_po(translations))
        for locale in (LOCALE, *OTHERS):
            po_file(language, locale).with_suffix(".mo").write_bytes(as_mo(written(language, locale)))
        without = missing(translations)
        print(f"{language}: {len(translations)} texts, {len(without)} without a translation")
        for text in without:
            print(f"  {text}")


if __name__ == "__main__":
    main()
