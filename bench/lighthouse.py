"""What Lighthouse says of the list of guides and of each guide, on its phone with a slow network and processor.

    uv run python -m bench.lighthouse [--runs 3]

A throw-away site is served as `manage.py start` does it. A figure is the median of the runs, the range in brackets
where they differ; the limits are those the guides are held to: 100 in accessibility, best practices and search, 98 in
performance. `speed` is Lighthouse's own measure of this machine at that moment (benchmarkIndex; under 1,000 it doubts
its performance figures itself). Ends with an error where a limit is missed. Needs Chromium, and npm, which brings
Lighthouse.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from statistics import median
from typing import Any

from bench.chromium import CHROMIUM
from bench.server import ROOT, served

LIGHTHOUSE = "lighthouse@13.5.0"
LIMITS = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
NO_GUIDE = {"evidence", "vocabulary"}


def addresses() -> Iterator[str]:
    yield "/exercises/"
    for file in sorted((ROOT / "exercises/guides").glob("*.toml")):
        if file.stem not in NO_GUIDE:
            yield f"/exercises/{file.stem}/"


def report(url: str, attempts: int = 3) -> dict[str, Any]:
    """Lighthouse's whole report of one visit; raises CalledProcessError where no attempt gave one."""
    command = ["npx", "--yes", "--loglevel=error", LIGHTHOUSE, url, "--output=json", "--quiet"]
    command += ["--chrome-flags=--headless=new --no-sandbox", f"--only-categories={','.join(LIMITS)}"]
    environment = {**os.environ, "CHROME_PATH": str(CHROMIUM)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    if done.returncode and attempts > 1:  # The browser was not ready in time, or the trace had no beginning.
        return report(url, attempts - 1)
    done.check_returncode()
    return dict(json.loads(done.stdout))


def misses(report: dict[str, Any], category: str) -> list[str]:
    """The titles of the audits that cost the category points."""
    audits = [report["audits"][one["id"]] for one in report["categories"][category]["auditRefs"] if one["weight"]]
    return [audit["title"] for audit in audits if audit["score"] is not None and audit["score"] < 0.9]


def measured(address: str, url: str, runs: int) -> bool:
    """Print a line for the page, and what it was marked down for; whether all limits are kept."""
    reports = [report(url) for _ in range(runs)]
    cells, missed = [], []
    for category, limit in LIMITS.items():
        scores = [round(100 * one["categories"][category]["score"]) for one in reports]
        middle = median(scores)
        spread = f" ({min(scores)}-{max(scores)})" if len(set(scores)) > 1 else ""
        cells.append(f"{middle:g}{spread}")
        if middle < limit:
            missed += misses(reports[scores.index(min(scores))], category) or [category]
    speed = round(median(one["environment"]["benchmarkIndex"] for one in reports))
    print(f"{address:26}" + "".join(f"{cell:>17}" for cell in cells) + f"{speed:>9}", *missed, sep="   ", flush=True)
    return not missed


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3, help="visits to each page")
    runs = parser.parse_args().runs
    if CHROMIUM is None or not shutil.which("npx"):
        sys.exit("Chromium and npm are needed: install the packages chromium and npm.")
    with served() as server:
        print(" " * 26 + "".join(f"{category:>17}" for category in LIMITS) + f"{'speed':>9}", flush=True)
        kept = [measured(address, server.address + address, runs) for address in addresses()]
    sys.exit(0 if all(kept) else "A limit is missed.")


if __name__ == "__main__":
    main()
