from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from training.time_zones import SkippedTimeError, moment_of, zone_at

SUMMER = datetime(2026, 7, 1, 6, tzinfo=UTC)
WINTER = datetime(2026, 1, 1, 6, tzinfo=UTC)
HOUR = 3600
BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("moment", "offset", "zone"),
    [
        pytest.param(SUMMER, 2 * HOUR, "Europe/Berlin", id="at home in summer"),
        pytest.param(WINTER, 1 * HOUR, "Europe/Berlin", id="at home in winter"),
        pytest.param(WINTER, None, "Europe/Berlin", id="an unknown offset means home"),
        pytest.param(WINTER, 2 * HOUR, "Etc/GMT-2", id="abroad, east"),
        pytest.param(WINTER, -7 * HOUR, "Etc/GMT+7", id="abroad, west"),
        pytest.param(WINTER, 0, "UTC", id="abroad, on Greenwich time"),
        pytest.param(WINTER, 14 * HOUR, "Etc/GMT-14", id="the far east"),
        pytest.param(WINTER, int(5.5 * HOUR), "Asia/Kolkata", id="half an hour off"),
        pytest.param(WINTER, int(5.75 * HOUR), "Asia/Kathmandu", id="a quarter off"),
        pytest.param(WINTER, int(10.5 * HOUR), "Australia/Adelaide", id="half an hour off in its summer only"),
        pytest.param(SUMMER, 1234, "Europe/Berlin", id="nobody's offset means home"),
    ],
)
def test_zone_of_a_run(moment: datetime, offset: int | None, zone: str) -> None:
    assert zone_at(moment, offset, "Europe/Berlin") == zone
    if offset is not None and offset != 1234:
        local = moment.astimezone(ZoneInfo(zone)).utcoffset()
        assert local is not None
        assert local.total_seconds() == offset


def test_a_wall_clock_means_a_moment() -> None:
    assert moment_of(datetime.fromisoformat("2026-07-01T08:00"), BERLIN) == SUMMER


def test_the_first_of_two_equal_times_in_autumn() -> None:
    assert moment_of(datetime.fromisoformat("2026-10-25T02:30"), BERLIN) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_a_time_that_was_skipped_in_spring() -> None:
    with pytest.raises(SkippedTimeError):
        moment_of(datetime.fromisoformat("2026-03-29T02:30"), BERLIN)
