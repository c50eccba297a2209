"""The progression on simulated runners: `manage.py simulate_progression`, with `--write` into docs/progression.md."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from training.evaluation.tables import tables

DOC = settings.BASE_DIR / "docs" / "progression.md"
BEGIN, END = "<!-- tables -->", "<!-- end of tables -->"


class Command(BaseCommand):
    help = "Prints twelve weeks of simulated runners who follow their targets, as tables in Markdown."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--write", action="store_true", help="put them into docs/progression.md instead")
        parser.add_argument("--doc", type=Path, default=DOC, help="the document to write to")

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["write"]:
            self.stdout.write(tables())
            return
        doc: Path = options["doc"]
        text = doc.read_text(encoding="utf-8")
        if BEGIN not in text or END not in text:
            raise CommandError(f"{doc} has no place for tables: {BEGIN} … {END}.")
        doc.write_text(with_tables(text), encoding="utf-8")


def with_tables(text: str) -> str:
    """The document with the tables of now in their place."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{tables()}\n\n{END}{after}"
