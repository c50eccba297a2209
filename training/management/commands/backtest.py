"""Logged histories replayed week by week: `manage.py backtest --runner EMAIL`, or tables of activities."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import timezone
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from training.evaluation.replay import Replay, replay
from training.models import Runner
from training.plan.week import RunFacts
from training.plan.wishes import Style, Wishes
from training.runfiles import ParsedActivity, UnreadableFile, garmin, strava

# Real exports are not ours to copy: where they are at hand, they lie beside the checkout.
EXPORTS = settings.BASE_DIR.parent / "shared" / "data" / "runfiles"

LEAST_SECONDS = 60


class Command(BaseCommand):
    help = (
        "Replays histories week by week with what was known on each Sunday: how well the coming week was foreseen "
        "(Brier score, lower is better) and where the recommended days fell."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="*", type=Path, help="activities.csv of Strava, Activities.csv of Garmin")
        parser.add_argument("--runner", action="append", default=[], metavar="EMAIL", help="a runner of the database")
        parser.add_argument("--time-zone", default="UTC", help="where Strava's runs, told in UTC, took place")
        parser.add_argument("--style", choices=list(Style), default=Style.EASY_DAYS)
        parser.add_argument("--target", type=int, choices=(1, 2, 3), default=2)
        parser.add_argument("--json", action="store_true", help="figures as JSON instead of a table")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["time_zone"] not in available_timezones():
            raise CommandError(f"There is no time zone called {options['time_zone']}.")
        files, emails = options["files"], options["runner"]
        if not files and not emails:
            files = sorted([*EXPORTS.glob("strava/*.csv"), *EXPORTS.glob("garmin_csv/*.csv")])
        if not files and not emails:
            raise CommandError("Name a runner (--runner EMAIL) or tables of activities.")
        wishes = Wishes(target=options["target"], style=Style(options["style"]))
        told: dict[str, Replay | str] = {}
        for email in emails:
            runs, hr_max = runs_of_runner(email)
            told[email] = replayed(runs, wishes, hr_max)
        for path in files:
            told[path.name] = replayed(list(runs_of_table(path, ZoneInfo(options["time_zone"]))), wishes)
        if options["json"]:
            figures = {name: asdict(each) if isinstance(each, Replay) else each for name, each in told.items()}
            self.stdout.write(json.dumps(figures, indent=2, default=str, ensure_ascii=False))
        else:
            self.stdout.write("\n".join(table(told)))


def runs_of_runner(email: str) -> tuple[list[RunFacts], int | None]:
    runner = Runner.objects.filter(email=email).first()
    if runner is None:
        raise CommandError(f"There is no runner {email}.")
    return [run.facts() for run in runner.runs.all()], runner.max_heart_rate


def runs_of_table(path: Path, zone: ZoneInfo | timezone) -> Iterator[RunFacts]:
    """The runs of a table of activities, Garmin's on its local days, Strava's on the days of the zone."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise CommandError(f"{path}: {error.strerror}.") from error
    for activity in activities(path, data):
        if activity.is_run and activity.start and activity.seconds >= LEAST_SECONDS:
            start = activity.start.astimezone(zone) if activity.format == "strava" else activity.start
            yield RunFacts(start.date(), activity.seconds, activity.metres, activity.avg_hr, activity.max_hr)


def activities(path: Path, data: bytes) -> list[ParsedActivity]:
    for reader in (garmin, strava):
        try:
            return reader.read(data)
        except UnreadableFile:
            continue
    raise CommandError(f"{path} is no table of activities of Strava or Garmin.")


def replayed(runs: Sequence[RunFacts], wishes: Wishes, hr_max: int | None = None) -> Replay | str:
    try:
        return replay(runs, hr_max=hr_max, wishes=wishes)
    except ValueError as error:
        return str(error)


def table(told: dict[str, Replay | str]) -> list[str]:
    """The figures as lines of text."""
    wide = max(len(name) for name in told)
    lines = [
        f"{'history':<{wide}}   runs  weeks   Brier  last week  share  beats both  before hard (all days)  jumped",
    ]
    for name, each in told.items():
        if isinstance(each, str):
            lines.append(f"{name:<{wide}}  {each}")
            continue
        verdict = ("yes" if each.beats_both else "NO") if each.reaches_a_quarter else "(short)"
        lines.append(
            f"{name:<{wide}}  {each.runs:>5}  {each.weeks:>5}  {each.brier:.4f}     {each.brier_last_week:.4f} "
            f"{each.brier_share:.4f}  {verdict:>10}  {share(each.before_hard, each.placed):>11} "
            f"({share(each.days_before_hard, each.days)})     {share(each.jumped, each.comparable):>6}"
        )
    return lines


def share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %" if whole else "-"
