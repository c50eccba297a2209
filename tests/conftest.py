"""What every test stands on: cheap passwords, real files where they lie, a skipped browser explained."""

import gc
import os
from collections.abc import Generator
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.management import create_contenttypes
from django.contrib.contenttypes.models import ContentType
from django.core.cache import caches
from django.core.management import call_command
from django.db import transaction
from django.db.models import Model
from django.db.models.signals import post_migrate
from django.test import Client
from django.utils import translation
from hypothesis import settings
from pytest_django import Settings
from pytest_django.plugin import DjangoDbBlocker, blocking_manager_key

from exercises.models import Exercise, GuidesRevision
from training.models import Runner

# Laws are tried on a few examples each, others every time; HYPOTHESIS_PROFILE=steady, for a change that lands, takes
# twice as many and always the same, thorough a thousand.
settings.register_profile("quick", max_examples=10, deadline=None)
settings.register_profile("steady", max_examples=20, deadline=None, derandomize=True)
settings.register_profile("thorough", max_examples=1000, deadline=None)
PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "quick")
settings.load_profile(PROFILE)

SHARED_DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
# Tests without a database and without a wait.
SOON_DONE = [Path(__file__).parent / "training" / package for package in ("plan", "runfiles")]


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """None beside this process where all that was asked for is done before the first worker would have begun."""
    asked = [(config.invocation_params.dir / argument.partition("::")[0]).resolve() for argument in config.args]
    soon = all(any(path.is_relative_to(package) for package in SOON_DONE) for path in asked)
    return 0 if soon and PROFILE != "thorough" else None


def pytest_sessionstart() -> None:
    """Django, the plugins and the models live to the end: the garbage collector need not walk them again and again."""
    gc.freeze()


def pytest_collection_finish() -> None:
    """So do the tests themselves, thousands of them."""
    gc.freeze()


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real run files and published weeks; skips where this checkout has none beside it."""
    if not SHARED_DATA.is_dir():
        pytest.skip(f"the real sample files are not here: {SHARED_DATA} does not exist")
    return SHARED_DATA


FIRST_ROWS = pytest.StashKey[list[list[Model]]]()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker, pytestconfig: pytest.Config) -> None:
    """Every test finds the guides in the database, loaded once."""
    with django_db_blocker.unblock():
        call_command("load_guides", verbosity=0)
        guides = apps.get_app_config("exercises").get_models(include_auto_created=True)
        models: list[type[Model]] = [
            ContentType,
            Permission,
            *(model for model in guides if model is not GuidesRevision),
        ]
        pytestconfig.stash[FIRST_ROWS] = [list(model._base_manager.all()) for model in models]
    # From here on they come back from there: Django's own way takes as long as a test.
    post_migrate.disconnect(create_contenttypes)
    post_migrate.disconnect(dispatch_uid="django.contrib.auth.management.create_permissions")


def restore(rows: list[list[Model]]) -> None:
    """Where a test emptied the database, what was in it at first; quicker than to read the guides from their files."""
    if not Exercise.objects.exists():
        with transaction.atomic():
            for of_one_model in rows:
                type(of_one_model[0])._base_manager.bulk_create(of_one_model)


@pytest.fixture
def runner(db: None) -> Runner:
    from tests.factories import RunnerFactory  # with the library of made-up names behind it, for tests that have rows

    return RunnerFactory.create()


@pytest.fixture
def client_of_runner(client: Client, runner: Runner) -> Client:
    """A browser in which `runner` is logged in."""
    client.force_login(runner)
    return client


@pytest.fixture
def tasks_at_once(settings: Settings) -> None:
    """What is asked of a worker is done before the answer."""
    settings.TASKS = {"default": {"BACKEND": "django.tasks.backends.immediate.ImmediateBackend"}}


def empties_the_database(item: pytest.Item) -> bool:
    """Whether the test runs on real transactions, which are not rolled back: all tables are flushed behind it."""
    marker = item.get_closest_marker("django_db")
    fixtures = getattr(item, "fixturenames", ())
    return "transactional_db" in fixtures or bool(marker and marker.kwargs.get("transaction"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Generator[None]:
    """Whatever a test did, the next one finds the guides, the first language, not a request's, and no kept page."""
    try:
        yield
    finally:
        translation.deactivate()
        caches["pages"].clear()
        if nextitem and FIRST_ROWS in item.config.stash and empties_the_database(item):
            with item.config.stash[blocking_manager_key].unblock():
                restore(item.config.stash[FIRST_ROWS])
