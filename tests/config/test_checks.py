import pytest
from django.test import override_settings

from config.checks import check_debug, check_site_url, is_local


@pytest.mark.parametrize(
    "host", ["localhost", "127.0.0.1", "192.168.1.20", "10.0.0.3", "strides.local", "server", "::1"]
)
def test_local_host(host: str) -> None:
    assert is_local(host)


@pytest.mark.parametrize("host", ["strides.example.org", "93.184.216.34"])
def test_public_host(host: str) -> None:
    assert not is_local(host)


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://strides.example.org", []),
        ("http://127.0.0.1:8000", []),
        ("http://strides.example.org", ["config.W001"]),
        ("strides.example.org", ["config.E001"]),
        ("https://example.org/strides", ["config.E001"]),
    ],
)
def test_site_url(url: str, found: list[str]) -> None:
    with override_settings(SITE_URL=url):
        assert [message.id for message in check_site_url(None)] == found


@pytest.mark.parametrize(
    ("debug", "url", "found"),
    [
        (True, "https://strides.example.org", ["config.E002"]),
        (True, "http://localhost:8000", []),
        (False, "https://a.org", []),
    ],
)
def test_debug_in_public(debug: bool, url: str, found: list[str]) -> None:
    with override_settings(DEBUG=debug, SITE_URL=url):
        assert [message.id for message in check_debug(None)] == found
