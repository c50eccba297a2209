"""`manage.py backtest`: a runner of the database, or tables of activities."""

import json
from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.factories import RunFactory
from training.models import Runner

HEADER = "Activity ID,Activity Date,Activity Name,Activity Type,Elapsed Time,Moving Time,Distance\n"
START = datetime(2026, 1, 6, 23, 30, tzinfo=UTC)


def said(*args, **options) -> str:
    out = StringIO()
    call_command("backtest", *args, stdout=out, **options)
    return out.getvalue()


@pytest.fixture
def strava_table(tmp_path):
    path = tmp_path / "activities.csv"
    rows = [
        f'{n},"{START + timedelta(days=days):%b %d, %Y, %I:%M:%S %p}",Run,Run,2400,2400,7000.0'
        for n, days in enumerate(day + 7 * week for week in range(16) for day in (0, 2, 5))
    ]
    path.write_text(HEADER + "\n".join(rows) + "\n")
    return path


def test_a_table_of_activities_is_replayed(strava_table):
    heading, line = said(strava_table).splitlines()
    assert "beats both" in heading
    assert line.split()[:3] == ["activities.csv", "48", "14"]


def test_runs_lie_on_the_days_of_the_time_zone(strava_table):
    utc, auckland = (
        json.loads(said(strava_table, "--json", time_zone=zone))["activities.csv"]["first"]
        for zone in ("UTC", "Pacific/Auckland")
    )
    assert (utc, auckland) == ("2026-01-06", "2026-01-07")


def test_a_runner_of_the_database_is_replayed(runner: Runner):
    for day in range(0, 70, 2):
        RunFactory.create(runner=runner, start=START + timedelta(days=day))
    assert said(runner=[runner.email]).splitlines()[1].split()[:2] == [runner.email, "35"]


def test_a_runner_with_too_few_runs_is_told(runner: Runner):
    assert "no runs" not in said(runner=[runner.email]).splitlines()[0]
    assert "less than three whole weeks" in said(runner=[runner.email])


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"runner": ["nobody@example.com"]}, "no runner nobody"),
        ({"time_zone": "Mars/Olympus"}, "no time zone"),
    ],
)
def test_what_is_not_there_is_named(db, options, message):
    with pytest.raises(CommandError, match=message):
        said(**options)


def test_another_kind_of_file_is_refused(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("hello")
    with pytest.raises(CommandError, match="no table of activities"):
        said(path)
