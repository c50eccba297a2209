"""Good files changed at random, and what must be true of reading any of them.

Thousands at once, with a table of what came of them: `uv run python -m tests.fuzz.mutations 20000 --seed 1`.
Each must end in a result, in which every refusal has its sentence, within 2 s of this process's time and 300 MB.
"""

import argparse
import io
import random
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from tests.training.runfiles.samples import (
    STRAVA_HEADER,
    gzipped,
    health_workout,
    make_fit,
    make_gpx,
    make_health,
    make_tcx,
    make_zip,
    strava_row,
)
from training.runfiles import (
    Answers,
    Bundle,
    DistanceUnit,
    FileResult,
    ParsedActivity,
    StrengthActivity,
    UnreadableFile,
    WeightUnit,
    place,
)

SHARED_DATA = Path(__file__).resolve().parents[3] / "shared" / "data"

SECONDS = 2.0
MEGABYTES = 300
# Of the real files those that take a blink each, so that thousands of mutations take minutes.
SAMPLE_BYTES = 130_000
FOLDERS = ("fit", "gpx", "tcx", "strava", "garmin_csv", "hevy", "strong", "apple")

EXTREMES = (
    *(b"", b"-1", b"0", b"1e308", b"nan", b"inf", b"99999999999999999999", b"4,5,6", b"9" * 5000),
    *(b"0001-01-01T00:00:00Z", b"9999-12-31T23:59:59+14:00", b"31 feb 2020 25:61:61"),
    *(b"=1+1", b'"', b"<", b"&#0;", b"]]>", b"<!ENTITY a 'b'>", b"\x00", b"\xff\xfe", b"\xf0\x9f\x8f\x83"),
)


@dataclass(frozen=True, slots=True)
class Mutation:
    """A changed file: the good one it was made of, how, and its bytes."""

    name: str
    change: str
    data: bytes


def good_files(shared: Path = SHARED_DATA) -> dict[str, bytes]:
    """Files of every format made to order, and the small real ones where they lie beside this checkout."""
    made = {
        "made.fit": make_fit(),
        "made.gpx": make_gpx(),
        "made.tcx": make_tcx(),
        "made.gpx.gz": gzipped(make_gpx()),
        "made.xml": make_health(health_workout(), health_workout(kind="Walking")),
        "made.csv": (STRAVA_HEADER + strava_row(1, file="activities/1.fit") + strava_row(2)).encode(),
    }
    made["strava.zip"] = make_zip({"activities.csv": made["made.csv"], "activities/1.fit": made["made.fit"]}).getvalue()
    made["apple.zip"] = make_zip({"apple_health_export/export.xml": made["made.xml"]}).getvalue()
    made["files.zip"] = make_zip({"a.fit": make_fit(), "b.gpx.gz": gzipped(make_gpx()), "c.tcx": make_tcx()}).getvalue()
    paths = [path for folder in FOLDERS for path in sorted((shared / "runfiles" / folder).glob("*.*"))]
    return made | {
        f"{path.parent.name}/{path.name}": path.read_bytes() for path in paths if path.stat().st_size <= SAMPLE_BYTES
    }


def mutations(files: dict[str, bytes], number: int, seed: int) -> Iterator[Mutation]:
    """`number` changed files, the same for the same seed."""
    chance = random.Random(seed)
    names = sorted(files)
    for _ in range(number):
        name = chance.choice(names)
        change = chance.choice(CHANGES)
        data = files[name]
        for _ in range(chance.choice((1, 1, 2, 5))):
            data = change(chance, data)
        if chance.random() < 0.1:
            data = splice(chance, data, files[chance.choice(names)])
        if chance.random() < 0.1:
            data = gzipped(data)
        elif chance.random() < 0.1:
            data = make_zip({"activities.csv": files["made.csv"], "activities/1.fit": data}).getvalue()
        yield Mutation(name, change.__name__, data)


def flip(chance: random.Random, data: bytes) -> bytes:
    """One byte becomes another."""
    if not data:
        return data
    at = chance.randrange(len(data))
    return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]


def flip_in_head(chance: random.Random, data: bytes) -> bytes:
    """One of the first bytes, where the structure is told, becomes another."""
    return flip(chance, data[:200]) + data[200:]


def cut(chance: random.Random, data: bytes) -> bytes:
    """It breaks off."""
    return data[: chance.randrange(len(data) + 1)]


def drop(chance: random.Random, data: bytes) -> bytes:
    """A piece is missing."""
    at, length = chance.randrange(len(data) + 1), chance.choice((1, 4, 50, 2000))
    return data[:at] + data[at + length :]


def repeat(chance: random.Random, data: bytes) -> bytes:
    """A piece is there many times."""
    at, length = chance.randrange(len(data) + 1), chance.choice((1, 30, 500))
    return data[:at] + data[at : at + length] * chance.choice((2, 20, 300)) + data[at + length :]


def insert(chance: random.Random, data: bytes) -> bytes:
    """Something stands in between."""
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice((*EXTREMES, chance.randbytes(20))) + data[at:]


def change_number(chance: random.Random, data: bytes) -> bytes:
    """A number of a text becomes one that nobody would write."""
    places = [at for at in chance.sample(range(len(data)), min(50, len(data))) if 48 <= data[at] <= 57]
    if not places:
        return flip(chance, data)
    at = end = places[0]
    while end < len(data) and (48 <= data[end] <= 57 or data[end] == 46):
        end += 1
    return data[:at] + chance.choice(EXTREMES) + data[end:]


def recode(chance: random.Random, data: bytes) -> bytes:
    """Text saved anew: in another encoding, with another delimiter or other ends of lines."""
    old, new = chance.choice(
        ((b",", b";"), (b";", b"\t"), (b"\n", b"\r\n"), (b"\r\n", b"\r"), (b'"', b""), (b".", b","))
    )
    changed = data.replace(old, new)
    return changed.decode("latin-1").encode("utf-16") if chance.random() < 0.3 else changed


def splice(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """It ends as another file does."""
    return data[: chance.randrange(len(data) + 1)] + other[chance.randrange(len(other) + 1) :]


type Change = Callable[[random.Random, bytes], bytes]
CHANGES: Sequence[Change] = (flip, flip, flip_in_head, cut, drop, repeat, insert, change_number, change_number, recode)


def read(data: bytes) -> list[FileResult] | UnreadableFile:
    """What an upload of these bytes gives, its questions answered; or why it could not be opened."""
    try:
        with Bundle("upload", io.BytesIO(data), Answers(DistanceUnit.MILES, WeightUnit.POUNDS)) as bundle:
            bundle.contents()
            return list(bundle.results())
    except UnreadableFile as error:
        return error


def check(data: bytes) -> list[str]:
    """Read, and raise AssertionError where a result is not fit to be shown or stored; the codes of the outcomes."""
    outcome = read(data)
    if isinstance(outcome, UnreadableFile):
        assert outcome.sentence.endswith(".")
        return [outcome.code]
    assert outcome
    for result in outcome:
        assert result.refused or result.activities or result.workouts
        assert result.refused is None or result.refused.sentence.endswith(".")
        check_values(result)
    return [result.refused.code if result.refused else "read" for result in outcome]


def check_values(result: FileResult) -> None:
    """Numbers that the database takes, moments that a calendar has."""
    for activity in result.activities:
        assert 0 < activity.seconds < 1e9
        assert activity.metres is None or 0 < activity.metres <= 1e7
        assert activity.avg_hr is None or 0 < activity.avg_hr < 256
        assert activity.max_hr is None or 0 < activity.max_hr < 256
    for workout in result.workouts:
        assert workout.sets
        for one in workout.sets:
            assert one.reps is None or 0 <= one.reps <= 10_000
            assert one.kg is None or 0 < one.kg <= 1000
    both: list[ParsedActivity | StrengthActivity] = [*result.activities, *result.workouts]
    for told in both:
        assert told.start is None or told.start.utcoffset() == timedelta(0)
        assert told.title is None or len(told.title) <= 200
    for activity in result.activities:
        if activity.start is not None:
            place(
                activity.start,
                home="Pacific/Kiritimati",
                start_is_local=activity.start_is_local,
                time_zone=activity.time_zone,
                utc_offset_seconds=activity.utc_offset_seconds,
                latitude=activity.latitude,
                longitude=activity.longitude,
            )


def peak_megabytes() -> float:
    """The most memory that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("number", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="folder for the mutations that failed")
    options = parser.parse_args()
    files, outcomes, failures = good_files(), Counter[str](), 0
    slowest, began = 0.0, time.process_time()
    for number, mutation in enumerate(mutations(files, options.number, options.seed)):
        before = time.process_time()
        failure = ""
        try:
            outcomes.update(check(mutation.data)[:1])
        except Exception as error:
            failure = f"{type(error).__name__}: {error}"
        took = time.process_time() - before
        slowest = max(slowest, took)
        if took > SECONDS:
            failure = failure or f"{took:.1f} s"
        if peak_megabytes() > MEGABYTES:
            failure = failure or f"{peak_megabytes():.0f} MB"
        if failure:
            failures += 1
            print(f"{number} {mutation.name} {mutation.change}: {failure}")
            if options.keep:
                options.keep.mkdir(parents=True, exist_ok=True)
                (options.keep / f"{options.seed}-{number}").write_bytes(mutation.data)
    print(f"{options.number} mutations of {len(files)} files, seed {options.seed}: {failures} failed")
    print(f"slowest {slowest:.2f} s, peak {peak_megabytes():.0f} MB, {time.process_time() - began:.0f} s in all")
    for code, count in outcomes.most_common():
        print(f"{count:7} {code}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
