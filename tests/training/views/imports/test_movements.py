"""The page on which a runner says what the movements of an import are."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from exercises.models import Variation
from tests.factories import ImportFactory
from tests.training.actions.imports.workouts import add_all, guessed, lifted, waiting, workout
from training.forms.movement_titles import MOST_TITLES
from training.models import CustomSet, Import, LoggedSet, MovementTitle, Runner
from training.models.found_titles import titles_of


def address(work: Import) -> str:
    return reverse("training:import-movements", args=[work.pk])


def tokens(work: Import) -> dict[str, str]:
    """What stands for each title in the names of fields."""
    return {one.key: one.token for one in titles_of(work)}


def key(variation: str) -> str:
    return str(Variation.objects.get(slug=variation).pk)


def row(html: str, name: str) -> str:
    """The list item of a title."""
    found = [part for part in html.split('<li class="title-row">') if f">{name}</label>" in part]
    assert len(found) == 1
    return found[0].split("</li>")[0]


def selected(html: str) -> list[str]:
    return re.findall(r"<option [^>]*selected>([^<]*)</option>", html)


@pytest.fixture
def work(runner: Runner) -> Import:
    return waiting(
        runner,
        workout(
            lifted("Bench Press (Barbell)", 8, 60.0),
            lifted("Squat (Barbell)", 5, 80.0),
            lifted("Squat (Barbell)", 4, 82.5),
            lifted("Squat (Smith Machine)", 8, 60.0),
            lifted("Romanian Deadlift (Dumbbell)", 10, 20.0),
        ),
    )


def test_what_asks_stands_first_then_what_is_ours_then_the_rest(client_of_runner: Client, work: Import) -> None:
    html = client_of_runner.get(address(work)).text
    names = ["Squat (Smith Machine)", "Squat (Barbell)", "Romanian Deadlift (Dumbbell)", "Bench Press (Barbell)"]
    assert sorted(names, key=lambda name: html.index(f">{name}</label>")) == names
    headings = ["Which is this?", "Taken for one of ours", "Keep their own name"]
    assert sorted(headings, key=html.index) == headings


def test_each_title_is_what_its_words_say(client_of_runner: Client, work: Import) -> None:
    html = client_of_runner.get(address(work)).text
    squat, smith = row(html, "Squat (Barbell)"), row(html, "Squat (Smith Machine)")
    assert "2 sets in 1 session, up to 4 @ 82.5 kg" in squat
    assert selected(squat) == ["Back squat"]
    assert selected(smith) == selected(row(html, "Bench Press (Barbell)")) == []
    assert "Looks like: Squat. Which?" in smith
    # Its own group comes first.
    assert re.findall(r'<optgroup label="([^"]*)"', smith)[0] == "Squat"
    assert "dumbbell of two" not in squat
    assert "checked" in row(html, "Romanian Deadlift (Dumbbell)")


def test_answers_are_kept_and_hold_for_what_is_added(client_of_runner: Client, runner: Runner, work: Import) -> None:
    token = tokens(work)
    response = client_of_runner.post(
        address(work),
        {
            f"means-{token['bench press (barbell)']}": "",
            f"means-{token['squat (barbell)']}": key("front-squat"),
            f"means-{token['squat (smith machine)']}": key("back-squat"),
            # The tick was taken away.
            f"means-{token['romanian deadlift (dumbbell)']}": key("dumbbell-romanian-deadlift"),
        },
        follow=False,
    )
    assert (response.status_code, response["Location"]) == (302, work.get_absolute_url())
    told = {one.title: (one.variation and one.variation.slug, one.each_hand) for one in runner.movement_titles.all()}
    assert told == {
        "Bench Press (Barbell)": (None, False),
        "Squat (Barbell)": ("front-squat", False),
        "Squat (Smith Machine)": ("back-squat", False),
        "Romanian Deadlift (Dumbbell)": ("dumbbell-romanian-deadlift", False),
    }
    add_all(work)
    logged = LoggedSet.objects.order_by("position", "number").values_list("variation__slug", "kg")
    assert list(logged) == [
        ("front-squat", 80.0),
        ("front-squat", 82.5),
        ("back-squat", 60.0),
        ("dumbbell-romanian-deadlift", 20.0),
    ]
    assert CustomSet.objects.count() == 1


def test_a_later_import_knows_what_was_said(client_of_runner: Client, runner: Runner, work: Import) -> None:
    token = tokens(work)
    client_of_runner.post(address(work), {f"means-{token['squat (smith machine)']}": key("back-squat")})
    assert [one.title for one in runner.movement_titles.all()] == ["Squat (Smith Machine)"]
    html = client_of_runner.get(address(work)).text
    assert "Which is this?" not in html
    assert selected(row(html, "Squat (Smith Machine)")) == ["Back squat"]
    client_of_runner.post(address(work), {f"means-{token['squat (smith machine)']}": ""})
    title = runner.movement_titles.get()
    assert title.variation is None
    html = client_of_runner.get(address(work)).text
    assert html.index(">Squat (Smith Machine)</label>") > html.index("Keep their own name")


@pytest.mark.parametrize(
    ("title", "chosen", "ticked", "each_hand"),
    [
        ("Romanian Deadlift (Dumbbell)", "dumbbell-romanian-deadlift", True, True),
        ("Romanian Deadlift (Dumbbell)", "dumbbell-romanian-deadlift", False, False),
        pytest.param("Romanian Deadlift (Dumbbell)", "barbell-deadlift", True, False, id="there is one bar"),
        pytest.param("Deadlift (Dumbbell)", "dumbbell-romanian-deadlift", True, True, id="asked for"),
        pytest.param("Bulgarian Split Squat", "bulgarian-split-squat", True, True, id="a pair is usual"),
        pytest.param("Curtsy thing (Dumbbell)", "walking-lunge", False, True, id="no tick was shown"),
        pytest.param("Curtsy thing", "walking-lunge", False, False, id="no dumbbell"),
    ],
)
def test_loads_of_one_hand(
    client_of_runner: Client, runner: Runner, title: str, chosen: str, ticked: bool, each_hand: bool
) -> None:
    work = waiting(runner, workout(lifted(title, 10, 20.0)))
    (token,) = tokens(work).values()
    client_of_runner.post(address(work), {f"means-{token}": key(chosen), **({f"hand-{token}": "1"} if ticked else {})})
    assert runner.movement_titles.get().each_hand == each_hand


def test_what_is_no_movement_is_said_and_nothing_is_kept(client_of_runner: Client, work: Import) -> None:
    token = tokens(work)
    sent = {
        f"means-{token['squat (barbell)']}": "999999",
        f"means-{token['bench press (barbell)']}": key("goblet-squat"),
    }
    response = client_of_runner.post(address(work), sent)
    assert response.status_code == 422
    assert "There is no such movement." in row(response.text, "Squat (Barbell)")
    assert selected(row(response.text, "Bench Press (Barbell)")) == ["Goblet squat"]
    assert not MovementTitle.objects.exists()


def test_a_watchs_guess_is_said_to_be_one(client_of_runner: Client, runner: Runner) -> None:
    work = waiting(runner, workout(guessed((28, None, "Squat")), format="fit"))
    html = client_of_runner.get(address(work)).text
    assert "1 set in 1 session, up to 10 · as your watch took it" in row(html, "Squat")


def test_loads_are_in_the_units_of_the_runner(client_of_runner: Client, runner: Runner, work: Import) -> None:
    Runner.objects.filter(pk=runner.pk).update(units=Runner.UnitSystem.IMPERIAL)
    assert "up to 8 @ 132.25 lb" in row(client_of_runner.get(address(work)).text, "Bench Press (Barbell)")


def test_of_very_many_titles_those_with_fewest_sets_are_not_asked_for(client_of_runner: Client, runner: Runner) -> None:
    half = MOST_TITLES // 2 + 1
    first = workout(*(lifted(f"Exercise {number}") for number in range(half)))
    second = workout(
        *(lifted(f"Movement {number}") for number in range(half)),
        lifted("Movement 0"),
        start=first.start.replace(day=5),  # type: ignore[union-attr]
    )
    work = waiting(runner, first, second)
    html = client_of_runner.get(address(work)).text
    assert html.count('class="title-row"') == MOST_TITLES
    assert "2 more names, with the fewest sets, are not asked for." in html
    assert row(html, "Movement 0")
    # All of them fit into one form.
    sent = {f"means-{token}": "" for token in tokens(work).values()}
    assert client_of_runner.post(address(work), sent).status_code == 302
    assert runner.movement_titles.count() == MOST_TITLES


@pytest.mark.parametrize("status", [Import.Status.READING, Import.Status.ADDING, Import.Status.DONE])
def test_nothing_is_asked_before_or_after(client_of_runner: Client, runner: Runner, work: Import, status: str) -> None:
    Import.objects.filter(pk=work.pk).update(status=status)
    for response in (client_of_runner.get(address(work)), client_of_runner.post(address(work), {})):
        assert (response.status_code, response["Location"]) == (302, work.get_absolute_url())
    assert not runner.movement_titles.exists()


def test_without_workouts_there_is_nothing_to_ask(client_of_runner: Client, runner: Runner) -> None:
    work = ImportFactory.create(runner=runner, status=Import.Status.WAITING)
    assert client_of_runner.get(address(work))["Location"] == work.get_absolute_url()


def test_a_stranger_finds_no_import(client_of_runner: Client) -> None:
    work = ImportFactory.create(status=Import.Status.WAITING)
    assert client_of_runner.get(address(work)).status_code == 404
    assert client_of_runner.post(address(work), {}).status_code == 404


@pytest.mark.parametrize("count", [2, 60])
def test_queries(
    client_of_runner: Client, runner: Runner, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    work = waiting(runner, workout(*(lifted(f"Squat number {number}") for number in range(count))))
    with django_assert_num_queries(6):  # session, runner, import, workouts, variations, titles
        html = client_of_runner.get(address(work)).text
    assert html.count('class="title-row"') == count
    sent = {f"means-{token}": "" for token in tokens(work).values()}
    with django_assert_num_queries(7):
        client_of_runner.post(address(work), sent)
