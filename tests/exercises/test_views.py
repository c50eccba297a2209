import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from exercises import figures
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


def test_htmx_gets_the_results_and_the_options_but_not_the_words_being_typed(client: Client) -> None:
    markup = client.get("/exercises/?muscle=calves", headers=HTMX).content.decode()
    assert markup.strip().startswith('<section id="results"')
    assert cards(markup) == ["lunge", "step-up", "calf-raise"]
    assert markup.count('id="filter-choices"') == 1
    assert "<form" not in markup
    assert 'name="q"' not in markup


def test_a_restored_page_is_whole(client: Client) -> None:
    headers = HTMX | {"HX-History-Restore-Request": "true"}
    markup = client.get("/exercises/?muscle=calves", headers=headers).content.decode()
    assert "<html" in markup
    assert markup.count('id="results"') == markup.count('id="filter-choices"') == 1


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("equipment=nothing", ["squat", "lunge", "glute-bridge", "plank", "calf-raise"]),
        ("equipment=stick&muscle=hamstrings", ["squat", "deadlift", "lunge", "glute-bridge"]),
        ("muscle=calves", ["lunge", "step-up", "calf-raise"]),
        ("muscle=calves&per_leg=on&level=start", ["lunge", "step-up"]),
        ("bodyweight=on&q=hinge", ["deadlift"]),
        ("level=easier", ["squat", "lunge", "plank", "calf-raise"]),
        ("q=calves", ["calf-raise", "lunge", "step-up"]),
        ("q=calves+box", ["step-up"]),
        ("q=swimming", []),
    ],
    ids=[
        "nothing at hand",
        "a stick",
        "a muscle",
        "muscle, per leg, level",
        "no weights, a word",
        "a level",
        "a word, best first",
        "two words",
        "no match",
    ],
)
def test_the_address_carries_the_filter(client: Client, query: str, found: list[str]) -> None:
    whole = client.get(f"/exercises/?{query}").content.decode()
    fragment = client.get(f"/exercises/?{query}", headers=HTMX).content.decode()
    assert cards(whole) == cards(fragment) == found


def tags(markup: str, name: str, value: str) -> list[str]:
    """The opening tags of checkboxes and options with this value."""
    found = re.findall(rf"<(?:input|option)[^>]*value=\"{value}\"[^>]*>", markup)
    return [tag for tag in found if name in tag or tag.startswith("<option")]


def test_the_form_shows_what_was_asked_for(client: Client) -> None:
    query = "equipment=bench&equipment=stick&muscle=calves&bodyweight=on&level=start&q=%3Cb%3E"
    markup = client.get(f"/exercises/?{query}").content.decode()
    for name, value in [("equipment", "bench"), ("equipment", "stick"), ("level", "start"), ("bodyweight", "on")]:
        assert [" checked" in tag for tag in tags(markup, name, value)] == [True]
    assert " selected" in tags(markup, "", "calves")[0]
    assert 'value="&lt;b&gt;"' in markup
    assert '<details class="guide-filter-more" open>' in markup


def test_a_search_alone_leaves_the_options_folded(client: Client) -> None:
    assert '<details class="guide-filter-more">' in client.get("/exercises/?q=calves").content.decode()


def test_an_option_says_how_many_movements_it_leaves_and_is_off_where_none(client: Client) -> None:
    markup = client.get("/exercises/?q=goblet").content.decode()
    assert 'Dumbbells <small class="choice-count">1</small>' in markup
    assert 'Chair <small class="choice-count">0</small>' in markup
    assert " disabled" in tags(markup, "equipment", "chair")[0]
    assert " disabled" not in tags(markup, "equipment", "dumbbells")[0]
    assert " disabled>Calves and soleus (0)" in markup


def test_the_rungs_that_fit_are_named_and_linked(client: Client) -> None:
    markup = client.get("/exercises/?equipment=dumbbells&q=squat").content.decode()
    assert re.findall(r'<a href="/exercises/squat/#([a-z-]+)"', markup) == [
        "bodyweight-squat",
        "goblet-squat",
        "split-squat",
    ]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("bum", "<strong>bum</strong>: Gluteus maximus (main work)"),
        ("calfs+box", "<strong>calfs</strong>: Calves and soleus (helping)"),
        ("kettlebell", "<strong>kettlebell</strong>: Dumbbells"),
        ("hil", "<strong>hil</strong>: listed under “hill”"),
        ("calves+zumba", "Nothing here goes by “zumba”."),
        ("plank+barbell", "No movement has all of these words."),
    ],
    ids=["main work", "helping", "equipment", "an alias", "a word without meaning", "words that never meet"],
)
def test_a_result_says_how_the_words_were_understood(client: Client, words: str, sentence: str) -> None:
    markup = client.get(f"/exercises/?q={words}").content.decode()
    assert sentence in re.sub(r"\s+", " ", markup)


def test_an_empty_result_offers_the_nearest_that_is_not(client: Client) -> None:
    markup = client.get("/exercises/?q=barbell&equipment=nothing").content.decode()
    assert 'href="?q=barbell"' in markup
    assert 'href="?equipment=nothing"' in markup
    markup = client.get("/exercises/?q=brij").content.decode()
    assert 'href="?q=bridge"' in markup


def test_an_empty_result_without_neighbours_says_what_to_search_for(client: Client) -> None:
    markup = client.get("/exercises/?q=swimming").content.decode()
    assert "Nothing here goes by “swimming”." in markup
    assert "Search for a muscle, a thing you have, or what you call a movement." in markup


@pytest.mark.parametrize("query", ["muscle=wings", "equipment=trampoline", "level=superhuman"])
def test_a_wish_that_is_not_offered_is_told_and_the_rest_holds(client: Client, query: str) -> None:
    response = client.get(f"/exercises/?{query}&per_leg=on&q=wall")
    assert response.status_code == 200
    assert "Select a valid choice" in response.content.decode()
    assert cards(response.content.decode()) == ["lunge"]


def test_a_search_that_is_too_long_is_told(client: Client) -> None:
    markup = client.get(f"/exercises/?q={'calf' * 26}").content.decode()
    assert "at most 100 characters" in markup
    assert len(cards(markup)) == 7


@pytest.mark.parametrize("slug", ["squat", "deadlift", "lunge", "glute-bridge", "step-up", "plank", "calf-raise"])
def test_a_guide_draws_and_describes_every_rung(client: Client, slug: str) -> None:
    markup = client.get(f"/exercises/{slug}/").content.decode()
    variations = Variation.objects.filter(exercise__slug=slug)
    for variation in variations:
        assert f'id="{variation.slug}"' in markup
    assert markup.count('<svg class="figure"') >= len(variations) + 2


def test_a_movement_that_an_editor_made_is_shown_without_a_drawing(client: Client) -> None:
    own = Exercise.objects.get(slug="squat")
    own.pk, own.slug = None, "pull-up"
    own.save()
    own.variations.create(slug="bar", position=1, name_en="On a bar")
    own.muscle_links.create(
        muscle=Muscle.objects.create(slug="biceps", name_en="Biceps", region="upper-body", position=99), role="primary"
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
        ("/exercises/", 4),
        ("/exercises/?equipment=bench&muscle=calves&level=harder&q=step", 4),
        ("/exercises/squat/", 6),
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
    Step.objects.bulk_create([Step(exercise=squat, position=20 + n, text_en="Again.") for n in range(6)])
    with django_assert_num_queries(6):
        client.get("/exercises/squat/")


def test_a_drawing_that_moves_is_kept_for_a_year_under_its_version(client: Client) -> None:
    response = client.get(f"/exercises/squat/goblet-squat.{figures.version()}.svg")
    assert response["Content-Type"] == "image/svg+xml"
    assert set(response["Cache-Control"].split(", ")) == {"public", "max-age=31536000", "immutable"}
    assert response.content.decode() == figures.moving("squat", "goblet-squat")
    assert not response.cookies


def test_a_page_of_an_older_version_gets_the_drawing_of_now_and_asks_again(client: Client) -> None:
    response = client.get("/exercises/squat/goblet-squat.0123456789ab.svg")
    assert response["Cache-Control"] == "no-cache"
    assert response.content.decode() == figures.moving("squat", "goblet-squat")


@pytest.mark.parametrize("path", ["squat/pistol-squat", "burpee/burpee"])
def test_what_is_not_drawn_does_not_move(client: Client, path: str) -> None:
    assert client.get(f"/exercises/{path}.{figures.version()}.svg").status_code == 404


def test_a_guide_moves_and_each_of_its_rungs_can(client: Client) -> None:
    markup = client.get("/exercises/squat/").content.decode()
    addresses = re.findall(r'<movement-loop[^>]* src="([^"]+)"', markup)
    assert addresses == [rung.get_loop_url() for rung in Variation.objects.filter(exercise__slug="squat")]
    assert all("immutable" in client.get(address)["Cache-Control"] for address in addresses)
    assert markup.count("data-autoplay") == markup.count(" data-moves=") == 1
    assert f"<template>{figures.moving('squat', 'bodyweight-squat')}</template>" in markup


def test_without_its_script_nothing_of_a_drawing_can_be_pressed(client: Client) -> None:
    markup = client.get("/exercises/squat/").content.decode()
    controls = re.findall(r"<(?:button|div)[^>]* data-loop[^>]*>", markup)
    outer = [control for control in controls if "loop-button" not in control]
    assert len(outer) == 1 + Variation.objects.filter(exercise__slug="squat").count()
    assert all(control.endswith(" hidden>") for control in outer)


def test_a_rung_that_an_editor_made_has_no_drawing(client: Client) -> None:
    rung = Variation.objects.get(slug="goblet-squat")
    Variation.objects.filter(pk=rung.pk).update(slug="pistol-squat")
    rung.refresh_from_db()
    assert rung.get_loop_url() == ""
    assert client.get("/exercises/squat/").content.decode().count('class="rung-figure"') == 6


@pytest.mark.django_db(transaction=True)
def test_a_guide_asked_for_again_takes_one_query_until_somebody_edits_it(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    def main() -> str:
        return client.get("/exercises/squat/").content.decode().partition("<main")[2].partition("</main>")[0]

    first = main()
    with django_assert_num_queries(1):
        assert main() == first
    step = Step.objects.filter(exercise__slug="squat").first()
    assert step
    text = step.text_en  # type: ignore[attr-defined]
    Step.objects.filter(pk=step.pk).update(text_en="Stand on the moon.")
    assert "Stand on the moon." in main()
    Step.objects.filter(pk=step.pk).update(text_en=text)
    assert main() == first
