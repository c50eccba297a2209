"""The way of an import: chosen, read in the background, looked over, added at once, and taken back as a whole.

    begin -> read -> judge -> (answer, choose, cancel) -> confirm -> add -> (choose, undo)

Everything between two words of a worker is one transaction that asks first whether the import is still that worker's.
So a worker that is killed leaves an import that the next one takes up where it stood, and never half of one.
"""

from training.actions.imports.adding import add
from training.actions.imports.beginning import answer, begin, cancel, confirm, forget_previews, forget_strays, take_up
from training.actions.imports.choosing import choose, undo
from training.actions.imports.reading import read

__all__ = [
    "add",
    "answer",
    "begin",
    "cancel",
    "choose",
    "confirm",
    "forget_previews",
    "forget_strays",
    "read",
    "take_up",
    "undo",
]
