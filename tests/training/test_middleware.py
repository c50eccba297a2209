import pytest
from django.test import Client

from training.middleware import known_zone


@pytest.mark.parametrize("name", ["", "Mars/Olympus", "../../etc/passwd", "/etc/passwd", "Europe", "\x00", "ü" * 300])
def test_a_zone_that_is_none_is_no_zone(name: str) -> None:
    assert known_zone(name) is None


def test_a_zone_by_its_name() -> None:
    assert str(known_zone("Europe/Berlin")) == "Europe/Berlin"


@pytest.mark.django_db
def test_a_cookie_may_say_anything(client: Client) -> None:
    client.cookies["time-zone"] = "Mars/Olympus"
    assert client.get("/which-days/").status_code == 200
