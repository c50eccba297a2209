"""The guides' files in the database, beside what editors make of them."""

from typing import Any

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from exercises.actions import Loaded, differences, load_guides
from exercises.guide_rows import evidence_document, movement_document, vocabulary_document
from exercises.guide_text import EVIDENCE, VOCABULARY, read_guides
from exercises.models import Equipment, Evidence, Exercise, GuideFile, Muscle, Step, Variation
from exercises.toml_table import GuideError
from tests.exercises.files import Files, changed, guide_files
from tests.factories import LoggedSetFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def files() -> Files:
    return guide_files()


def database() -> dict[str, Any]:
    """What the database says, as the files would."""
    movements = Exercise.objects.for_guides()
    return {
        VOCABULARY: vocabulary_document(),
        EVIDENCE: evidence_document(),
        **{f"{movement.slug}.toml": movement_document(movement) for movement in movements},
    }


def squat() -> Exercise:
    return Exercise.objects.for_guides().get(slug="squat")


def test_the_database_says_what_the_files_say(files: Files) -> None:
    assert database() == read_guides(files)


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
    for model in (Exercise, Muscle, Equipment, Evidence, GuideFile):
        model._default_manager.all().delete()
    assert load_guides(files=files) == Loaded(created=9)
    assert database() == read_guides(files)


def test_a_changed_sentence_is_taken_over(files: Files) -> None:
    edited = changed(files, "squat.toml", "Push the floor away", "Stand the floor down")
    assert load_guides(files=edited) == Loaded(changed=1, unchanged=8)
    assert squat().cues.get(position=3).text == "Stand the floor down"


def test_a_changed_translation_is_taken_over(files: Files) -> None:
    files["de/squat.toml"] = b'name = "Hocke"'
    assert load_guides(files=files).changed == 1
    assert squat().name_de == "Hocke"  # type: ignore[attr-defined]


def test_a_step_that_is_removed_goes(files: Files) -> None:
    files = {name: content for name, content in files.items() if name != "de/squat.toml"}
    step = '    "Take a breath and brace, as if someone were about to poke your belly.",\n'
    before = squat().steps.count()
    assert load_guides(files=changed(files, "squat.toml", step, "")).changed == 1
    assert [line.position for line in squat().steps.all()] == list(range(1, before))


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
    assert Evidence.objects.first() == Evidence.objects.get(number="E2")


def test_a_wrong_file_changes_nothing(files: Files) -> None:
    before = list(GuideFile.objects.values_list())
    wrong = changed(files, "squat.toml", "Push the floor away", "Stand the floor down")
    with pytest.raises(GuideError, match=r"lunge\.toml:1: name: is missing"):
        load_guides(files=changed(wrong, "lunge.toml", 'name = "Lunge"\n', ""))
    assert list(GuideFile.objects.values_list()) == before
    assert squat().cues.get(position=3).text == "Push the floor away"


def test_only_the_guide_that_reads_otherwise_is_newly_changed(files: Files) -> None:
    before = dict(Exercise.objects.values_list("slug", "changed_at"))
    load_guides(files=files, force=True)
    assert dict(Exercise.objects.values_list("slug", "changed_at")) == before
    load_guides(files=changed(files, "squat.toml", "Push the floor away", "Stand the floor down"))
    after = dict(Exercise.objects.values_list("slug", "changed_at"))
    assert {slug for slug in before if after[slug] > before[slug]} == {"squat"}


def test_an_edit_stays_and_is_told_where_the_file_changed_it_too(files: Files) -> None:
    Exercise.objects.filter(slug="squat").update(essence_en="Edited.", why_de="Bearbeitet.")
    files = changed(files, "squat.toml", 'essence = "Sit down', 'essence = "Sink down')
    files = changed(files, "squat.toml", "Push the floor away", "Stand the floor down")
    loaded = load_guides(files=files)
    assert loaded.told == ("squat.toml, essence: edited in the admin, kept; load_guides --force takes the file's.",)
    assert squat().essence == "Edited."
    assert squat().cues.get(position=3).text == "Stand the floor down"
    assert load_guides(files=files) == Loaded(unchanged=9)


def test_a_database_that_does_not_know_what_was_loaded_keeps_its_texts_and_gets_the_german_ones(files: Files) -> None:
    """As on the first start after an upgrade from a release with English texts alone."""
    GuideFile.objects.update(digest="", loaded={})
    Exercise.objects.filter(slug="squat").update(essence_en="Edited.", essence_de="")
    Step.objects.update(text_de="")
    Evidence.objects.update(numbers_de="", claim_de="")
    loaded = load_guides(files=files)
    assert loaded.told == ("squat.toml, essence: edited in the admin, kept; load_guides --force takes the file's.",)
    expected = read_guides(files)
    expected["squat.toml"]["essence_en"] = "Edited."
    assert database() == expected


def test_force_takes_the_files_and_tells_what_it_took_away(files: Files) -> None:
    Exercise.objects.filter(slug="squat").update(essence_en="Edited.")
    squat().steps.filter(position=2).update(text_de="Bearbeitet.")
    squat().variations.create(slug="own", position=99, name_en="Own")
    Muscle.objects.filter(slug="calves").update(aliases_en="edited")
    loaded = load_guides(files=files, force=True)
    assert loaded.told == tuple(
        f"{place}: edited in the admin, now as the file has it."
        for place in (
            "vocabulary.toml, muscles, calves, aliases",
            "squat.toml, essence",
            "de/squat.toml, steps 2, text",
            "squat.toml, variations, own",
        )
    )
    assert database() == read_guides(files)


def test_what_the_admin_shows_as_edited(files: Files) -> None:
    assert differences(squat()) == []
    Exercise.objects.filter(slug="squat").update(essence_en="Edited.")
    squat().steps.first().delete()  # type: ignore[union-attr]
    assert differences(squat()) == ["squat.toml, essence", "squat.toml, steps"]
    GuideFile.objects.all().delete()
    assert differences(squat()) == []


def test_a_movement_made_in_the_admin_is_left_alone_and_one_whose_file_is_gone_goes(files: Files) -> None:
    own = squat()
    own.pk, own.slug = None, "pull-up"
    own.save()
    files = {name: content for name, content in files.items() if "plank" not in name}
    assert load_guides(files=files) == Loaded(unchanged=8, removed=1)
    assert Exercise.objects.filter(slug="pull-up").exists()
    assert not Exercise.objects.filter(slug="plank").exists()


def test_a_movement_whose_file_is_gone_stays_where_an_editor_changed_it(files: Files) -> None:
    Exercise.objects.filter(slug="plank").update(essence_en="Edited.")
    loaded = load_guides(files={name: content for name, content in files.items() if "plank" not in name})
    assert loaded.told == ("plank.toml: edited in the admin, kept; load_guides --force takes the file's.",)
    assert Exercise.objects.filter(slug="plank").exists()


def test_what_a_runner_has_logged_stays(files: Files) -> None:
    LoggedSetFactory.create(variation=Variation.objects.get(slug="box-squat"))
    rung = files["squat.toml"].decode().split("[[variations]]")[1]
    without = {name: content for name, content in files.items() if name != "de/squat.toml"}
    loaded = load_guides(files=changed(without, "squat.toml", f"[[variations]]{rung}", ""))
    assert loaded.told == ("squat.toml, Box or chair squat: gone from the file, kept because logged sets refer to it.",)
    assert Variation.objects.filter(slug="box-squat").exists()


def test_a_word_stays_while_a_guide_of_an_editor_has_it(files: Files) -> None:
    sandbag = '[[equipment]]\nslug = "sandbag"\nname = "Sandbag"\n\n[[equipment]]\nslug = "barbell"'
    load_guides(files=changed(files, "vocabulary.toml", '[[equipment]]\nslug = "barbell"', sandbag))
    own = squat()
    own.pk, own.slug = None, "carry"
    own.save()
    own.variations.create(slug="far", position=1, name_en="Far").equipment.add(Equipment.objects.get(slug="sandbag"))
    loaded = load_guides(files=files)
    assert loaded.told == ("vocabulary.toml, Sandbag: gone from the file, kept because guides refer to it.",)
    own.delete()
    load_guides(files=files, force=True)
    assert database() == read_guides(files)


def test_a_ladder_whose_default_is_deleted_in_the_admin_stays_without(files: Files) -> None:
    squat().variations.filter(is_default=True).delete()
    load_guides(files=changed(files, "squat.toml", "Push the floor away", "Stand the floor down"))
    assert not squat().variations.filter(is_default=True).exists()


def test_the_default_and_a_range_are_taken_over(files: Files) -> None:
    text = files["squat.toml"].decode().replace("default = true\n", "", 1)
    text = text.replace('slug = "box-squat"', 'slug = "box-squat"\ndefault = true\nreps = [5, 8]', 1)
    load_guides(files={**files, "squat.toml": text.encode()})
    default = squat().variations.get(is_default=True)
    assert (default.slug, default.reps_low, default.reps_high) == ("box-squat", 5, 8)


def test_a_muscle_that_an_editor_deleted_is_left_out_where_a_file_names_it(files: Files) -> None:
    Muscle.objects.get(slug="calves").delete()
    load_guides(files=changed(files, "squat.toml", 'secondary = ["hamstrings"', 'secondary = ["calves", "hamstrings"'))
    muscles = {link.muscle.slug for link in squat().muscle_links.all()}
    assert "hamstrings" in muscles
    assert "calves" not in muscles


def test_numbers_never_stand_without_a_source_whoever_edits(files: Files) -> None:
    Evidence.objects.filter(number="E2").update(numbers_en="An editor's 7.")
    lines = files["evidence.toml"].decode().split("[[evidence]]")
    lines[2] = lines[2].replace("source =", "also_cited =").replace("numbers =", "# numbers =")
    without = {name: content for name, content in files.items() if name != "de/evidence.toml"}
    load_guides(files={**without, "evidence.toml": "[[evidence]]".join(lines).encode()})
    kept = Evidence.objects.get(number="E2")
    assert (kept.numbers, kept.checked) == ("An editor's 7.", True)


# Laws: whatever editors do and the next release brings.

EDITS = {
    "a text": lambda: Exercise.objects.filter(slug="squat").update(essence_en="Edited."),
    "a German text": lambda: Exercise.objects.filter(slug="squat").update(essence_de="Bearbeitet."),
    "a dose": lambda: Exercise.objects.filter(slug="squat").update(reps_low=6, reps_high=8),
    "a line": lambda: Step.objects.filter(exercise__slug="squat", position=1).update(text_en="Edited."),
    "a line less": lambda: Step.objects.filter(exercise__slug="squat", position=6).delete(),
    "a rung": lambda: Variation.objects.filter(slug="box-squat").update(name_en="Edited"),
    "a rung less": lambda: Variation.objects.filter(slug="goblet-squat").delete(),
    "a rung more": lambda: squat().variations.create(slug="own", position=99, name_en="Own"),
    "another order": lambda: Variation.objects.filter(slug="box-squat").update(position=77),
    "equipment": lambda: Variation.objects.get(slug="box-squat").equipment.clear(),
    "muscles": lambda: squat().muscle_links.filter(role="secondary").delete(),
    "a word": lambda: Muscle.objects.filter(slug="calves").update(name_en="Edited"),
    "evidence": lambda: Evidence.objects.filter(number="E2").update(claim_en="Edited."),
}
NEW_RUNG = '[[variations]]\nslug = "new"\nname = "New"\ndescription = "-"\nmove_up = "-"\nmove_down = "-"\n\n'
RELEASES = [
    ("squat.toml", 'essence = "Sit down', 'essence = "Sink down'),
    ("squat.toml", "reps = [10, 15]", "reps = [8, 12]"),
    ("squat.toml", "Stand tall with your feet shoulder-width", "Stand with your feet shoulder-width"),
    ("squat.toml", 'name = "Box or chair squat"', 'name = "Box squat"'),
    ("squat.toml", 'equipment = ["chair"]', 'equipment = ["chair", "bench"]'),
    ("squat.toml", '[[variations]]\nslug = "goblet-squat"', f'{NEW_RUNG}[[variations]]\nslug = "goblet-squat"'),
    ("vocabulary.toml", 'name = "Calves and soleus"', 'name = "Calves"'),
    ("evidence.toml", "It works for very well trained", "It works for highly trained"),
]


def released(files: Files, changes: list[tuple[str, str, str]]) -> Files:
    for name, old, new in changes:
        files = changed(files, name, old, new)
    return files


@settings(max_examples=5)  # each loads all guides half a dozen times
@given(
    edits=st.lists(st.sampled_from(sorted(EDITS)), unique=True),
    releases=st.lists(st.lists(st.sampled_from(RELEASES), unique=True, max_size=4), min_size=1, max_size=2),
)
def test_laws_of_loading(edits: list[str], releases: list[list[tuple[str, str, str]]]) -> None:
    """An edit survives any number of loads; loading twice changes nothing; force makes the database equal the files."""
    with transaction.atomic():
        for edit in edits:
            EDITS[edit]()
        once = database()
        for changes in releases:
            files = released(guide_files(), changes)
            loaded = load_guides(files=files)
            after = database()
            for sentence in loaded.told:
                assert "edited in the admin, kept" in sentence
            assert load_guides(files=files) == Loaded(unchanged=9)
            assert database() == after
            load_guides(files=guide_files())
        assert database() == once, "the old files come back, and every edit still stands"
        loaded = load_guides(files=guide_files(), force=True)
        assert database() == read_guides(guide_files())
        assert bool(loaded.told) == bool(edits)
        transaction.set_rollback(True)
