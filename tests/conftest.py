"""What every test stands on: cheap passwords, real files where they lie, a skipped browser explained."""

import os
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client
from hypothesis import settings
from pytest_django.plugin import DjangoDbBlocker

from tests.factories import RunnerFactory
from training.models import Runner

# Laws are tried on a few examples each; HYPOTHESIS_PROFILE=thorough takes a thousand.
settings.register_profile("quick", max_examples=20, deadline=None)
settings.register_profile("thorough", max_examples=1000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))

SHARED_DATA = Path(__file__).resolve().parents[2] / "shared" / "data"


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real run files and published weeks; skips where this checkout has none beside it."""
    if not SHARED_DATA.is_dir():
        pytest.skip(f"the real sample files are not here: {SHARED_DATA} does not exist")
    return SHARED_DATA


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """Every test finds the guides in the database, loaded once."""
    with django_db_blocker.unblock():
        call_command("load_guides", verbosity=0)


@pytest.fixture
def runner(db: None) -> Runner:
    return RunnerFactory.create()


@pytest.fixture
def client_of_runner(client: Client, runner: Runner) -> Client:
    """A browser in which `runner` is logged in."""
    client.force_login(runner)
    return client


@pytest.fixture(autouse=True)
def guides_after_a_flush(request: pytest.FixtureRequest) -> None:
    """A test on real transactions empties the database behind it: the next one of its kind gets the guides again."""
    marker = request.node.get_closest_marker("django_db")
    if "transactional_db" in request.fixturenames or (marker and marker.kwargs.get("transaction")):
        request.getfixturevalue("transactional_db")
        call_command("load_guides", verbosity=0)
