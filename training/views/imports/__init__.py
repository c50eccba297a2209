"""Importing: choosing files, watching them being read, looking over what was found, adding it and taking it back."""

from training.views.imports.begin import run_import
from training.views.imports.decide import cancel, confirm, item, undo, units
from training.views.imports.look import imported
from training.views.imports.movements import movements

__all__ = ["cancel", "confirm", "imported", "item", "movements", "run_import", "undo", "units"]
