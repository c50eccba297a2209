import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("headers", "whole"),
    [
        ({}, True),
        ({"HX-Request": "true"}, False),
        ({"HX-Request": "true", "HX-Boosted": "true"}, True),
        ({"HX-Request": "true", "HX-History-Restore-Request": "true"}, True),
    ],
    ids=["a page load", "htmx asks for a piece", "a boosted link", "a restored history entry"],
)
def test_whole_page_or_fragment(client: Client, headers: dict[str, str], whole: bool) -> None:
    response = client.get("/which-days/", headers=headers)
    assert (b"<html" in response.content) is whole
    assert "HX-Request" in response["Vary"]
