"""What comes of every sample file, and what reading costs: the tables of docs/imports.md.

    uv run python -m bench.imports                 prints them
    uv run python -m bench.imports --write         and puts them into docs/imports.md
    uv run python -m bench.imports --only samples  one of the two tables: samples, figures
    uv run python -m bench.imports --apple 1000    Apple Health with a thousand megabytes instead of 250

The samples lie beside this checkout, with totals on which two or more other readers agree. Times are of this process's
processor. Memory is the peak of a process of its own.
"""

import argparse
import gzip
import io
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

from bench.tables import put, table
from tests.training.runfiles.samples import STRAVA_HEADER, health_workout, make_health, strava_row
from training.runfiles import Answers, Bundle, DistanceUnit, FileResult, ParsedActivity, UnreadableFile, WeightUnit

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT.parent / "shared" / "data" / "runfiles"
PAGE = ROOT / "docs" / "imports.md"
KINDS = ("fit", "gpx", "tcx", "strava", "garmin_csv", "apple", "hevy", "strong", "fit_workout", "bad")
ANSWERS = Answers(DistanceUnit.KILOMETRES, WeightUnit.KILOGRAMS)

ACTIVITIES = 3000
WORKOUTS = 1000

# A record as a watch writes hundreds of thousands of.
RECORD = b"""  <Record type="HKQuantityTypeIdentifierHeartRate" sourceName="Watch" sourceVersion="9.1" unit="count/min"
   device="&lt;&lt;HKDevice: 0x%s&gt;, name:Apple Watch&gt;" creationDate="2022-09-10 02:47:35 -0700"
   startDate="2022-09-10 02:28:55 -0700" endDate="2022-09-10 02:28:55 -0700" value="%d">
   <MetadataEntry key="HKMetadataKeyHeartRateMotionContext" value="0"/></Record>
"""


def read(name: str, data: bytes) -> tuple[list[FileResult], str]:
    """The results of an upload, and what had to be asked or why it could not be opened."""
    try:
        with Bundle(name, io.BytesIO(data)) as bundle:
            results = list(bundle.results())
        asked = next((result.question for result in results if result.question), None)
        if asked is None:
            return results, ""
        with Bundle(name, io.BytesIO(data), ANSWERS) as bundle:
            return list(bundle.results()), f"asked: {asked.code}"
    except UnreadableFile as error:
        return [], error.code


def sample_rows() -> Iterator[tuple[str, ...]]:
    """A row a sample: what was read of it, and how far it is from the known totals."""
    known = json.loads((SAMPLES / "expected.json").read_text())
    for name in sorted(
        (name for name in known if "/" in name), key=lambda name: (KINDS.index(name.split("/")[0]), name)
    ):
        data = (SAMPLES / name).read_bytes()
        if name.startswith("apple/fragments"):
            data = b"<HealthData>" + data + b"</HealthData>"  # a fragment is a workout alone
        results, asked = read(name, data)
        activities = [activity for result in results for activity in result.activities]
        workouts = [workout for result in results for workout in result.workouts]
        runs = sum(activity.is_run for activity in activities)
        codes = sorted({result.refused.code for result in results if result.refused} | ({asked} - {""}))
        doubts = sorted({str(doubt) for activity in activities for doubt in activity.warnings})
        yield (
            name,
            sports(activities),
            str(runs or ""),
            first_start([*activities, *workouts]),
            kilometres(activities),
            clock(sum(activity.seconds for activity in activities)),
            str(sum(len(workout.sets) for workout in workouts) or ""),
            agreement(known[name], activities, results),
            ", ".join([*codes, *doubts]),
        )


def sports(activities: Iterable[ParsedActivity]) -> str:
    counted: dict[str, int] = {}
    for activity in activities:
        counted[activity.sport] = counted.get(activity.sport, 0) + 1
    return ", ".join(sport if number == 1 else f"{number} {sport}" for sport, number in counted.items())


def first_start(told: Iterable[Any]) -> str:
    one = next(iter(told), None)
    if one is None:
        return ""
    return "unknown" if one.start is None else f"{one.start:%Y-%m-%d %H:%M:%S}{' local' if one.start_is_local else ''}"


def kilometres(activities: Iterable[ParsedActivity]) -> str:
    metres = sum(activity.metres or 0 for activity in activities)
    return f"{metres / 1000:.2f}" if metres else ""


def clock(seconds: float) -> str:
    whole = round(seconds)
    return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}" if whole else ""


def agreement(known: dict[str, Any], activities: list[ParsedActivity], results: list[FileResult]) -> str:
    """The largest difference from the known starts, distances and durations, activity by activity."""
    truths = truth_of(known)
    if truths is None:
        return ""
    if len(truths) != len(activities):
        return f"{len(activities)} instead of {len(truths)}"
    differences = [
        (abs(truth[0] - activity.start.timestamp()) if truth[0] is not None and activity.start is not None else 0.0,
         abs((truth[1] or 0) - (activity.metres or 0)) / (truth[1] or 1) if truth[1] else 0.0,
         abs(truth[2] - activity.seconds) / truth[2] if truth[2] else 0.0)
        for truth, activity in zip(truths, activities, strict=True)
    ]  # fmt: skip
    if not differences:
        return ""
    start, metres, seconds = (max(column) for column in zip(*differences, strict=True))
    parts = [f"start {start:.0f} s"] * (start >= 0.5) + [f"distance {metres:.1%}"] * (metres >= 0.0005)
    return ", ".join(parts + [f"time {seconds:.1%}"] * (seconds >= 0.0005)) or "exact"


def truth_of(known: dict[str, Any]) -> list[tuple[float | None, float | None, float | None]] | None:
    """Start, metres and seconds of each known activity; None where the sample has no such list."""

    def moment(text: str | None) -> float | None:
        return datetime.fromisoformat(text).timestamp() if text else None

    match known["format"]:
        case "fit":
            sessions = [one for one in known["sessions"] if one["sport"] != "transition"]
            if known["sets_active"] and known["strength_sessions"]:
                return None
            return [(moment(one["start_utc"]), one["distance_m"], one["timer_s"]) for one in sessions]
        case "gpx":
            return [(moment(known["start_utc"]), known["distance_m"], None)] if known["importable"] else []
        case "tcx":
            return [(moment(one["start_utc"]), one["distance_m"], one["timer_s"]) for one in known["activities"]]
        case "apple_health_xml":
            return [(moment(one["start_utc"]), one["distance_m"], one["duration_s"]) for one in known["workouts"]]
    return None


def cpu(call: Callable[[], object]) -> float:
    began = time.process_time()
    call()
    return time.process_time() - began


def archive(folder: Path) -> tuple[Path, list[bytes]]:
    """Strava's export of 3,000 different runs, a day apart, and the packed files in it."""
    # It brings numpy, which is no part of what other processes here are weighed by.
    from bench.run_archive import copies

    first = datetime(2016, 1, 1, 6, tzinfo=UTC)
    starts = [first + timedelta(days=number) for number in range(ACTIVITIES)]
    real = [data for path in sorted((SAMPLES / "fit").glob("run*.fit")) if liked(data := path.read_bytes())]
    made = copies(real, [round(start.timestamp()) for start in starts])
    files = [gzip.compress(data, compresslevel=6, mtime=0) for data in made]
    rows = [
        strava_row(number, file=f"activities/{number}.fit.gz", date=f"{start:%b %d, %Y, %H:%M:%S}")
        for number, start in enumerate(starts)
    ]
    path = folder / "export.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as written:
        written.writestr("activities.csv", STRAVA_HEADER + "".join(rows))
        for number, data in enumerate(files):
            written.writestr(f"activities/{number}.fit.gz", data)
    return path, files


def liked(data: bytes) -> bool:
    """Whether the faster library reads a file: where it refuses, there is nothing to compare."""
    import fitfast

    try:
        return bool(fitfast.parse(data))
    except fitfast.FitDecodeError:
        return False


def speed(folder: Path) -> Iterator[tuple[str, ...]]:
    """Reading an archive against the FIT library alone on the same files, unpacked by zlib in both."""
    import fitfast

    path, files = archive(folder)
    told: list[float] = []

    def alone() -> None:
        for data in files:
            fitfast.parse(gzip.decompress(data))

    def all_of_it() -> None:
        with (
            path.open("rb") as file,
            Bundle("export.zip", file, tell=lambda _: told.append(time.monotonic())) as bundle,
        ):
            assert sum(len(result.activities) for result in bundle.results()) == ACTIVITIES

    # Before and after the others: other work makes a processor slower and faster meanwhile.
    before, whole = cpu(alone), cpu(all_of_it)
    read_, added, runs, megabytes, longest = by_worker(path)
    assert runs == ACTIVITIES
    lone = (before + cpu(alone)) / 2
    unpacked = sum(len(gzip.decompress(data)) for data in files) / 1e6

    def row(what: str, of: str, seconds: float, megabytes: str = "", silent: str = "") -> tuple[str, ...]:
        return what, of, f"{seconds:.1f}", f"{seconds / lone:.2f}", megabytes, silent

    yield row("the FIT library alone", f"{ACTIVITIES:,} different runs, {unpacked:.0f} MB", lone)
    yield row("the archive of Strava", f"the same with {ACTIVITIES:,} rows", whole, peak_of(path), silence(told))
    yield row("imported by a worker, up to the preview", "the same", read_, "", longest)
    yield row("added, once confirmed", "the same", added)
    yield row("the whole import, read, shown and added", "the same", read_ + added, megabytes)


def by_worker(path: Path) -> tuple[float, float, int, str, str]:
    """Seconds to read and to add what an upload holds, the runs that were added, peak megabytes and longest silence.

    In a process of its own, with a new SQLite database.
    """
    with tempfile.TemporaryDirectory() as folder:
        own = {**os.environ, "DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "config.settings"}
        own.pop("DATABASE_URL", None)
        subprocess.run([sys.executable, "manage.py", "migrate", "-v0"], check=True, cwd=ROOT, env=own)
        command = [sys.executable, "-m", "bench.imports", "--worker", str(path)]
        printed = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, cwd=ROOT, env=own).stdout
    read_, added, runs, megabytes, longest = printed.split()
    return float(read_), float(added), int(runs), megabytes, longest


def print_worker(path: Path) -> None:
    import django

    django.setup()
    from django.core.files import File
    from django.core.files.uploadedfile import UploadedFile
    from django.utils import timezone

    from training.actions import imports
    from training.models import Runner

    told: list[float] = []

    def clock() -> datetime:
        told.append(time.monotonic())
        return timezone.now()

    runner = Runner.objects.create(email="worker@example.com")
    with path.open("rb") as content:
        upload = UploadedFile(File(content), name=path.name, size=path.stat().st_size)
        work = imports.begin(runner=runner, files=[upload], now=timezone.now())
    read_ = cpu(lambda: imports.read(pk=work.pk, clock=clock))
    longest = silence(told)
    imports.confirm(work=work, now=timezone.now())
    added = cpu(lambda: imports.add(pk=work.pk, clock=clock))
    print(read_, added, runner.runs.count(), peak(), longest)


def silence(told: list[float]) -> str:
    """The longest time between two words of progress."""
    return f"{max(after - before for before, after in pairwise(told)):.1f}"


def apple(folder: Path, megabytes: int) -> Iterator[tuple[str, ...]]:
    """Reading Apple Health's export, of records first and a thousand workouts at the end, packed and not."""
    head, tail = make_health(*[health_workout()] * WORKOUTS).split(b"<Workout ", 1)
    path, packed = folder / "export.xml", folder / "apple.zip"
    chance = random.Random(1)
    with path.open("wb") as written:
        written.write(head)
        while written.tell() < megabytes * 1_000_000:
            # Numbers by chance, lest it pack better than any real export.
            written.write(RECORD % (chance.randbytes(12).hex().encode(), chance.randrange(40, 200)))
        written.write(b"<Workout " + tail)
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archived:
        archived.write(path, "apple_health_export/export.xml")
    for where in (path, packed):
        told: list[float] = []
        took = cpu(partial(read_health, where, told))
        size = f"{path.stat().st_size / 1e6:.0f} MB of XML"
        yield f"Apple Health's {where.suffix[1:]}", size, f"{took:.1f}", "", peak_of(where), silence(told)


def slowest_bad_file() -> tuple[str, ...]:
    """What costs most of the files that cannot be read or were made to do harm; each is to be decided within 2 s."""

    def seconds(path: Path) -> float:
        data = path.read_bytes()
        return cpu(lambda: read(path.name, data))

    took, name = max((seconds(path), path.name) for path in (SAMPLES / "bad").iterdir())
    return "the slowest bad file", name, f"{took:.1f}", "", "", ""


def read_health(path: Path, told: list[float]) -> None:
    with path.open("rb") as file, Bundle("export", file, tell=lambda _: told.append(time.monotonic())) as bundle:
        (result,) = bundle.results()
        assert len(result.activities) == WORKOUTS, result.refused


def peak_of(path: Path) -> str:
    """Megabytes that reading takes at most, in a process of its own; what Python and the libraries take is in it."""
    command = [sys.executable, "-m", "bench.imports", "--peak", str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout.strip()


def print_peak(path: Path) -> None:
    with path.open("rb") as file, Bundle("upload", file) as bundle:
        for _ in bundle.results():
            pass
    print(peak())


def peak() -> str:
    """Megabytes that this process took at most; not getrusage, which has the parent's from before the command ran."""
    kilobytes = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())
    return str(round(int(kilobytes[1]) * 1024 / 1e6)) if kilobytes else "-"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--only", choices=["samples", "figures"])
    parser.add_argument("--apple", type=int, default=250, metavar="MEGABYTES")
    parser.add_argument("--peak", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--worker", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.peak:
        print_peak(options.peak)
        return
    if options.worker:
        print_worker(options.worker)
        return
    page = PAGE.read_text()
    for name, make in (("samples", samples), ("figures", partial(figures, options.apple))):
        if options.only in (None, name):
            text = make()
            print(text, end="\n\n")
            page = put(page, name, text)
    if options.write:
        PAGE.write_text(page)


def samples() -> str:
    return table("file|what|runs|first start|km|time|sets|from the known totals|says", sample_rows())


def figures(megabytes: int) -> str:
    columns = "what|of|seconds|times the library|peak MB|longest silence, s"
    with tempfile.TemporaryDirectory() as folder:
        return table(columns, [*speed(Path(folder)), *apple(Path(folder), megabytes), slowest_bad_file()])


if __name__ == "__main__":
    main()
