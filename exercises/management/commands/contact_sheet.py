"""`manage.py contact_sheet out.html`: every drawing on one page, to be looked at."""

import re
from argparse import ArgumentParser
from itertools import groupby
from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders
from django.core.management.base import BaseCommand
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from exercises.figures.loops import LOOPS
from exercises.figures.poses import DRAWINGS
from exercises.figures.render import picture
from exercises.figures.scene import Drawing
from exercises.figures.timeline import SAMPLES, Rep, Walk

TOKENS = re.compile(r"(?:@media[^{]+\{\s*)?:root \{[^}]*\}(?:\s*\})?")


class Command(BaseCommand):
    help = "Write one HTML file with every variation at its start, half way and where it is deepest."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("path", type=Path, help="the file to write, such as out.html")

    def handle(self, *, path: Path, verbosity: int, **options: Any) -> None:
        rows = [
            (name, row(slug, each, LOOPS[name][slug])) for name, all_ in DRAWINGS.items() for slug, each in all_.items()
        ]
        movements = {name: [one for _, one in group] for name, group in groupby(rows, key=lambda pair: pair[0])}
        context = {"style": mark_safe(style()), "movements": movements, "count": len(rows)}
        path.write_text(render_to_string("exercises/contact_sheet.html", context))
        if verbosity:
            self.stdout.write(f"{len(rows)} variations: {path}")


def row(slug: str, drawing: Drawing, loop: Rep | Walk) -> dict[str, Any]:
    """A variation's three pictures, all in its one frame."""
    middle = loop.film(drawing).stills[SAMPLES // 2]
    stills = {drawing.start.what: drawing.start, "Half way": middle, drawing.deepest.what: drawing.deepest}
    pictures = [(what, mark_safe(picture(still, drawing.working, drawing.frame))) for what, still in stills.items()]
    return {"slug": slug, "pictures": pictures}


def style() -> str:
    """The site's colours, light and dark, and what the drawings make of them."""
    site, figures = (Path(str(finders.find(f"css/{name}.css"))).read_text() for name in ("site", "figures"))
    return "\n".join([*TOKENS.findall(site), figures])
