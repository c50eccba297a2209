"""Never half an import: web process and worker are killed at random moments of imports and of their undoing.

    uv run python -m bench.import_kills [--imports 20] [--seed 1] [--database sqlite]

A throw-away site is served by granian with a worker beside it, as `manage.py start` does. Each runner uploads an
archive of runs and a table of workouts, confirms what was found, and takes it back again. At a moment drawn from the
seed, of the whole way, all processes get SIGKILL and are started again. Counted are runs, sessions and sets: right
after each restart none or all of them must be there, in the end all, and after the undo none.

Ends with 1 where an import was half there at any look, or did not end whole.
"""

import argparse
import http.client
import json
import random
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta

from bench.server import Server
from tests import postgres
from tests.training.runfiles.samples import START, make_fit, make_gpx, make_zip

RUNS, WORKOUTS, SETS_EACH = 240, 40, 12
WHOLE = (RUNS, WORKOUTS, WORKOUTS * SETS_EACH)
NOTHING = (0, 0, 0)
PATIENCE = 120
TOKEN = "r" * 32
MAKE = """
import json
from django.test import Client
from training.models import Runner
cookies = []
for number in range({runners}):
    client = Client()
    client.force_login(Runner.objects.create(email=f"import{{number}}@example.com", password="!"))
    cookies.append(client.cookies["sessionid"].value)
print(json.dumps(cookies))
"""
COUNT = """
import json
from training.models import Runner
runner = Runner.objects.get(email="import{number}@example.com")
sets = sum(session.sets.count() + session.custom_sets.count() for session in runner.sessions.all())
print(json.dumps([runner.runs.count(), runner.sessions.count(), sets]))
"""

type Counts = tuple[int, int, int]


@dataclass(slots=True)
class Tally:
    """What was seen: looks right after a restart by what was there, and how the imports ended."""

    kills: int = 0
    none_there: int = 0
    all_there: int = 0
    half_there: int = 0
    ended_whole: int = 0
    undone: int = 0

    def look(self, counts: Counts) -> None:
        self.none_there += counts == NOTHING
        self.all_there += counts == WHOLE
        self.half_there += counts not in (NOTHING, WHOLE)


def archive() -> bytes:
    """Runs on as many days, in two formats."""
    return make_zip(
        {
            f"runs/{day:04}.{'fit' if day % 2 else 'gpx'}": (make_fit if day % 2 else make_gpx)(
                start=START - timedelta(days=day)
            )
            for day in range(RUNS)
        }
    ).getvalue()


def table() -> bytes:
    """Workouts of Hevy's export, half of their movements ours."""
    rows = ["title,start_time,end_time,exercise_title,set_index,set_type,weight_kg,reps"]
    for day in range(WORKOUTS):
        when = START.date() - timedelta(days=2 * day)
        for number in range(SETS_EACH):
            name = "Squat (Barbell)" if number < SETS_EACH // 2 else "Bench Press (Barbell)"
            day_text = f"{when.day} {when:%b} {when.year}"
            rows.append(f'Legs,"{day_text}, 18:00","{day_text}, 18:40",{name},{number},normal,60,8')
    return "\n".join(rows).encode()


class Browser:
    """One runner's browser, which tries again where it gets no answer."""

    def __init__(self, port: int, cookie: str) -> None:
        self.port = port
        self.headers = {"Cookie": f"sessionid={cookie}; csrftoken={TOKEN}", "X-CSRFToken": TOKEN}

    def ask(self, method: str, path: str, body: bytes = b"", kind: str = "") -> tuple[int, str, str]:
        """Status, address to go on to, text. Raises OSError or HTTPException where the connection broke."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, path, body or None, {**self.headers, **({"Content-Type": kind} if kind else {})})
            response = connection.getresponse()
            return response.status, response.headers.get("Location", ""), response.read().decode()
        finally:
            connection.close()

    def patiently(self, method: str, path: str) -> tuple[int, str, str]:
        end = time.monotonic() + PATIENCE
        while True:
            try:
                return self.ask(method, path)
            except (OSError, http.client.HTTPException):
                if time.monotonic() > end:
                    raise
                time.sleep(0.05)

    def upload(self, files: dict[str, bytes]) -> str:
        """The import's address; uploads again where the connection broke and no import is there."""
        boundary = "way-of-an-import"
        parts = [
            f'--{boundary}\r\nContent-Disposition: form-data; name="run_files"; filename="{name}"\r\n\r\n'.encode()
            + data
            + b"\r\n"
            for name, data in files.items()
        ]
        body = b"".join(parts) + f"--{boundary}--\r\n".encode()
        while True:
            try:
                status, address, text = self.ask(
                    "POST", "/runs/import/", body, f"multipart/form-data; boundary={boundary}"
                )
            except (OSError, http.client.HTTPException):
                _, _, text = self.patiently("GET", "/runs/import/")
                if "/runs/imports/" in text:
                    return "/runs/imports/" + text.split("/runs/imports/")[1].split("/")[0] + "/"
            else:
                if status != 302:
                    raise ValueError(f"the upload was answered {status}: {text[:500]}")
                return address

    def follow(self, address: str, until: str) -> None:
        """Look at the import until its page has these words, and confirm it when it waits."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            _, _, text = self.patiently("GET", address)
            if until in text:
                return
            if "Nothing is added yet" in text:
                self.patiently("POST", f"{address}confirm/")
            time.sleep(0.05)
        raise TimeoutError(f"{address} did not come to “{until}”")


DONE, UNDONE = "See your week", "is out of your weeks again"


def killed_at(seconds: float, kill: Callable[[], None]) -> threading.Timer:
    timer = threading.Timer(seconds, kill)
    timer.start()
    return timer


def measure(database_url: str | None, imports: int, seed: int) -> Tally:
    files, chance, tally = {"runs.zip": archive(), "hevy.csv": table()}, random.Random(seed), Tally()
    with tempfile.TemporaryDirectory() as folder:
        variables = {"DATA_DIR": folder} | ({"DATABASE_URL": database_url} if database_url else {})
        server = Server(**variables)
        server.worker = True
        server.manage("ready")
        server.start()
        try:
            cookies = json.loads(server.manage("shell", "-v0", "-c", MAKE.format(runners=imports + 1)))

            def count(number: int) -> Counts:
                runs, sessions, sets = json.loads(server.manage("shell", "-v0", "-c", COUNT.format(number=number)))
                return runs, sessions, sets

            def restart(number: int) -> None:
                server.kill()
                tally.kills += 1
                tally.look(count(number))
                server.start()

            # Undisturbed, to know how long the way is.
            browser = Browser(server.port, cookies[0])
            begun = time.monotonic()
            address = browser.upload(files)
            browser.follow(address, DONE)
            way = time.monotonic() - begun
            assert count(0) == WHOLE, count(0)
            begun = time.monotonic()
            browser.patiently("POST", f"{address}undo/")
            browser.follow(address, UNDONE)
            back = time.monotonic() - begun
            print(f"undisturbed: {way:.1f} s there, {back:.1f} s back", flush=True)
            for number in range(1, imports + 1):
                browser = Browser(server.port, cookies[number])
                moment = chance.uniform(0, way)
                timer = killed_at(moment, lambda number=number: restart(number))
                address = browser.upload(files)
                browser.follow(address, DONE)
                timer.join()
                browser.follow(address, DONE)
                tally.ended_whole += count(number) == WHOLE
                timer = killed_at(chance.uniform(0, back), lambda number=number: restart(number))
                browser.patiently("POST", f"{address}undo/")
                timer.join()
                browser.patiently("POST", f"{address}undo/")
                browser.follow(address, UNDONE)
                tally.undone += count(number) == NOTHING
        finally:
            with suppress(ProcessLookupError):
                server.kill()
    return tally


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--imports", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--database", choices=["sqlite", "postgresql"], help="one only; both if not given")
    options = parser.parse_args()
    sound = True
    for name in ("sqlite", "postgresql"):
        if options.database not in (None, name):
            continue
        if name == "sqlite":
            tally = measure(None, options.imports, options.seed)
        else:
            with postgres.server(durable=True) as url:
                tally = measure(url, options.imports, options.seed)
        print(
            f"{name}: {tally.kills} kills; right after them nothing there {tally.none_there}, all {tally.all_there}, "
            f"half {tally.half_there}; ended whole {tally.ended_whole} of {options.imports}, "
            f"undone {tally.undone} of {options.imports}",
            flush=True,
        )
        sound &= not tally.half_there and tally.ended_whole == tally.undone == options.imports
    return 0 if sound else 1


if __name__ == "__main__":
    sys.exit(main())
