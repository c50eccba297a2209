"""A text is read in the reader's language, or in English, and costs no query more."""

import pytest
from django.core.exceptions import FieldError
from django.test import Client
from django.utils.translation import override
from pytest_django import DjangoAssertNumQueries

from exercises.models import Caution, Cue, Equipment, Evidence, Exercise, Mistake, Muscle, Step, Variation
from exercises.models.translated import columns, in_every_language, in_language, translated

pytestmark = pytest.mark.django_db


def squat() -> Exercise:
    return Exercise.objects.get(slug="squat")


@pytest.mark.parametrize(
    ("language", "name"),
    [("en", "Squat"), ("de", "Kniebeuge"), ("de-at", "Kniebeuge"), ("fr", "Squat"), (None, "Squat")],
)
def test_a_text_is_read_in_the_readers_language(language: str | None, name: str) -> None:
    with override(language):
        assert squat().name == name
        assert Exercise.objects.filter(slug="squat").values_list(in_language("name"), flat=True).get() == name


def test_a_text_that_is_not_translated_is_read_in_english() -> None:
    Exercise.objects.filter(slug="squat").update(name_de="")
    with override("de"):
        assert squat().name == "Squat"
        assert squat().essence != Exercise.objects.values_list("essence_en", flat=True).get(slug="squat")
        names = Variation.objects.filter(slug="box-squat").values_list(in_language("exercise__name"), flat=True)
        assert names.get() == "Squat"


def test_nobody_writes_a_text_without_saying_in_which_language() -> None:
    with pytest.raises(AttributeError, match="write name_en"):
        squat().name = "Kniebeuge"
    with pytest.raises(TypeError, match="name"):
        Exercise(name="Kniebeuge")  # type: ignore[misc]
    with pytest.raises(FieldError, match="name"):
        Exercise.objects.filter(name="Kniebeuge")  # type: ignore[misc]


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_a_few_columns_are_enough_to_read_a_text(
    language: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with override(language), django_assert_num_queries(1):
        assert Exercise.objects.only(*columns("name")).get(slug="squat").name


def test_a_text_in_every_language_begins_with_the_readers() -> None:
    with override("de"):
        assert in_every_language(squat(), "name") == ["Kniebeuge", "Squat"]
    Exercise.objects.filter(slug="squat").update(name_de="Squat")
    assert in_every_language(squat(), "name") == ["Squat"]


@pytest.mark.parametrize(
    "model",
    [Exercise, Variation, Step, Cue, Mistake, Caution, Muscle, Equipment, Evidence],
    ids=lambda one: one.__name__,
)
def test_every_text_is_there_in_german(model: type[Exercise]) -> None:
    """The proof that the guides can be translated whole: what is said in English is said in German."""
    for row in model._default_manager.all():
        missing = [name for name in translated(model) if getattr(row, f"{name}_en") and not getattr(row, f"{name}_de")]
        assert [name for name in missing if name != "aliases"] == [], row


@pytest.mark.parametrize(
    "address",
    ["/exercises/", "/exercises/?q=kalf", "/exercises/squat/", "/why/"],
    ids=["list", "search", "guide", "why"],
)
def test_a_page_in_german_costs_as_many_queries_as_in_english(
    client: Client, address: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(12) as english:
        client.get(address)
    with django_assert_max_num_queries(len(english)):
        response = client.get(address, headers={"accept-language": "de"})
    assert response.headers["Content-Language"] == "de"


def test_a_guide_in_german_is_german_for_people_and_machines(client: Client) -> None:
    markup = client.get("/exercises/squat/", headers={"accept-language": "de-DE,de;q=0.9"}).content.decode()
    row = squat()
    with override("de"):
        texts = [row.name, row.essence, *(step.text for step in row.steps.all()), *(cue.text for cue in row.cues.all())]
        texts += [text for rung in row.variations.all() for text in (rung.name, rung.move_up)]
        texts += [muscle.name for muscle in row.primary_muscles]
    assert [text for text in texts if text not in markup] == []
    assert '"inLanguage": "de"' in markup
    for english in (row.essence_en, row.steps.values_list("text_en", flat=True)[0]):  # type: ignore[attr-defined]
        assert english not in markup
