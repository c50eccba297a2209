"""What a file is, decided by content; and that nothing hostile gets further than a sentence."""

import io
import zipfile

import pytest

from tests.cases import for_every
from tests.training.runfiles.samples import gzipped, make_fit, make_gpx, make_tcx, wrap_gpx, wrap_tcx
from training.runfiles import UnreadableFile, content, errors, read, xml
from training.runfiles.questions import Question

GPX_HEAD = b'<?xml version="1.0"?>\n'


@for_every("name", ["run.fit", "run.gpx", "run.tcx", "run", "run.gpx.gz"])
@for_every(
    ("data", "form"),
    [
        (make_fit(), "fit"),
        (make_gpx(), "gpx"),
        (make_tcx(), "tcx"),
        (gzipped(make_fit()), "fit"),
        (gzipped(make_gpx()), "gpx"),
        (gzipped(make_tcx()[:200]) + gzipped(make_tcx()[200:]), "tcx"),
    ],
    ids=["fit", "gpx", "tcx", "fit.gz", "gpx.gz", "tcx.gz of two members"],
)
def test_content_decides_and_the_name_does_not(name, data, form):
    (run,) = read(name, data)
    assert (run.format, run.sport) == (form, "running")


def zipped() -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("run.gpx", make_gpx())
    return archive.getvalue()


@for_every(
    ("data", "refusal"),
    [
        (b"", errors.Empty),
        (b" \n\n", errors.Empty),
        (gzipped(b""), errors.Empty),
        (make_fit()[:9], errors.Truncated),
        (gzipped(make_fit())[:-30], errors.Truncated),
        (gzipped(gzipped(make_fit())), errors.NotARunFile),
        (b"\x1f\x8b" + b"no gzip at all", errors.Corrupt),
        (zipped(), errors.Archive),
        (b"<!DOCTYPE html>\n<html><body>Log in</body></html>", errors.WebPage),
        (b'<?xml version="1.0"?><!DOCTYPE HealthData [<!ELEMENT HealthData ANY>]><HealthData/>', errors.HealthExport),
        (b"Date,Distance\n2026-03-03,8.0\n", errors.NotARunFile),
        (b"<kml/>", errors.NotARunFile),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), errors.NotARunFile),
    ],
    ids=[
        "empty",
        "blank",
        "nothing packed",
        "a FIT that breaks off",
        "a gzip that breaks off",
        "packed twice",
        "no gzip",
        "zip",
        "web page",
        "Apple's export",
        "table",
        "map",
        "picture",
    ],
)
def test_what_holds_no_run_is_refused_for_its_reason(data, refusal):
    with pytest.raises(refusal):
        read("run.fit", data)


ENTITY = '<!DOCTYPE gpx [<!ENTITY x "y">]>'


@for_every(
    "data",
    [
        GPX_HEAD + ENTITY.encode() + make_gpx(),
        GPX_HEAD + b"<!-- <gpx> -->" + ENTITY.encode() + b"<gpx>&x;</gpx>",
        ('<?xml version="1.0" encoding="UTF-16"?>' + ENTITY + "<gpx>&x;</gpx>").encode("utf-16"),
        GPX_HEAD + b'<!DOCTYPE gpx SYSTEM "http://127.0.0.1:9/x.dtd"><gpx/>',
        GPX_HEAD + b'<!DOCTYPE gpx PUBLIC "a" "file:///etc/hostname"><gpx/>',
    ],
    ids=["entity", "entity after a comment", "entity in UTF-16", "outside system", "outside public"],
)
def test_entities_and_outside_documents_are_refused(data):
    with pytest.raises(errors.UnsafeXml):
        read("run.gpx", data)


def test_an_encoding_that_could_hide_an_entity_is_not_read():
    data = f'<?xml version="1.0" encoding="utf-7"?>{ENTITY}<gpx/>'.encode("utf-7")
    with pytest.raises(UnreadableFile):
        read("run.gpx", data)


def test_deep_nesting_is_refused():
    with pytest.raises(errors.TooDeep):
        read("run.gpx", wrap_gpx("<a>" * 5000).encode())


@pytest.mark.parametrize("junk", ["<a/>" * 101, "<a " + "b='' " * 101 + "/>"], ids=["tags", "attributes"])
def test_more_tags_than_days_of_recording_are_refused(junk, monkeypatch):
    monkeypatch.setattr(xml, "MOST_TAGS", 100)
    monkeypatch.setattr(xml, "MOST_ATTRIBUTES", 100)
    with pytest.raises(errors.TooManyValues):
        read("run.gpx", wrap_gpx(junk).encode())


def test_a_gzip_that_grows_beyond_the_limit_is_refused_before_it_has_grown():
    with pytest.raises(errors.UnpacksTooLarge):
        content.gunzip(gzipped(bytes(3_000_000)), limit=1_000_000)
    assert len(content.gunzip(gzipped(bytes(1_000_000)), limit=1_000_000)) == 1_000_000


def test_members_share_the_limit():
    with pytest.raises(errors.UnpacksTooLarge):
        content.gunzip(gzipped(bytes(600_000)) * 2, limit=1_000_000)


def test_a_file_beyond_25_megabytes_is_refused():
    with pytest.raises(errors.TooLarge):
        read("run.gpx", bytes(25_000_001))


def test_totals_that_no_outing_has_are_refused():
    with pytest.raises(errors.Impossible):
        read("run.tcx", make_tcx(seconds=31 * 86_400))


def test_a_recording_below_a_second_is_refused():
    with pytest.raises(errors.TooShort):
        read("run.fit", make_fit(seconds=0.5, metres=0))


def refusals(base: type[UnreadableFile] = UnreadableFile) -> list[type[UnreadableFile]]:
    """Every refusal that is raised itself."""
    below = [refusal for direct in base.__subclasses__() for refusal in (direct, *refusals(direct))]
    return sorted({*below} - {Question}, key=lambda refusal: refusal.code)


FACTS = {"format": "GPX", "megabytes": 25, "gigabytes": 2, "timed": 5, "points": 296, "most": 50_000, "column": "Name"}
FACTS |= {"version": 2, "known": 1, "table": "runs", "row": 3, "name": "pace", "expected": "a day", "rule": "it ends"}
FACTS |= {"example": "7/5/20 18:06"}


@for_every("refusal", refusals())
def test_every_refusal_is_one_sentence(refusal):
    if refusal in (errors.NotAnActivity, errors.NoTrack):
        made = [refusal(kind) for kind in refusal.KINDS]
    else:
        made = [refusal() if issubclass(refusal, Question) else refusal(**FACTS)]
    for error in made:
        assert str(error) == error.sentence
        assert error.sentence.endswith(".")
        assert error.sentence.count(". ") == 0
        assert "{" not in error.sentence
        assert len(error.sentence) <= 140


def test_codes_are_unique():
    codes = [refusal.code for refusal in refusals()]
    assert len(set(codes)) == len(codes)


def test_an_empty_xml_of_either_kind_is_no_run():
    for data in (wrap_gpx("").encode(), wrap_tcx("").encode()):
        with pytest.raises(UnreadableFile):
            read("run", data)
