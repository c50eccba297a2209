import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from exercises.models import Evidence, Exercise, Muscle, Step, Variation

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}


def cards(markup: str) -> list[str]:
    return re.findall(r'<h2><a href="/exercises/([a-z-]+)/">', markup)


def test_the_list_shows_seven_movements(client: Client) -> None:
    response = client.get("/exercises/")
    markup = response.content.decode()
    assert cards(markup) == ["squat", "deadlift", "lunge", "glute-bridge", "step-up", "plank", "calf-raise"]
    assert "<html" in markup
    assert "HX-Request" in response["Vary"]


def test_htmx_gets_only_the_results(client: Client) -> None:
    markup = client.get("/exercises/?per_leg=on", headers=HTMX).content.decode()
    assert markup.strip().startswith('<section id="results"')
    assert cards(markup) == ["lunge", "step-up"]
    assert "<form" not in markup


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("equipment=nothing", ["squat", "lunge", "glute-bridge", "plank", "calf-raise"]),
        ("equipment=stick&muscle=hamstrings", ["squat", "deadlift", "lunge", "glute-bridge"]),
        ("muscle=calves", ["lunge", "step-up", "calf-raise"]),
        ("muscle=calves&per_leg=on", ["lunge", "step-up"]),
        ("bodyweight=on&q=hinge", ["deadlift"]),
        ("q=calves+box", ["step-up"]),
        ("q=swimming", []),
    ],
    ids=["nothing at hand", "a stick", "a muscle", "muscle, per leg", "no weights, a word", "two words", "no match"],
)
def test_the_address_carries_the_filter(client: Client, query: str, found: list[str]) -> None:
    whole = client.get(f"/exercises/?{query}").content.decode()
    fragment = client.get(f"/exercises/?{query}", headers=HTMX).content.decode()
    assert cards(whole) == cards(fragment) == found


def test_the_form_shows_what_was_asked_for(client: Client) -> None:
    markup = client.get("/exercises/?equipment=bench&muscle=calves&bodyweight=on&q=%3Cb%3E").content.decode()
    assert '<input type="checkbox" name="equipment" value="bench" checked>' in markup
    assert '<option value="calves" selected>' in markup
    assert 'name="bodyweight" value="on" checked' in markup
    assert 'value="&lt;b&gt;"' in markup


def test_the_versions_that_fit_are_named(client: Client) -> None:
    markup = client.get("/exercises/?equipment=dumbbells&q=goblet").content.decode()
    assert "Bodyweight squat, Goblet squat, Split squat" in markup
    assert "Back squat" not in markup


def test_an_empty_result_says_what_to_do(client: Client) -> None:
    assert "Leave one wish out" in client.get("/exercises/?q=swimming").content.decode()


@pytest.mark.parametrize("query", ["muscle=wings", "equipment=trampoline"])
def test_a_wish_that_is_not_offered_is_told_and_the_rest_holds(client: Client, query: str) -> None:
    response = client.get(f"/exercises/?{query}&per_leg=on")
    assert response.status_code == 200
    assert "Select a valid choice" in response.content.decode()
    assert cards(response.content.decode()) == ["lunge", "step-up"]


@pytest.mark.parametrize("slug", ["squat", "deadlift", "lunge", "glute-bridge", "step-up", "plank", "calf-raise"])
def test_a_guide_draws_and_describes_every_rung(client: Client, slug: str) -> None:
    markup = client.get(f"/exercises/{slug}/").content.decode()
    variations = Variation.objects.filter(exercise__slug=slug)
    for variation in variations:
        assert f'id="{variation.slug}"' in markup
    assert markup.count('<svg class="figure"') >= len(variations) + 2


def test_a_movement_that_an_editor_made_is_shown_without_a_drawing(client: Client) -> None:
    own = Exercise.objects.get(slug="squat")
    own.pk, own.slug, own.name = None, "pull-up", "Pull-up"
    own.save()
    own.variations.create(slug="bar", position=1, name="On a bar", description="-", move_up="-", move_down="-")
    own.muscle_links.create(
        muscle=Muscle.objects.create(slug="biceps", name="Biceps", region="upper-body", position=99), role="primary"
    )
    assert "pull-up" in cards(client.get("/exercises/").content.decode())
    markup = client.get("/exercises/pull-up/").content.decode()
    assert "On a bar" in markup
    assert "Main work: Biceps." in markup


def test_a_movement_that_we_do_not_have_is_not_found(client: Client) -> None:
    assert client.get("/exercises/pull-up/").status_code == 404


def test_a_guide_offers_strangers_the_days_and_runners_a_session(client: Client, client_of_runner: Client) -> None:
    assert 'href="/sessions/new/"' in client_of_runner.get("/exercises/squat/").content.decode()
    client_of_runner.logout()
    assert "On which days?" in client.get("/exercises/squat/").content.decode()


def test_evidence_links_lead_to_rows(client: Client) -> None:
    why = client.get("/why/").content.decode()
    anchors = set(re.findall(r'id="(E\d+)"', why))
    assert anchors == set(Evidence.objects.values_list("number", flat=True))
    assert set(re.findall(r'href="#(E\d+)"', why)) <= anchors
    for exercise in Exercise.objects.all():
        markup = client.get(exercise.get_absolute_url()).content.decode()
        assert set(re.findall(r'/why/#(E\d+)"', markup)) <= anchors


def test_why_carries_the_warnings_at_the_anchor_that_every_footer_links_to(client: Client) -> None:
    markup = client.get("/why/").content.decode()
    assert 'id="when-to-stop"' in markup
    assert "Stop now and get emergency help" in markup
    assert "not medical advice" in markup


@pytest.mark.parametrize("path", ["/exercises/", "/exercises/squat/", "/why/"])
def test_a_page_can_only_be_read(client: Client, path: str) -> None:
    assert client.post(path).status_code == 405


@pytest.mark.parametrize("path", ["/exercises/", "/exercises/squat/", "/why/"])
def test_no_inline_script_or_style(client: Client, path: str) -> None:
    markup = client.get(path).content.decode()
    assert not re.search(r"\sstyle=|<style|\son[a-z]+=|hx-on|javascript:", markup)
    scripts = re.findall(r"<script(?![^>]*\bsrc=)[^>]*>", markup)
    assert set(scripts) == {'<script type="application/ld+json">'}, "data, which no browser runs"


@pytest.mark.parametrize(
    ("path", "queries"),
    [
        ("/exercises/", 5),
        ("/exercises/?equipment=bench&muscle=calves&q=step", 5),
        ("/exercises/squat/", 10),
        ("/why/", 1),
    ],
    ids=["the list", "the list, filtered", "a guide", "why"],
)
def test_queries_of(client: Client, django_assert_num_queries: DjangoAssertNumQueries, path: str, queries: int) -> None:
    with django_assert_num_queries(queries):
        client.get(path)


def test_a_guide_with_twice_the_rungs_and_steps_costs_the_same_queries(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    squat = Exercise.objects.get(slug="squat")
    for rung in list(squat.variations.all()):
        things = list(rung.equipment.all())
        rung.pk, rung.slug, rung.is_default = None, f"{rung.slug}-again", False
        rung.position += 20
        rung.save()
        rung.equipment.set(things)
    Step.objects.bulk_create([Step(exercise=squat, position=20 + n, text="Again.") for n in range(6)])
    with django_assert_num_queries(10):
        client.get("/exercises/squat/")
