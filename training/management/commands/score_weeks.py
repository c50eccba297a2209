"""The recommender against published training weeks: `manage.py score_weeks weeks.json`."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from training.evaluation.published import BEFORE, Agreement, Scores, read_weeks, score

# The published weeks are not ours to copy: where they are at hand, they lie beside the checkout.
PUBLISHED = settings.BASE_DIR.parent / "shared" / "data" / "weeks" / "published_weeks.json"


class Command(BaseCommand):
    help = "Compares the recommended days with those on which the authors of published weeks place strength."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", nargs="?", type=Path, default=PUBLISHED, help="published weeks as JSON")
        parser.add_argument("--json", action="store_true", help="figures as JSON instead of a table")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            scores = score(read_weeks(json.loads(options["file"].read_text(encoding="utf-8"))))
        except OSError as error:
            raise CommandError(f"{options['file']}: {error.strerror}.") from error
        except (ValueError, KeyError, TypeError) as error:
            raise CommandError(f"{options['file']} does not hold published weeks: {error}.") from error
        if options["json"]:
            self.stdout.write(json.dumps(asdict(scores), indent=2, ensure_ascii=False))
        else:
            self.stdout.write("\n".join(table(scores)))


def table(scores: Scores) -> list[str]:
    """The figures as lines of text."""
    wide = max(len(author) for author in scores.authors)
    heading = f"{'agreement (Jaccard), author':<{wide}}  weeks  easy days  stack  better  Mon+Thu"
    rows = {**scores.authors, "mean per author": scores.mean, "pooled over weeks": scores.pooled}
    lines = [heading, *(row(f"{name:<{max(wide, 27)}}", each) for name, each in rows.items()), ""]
    lines.append("strength the day before   " + "".join(f"{kind:>7}" for kind in BEFORE) + "   of days")
    for whose, placed in scores.placements.items():
        counts = "".join(f"{placed.before[kind]:>7}" for kind in BEFORE)
        lines.append(f"{whose:<26}{counts}{placed.days:>10}")
    return lines


def row(name: str, each: Agreement) -> str:
    numbers = f"{each.easy_days:>9.2f}  {each.stack:>5.2f}  {each.better:>6.2f}  {each.monday_and_thursday:>7.2f}"
    return f"{name}  {each.weeks:>5}  {numbers}"
