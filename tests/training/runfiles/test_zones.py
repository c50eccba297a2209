"""The zone of a run: told by its file, its place or its runner, in that order."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from tests.cases import for_every
from training.runfiles.zones import ToldBy, place, zone_of

EVENING = datetime(2026, 7, 3, 22, 30, tzinfo=UTC)
PARIS: dict[str, Any] = {"latitude": 48.9, "longitude": 2.4}
INDIA: dict[str, Any] = {"latitude": 28.6, "longitude": 77.2}
SEA: dict[str, Any] = {"latitude": 40.0, "longitude": -30.0}


@for_every(
    ("told", "zone", "told_by"),
    [
        pytest.param({}, "America/Denver", ToldBy.RUNNER, id="nothing"),
        pytest.param(PARIS, "Europe/Paris", ToldBy.PLACE, id="a place"),
        pytest.param(SEA, "Etc/GMT+2", ToldBy.PLACE, id="the sea"),
        pytest.param({**PARIS, "time_zone": "Europe/Luxembourg"}, "Europe/Luxembourg", ToldBy.FILE, id="a name"),
        pytest.param({**PARIS, "utc_offset_seconds": 7200}, "Europe/Paris", ToldBy.FILE, id="an offset of the place"),
        pytest.param({"utc_offset_seconds": -21600}, "America/Denver", ToldBy.FILE, id="an offset of home"),
        pytest.param({**PARIS, "utc_offset_seconds": -21600}, "America/Denver", ToldBy.FILE, id="home, not the place"),
        pytest.param({"utc_offset_seconds": 7200}, "Etc/GMT-2", ToldBy.FILE, id="an offset of neither"),
        pytest.param({**INDIA, "utc_offset_seconds": 19800}, "Asia/Kolkata", ToldBy.FILE, id="half an hour"),
        pytest.param({"utc_offset_seconds": 20700}, "Asia/Kathmandu", ToldBy.FILE, id="a quarter, known by name"),
        pytest.param({"utc_offset_seconds": 900}, "America/Denver", ToldBy.RUNNER, id="nobody's offset"),
    ],
)
def test_who_tells(told: dict[str, Any], zone: str, told_by: ToldBy) -> None:
    placed = place(EVENING, home="America/Denver", **told)
    assert (placed.start, placed.time_zone, placed.told_by) == (EVENING, zone, told_by)


def test_the_day_is_that_of_the_zone():
    assert place(EVENING, home="America/Denver").day == date(2026, 7, 3)
    assert place(EVENING, home="America/Denver", **PARIS).day == date(2026, 7, 4)


@for_every(
    ("local", "moment"),
    [
        pytest.param(datetime(2026, 7, 3, 22, 30, tzinfo=UTC), datetime(2026, 7, 3, 20, 30, tzinfo=UTC), id="summer"),
        pytest.param(
            datetime(2026, 3, 29, 2, 30, tzinfo=UTC), datetime(2026, 3, 29, 1, 30, tzinfo=UTC), id="a skipped hour"
        ),
        pytest.param(
            datetime(2026, 10, 25, 2, 30, tzinfo=UTC), datetime(2026, 10, 25, 0, 30, tzinfo=UTC), id="the first of two"
        ),
    ],
)
def test_a_time_on_the_wall(local, moment):
    placed = place(local, home="Europe/Zurich", start_is_local=True)
    assert (placed.start, placed.day, placed.told_by) == (moment, local.date(), ToldBy.RUNNER)


def test_places():
    assert zone_of(52.5, 13.4) == "Europe/Berlin"
    assert zone_of(None, 13.4) is None
    assert zone_of(float("nan"), 13.4) is None


@for_every("latitude", [-90.0, 0.0, 90.0])
@for_every("longitude", [-180.0, 0.0, 180.0])
def test_every_place_has_a_zone_that_this_computer_knows(latitude, longitude):
    assert zone_of(latitude, longitude) is not None
