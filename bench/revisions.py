"""What it costs to know when something of a runner changed, and what a kept piece of a page saves.

    uv run python -m bench.revisions [--rounds 8]

A demo runner on a throw-away PostgreSQL. Each write is tried with the triggers in place and without them, in turns, so
that whatever else the machine does hits both. Printed are milliseconds of processor time: of this process, and of the
process of PostgreSQL that serves it. Then what reading a stamp takes, and what a piece of 40 kB takes from the cache.
"""

import argparse
import os
import pickle
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from statistics import mean
from typing import Any
from uuid import uuid4

from bench.server import ROOT
from bench.visits import prepare
from tests.postgres import server as postgres

EMAIL = "demo@example.com"
TICKS = os.sysconf("SC_CLK_TCK")
SETS, RUNS, COPIED, SINGLE = 200, 3000, 20_000, 500
PIECE = "<li>Goblet squat, 12 × 20 kg</li>\n".encode() * 1200


def ticks_of(process: int) -> float:
    """Processor time that a process has used so far, in milliseconds."""
    words = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return 1000 * (int(words[11]) + int(words[12])) / TICKS


def spent(act: Callable[[], object], database: int) -> tuple[float, float]:
    """Milliseconds of processor time of this process and of PostgreSQL's."""
    own, its = time.process_time(), ticks_of(database)
    act()
    return 1000 * (time.process_time() - own), ticks_of(database) - its


def writes() -> dict[str, tuple[Callable[[], object], int]]:
    """What is tried, and how many of them make one act of it."""
    from django.db import connection, transaction

    from config.bulk_insert import bulk_insert
    from training.actions.runs import locked, reclassify
    from training.models import LoggedSet, Run, Runner

    visitor = prepare(EMAIL)
    runner = Runner.objects.get(email=EMAIL)
    model = Run.objects.filter(runner=runner)[0]
    one = LoggedSet.objects.filter(session__runner=runner)[0]

    def undone(act: Callable[[], object]) -> Callable[[], None]:
        """Up to the commit, what waits for it included."""

        def acting() -> None:
            with transaction.atomic():
                act()
                connection.check_constraints()
                transaction.set_rollback(True)

        return acting

    def import_runs() -> None:
        row = locked(runner.pk)
        runs = []
        for number in range(RUNS):
            start = model.start - timedelta(days=4000) + timedelta(hours=20 * number)
            runs.append(
                Run(runner=row, start=start, day=start.date(), time_zone="UTC", seconds=2700 + number, metres=8000)
            )
        Run.objects.bulk_create(runs)
        reclassify(runner=row, since=runs[0].day)

    def copy_sets() -> None:
        values = {name: getattr(one, name) for name in (field.attname for field in LoggedSet._meta.fields)}
        bulk_insert(LoggedSet, [*values], [tuple({**values, "id": uuid4()}.values()) for _ in range(COPIED)])

    def save_one_by_one() -> None:
        for number in range(SINGLE):
            one.kg = 20 + number / 100
            one.save(update_fields=["kg"])

    return {
        f"a set logged, of {SETS}": (lambda: [visitor.visit("logging a set") for _ in range(SETS)], SETS),
        f"{RUNS:,} runs imported": (undone(import_runs), 1),
        f"{COPIED:,} sets by COPY": (undone(copy_sets), 1),
        f"{SINGLE} saves in a transaction": (undone(save_one_by_one), 1),
    }


def show_writes(rounds: int) -> None:
    from django.db import connection

    from training import triggers

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (database,) = cursor.fetchone()
    print(f"{'ms of processor time':<32}{'app without':>12}{'with':>9}{'PostgreSQL without':>20}{'with':>9}")
    for name, (act, parts) in writes().items():
        found: dict[bool, list[tuple[float, float]]] = {True: [], False: []}
        for number in range(rounds + 1):
            for watched in (False, True):
                (triggers.install if watched else triggers.remove)()
                taken = spent(act, database)
                if number:  # The first round warms up.
                    found[watched].append(taken)
        (app, base), (app_with, base_with) = (
            [mean(pair[place] for pair in found[watched]) / parts for place in (0, 1)] for watched in (False, True)
        )
        print(f"{name:<32}{app:>12.2f}{app_with:>9.2f}{base:>20.2f}{base_with:>9.2f}")


def each(act: Callable[[], Any], times: int = 3000) -> float:
    """Milliseconds of processor time of one of many."""
    begun = time.process_time()
    for _ in range(times):
        act()
    return 1000 * (time.process_time() - begun) / times


def show_reads() -> None:
    from django.core.cache import caches
    from django.utils import timezone

    from training.models import Runner
    from training.stamp import Stamp

    runner, now, pages = Runner.objects.get(email=EMAIL), timezone.now(), caches["pages"]
    print(f"\nreading a stamp: {each(lambda: Stamp.of(runner, now)):.3f} ms of the app's processor time")
    pages.set("piece", PIECE)
    print(f"a kept piece of {len(PIECE) / 1000:.0f} kB: {each(lambda: pages.get('piece')):.3f} ms")
    stored = len(pickle.dumps(PIECE, pickle.HIGHEST_PROTOCOL))
    print(f"in memory: {(stored + sys.getsizeof(b'')) / 1000:.0f} kB; 500 of them {500 * stored / 1e6:.0f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=8)
    options = parser.parse_args()
    with postgres() as url, tempfile.TemporaryDirectory() as folder:
        os.environ |= {"DATABASE_URL": url, "DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "config.settings"}
        for command in ("ready --verbosity 0", "demo"):
            subprocess.run([sys.executable, "manage.py", *command.split()], cwd=ROOT, check=True, capture_output=True)
        import django

        django.setup()
        from django.db import connection

        show_writes(options.rounds)
        show_reads()
        # PostgreSQL does not stop before.
        connection.close()


if __name__ == "__main__":
    main()
