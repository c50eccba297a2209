"""Write the part of Bootstrap that browsers are sent: `uv run config/trim_bootstrap.py` after a change of a template.

vendor/bootstrap/bootstrap.min.css is Bootstrap whole (dist/css/bootstrap.min.css of its release; for an upgrade, put
the new one there). It is not among the static files: those have what this script keeps of it, in the same order. A rule
stays when each element, class, id and attribute that it asks for is a word of a template, script or Python file of ours
or of the packages that render our forms and accounts; a custom property, when a var() asks for it. So write classes
out: one that is put together from pieces ("col-{{ width }}") is not found.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import tinycss2

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = Path(tinycss2.__file__).resolve().parent.parent
WHOLE = ROOT / "vendor/bootstrap/bootstrap.min.css"
TRIMMED = ROOT / "static/vendor/bootstrap/bootstrap.trimmed.css"
OURS = [ROOT / name for name in ("templates", "static/js", "config", "exercises", "training")]
THEIRS = [PACKAGES / name for name in ("allauth", "crispy_forms", "crispy_bootstrap5", "django/forms")]
SUFFIXES = {".html", ".svg", ".js", ".py"}
NOTE = (
    "Only the rules that our pages can use, picked by config/trim_bootstrap.py from vendor/bootstrap/bootstrap.min.css"
)


def words() -> set[str]:
    """Whatever can be the name of an element, a class, an id or an attribute of a page."""
    files = [path for folder in OURS + THEIRS for path in folder.rglob("*") if path.suffix in SUFFIXES]
    return {word for path in files for word in re.findall(r"[\w-]+", path.read_text())}


def asked_for(css: str) -> set[str]:
    """The custom properties that a var() of `css` reads."""
    return set(re.findall(r"var\(\s*(--[\w-]+)", css))


def trim(css: str, words: set[str], read: set[str]) -> str:
    """`css` without what needs names that are not in `words`; custom properties in `read` stay, used here or not."""
    nodes = tinycss2.parse_stylesheet(css, skip_whitespace=True)
    less = "".join(f"{rule}\n" for rule in kept(nodes, words, read | asked_for(css)))
    # What went may have been the last to read a custom property.
    return less if less == css else trim(less, words, read)


def kept(nodes: Iterable[Any], words: set[str], read: set[str]) -> Iterator[str]:
    for node in nodes:
        if node.type == "qualified-rule":
            selectors = [one for one in split(node.prelude) if words.issuperset(needed(one))]
            declarations = [
                one.serialize()
                for one in tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
                if not one.name.startswith("--") or one.name in read
            ]
            if selectors and declarations:
                yield f"{','.join(map(tinycss2.serialize, selectors))}{{{';'.join(declarations)}}}"
        elif node.type == "at-rule" and node.lower_at_keyword == "media":
            inner = "".join(kept(tinycss2.parse_rule_list(node.content, skip_whitespace=True), words, read))
            if inner:
                yield f"@media{tinycss2.serialize(node.prelude)}{{{inner}}}"
        else:
            yield node.serialize()


def split(prelude: Iterable[Any]) -> list[list[Any]]:
    """The selectors of a list of them, each as its tokens."""
    selectors: list[list[Any]] = [[]]
    for token in prelude:
        if token == ",":
            selectors.append([])
        else:
            selectors[-1].append(token)
    return selectors


def needed(selector: list[Any]) -> Iterator[str]:
    """The names without which nothing matches `selector`; pseudo-classes and what stands in :not() are no names."""
    for before, token in pairwise([None, *selector]):
        if token.type == "hash" or (token.type == "ident" and before != ":"):
            yield token.value
        elif token.type == "[] block":
            yield token.content[0].value


def trimmed() -> str:
    own = "".join(path.read_text() for path in (ROOT / "static/css").glob("*.css"))
    css = trim(WHOLE.read_text(), words(), asked_for(own))
    return css.replace("\n */", f"\n * {NOTE}\n */", 1)


if __name__ == "__main__":
    TRIMMED.write_text(trimmed())
