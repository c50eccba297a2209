"""`manage.py load_guides`: what the guides' files say goes into the database; again and again if you like."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from exercises.actions import load_guides
from exercises.guide_text import FOLDER, files_in
from exercises.toml_table import GuideError


class Command(BaseCommand):
    help = "Load the guides, their words and their evidence from TOML files; what has not changed is left alone."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--folder", type=Path, default=FOLDER, help="where the .toml files are")
        parser.add_argument("--force", action="store_true", help="load all files, in place of edits in the admin")

    def handle(self, *, folder: Path, force: bool, verbosity: int, **options: Any) -> None:
        files = files_in(folder)
        if not files:
            raise CommandError(f"There are no .toml files in {folder}.")
        try:
            loaded = load_guides(files=files, force=force)
        except GuideError as error:
            raise CommandError(str(error)) from error
        if verbosity:
            self.stdout.write(f"Guides: {loaded}.")
            for sentence in loaded.told:
                self.stdout.write(f"  {sentence}")
