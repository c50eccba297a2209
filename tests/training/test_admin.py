import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import RunFactory
from training.models import Runner

pytestmark = pytest.mark.django_db
PASSWORD = "four-easy-kilometres"


@pytest.fixture
def host(client: Client) -> Client:
    """A browser in which the person who hosts has logged in, at the admin's own door."""
    Runner.objects.create_superuser("host@example.org", PASSWORD)
    response = client.post(reverse("admin:login"), {"username": "host@example.org", "password": PASSWORD})
    assert response.status_code == 302
    return client


def test_a_host_logs_in_with_the_email_and_finds_runners(host: Client, runner: Runner) -> None:
    assert runner.email in host.get(reverse("admin:training_runner_changelist")).content.decode()


def test_a_host_adds_a_runner(host: Client) -> None:
    typed = {"email": "new@example.org", "usable_password": "true", "password1": PASSWORD, "password2": PASSWORD}
    assert host.post(reverse("admin:training_runner_add"), typed).status_code == 302
    assert Runner.objects.get(email="new@example.org").check_password(PASSWORD)


def test_what_a_runner_logs_is_not_in_the_admin(host: Client) -> None:
    run = RunFactory.create(metres=12345)
    page = host.get(reverse("admin:training_runner_change", args=[run.runner.pk])).content.decode()
    assert "12345" not in page
    assert host.get("/admin/training/run/").status_code == 404
