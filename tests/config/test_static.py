import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.contrib.staticfiles.apps import StaticFilesConfig
from django.contrib.staticfiles.finders import get_finders
from django.test import Client

from config.static import HashedStaticFiles
from tests.factories import RunnerFactory

LINK = re.compile(r'(?:src|href)="/static/([^"]+)"')


@pytest.fixture(scope="module")
def collected() -> set[str]:
    app = apps.get_app_config("staticfiles")
    assert isinstance(app, StaticFilesConfig)
    return {path for finder in get_finders() for path, _storage in finder.list(app.ignore_patterns)}


@pytest.mark.parametrize(
    "address",
    [
        "/settings/",
        "/accounts/login/",
        "/accounts/2fa/webauthn/add/",
        "/admin/",
        "/admin/exercises/exercise/add/",
        "/admin/training/runner/",
    ],
)
def test_whatever_a_page_links_to_is_collected(client: Client, collected: set[str], db: None, address: str) -> None:
    if not address.startswith("/accounts/login"):
        client.force_login(RunnerFactory.create(is_staff=True, is_superuser=True))
    linked = LINK.findall(client.get(address, follow=True).text)
    assert len(linked) > 3
    assert set(linked) - collected == set()


def test_what_only_developers_read_is_left_out(collected: set[str]) -> None:
    assert "admin/js/vendor/jquery/jquery.min.js" in collected
    assert "admin/js/vendor/jquery/jquery.js" not in collected
    assert {name for name in collected if name.startswith("django_htmx/")} == {
        "django_htmx/django-htmx.js",
        "django_htmx/htmx-2.min.js",
    }


def test_a_hashed_address_is_made_once(tmp_path: Path) -> None:
    manifest = {"version": "1.1", "paths": {"css/site.css": "css/site.0123.css"}, "hash": ""}
    (tmp_path / "staticfiles.json").write_text(json.dumps(manifest))
    storage = HashedStaticFiles(location=tmp_path, base_url="/static/")
    assert storage.url("css/site.css") == "/static/css/site.0123.css"
    storage.hashed_files.clear()
    assert storage.url("css/site.css") == "/static/css/site.0123.css"
    with pytest.raises(ValueError, match="Missing staticfiles manifest entry"):
        storage.url("css/night.css")


def test_developers_are_given_what_is_there(tmp_path: Path, settings: Any) -> None:
    settings.DEBUG = True
    storage = HashedStaticFiles(location=tmp_path, base_url="/static/")
    assert storage.url("css/site.css") == "/static/css/site.css"
