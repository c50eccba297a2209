import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import ImportFactory, RunFactory
from tests.training.actions.imports.steps import bring, look_at, only
from tests.training.runfiles.samples import make_fit, make_gpx
from training.models import Import, Runner

pytestmark = pytest.mark.usefixtures("tasks_at_once")

TABLE = (
    b"Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n"
    b'2026-03-02 18:00:00,"Legs","Squat (Barbell)",1,225,5,0,0,"","",\n'
)


def url(name: str, work: Import, *more: int) -> str:
    return reverse(f"training:import-{name}", args=[work.pk, *more])


def test_confirming_adds_and_shows_it(client_of_runner: Client, runner: Runner) -> None:
    work = look_at(runner, ("a.fit", make_fit()))
    response = client_of_runner.post(url("confirm", work), follow=True)
    assert response.redirect_chain == [(work.get_absolute_url(), 302)]
    assert "See your week" in response.text
    assert runner.runs.count() == 1


def test_cancelling_leaves_nothing(client_of_runner: Client, runner: Runner) -> None:
    work = look_at(runner, ("a.fit", make_fit()))
    response = client_of_runner.post(url("cancel", work), follow=True)
    assert "Nothing was added, and its files are deleted." in response.text
    assert (runner.runs.count(), work.items.count()) == (0, 0)


def test_what_is_done_is_not_cancelled_but_taken_back(client_of_runner: Client, runner: Runner) -> None:
    work = bring(runner, ("a.fit", make_fit()))
    response = client_of_runner.post(url("cancel", work), follow=True)
    assert "can be taken back below" in response.text
    assert runner.runs.count() == 1
    response = client_of_runner.post(url("undo", work), follow=True)
    assert "Taken back on" in response.text
    assert not runner.runs.exists()
    again = client_of_runner.post(url("undo", work), follow=True)
    assert "The import was taken back." not in again.text


@pytest.mark.parametrize("name", ["confirm", "cancel", "undo", "units"])
def test_deciding_needs_a_post(client_of_runner: Client, runner: Runner, name: str) -> None:
    work = look_at(runner, ("a.fit", make_fit()))
    assert client_of_runner.get(url(name, work)).status_code == 405


def test_a_choice_without_scripts_leads_back_to_its_place(client_of_runner: Client, runner: Runner) -> None:
    work = look_at(runner, ("a.fit", make_fit()))
    item = only(work)
    response = client_of_runner.post(url("item", work, item.pk), {"choice": "skip"})
    assert response["Location"] == f"{work.get_absolute_url()}#item-{item.pk}"
    assert only(work).choice == "skip"


def test_a_choice_by_htmx_gives_the_item_and_the_sums(client_of_runner: Client, runner: Runner) -> None:
    work = look_at(runner, ("a.fit", make_fit()))
    response = client_of_runner.post(
        url("item", work, only(work).pk), {"choice": "skip"}, headers={"HX-Request": "true"}
    )
    assert "<html" not in response.text
    assert f'id="item-{only(work).pk}"' in response.text
    assert 'hx-swap-oob="true"' in response.text
    assert '<span class="numeral">0</span>' in response.text


def test_the_choice_is_open_when_it_is_done(client_of_runner: Client, runner: Runner) -> None:
    bring(runner, ("a.gpx", make_gpx()))
    work = bring(runner, ("a.fit", make_fit()))
    assert "Keep both" in client_of_runner.get(work.get_absolute_url()).text
    client_of_runner.post(url("item", work, only(work).pk), {"choice": "add"})
    assert runner.runs.count() == 2


@pytest.mark.parametrize("choice", ["", "everything"])
def test_a_choice_that_is_none(client_of_runner: Client, runner: Runner, choice: str) -> None:
    work = look_at(runner, ("a.fit", make_fit()))
    assert client_of_runner.post(url("item", work, only(work).pk), {"choice": choice}).status_code == 400


def test_a_choice_that_is_not_open_there(client_of_runner: Client, runner: Runner) -> None:
    work = look_at(runner, ("a.fit", make_fit(sport="cycling")))
    response = client_of_runner.post(url("item", work, only(work).pk), {"choice": "add"}, follow=True)
    assert "This can no longer be chosen." in response.text


def test_the_unit_is_told_and_the_table_read(client_of_runner: Client, runner: Runner) -> None:
    work = look_at(runner, ("strong.csv", TABLE))
    response = client_of_runner.post(url("units", work), {"weight": "lb"}, follow=True)
    assert "One question first" not in response.text
    assert work.items.get().workout.sets[0].kg == pytest.approx(102.06, abs=0.01)


def test_no_unit_chosen(client_of_runner: Client, runner: Runner) -> None:
    work = look_at(runner, ("strong.csv", TABLE))
    response = client_of_runner.post(url("units", work), {})
    assert response.status_code == 422
    assert "This field is required." in response.text


def test_an_import_of_somebody_else_is_not_there(client_of_runner: Client) -> None:
    work = ImportFactory.create()
    RunFactory.create(runner=work.runner, came_with=work)
    assert client_of_runner.get(work.get_absolute_url()).status_code == 404
    assert client_of_runner.post(url("undo", work)).status_code == 404
    assert work.runs.exists()


def test_an_item_of_another_import_is_not_there(client_of_runner: Client, runner: Runner) -> None:
    mine, other = look_at(runner, ("a.fit", make_fit())), look_at(ImportFactory.create().runner, ("a.fit", make_fit()))
    assert client_of_runner.post(url("item", mine, only(other).pk), {"choice": "skip"}).status_code == 404
