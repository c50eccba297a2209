from unittest.mock import patch

import pytest
from django.db import OperationalError
from django.test import Client


@pytest.mark.django_db
def test_healthy_while_the_database_answers(client: Client) -> None:
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok\n")
    assert "no-cache" in response["Cache-Control"]


@pytest.mark.django_db
def test_a_dead_database_is_a_server_error(client: Client) -> None:
    client.raise_request_exception = False
    with patch("config.health.connection.cursor", side_effect=OperationalError):
        assert client.get("/healthz").status_code == 500
