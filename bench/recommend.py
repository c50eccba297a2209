"""How long a recommendation takes: the pure functions, and 10,000 runners read from PostgreSQL in one pass.

    uv run python -m bench.recommend                                    the pure functions
    uv run python -m tests.postgres python -m bench.recommend --runners 10000
                                                                        and a whole population of a throw-away database

The population is written straight into the tables of DATABASE_URL, which should therefore hold nothing else.
"""

import argparse
import os
import random
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import batched
from statistics import median

from training.plan.foresee import foresee
from training.plan.load import classify
from training.plan.recommend import recommend
from training.plan.week import RunFacts
from training.plan.wishes import StrengthLog, Style, Wishes

MONDAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
PATTERNS = ("-e-h-el", "ehe-hel", "-e-e--l", "eh-ehel", "e-e-h-l")
METRES = {"e": 8000, "h": 9000, "l": 18000}
WEEKS = 16
RUNNERS_AT_ONCE = 500


def runs(pattern: str, weeks: int, chance: random.Random) -> Iterator[tuple[date, str, float]]:
    """Days, letters and metres of a runner who keeps a pattern with a slip now and then."""
    for back in range(1, weeks + 1):
        for weekday, letter in enumerate(pattern):
            if letter != "-" and chance.random() > 0.1:
                yield MONDAY - timedelta(days=7 * back - weekday), letter, METRES[letter] * chance.uniform(0.9, 1.1)


def facts(weeks: int) -> list[RunFacts]:
    chance = random.Random(1)
    return [
        RunFacts(day, metres * (0.33 if letter == "h" else 0.37), metres)
        for day, letter, metres in runs("eh-ehel", weeks, chance)
    ]


def milliseconds(call: Callable[[], object], times: int = 400) -> str:
    for _ in range(20):
        call()
    took = []
    for _ in range(times):
        begun = time.perf_counter()
        call()
        took.append(1000 * (time.perf_counter() - begun))
    took.sort()
    return f"median {median(took):6.3f} ms   95th percentile {took[int(0.95 * times)]:6.3f} ms"


def pure() -> None:
    for weeks in (8, 16):
        history = facts(weeks)
        logged = classify(history)
        week = foresee(logged, today=MONDAY)
        log = StrengthLog(frozenset(MONDAY - timedelta(days=ago) for ago in range(3, 56, 4)), 40)
        print(f"a runner with {weeks} weeks, {len(history)} runs")
        print("  classify   ", milliseconds(partial(classify, history)))
        print("  foresee    ", milliseconds(partial(foresee, logged, today=MONDAY)))
        for style in Style:
            name = f"recommend, {style}"
            print(f"  {name:<22}", milliseconds(partial(recommend, week, Wishes(style=style), log)))


def populate(first: int, count: int) -> None:
    from training.models import Run, Runner, Session

    for numbers in batched(range(first, count), RUNNERS_AT_ONCE):
        people = Runner.objects.bulk_create(
            Runner(email=f"bench{n}@example.com", password="!", target=2 + n % 2) for n in numbers
        )
        rows, sessions = [], []
        for runner in people:
            chance = random.Random(runner.pk)
            for day, letter, metres in runs(PATTERNS[runner.pk % len(PATTERNS)], WEEKS, chance):
                start = datetime.combine(day, datetime.min.time(), UTC) + timedelta(hours=7)
                kind = {"e": "easy", "h": "hard", "l": "long"}[letter]
                rows.append(
                    Run(
                        runner=runner, start=start, day=day, time_zone="UTC", seconds=metres * 0.36, metres=metres,
                        kind=kind, is_long=letter == "l",
                    )
                )  # fmt: skip
            sessions += [
                Session(runner=runner, day=MONDAY - timedelta(days=ago), status="done", workout="A")
                for ago in range(3, 7 * WEEKS, 4)
            ]
        Run.objects.bulk_create(rows, batch_size=5000)
        Session.objects.bulk_create(sessions, batch_size=5000)


def everyone(count: int) -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    from django.core.management import call_command
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from training.models import Run, Runner
    from training.models.everyone import weeks_ahead

    call_command("migrate", verbosity=0)
    for size in sorted({count // 100, count} - {0}):
        populate(Runner.objects.count(), size)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        with CaptureQueriesContext(connection) as caught:
            begun = time.perf_counter()
            chosen = sum(len(ahead.recommendation.chosen) for ahead in weeks_ahead(NOW))
            took = time.perf_counter() - begun
        queries = sum(query["sql"].lstrip().startswith(("SELECT", "DECLARE")) for query in caught)
        print(
            f"{connection.vendor}: {size} runners with {Run.objects.count()} runs: {took:.1f} s, "
            f"{1000 * took / size:.2f} ms a runner, {queries} queries, {chosen} days chosen"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runners", type=int, default=0, help="so many runners in the database, read in one pass")
    options = parser.parse_args()
    pure()
    if options.runners:
        everyone(options.runners)


if __name__ == "__main__":
    main()
