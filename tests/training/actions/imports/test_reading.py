"""A worker may be killed between any two words; the next one goes on, and nothing is found twice or missed."""

import uuid
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from itertools import count

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from pytest_django import Settings

from tests.factories import RunnerFactory
from tests.training.actions.imports.steps import NOW, look_at
from tests.training.runfiles.samples import START, make_fit, make_gpx, make_zip
from training.actions import imports
from training.actions.imports import reading
from training.actions.imports.reading import MOST_ALIKE
from training.actions.imports.working import SupersededError, claim, tell
from training.models import Import, ImportUpload, Runner
from training.models.imports import MOST_ATTEMPTS, SILENCE, import_storage
from training.runfiles import Bundle, FileResult

FILES = 5


class Killed(BaseException):
    """What no code of ours catches, as it cannot catch SIGKILL."""


def zipped() -> bytes:
    return make_zip({f"runs/{n}.gpx": make_gpx(start=START - timedelta(days=n)) for n in range(FILES)}).getvalue()


@pytest.fixture
def begun(runner: Runner) -> Import:
    """An import that waits for a worker: an archive and a file beside it."""
    sent = [
        SimpleUploadedFile("runs.zip", zipped()),
        SimpleUploadedFile("a.fit", make_fit(start=START - timedelta(99))),
    ]
    return imports.begin(runner=runner, files=sent, now=NOW)


def found(work: Import) -> list[tuple[int, str]]:
    return list(work.items.values_list("position", "name"))


EVERYTHING = [*((n, f"runs/{n}.gpx") for n in range(FILES)), (FILES, "a.fit")]


def read(work: Import) -> None:
    imports.read(pk=work.pk, clock=lambda: NOW)
    work.refresh_from_db()


def test_it_reads_all_and_waits(begun: Import) -> None:
    assert (begun.status, found(begun)) == (Import.Status.READING, [])
    read(begun)
    assert (begun.status, begun.share, found(begun)) == (Import.Status.WAITING, 1.0, EVERYTHING)


def test_what_is_read_is_deleted(begun: Import) -> None:
    names = [str(upload.file.name) for upload in begun.uploads.all()]
    assert all(import_storage().exists(name) for name in names)
    read(begun)
    assert not any(import_storage().exists(name) for name in names)
    assert {upload.file.name for upload in begun.uploads.all()} == {""}


def test_files_are_kept_under_names_of_our_own(runner: Runner) -> None:
    sent = [SimpleUploadedFile("../../etc/passwd.gpx", make_gpx())]
    work = imports.begin(runner=runner, files=sent, now=NOW)
    upload = work.uploads.get()
    assert upload.name == "passwd.gpx"
    assert str(upload.file.name).startswith("upload")


class TestKilledAnywhere(TestCase):
    """Law: killed at any word, and taken up again and again, it finds what an undisturbed worker finds."""

    @given(deaths=st.lists(st.integers(0, 12), max_size=4), keeps_each=st.booleans())
    def test_it_ends_whole(self, deaths: list[int], keeps_each: bool) -> None:
        sent = [SimpleUploadedFile("runs.zip", zipped()), SimpleUploadedFile("a.fit", make_fit(start=START))]
        work = imports.begin(runner=RunnerFactory.create(), files=sent, now=NOW)
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(reading, "MOST_STEPS_UNKEPT", 1 if keeps_each else 2)
            for last_word in deaths:
                patched.setattr(reading, "tell", dies_at(last_word))
                try:
                    read(work)
                except Killed:
                    continue
            patched.setattr(reading, "tell", tell)
            read(work)
        assert work.status == Import.Status.WAITING
        assert [name for _, name in found(work)] == [name for _, name in EVERYTHING]
        assert [position for position, _ in found(work)] == list(range(len(EVERYTHING)))


def dies_at(word: int) -> Callable[..., None]:
    words = count()

    def dying(work: Import, now: datetime, **changes: object) -> None:
        if next(words) == word:
            raise Killed
        tell(work, now, **changes)

    return dying


def test_a_file_that_kills_workers_is_passed_over(begun: Import, monkeypatch: pytest.MonkeyPatch) -> None:
    results = Bundle.results

    def deadly(bundle: Bundle, skip: int = 0) -> Iterator[FileResult]:
        for result in results(bundle, skip):
            if result.name == "runs/2.gpx":
                raise Killed
            yield result

    monkeypatch.setattr(Bundle, "results", deadly)
    # Once to be found out, once to be cornered, and as often as it may be the machine's fault.
    for _ in range(MOST_ATTEMPTS + 3):
        try:
            read(begun)
        except Killed:
            continue
    assert begun.status == Import.Status.WAITING
    assert [(item.name, item.outcome) for item in begun.items.all() if item.outcome != "new"] == [
        ("runs/2.gpx", "unreadable")
    ]
    assert len(found(begun)) == len(EVERYTHING)


def test_a_fault_of_a_reader_costs_one_file(begun: Import, monkeypatch: pytest.MonkeyPatch) -> None:
    results = Bundle.results

    def faulty(bundle: Bundle, skip: int = 0) -> Iterator[FileResult]:
        for result in results(bundle, skip):
            if result.name == "runs/2.gpx":
                raise ZeroDivisionError
            yield result

    monkeypatch.setattr(Bundle, "results", faulty)
    read(begun)
    assert begun.items.get(outcome="unreadable").sentence == "This file could not be read."
    assert len(found(begun)) == len(EVERYTHING)


def test_a_cancelled_import_stops_its_worker_and_leaves_nothing(begun: Import, monkeypatch: pytest.MonkeyPatch) -> None:
    results = Bundle.results

    def cancelled(bundle: Bundle, skip: int = 0) -> Iterator[FileResult]:
        for place, result in enumerate(results(bundle, skip)):
            if place == 2:
                imports.cancel(work=begun, now=NOW)
            yield result

    monkeypatch.setattr(Bundle, "results", cancelled)
    read(begun)
    assert (begun.status, found(begun)) == (Import.Status.CANCELLED, [])
    assert {upload.file.name for upload in begun.uploads.all()} == {""}


def test_of_two_workers_the_later_one_goes_on(begun: Import) -> None:
    first = claim(begun.pk, Import.Status.READING, NOW)
    second = claim(begun.pk, Import.Status.READING, NOW)
    assert first is not None
    assert second is not None
    tell(second, NOW)
    with pytest.raises(SupersededError):
        tell(first, NOW)


def test_a_worker_for_an_import_that_waits_does_nothing(begun: Import) -> None:
    read(begun)
    read(begun)
    assert found(begun) == EVERYTHING


def test_an_import_left_behind_is_taken_up(begun: Import, settings: Settings) -> None:
    settings.TASKS = {"default": {"BACKEND": "django.tasks.backends.immediate.ImmediateBackend"}}
    claim(begun.pk, Import.Status.READING, NOW)
    assert imports.take_up(NOW + SILENCE) == 0
    assert imports.take_up(NOW + SILENCE + timedelta(seconds=1)) == 1
    begun.refresh_from_db()
    assert (begun.status, found(begun)) == (Import.Status.WAITING, EVERYTHING)


def test_two_looks_ask_once(begun: Import) -> None:
    later = NOW + SILENCE + timedelta(seconds=1)
    assert [imports.take_up(later), imports.take_up(later)] == [1, 0]


def test_how_long_is_left_is_told_by_what_is_done() -> None:
    work = Import(begun_at=NOW, share=0.25, worker=uuid.uuid4())
    assert work.seconds_left(NOW + timedelta(seconds=10)) == pytest.approx(30)
    work.share = 0.0
    assert work.seconds_left(NOW + timedelta(seconds=10)) is None


@pytest.mark.usefixtures("tasks_at_once")
class TestTheUnitOfATable:
    TABLE = (
        b"Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n"
        b'2026-03-02 18:00:00,"Legs","Squat (Barbell)",1,225,5,0,0,"","",\n'
    )

    def test_is_asked_for_and_the_file_is_kept_until_it_is_told(self, runner: Runner) -> None:
        work = look_at(runner, ("strong.csv", self.TABLE), ("a.fit", make_fit()))
        asked = work.items.exclude(question="").get()
        assert (asked.outcome, asked.question) == ("unclear", "weight-unit-unknown")
        assert asked.content is not None
        assert asked.content is not None
        assert asked.content["choices"] == ["kg", "lb"]
        assert work.uploads.get(name="strong.csv").file

    def test_answered_the_table_is_read_and_the_rest_is_not_read_again(self, runner: Runner) -> None:
        work = look_at(runner, ("strong.csv", self.TABLE), ("a.fit", make_fit()))
        run = work.items.get(kind="run")
        imports.answer(work=work, weight="lb", now=NOW)
        work.refresh_from_db()
        assert work.status == Import.Status.WAITING
        assert work.items.get(kind="run").pk == run.pk
        assert work.items.get(kind="workout").workout.sets[0].kg == pytest.approx(102.06, abs=0.01)
        assert not ImportUpload.objects.exclude(file="").exists()

    def test_unanswered_the_rest_can_be_added(self, runner: Runner) -> None:
        work = look_at(runner, ("strong.csv", self.TABLE), ("a.fit", make_fit()))
        imports.confirm(work=work, now=NOW)
        assert (runner.runs.count(), runner.sessions.count()) == (1, 0)


@pytest.mark.usefixtures("tasks_at_once")
def test_a_preview_nobody_confirms_is_let_go_after_a_month(runner: Runner) -> None:
    work = look_at(runner, ("a.fit", make_fit()))
    Import.objects.update(told_at=NOW)
    assert imports.forget_previews(NOW + timedelta(days=30)) == 0
    assert imports.forget_previews(NOW + timedelta(days=31)) == 1
    work.refresh_from_db()
    assert (work.status, work.items.count()) == (Import.Status.CANCELLED, 0)


@pytest.mark.usefixtures("tasks_at_once")
def test_of_many_files_alike_the_others_are_counted(runner: Runner) -> None:
    empty = make_zip({f"{n:02}.fit": b"" for n in range(MOST_ALIKE + 7)}).getvalue()
    work = look_at(runner, ("empty.zip", empty), ("another.zip", empty))
    items = list(work.items.all())
    assert len(items) == MOST_ALIKE
    assert [item.more for item in items if item.more] == [MOST_ALIKE + 14]
