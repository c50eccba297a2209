"""No table is forgotten: whoever adds one whose rows are a runner's decides here whether a page shows it."""

from django.apps import apps
from django.db.models import ForeignKey, Model

from exercises.models import GuidesRevision
from training.models import Runner
from training.triggers.watched import WATCHED, Tables

# Not watched, and why not.
UNWATCHED = {
    "Import": "on its way from files to runs and sessions, which are watched: no kept page shows it",
    "ImportItem": "what an import found: shown on its own page, which is not kept",
    "ImportUpload": "what was uploaded: shown on the page of its import, which is not kept",
    "MovementTitle": "what a title in another app means: shown on a page of the import, which is not kept",
    "PublishedEntry": "what calendars were told last: no page shows it, and every reading of a calendar may write it",
    "RunnerRevision": "the number itself",
    "Runner_groups": "rights in the admin, whose pages are not kept",
    "Runner_user_permissions": "rights in the admin, whose pages are not kept",
    "SentReminder": "that a mail went out: no page shows it",
}


def ways_to_the_runner(model: type[Model], seen: tuple[type[Model], ...] = ()) -> list[str]:
    """Every way by foreign keys, the shortest first: runner, session__runner."""
    found = []
    for field in model._meta.fields:
        if not isinstance(field, ForeignKey) or field.related_model in seen:
            continue
        if field.related_model is Runner:
            found.append(field.name)
        else:
            further = ways_to_the_runner(field.related_model, (*seen, model))
            found += [f"{field.name}__{way}" for way in further]
    return sorted(found, key=lambda way: way.count("__"))


def test_every_model_of_a_runner_is_watched_or_told_why_not() -> None:
    models = apps.get_app_config("training").get_models(include_auto_created=True)
    ways = {model.__name__: ways for model in models if model is not Runner and (ways := ways_to_the_runner(model))}
    assert set(ways) == {*WATCHED, *UNWATCHED}
    assert set(WATCHED) & set(UNWATCHED) == set()
    assert {label: ways[label][0] for label in WATCHED} == WATCHED


def test_every_table_of_the_guides_is_watched() -> None:
    tables = Tables.of(apps)
    assert set(tables.of_guides) == {
        model._meta.db_table
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label == "exercises" and model is not GuidesRevision
    }
    assert "exercises_variation_equipment" in tables.of_guides
