import pytest
from django.test import Client

from training.models import Runner


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["en", "de"])
def test_who_signs_up_keeps_the_browsers_time_zone_and_the_language_of_the_page(client: Client, language: str) -> None:
    client.cookies["time-zone"] = "Europe/Vienna"
    new = {"email": "lena@example.com", "password1": "four-easy-kilometres"}
    assert client.post("/accounts/signup/", new, headers={"Accept-Language": language}).status_code == 302
    runner = Runner.objects.get()
    assert (runner.language, runner.time_zone) == (language, "Europe/Vienna")
