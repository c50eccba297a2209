from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pytest_django import DjangoAssertNumQueries

from exercises.actions import Loaded, load_guides
from exercises.guide_text import FOLDER
from exercises.models import Exercise, GuideFile, Step, Variation
from exercises.toml_table import GuideError

pytestmark = pytest.mark.django_db

type Files = dict[str, bytes]


@pytest.fixture
def files() -> Files:
    return {path.name: path.read_bytes() for path in FOLDER.glob("*.toml")}


def changed(files: Files, name: str, old: str, new: str) -> Files:
    text = files[name].decode()
    assert old in text
    return {**files, name: text.replace(old, new, 1).encode()}


def test_loading_again_changes_nothing_and_costs_one_query(
    files: Files, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        assert load_guides(files=files) == Loaded(unchanged=9)


def test_forced_loading_of_the_same_files_changes_no_row(files: Files) -> None:
    before = list(Variation.objects.values()), list(Step.objects.values())
    assert load_guides(files=files, force=True) == Loaded(unchanged=9)
    assert before == (list(Variation.objects.values()), list(Step.objects.values()))


def test_loading_into_an_empty_database_creates_all(files: Files) -> None:
    Exercise.objects.all().delete()
    GuideFile.objects.all().delete()
    assert load_guides(files=files) == Loaded(created=9)
    assert Exercise.objects.count() == 7


def test_a_changed_sentence_is_taken_over(files: Files) -> None:
    edited = changed(files, "squat.toml", "Push the floor away", "Stand the floor down")
    assert load_guides(files=edited) == Loaded(changed=1, unchanged=8)
    assert Exercise.objects.get(slug="squat").cues.get(position=3).text == "Stand the floor down"


def test_a_step_that_is_removed_goes(files: Files) -> None:
    step = '    "Take a breath and brace, as if someone were about to poke your belly.",\n'
    before = Step.objects.filter(exercise__slug="squat").count()
    assert load_guides(files=changed(files, "squat.toml", step, "")).changed == 1
    left = Step.objects.filter(exercise__slug="squat")
    assert left.count() == before - 1
    assert [line.position for line in left] == list(range(1, before))


def test_rungs_may_change_places_and_keep_their_rows(files: Files) -> None:
    before = dict(Variation.objects.filter(exercise__slug="plank").values_list("slug", "pk"))
    text = files["plank.toml"].decode()
    head, *rungs = text.split("[[variations]]")
    last, cautions = rungs[-1].split("[[cautions]]", 1)
    swapped = [rungs[1], rungs[0], *rungs[2:-1], f"{last}[[cautions]]{cautions}"]
    load_guides(files={**files, "plank.toml": "[[variations]]".join([head, *swapped]).encode()})
    plank = Variation.objects.filter(exercise__slug="plank")
    assert [rung.slug for rung in plank][:2] == ["forearm-plank", "knee-plank"]
    assert dict(plank.values_list("slug", "pk")) == before


def test_evidence_may_change_places(files: Files) -> None:
    text = files["evidence.toml"].decode()
    head, first, second, *rest = text.split("[[evidence]]")
    moved = "[[evidence]]".join([head, second, first, *rest])
    assert load_guides(files={**files, "evidence.toml": moved.encode()}) == Loaded(changed=1, unchanged=8)


def test_an_edit_in_the_admin_survives_while_the_file_stays_as_it_is(files: Files) -> None:
    Exercise.objects.filter(slug="squat").update(essence="Edited.")
    load_guides(files=changed(files, "plank.toml", "Zip up tight jeans", "Zip up"))
    assert Exercise.objects.get(slug="squat").essence == "Edited."


def test_a_movement_made_in_the_admin_is_left_alone_and_one_whose_file_is_gone_goes(files: Files) -> None:
    own = Exercise.objects.get(slug="squat")
    own.pk, own.slug = None, "pull-up"
    own.save()
    del files["plank.toml"]
    assert load_guides(files=files) == Loaded(unchanged=8, removed=1)
    assert Exercise.objects.filter(slug="pull-up").exists()
    assert not Exercise.objects.filter(slug="plank").exists()


@pytest.mark.parametrize(
    ("name", "old", "new", "sentence"),
    [
        ("squat.toml", 'name = "Squat"\n', "", "squat.toml: name: is missing, a text is expected."),
        ("squat.toml", 'name = "Squat"', "name = 3", "squat.toml: name: a text is expected, not 3."),
        ("squat.toml", 'tempo = "', 'tmepo = "', "squat.toml: tempo: is missing, a text is expected."),
        ("squat.toml", "position = 1", "position = true", "position: a whole number is expected, not True."),
        ("squat.toml", "position = 1", "position = 1\nlevel = 2", "squat.toml: level: is not a key"),
        ("squat.toml", "reps = [10, 15]", "reps = [15, 10]", "squat.toml: dose, reps: a range such as [8, 12]"),
        ("squat.toml", "reps = [10, 15]", "", "squat.toml: dose, reps: either reps or seconds are expected."),
        ("squat.toml", '"dumbbells"', '"kettlebell"', "(goblet-squat), equipment: “kettlebell” is not in vocabulary"),
        ("squat.toml", '["quadriceps",', '["quadricep",', "muscles, primary: “quadricep” is not in vocabulary.toml."),
        ("squat.toml", '["E1",', '["E99",', "squat.toml: evidence: “E99” is not in evidence.toml."),
        ("squat.toml", "default = true", "", "variations: exactly one of them must have default = true."),
        (
            "squat.toml",
            '"goblet-squat"',
            '"box-squat"',
            "variations 3 (box-squat), slug: “box-squat” stands there twice",
        ),
        ("squat.toml", "[dose]", "[dose", "squat.toml: this is not TOML:"),
        ("plank.toml", 'name = "Plank"', f'name = "{"x" * 61}"', "plank.toml, name: Ensure this value has at most 60"),
        ("evidence.toml", 'grade = "A-"', 'grade = "Z"', "evidence.toml: E1, grade: Value 'Z' is not a valid choice."),
    ],
    ids=[
        "a missing text",
        "a number for a text",
        "a misspelt key",
        "true for a number",
        "an unknown key",
        "a range the wrong way round",
        "no dose",
        "unknown equipment",
        "an unknown muscle",
        "unknown evidence",
        "no default variation",
        "a slug twice",
        "broken TOML",
        "a name that is too long",
        "an unknown grade",
    ],
)
def test_a_wrong_file_is_told_in_one_sentence_and_changes_nothing(
    files: Files, name: str, old: str, new: str, sentence: str
) -> None:
    before = list(GuideFile.objects.values_list())
    with pytest.raises(GuideError) as error:
        load_guides(files=changed(files, name, old, new))
    assert sentence in str(error.value)
    assert "\n" not in str(error.value).removesuffix("\n")
    assert list(GuideFile.objects.values_list()) == before


def test_numbers_without_a_source_that_was_read_are_refused(files: Files) -> None:
    with pytest.raises(GuideError, match=r"E29.*numbers: must stay out where no source was read"):
        load_guides(files=changed(files, "evidence.toml", 'number = "E29"', 'number = "E29"\nnumbers = "4 and 7"'))


def test_the_command_says_what_it_did(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("load_guides")
    assert capsys.readouterr().out == "Guides: 0 created, 0 changed, 9 unchanged.\n"


def test_the_command_turns_a_wrong_file_into_its_sentence(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"There are no \.toml files"):
        call_command("load_guides", folder=tmp_path)
    (tmp_path / "squat.toml").write_text("")
    with pytest.raises(CommandError, match=r"vocabulary\.toml: the file is missing"):
        call_command("load_guides", folder=tmp_path)


def test_only_the_guide_that_reads_otherwise_is_newly_changed(files: Files) -> None:
    before = dict(Exercise.objects.values_list("slug", "changed_at"))
    load_guides(files=files, force=True)
    assert dict(Exercise.objects.values_list("slug", "changed_at")) == before
    load_guides(files=changed(files, "squat.toml", "Push the floor away", "Stand the floor down"))
    after = dict(Exercise.objects.values_list("slug", "changed_at"))
    assert {slug for slug in before if after[slug] > before[slug]} == {"squat"}
