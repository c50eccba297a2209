import pytest
from django.test import Client
from django.urls import reverse

from exercises.models import Exercise, Variation
from training.models import Runner

pytestmark = pytest.mark.django_db

MODELS = ["exercise", "variation", "muscle", "equipment", "evidence", "guidefile"]


@pytest.fixture
def editor(client: Client, runner: Runner) -> Client:
    runner.is_staff = runner.is_superuser = True
    runner.save()
    client.force_login(runner)
    return client


@pytest.mark.parametrize("model", MODELS)
def test_a_list_opens_and_can_be_searched(editor: Client, model: str) -> None:
    assert editor.get(reverse(f"admin:exercises_{model}_changelist"), {"q": "squat"}).status_code == 200


def test_a_guide_opens_with_all_its_pieces(editor: Client) -> None:
    squat = Exercise.objects.get(slug="squat")
    markup = editor.get(reverse("admin:exercises_exercise_change", args=[squat.pk])).content.decode()
    for piece in ("steps", "cues", "mistakes", "variations", "cautions", "muscle_links"):
        assert f'name="{piece}-TOTAL_FORMS"' in markup


def test_a_variation_can_be_renamed(editor: Client) -> None:
    rung = Variation.objects.select_related("exercise").get(slug="box-squat")
    address = reverse("admin:exercises_variation_change", args=[rung.pk])
    form = editor.get(address).context["adminform"].form
    data = {name: value for name, value in form.initial.items() if value not in (None, False)}
    data |= {"name_en": "Chair squat", "equipment": [thing.pk for thing in rung.equipment.all()]}
    assert editor.post(address, data).status_code == 302
    before = rung.exercise.changed_at
    rung = Variation.objects.select_related("exercise").get(pk=rung.pk)
    assert rung.name == "Chair squat"
    assert rung.exercise.changed_at > before, "its guide reads otherwise now"
