"""What every page costs, with few sets in the database and with many, for a runner of one year and of ten.

    uv run python -m bench.pages [--few 50000] [--many 5000000]
    uv run python -m bench.pages --write  and puts its tables into docs/performance.md

Fills two databases of a throw-away PostgreSQL with a population of runners of three years each (`manage.py demo`), and
in each one runner with one year and one with ten. Prints, for each page, the queries, the rows that PostgreSQL read for
them, the bytes of the answer, and the server's time as the middle and the 95th percentile of its visits, which take
turns among the databases and runners, so that whatever else the machine does hits all alike. Every query is explained:
one that reads a table as a whole, with many sets in the database, is named. At last granian serves the large one, and
wrk counts requests a second of each page beside two reference pages: a view that says "ok", and the floor: a logged-in
page of seven rows.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from statistics import median, quantiles
from typing import Any

import psycopg

from bench.server import ROOT, Server
from bench.tables import put, table
from tests.postgres import server as postgres

PAGE = ROOT / "docs" / "performance.md"
PAGES = (
    *("/week/", "/week/ anew", "/history/", "/history/ anew", "/history/squat/", "/history/squat/ anew"),
    *("a session", "a session anew", "logging a set"),
    *("calendar feed", "calendar feed anew", "feed, unchanged", "a guide", "a guide anew"),
)
ONE_YEAR, TEN_YEARS = "one-year@example.com", "ten-years@example.com"
POPULATION, POPULATION_YEARS = "population@example.com", 3
# About what a runner of the population logs in these years, and what the two others do; the exact number is printed.
SETS_A_RUNNER, SETS_OF_OTHERS = 2500, 13_000
VISITS_A_ROUND = 8
# The 95th percentile of fewer visits says little, and one disturbance in many spoils it: it is taken of each portion.
PORTION = 5 * VISITS_A_ROUND
WRK = ["wrk", "-t1", "-c8"]
WRK_SECONDS = 3
# As many runners as connections log, since nobody lifts in eight places at once: what one runner writes waits in turn.
LIFTERS = 8
# Every request logs another set: its place in the session is in the address and in the body.
PUT = """
local count, lifters = {first}, {{{lifters}}}
request = function()
  count = count + 1
  local lifter = lifters[count % #lifters + 1]
  local position, number = math.floor(count / 255) + 1, count % 255 + 1
  local path = string.format(lifter.path .. "%02x%02x", position, number)
  return wrk.format("PUT", path, lifter.headers, string.format([[{body}]], position, number))
end
"""
LIFTER = """{{path = "{path}", headers = {{["Content-Type"] = "application/json", {headers}}}}}"""
SETS_A_RUN = 16_000
# Seconds in which the server is done with what wrk asked last and did not wait for.
SETTLES = 1


@dataclass
class Site:
    """One database, and the process that visits the site on it."""

    name: str
    sets: int
    server: Server
    visitor: subprocess.Popen[str] = field(repr=False)
    prepared: dict[str, Any] = field(default_factory=dict)

    def ask(self, **question: Any) -> Any:
        assert self.visitor.stdin
        assert self.visitor.stdout
        print(json.dumps(question), file=self.visitor.stdin, flush=True)
        answer = self.visitor.stdout.readline()
        if not answer:
            raise RuntimeError(f"the process on {self.name} ended")
        return json.loads(answer)


@contextmanager
def site(admin: str, name: str, sets: int, processes: int) -> Iterator[Site]:
    """A filled database of its own on that PostgreSQL."""
    with psycopg.connect(admin, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    url = admin.removesuffix("/postgres") + f"/{name}"
    with tempfile.TemporaryDirectory() as folder:
        server = Server(DATA_DIR=folder, DATABASE_URL=url, DJANGO_SETTINGS_MODULE="bench.reference.settings")
        server.manage("ready", "--verbosity", "0")
        begun = time.monotonic()
        runners = max(1, round((sets - SETS_OF_OTHERS) / SETS_A_RUNNER))
        server.manage(
            *f"demo --email {POPULATION} --runners {runners} --years {POPULATION_YEARS} --processes {processes}".split()
        )
        took = time.monotonic() - begun
        for email, years in ((ONE_YEAR, 1), (TEN_YEARS, 10)):
            server.manage("demo", "--email", email, "--years", str(years))
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("VACUUM ANALYZE")
            (count,) = connection.execute("SELECT count(*) FROM training_loggedset").fetchone() or (0,)
        print(f"{name}: {count:,} sets of {runners + 3:,} runners, {count / took:,.0f} sets a second", flush=True)
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        command = [sys.executable, "-m", "bench.visits"]
        with subprocess.Popen(command, cwd=ROOT, env=server.environment, **pipes) as visitor:
            found = Site(name, count, server, visitor)
            for email in (ONE_YEAR, TEN_YEARS):
                found.prepared[email] = found.ask(prepare=email)
            yield found
            visitor.terminate()


def times(sites: list[Site], rounds: int) -> dict[tuple[str, str, str], list[float]]:
    """Milliseconds of each visit, by page, site and runner; they take turns."""
    found: dict[tuple[str, str, str], list[float]] = defaultdict(list)
    for page in PAGES:
        for number in range(rounds + 1):
            for one in sites:
                for email in (ONE_YEAR, TEN_YEARS):
                    taken = one.ask(visit=page, email=email, times=VISITS_A_ROUND)
                    if number:  # The first round warms up.
                        found[page, one.name, email] += taken
    return found


def p95(values: list[float]) -> float:
    """The 95th percentile of a portion of the visits; the middle one of all portions."""
    portions = [values[start : start + PORTION] for start in range(0, len(values), PORTION)]
    return median(quantiles(portion, n=20)[-1] for portion in portions)


def costs(email: str, sites: list[Site], found: dict[tuple[str, str, str], list[float]]) -> str:
    """What each page costs this runner."""
    unindexed = set[str]()

    def row(page: str) -> tuple[str, ...]:
        few, many = (one.ask(cost=page, email=email) for one in sites)
        taken = [found[page, one.name, email] for one in sites]
        # In a small database nothing is large.
        unindexed.update(f"{page}: {where}" for where in many["unindexed"])
        return (
            *(page, str(many["queries"]), f"{few['rows']:,}", f"{many['rows']:,}"),
            *(f"{median(values):.1f}" for values in taken),
            *(f"{p95(values):.1f}" for values in taken),
            f"{many['bytes'] / 1000:.1f}",
        )

    columns = f"page, {email.split('@')[0]}|queries|rows read, few sets|many|p50 ms, few|many|p95 ms, few|many|kB"
    shown = table(columns, map(row, PAGES))
    return f"{shown}\n\nQueries that read a table as a whole: {'; '.join(sorted(unindexed)) or 'none'}."


def ratios(sites: list[Site], found: dict[tuple[str, str, str], list[float]]) -> str:
    """The larger of both runners for the sets, the many sets for the years."""
    few, many = (one.name for one in sites)

    def row(page: str) -> tuple[str, ...]:
        size = max(p95(found[page, many, email]) / p95(found[page, few, email]) for email in (ONE_YEAR, TEN_YEARS))
        years = p95(found[page, many, TEN_YEARS]) / p95(found[page, many, ONE_YEAR])
        return page, f"{size:.2f}", f"{years:.2f}"

    return table("page|p95, many sets : few|p95, ten years : one", map(row, PAGES))


def rate(url: str, headers: dict[str, str], script: str = "", seconds: int = WRK_SECONDS) -> float:
    """Requests a second; raises RuntimeError where not all were answered well."""
    command = [*WRK, f"-d{seconds}s", *(word for name, value in headers.items() for word in ("-H", f"{name}: {value}"))]
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as file:
        if script:
            file.write(script)
            file.flush()
            command += ["-s", file.name]
        done = subprocess.run([*command, url], check=True, stdout=subprocess.PIPE, text=True)
    if "Non-2xx" in done.stdout:
        raise RuntimeError(f"{url}\n{done.stdout}")
    line = next(line for line in done.stdout.splitlines() if line.startswith("Requests/sec"))
    return float(line.split()[1])


def logging(lifters: list[dict[str, Any]], run: int) -> str:
    """The script by which wrk logs sets, other ones in each run."""
    body = {name: value for name, value in lifters[0]["body"].items() if name not in ("position", "number")}
    text = f'{json.dumps(body)[:-1]}, "position": %d, "number": %d}}'
    each = [
        LIFTER.format(
            path=known["sets"], headers=", ".join(f'["{name}"] = "{value}"' for name, value in known["login"].items())
        )
        for known in lifters
    ]
    return PUT.format(first=run * SETS_A_RUN, lifters=", ".join(each), body=text)


def rates(one: Site, rounds: int = 3) -> str:
    """Of the runner with ten years, in turns with the references."""
    known = one.prepared[TEN_YEARS]
    # A visitor without a session: the bare view asks the database nothing.
    addresses: dict[str, tuple[str, dict[str, str]]] = {"ok": ("/reference/ok/", {})}
    addresses["floor"] = "/reference/floor/", known["login"]
    addresses |= {name: (path, headers) for name, (path, headers) in known["pages"].items()}
    # The same address for wrk; what a process keeps cannot be taken from it between two requests.
    addresses["logging a set"] = "/", {}
    lifters = [one.ask(prepare=POPULATION.replace("@", f"{number}@")) for number in range(2, 2 + LIFTERS)]
    counted: dict[str, list[float]] = defaultdict(list)
    one.server.start()
    try:
        for number in range(rounds + 1):
            for name, (path, headers) in addresses.items():
                time.sleep(SETTLES)
                script = logging(lifters, number) if name == "logging a set" else ""
                if not script:  # Sets were logged since the last round: both processes make the page, and keep it.
                    rate(one.server.address + path, headers, seconds=1)
                found = rate(one.server.address + path, headers, script)
                if number:  # The first round warms up.
                    counted[name].append(found)
    finally:
        one.server.kill()
    middle = {name: median(several) for name, several in counted.items()}
    rows = (
        (name, f"{each:,.0f}", f"{each / middle['ok']:.2f}", f"{each / middle['floor']:.2f}")
        for name, each in middle.items()
    )
    return table("page|requests a second|of `ok`|of the floor", rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--few", type=int, default=50_000, help="sets in the small database")
    parser.add_argument("--many", type=int, default=5_000_000, help="sets in the large one")
    parser.add_argument(
        "--rounds", type=int, default=30, help=f"of {VISITS_A_ROUND} visits to each page, after one to warm up"
    )
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    with ExitStack() as stack:
        admin = stack.enter_context(postgres(durable=True))
        processes = os.cpu_count() or 1
        sites = [
            stack.enter_context(site(admin, name, sets, processes))
            for name, sets in (("few", options.few), ("many", options.many))
        ]
        taken = times(sites, options.rounds)
        tables = {email.split("@")[0]: costs(email, sites, taken) for email in (TEN_YEARS, ONE_YEAR)}
        tables["ratios"] = ratios(sites, taken)
        if shutil.which("wrk"):
            tables["rates"] = rates(sites[-1])
        else:
            print("\nRequests a second are left out: install the package wrk.")
    print(*tables.values(), sep="\n\n")
    if options.write:
        page = PAGE.read_text()
        for name, text in tables.items():
            page = put(page, name, text)
        PAGE.write_text(page)


if __name__ == "__main__":
    main()
