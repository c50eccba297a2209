from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from exercises.actions import differences, load_guides
from exercises.models import Cue, Exercise, Variation
from tests.exercises.files import changed, guide_files
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


def submitted(form: Any) -> dict[str, Any]:
    """What a browser sends of a form that nobody touched: the ends of lines as browsers send them."""
    values = {form.add_prefix(name): form[name].value() for name in form.fields}
    return {
        name: "\r\n".join(value.splitlines()) if isinstance(value, str) else value
        for name, value in values.items()
        if value not in (None, False)
    }


def guide_form(editor: Client, address: str) -> dict[str, Any]:
    context = editor.get(address).context
    data = submitted(context["adminform"].form)
    for inline in context["inline_admin_formsets"]:
        data |= submitted(inline.formset.management_form)
        for form in inline.formset.initial_forms:
            data |= submitted(form)
    return data


def test_a_guide_is_edited_in_both_languages_and_what_was_not_touched_is_no_edit(editor: Client) -> None:
    squat = Exercise.objects.for_guides().get(slug="squat")
    address = reverse("admin:exercises_exercise_change", args=[squat.pk])
    assert "Nothing" in editor.get(address).content.decode()
    assert editor.post(address, guide_form(editor, address)).status_code == 302
    assert differences(Exercise.objects.for_guides().get(slug="squat")) == []
    data = guide_form(editor, address) | {"essence_de": "Bearbeitet.", "cues-0-text_en": "Edited"}
    assert editor.post(address, data).status_code == 302
    squat = Exercise.objects.for_guides().get(slug="squat")
    assert differences(squat) == ["de/squat.toml, essence", "squat.toml, cues 1, text"]
    assert "de/squat.toml, essence<br>squat.toml, cues 1, text" in editor.get(address).content.decode()
    load_guides(files=changed(guide_files(), "squat.toml", "Knees follow the toes", "Knees over the toes"))
    with override("de"):
        assert Exercise.objects.get(slug="squat").essence == "Bearbeitet."
    assert [cue.text for cue in Cue.objects.filter(exercise=squat)][:2] == ["Edited", "Knees over the toes"]


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
