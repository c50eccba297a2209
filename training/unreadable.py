"""A file that cannot be read, and why. It stands by itself, for readers that know nothing of each other."""

from collections.abc import Mapping
from typing import ClassVar


class UnreadableFile(Exception):  # noqa: N818 - the name that callers read
    """Base of all refusals: `code` for machines, `facts` as placeholders, `sentence` for people."""

    code: ClassVar[str] = "unreadable"
    template: ClassVar[str] = "This file could not be read."

    def __init__(self, **facts: str | int) -> None:
        self.facts: Mapping[str, str | int] = facts
        super().__init__(self.sentence)

    @property
    def sentence(self) -> str:
        """What is wrong and what was expected, in one English sentence."""
        return self.template.format(**self.facts)
