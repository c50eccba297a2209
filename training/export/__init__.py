"""Everything of a runner, out of the app and back in: one description, and what is made of it.

    columns.py     what a column can hold: how it is written, and how it is read back without being trusted
    tables.py      the description: every table and column that is exported, and what is left out and why
    described.py   its text, for README.txt in the archive and docs/export.md
    writing.py     rows as JSON and CSV
    archive.py     the zip, made while it is sent
    reading.py     data.json read back row by row, and refused with a sentence where it is not what it should be

Pure: it knows the models' names and columns, not the models. training.models.exported reads the rows from the database,
training.actions.imports.account_rows writes them. `uv run python -m training.export --write` writes docs/export.md.
"""

FORMAT = "sets-and-strides"
VERSION = 1
"""Of data.json. A column that is added later says since which version it is there."""
