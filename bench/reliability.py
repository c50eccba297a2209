"""No acknowledged set is lost: sets logged by eight devices at once while the server is killed again and again.

    uv run python -m bench.reliability [--sets 1000] [--kills 10] [--seed 1] [--database sqlite]

A throw-away site is served by granian with two workers. Four runners with two devices each log sets, with
retries; at moments drawn from the seed all processes of the server get SIGKILL and it is started again. On PostgreSQL
it is done a second time with SIGKILL to the database's own processes instead, which ends all its connections and makes
it recover from its log. Then what was acknowledged (answered 200, in full) is held against what the database has.

Ends with 1 where a set was lost, stored twice or stored otherwise than acknowledged.
"""

import argparse
import json
import os
import random
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

import psycopg

from bench.devices import Device
from bench.scripts import Account, Report, State, Step, scripts, state_of
from bench.server import PATIENCE, Server
from tests import postgres

RUNNERS = 4
MINUTES = 5
MAKE_ACCOUNTS = "import json; from bench.reliability import make_accounts; print(json.dumps(make_accounts({})))"


def make_accounts(runners: int) -> list[dict[str, Any]]:
    """That many new runners, logged in twice each; needs Django to be set up and the guides to be loaded."""
    from django.test import Client
    from django.utils import timezone

    from training.models import Runner
    from training.models.draft import Draft

    made, now = [], timezone.now()
    for number in range(runners):
        runner = Runner.objects.create(email=f"reliable{number}@example.com", password="!")
        devices = [Client(), Client()]
        for device in devices:
            device.force_login(runner)
        draft = Draft.next(runner, runner.today(now), last=None)
        movements = [
            {
                "exercise": one.exercise.slug,
                "variation": one.variation.slug,
                "position": one.position,
                "timed": one.variation.timed,
            }
            for one in draft.movements
        ]
        cookies = [device.cookies["sessionid"].value for device in devices]
        made.append({"cookies": cookies, "plan": draft.sealed(), "movements": movements, "now": now.isoformat()})
    return made


@dataclass(frozen=True, slots=True)
class Tally:
    """Sets, but for `reports`: messages of sets that were acknowledged."""

    reports: int
    acknowledged: int
    stored: int
    lost: int
    duplicated: int
    wrong: int

    @property
    def sound(self) -> bool:
        return not (self.lost or self.duplicated or self.wrong)


def tally(
    sent: Iterable[Report], acknowledged: Iterable[tuple[Report, State]], stored: Iterable[tuple[UUID, State]]
) -> Tally:
    """Hold answers and rows against what was sent.

    `wrong` are sets whose row, or any answer, is not a version that was sent and as late as what had been acknowledged,
    and rows that nobody sent.
    """
    versions: dict[UUID, set[State]] = {}
    for report in sent:
        versions.setdefault(report.set_id, set()).add(report.state)
    rows = list(stored)
    answers = list(acknowledged)
    latest: dict[UUID, datetime] = {}
    wrong = {set_id for set_id, _state in rows if set_id not in versions}
    for report, answer in answers:
        moment = report.state.changed_at
        latest[report.set_id] = max(moment, latest.get(report.set_id, moment))
        if answer not in versions[report.set_id] or answer.changed_at < moment:
            wrong.add(report.set_id)
    for set_id, state in rows:
        if set_id in latest and (state not in versions[set_id] or state.changed_at < latest[set_id]):
            wrong.add(set_id)
    return Tally(
        reports=len(answers),
        acknowledged=len(latest),
        stored=len(rows),
        lost=len(latest.keys() - {set_id for set_id, _state in rows}),
        duplicated=len(rows) - len({state[:3] for _set_id, state in rows}),
        wrong=len(wrong),
    )


@dataclass(frozen=True, slots=True)
class Outcome:
    """What happened: kills, requests that got no answer because of them, requests that were answered 5xx, seconds."""

    tally: Tally
    kills: int
    cut_off: int
    server_errors: int
    seconds: float


def log_and_kill(
    accounts: list[Account],
    port: int,
    kill: Callable[[], None],
    stored: Callable[[], Iterable[tuple[UUID, State]]],
    *,
    sets: int,
    kills: int,
    seed: int,
) -> Outcome:
    """Let the accounts' devices log that many sets and call `kill` that often meanwhile, at moments of the seed.

    Raises what a device raises; TimeoutError where it takes more than five minutes.
    """
    chance, begun = random.Random(seed), time.monotonic()
    shares = [sets // len(accounts) + (place < sets % len(accounts)) for place in range(len(accounts))]
    devices: list[Device] = []
    walks: list[list[Step]] = []
    for account, share in zip(accounts, shares, strict=True):
        meeting = threading.Barrier(2)
        for cookie, script in zip(account.cookies, scripts(account, share, chance), strict=True):
            devices.append(Device(port, cookie, meeting, begun + 60 * MINUTES, random.Random(chance.random())))
            walks.append(script)
    sent = [step.what for script in walks for step in script if isinstance(step.what, Report)]
    with ThreadPoolExecutor(len(devices)) as pool:
        walking = [pool.submit(device.walk, script) for device, script in zip(devices, walks, strict=True)]
        done = 0
        for due in kill_after(len(sent), kills, chance):
            while sum(len(device.acknowledged) for device in devices) < due and not any(
                w.done() and w.exception() for w in walking
            ):
                time.sleep(0.001)
            time.sleep(chance.uniform(0, 0.01))
            kill()
            done += 1
    for walk in walking:
        walk.result()
    return Outcome(
        tally(sent, [one for device in devices for one in device.acknowledged], stored()),
        kills=done,
        cut_off=sum(device.cut_off for device in devices),
        server_errors=sum(device.server_errors for device in devices),
        seconds=time.monotonic() - begun,
    )


def kill_after(reports: int, kills: int, chance: random.Random) -> list[int]:
    """After how many acknowledged reports to kill: one moment in each of as many equal parts."""
    part = reports / (kills + 1)
    return [int(part * (kill + chance.uniform(0.1, 0.9))) for kill in range(kills)]


def rows(dumped: str) -> Iterator[tuple[UUID, State]]:
    """The sets in what `dumpdata training.loggedset --all` prints; those taken back too."""
    for row in json.loads(dumped):
        yield UUID(row["pk"]), state_of(row["fields"], UUID(row["fields"]["session"]))


@contextmanager
def served(database_url: str | None) -> Iterator[Server]:
    """A running throw-away site."""
    with tempfile.TemporaryDirectory() as folder:
        server = Server(DATA_DIR=folder, **({"DATABASE_URL": database_url} if database_url else {}))
        server.manage("ready")
        server.start()
        try:
            yield server
        finally:
            server.kill()


def crash(database_url: str) -> None:
    """SIGKILL to one of PostgreSQL's own processes, which makes it end all others and recover; until it answers."""
    with suppress(psycopg.OperationalError), psycopg.connect(database_url) as admin:
        query = "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
        while not (found := admin.execute(query).fetchone()):
            time.sleep(0.001)
        os.kill(found[0], signal.SIGKILL)
        while True:
            admin.execute("SELECT 1")
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return psycopg.connect(database_url).close()
        except psycopg.OperationalError:
            if time.monotonic() > end:
                raise
            time.sleep(0.02)


def measure(database_url: str | None, options: argparse.Namespace, *, crash_database: bool = False) -> Outcome:
    with served(database_url) as server:
        accounts = [
            Account.of(one) for one in json.loads(server.manage("shell", "-v0", "-c", MAKE_ACCOUNTS.format(RUNNERS)))
        ]
        kill = partial(crash, database_url) if crash_database and database_url else server.restart
        return log_and_kill(
            accounts,
            server.port,
            kill,
            lambda: rows(server.manage("dumpdata", "training.loggedset", "--all")),
            sets=options.sets,
            kills=options.kills,
            seed=options.seed,
        )


def show(name: str, outcome: Outcome) -> bool:
    found = outcome.tally
    print(
        f"{name:<28} {outcome.kills:>5} {outcome.cut_off:>7} {outcome.server_errors:>5} {found.reports:>8} "
        f"{found.acknowledged:>13} {found.stored:>7} {found.lost:>5} {found.duplicated:>11} {found.wrong:>6} "
        f"{outcome.seconds:>7.1f}",
        flush=True,
    )
    return found.sound


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sets", type=int, default=1000)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--database", choices=["sqlite", "postgresql"], help="one only; both if not given")
    options = parser.parse_args()
    print(
        f"{'killed':<28} {'kills':>5} {'cut off':>7} {'5xx':>5} {'reports':>8} {'acknowledged':>13} {'stored':>7} "
        f"{'lost':>5} {'duplicated':>11} {'wrong':>6} {'seconds':>7}"
    )
    sound = True
    if options.database != "postgresql":
        sound &= show("the server, on SQLite", measure(None, options))
    if options.database != "sqlite":
        try:
            with postgres.server(durable=True) as url:
                sound &= show("the server, on PostgreSQL", measure(url, options))
            with postgres.server(durable=True) as url:
                sound &= show("PostgreSQL", measure(url, options, crash_database=True))
        except FileNotFoundError as missing:
            print(f"Skipped PostgreSQL: {missing}.")
    return 0 if sound else 1


if __name__ == "__main__":
    sys.exit(main())
