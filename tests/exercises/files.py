"""The guides' files as they are, and with a piece changed."""

from functools import cache

from exercises.guide_text import FOLDER, files_in

type Files = dict[str, bytes]


@cache
def _files() -> Files:
    return dict(files_in(FOLDER))


def guide_files() -> Files:
    return dict(_files())


def changed(files: Files, name: str, old: str, new: str) -> Files:
    """With the first `old` of a file replaced, which must be there."""
    text = files[name].decode()
    assert old in text
    return {**files, name: text.replace(old, new, 1).encode()}


def line_of(files: Files, name: str, text: str) -> int:
    """The line on which a text begins."""
    content = files[name].decode()
    return content[: content.index(text)].count("\n") + 1
