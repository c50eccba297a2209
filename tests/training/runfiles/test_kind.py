"""What a file is, by its first bytes."""

import pytest

from tests.cases import for_every
from tests.training.runfiles.samples import (
    STRAVA_HEADER,
    gzipped,
    make_fit,
    make_gpx,
    make_health,
    make_tcx,
    make_zip,
    strava_row,
)
from training.runfiles.kind import HEAD_BYTES, Kind, kind_of

STRONG = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n"


@for_every(
    ("data", "kind"),
    [
        pytest.param(make_fit(), Kind.FIT, id="fit"),
        pytest.param(gzipped(make_fit())[:500], Kind.FIT, id="the beginning of a fit.gz"),
        pytest.param(make_gpx(), Kind.GPX, id="gpx"),
        pytest.param(make_gpx().decode().replace("UTF-8", "UTF-16").encode("utf-16"), Kind.GPX, id="gpx in UTF-16"),
        pytest.param(make_tcx(), Kind.TCX, id="tcx"),
        pytest.param(make_health(), Kind.HEALTH, id="Apple Health"),
        pytest.param(make_zip({"a": b"A"}).getvalue(), Kind.ZIP, id="zip"),
        pytest.param(STRAVA_HEADER.encode(), Kind.STRAVA, id="Strava"),
        pytest.param(",".join(["sloupec"] * 94).encode(), Kind.STRAVA, id="as many columns as Strava has"),
        pytest.param((STRAVA_HEADER + strava_row() * 500).encode()[:HEAD_BYTES], Kind.STRAVA, id="a table's beginning"),
        pytest.param("Aktivitätstyp,Datum,Distanz,Zeit\n".encode(), Kind.GARMIN, id="Garmin"),
        pytest.param("Aktivitätstyp;Datum;Distanz;Zeit\n".encode("utf-16"), Kind.GARMIN, id="Garmin in UTF-16"),
        pytest.param(b"title,start_time,exercise_title,set_type,reps\n", Kind.HEVY, id="Hevy"),
        pytest.param(STRONG.encode(), Kind.STRONG, id="Strong"),
        pytest.param(b"Laps,Time,Distance\n1,05:00,1.0\n", Kind.TABLE, id="another table"),
        pytest.param(b"hello", Kind.OTHER, id="text"),
        pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00,\x00", Kind.OTHER, id="a picture"),
        pytest.param(b"<html>", Kind.OTHER, id="a web page"),
        pytest.param(b"\x1f\x8bnothing", Kind.OTHER, id="no gzip"),
        pytest.param(b"", Kind.EMPTY, id="nothing"),
        pytest.param(b'<!DOCTYPE gpx [<!ENTITY a "b">]><gpx>', Kind.GPX, id="entities, for its reader to refuse"),
    ],
)
def test_content_decides(data, kind):
    assert kind_of(data) is kind


def test_what_has_a_reader():
    assert [kind for kind in Kind if not kind.is_readable] == [Kind.TABLE, Kind.ZIP, Kind.OTHER, Kind.EMPTY]
