import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.staticfiles.finders import find
from django.test import Client
from django.urls import resolve
from pytest_django import DjangoAssertNumQueries

from config.pwa import WORKER_SCRIPTS, shell, version
from exercises.models import Exercise
from tests.training.views.sessions.taps import start
from training.models import Runner

HTMX = {"HX-Request": "true"}


def found(address: str) -> Path:
    """The file behind a static address, which tests serve without hashes."""
    path = find(address.removeprefix(settings.STATIC_URL))
    assert path, f"{address} is no static file"
    return Path(path)


def linked_files(html: str) -> set[str]:
    return set(re.findall(rf'<(?:link|script)[^>]* (?:href|src)="({settings.STATIC_URL}[^"]+)"', html))


@pytest.fixture
def manifest(client: Client, db: None) -> dict[str, Any]:
    response = client.get("/manifest.webmanifest")
    assert response["Content-Type"] == "application/manifest+json"
    return dict(json.loads(response.content))


def served_site(client: Client) -> dict[str, Any]:
    """What /sw.js says there is to keep."""
    script = client.get("/sw.js").content.decode()
    said = re.match(r"self\.SITE = (\{.*?\n\});\n", script, re.DOTALL)
    assert said
    return dict(json.loads(said[1]))


def png_size(path: Path) -> str:
    header = path.read_bytes()[:24]
    assert header.startswith(b"\x89PNG")
    return "x".join(str(int.from_bytes(header[at : at + 4])) for at in (16, 20))


def test_the_manifest_opens_the_week_as_an_app(manifest: dict[str, Any]) -> None:
    assert (manifest["id"], manifest["scope"], manifest["start_url"]) == ("/", "/", "/week/")
    assert (manifest["display"], manifest["lang"]) == ("standalone", "en")
    assert manifest["name"] == "Sets & Strides"
    assert len(manifest["short_name"]) <= 12, "longer ones are cut off on a home screen"


@pytest.mark.django_db
def test_the_app_speaks_the_language_of_its_runner(client_of_runner: Client, runner: Runner) -> None:
    runner.language = "de"
    runner.save()
    manifest = json.loads(client_of_runner.get("/manifest.webmanifest").content)
    assert (manifest["lang"], manifest["shortcuts"][1]["name"]) == ("de", "Diese Woche")
    # Without it browsers ask for the manifest as nobody.
    assert (
        'rel="manifest" href="/manifest.webmanifest" crossorigin="use-credentials"'
        in client_of_runner.get("/week/").text
    )
    assert served_site(client_of_runner)["language"] == "de"


@pytest.mark.django_db
def test_the_page_for_no_connection_comes_in_the_language_that_the_worker_asks_for(client: Client) -> None:
    text = client.get("/offline/", headers={"Accept-Language": "de"}).text
    assert "Gerade keine Verbindung" in text
    assert "language-switch" not in text, "choosing needs a connection"


def test_the_manifests_colours_are_those_of_the_pages(client: Client, manifest: dict[str, Any]) -> None:
    stylesheet = found("/static/css/site.css").read_text()
    assert f"--paper: {manifest['background_color'].lower()};" in stylesheet
    assert f'<meta name="theme-color" content="{manifest["theme_color"]}"' in client.get("/offline/").content.decode()


def test_the_manifests_shortcuts_lead_to_pages(manifest: dict[str, Any]) -> None:
    names = {shortcut["name"]: resolve(shortcut["url"]).view_name for shortcut in manifest["shortcuts"]}
    assert names == {"Start today's session": "training:session-new", "This week": "training:week"}


def test_the_manifests_icons_are_as_large_as_it_says(manifest: dict[str, Any]) -> None:
    icons = manifest["icons"]
    assert {icon["purpose"] for icon in icons} == {"any", "maskable", "monochrome"}
    for icon in [*icons, *(icon for shortcut in manifest["shortcuts"] for icon in shortcut["icons"])]:
        path = found(icon["src"])
        if icon["type"] == "image/png":
            assert png_size(path) == icon["sizes"]
        assert path.stat().st_size < 30_000


@pytest.mark.django_db
def test_every_page_names_the_manifest_and_an_icon_for_ios(client: Client) -> None:
    html = client.get("/exercises/").content.decode()
    assert '<link rel="manifest" href="/manifest.webmanifest" crossorigin="use-credentials">' in html
    touch = re.search(r'<link rel="apple-touch-icon" href="([^"]+)">', html)
    assert touch
    assert png_size(found(touch[1])) == "180x180"


@pytest.mark.django_db
def test_the_worker_is_a_script_that_is_asked_for_anew_each_time(client: Client) -> None:
    response = client.get("/sw.js")
    assert response["Content-Type"] == "text/javascript; charset=utf-8"
    assert response["Cache-Control"] == "no-cache"


@pytest.mark.django_db
def test_the_worker_keeps_only_files_that_exist_and_loads_only_our_own(client: Client) -> None:
    site = served_site(client)
    assert len(site["files"]) == len(set(site["files"])) == len(shell())
    for address in site["files"]:
        found(address)
    scripts = json.loads(client.get("/sw.js").content.decode().partition("importScripts(...")[2].rpartition(");")[0])
    assert [found(address) for address in scripts] == [found(f"/static/{name}") for name in WORKER_SCRIPTS]
    for name in WORKER_SCRIPTS:
        assert not re.search(r"https?://|sourceMappingURL", found(f"/static/{name}").read_text())


@pytest.mark.django_db
def test_the_worker_keeps_whatever_the_pages_link_to(client_of_runner: Client, runner: Runner) -> None:
    kept = set(served_site(client_of_runner)["files"])
    session = start(runner).get_absolute_url()
    for address in ["/week/", session, "/exercises/", "/exercises/squat/", "/why/", "/offline/"]:
        files = linked_files(client_of_runner.get(address).content.decode())
        assert len(files) > 5
        assert files - kept - {"/static/icons/app-180.png"} == set(), address


@pytest.mark.django_db
def test_the_worker_knows_every_guide(client: Client) -> None:
    slugs = list(Exercise.objects.values_list("slug", flat=True))
    assert len(slugs) == 7
    assert served_site(client)["guides"] == ["/exercises/", "/why/", *(f"/exercises/{slug}/" for slug in slugs)]


@pytest.mark.django_db
def test_the_worker_costs_one_query(client: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(1):
        client.get("/sw.js")


def test_a_changed_file_makes_another_version(tmp_path: Path, settings: Any) -> None:
    for folder in ("static", "templates", "locale", "exercises/guides", "exercises/figures/__pycache__"):
        (tmp_path / folder).mkdir(parents=True)
    settings.BASE_DIR = tmp_path
    versions = []
    for name, text in [
        ("static/site.css", "a"),
        ("static/site.css", "b"),
        ("templates/week.html", "a"),
        ("locale/django.mo", "a"),
        ("exercises/guides/squat.toml", "a"),
        ("exercises/figures/body.py", "a"),
    ]:
        (tmp_path / name).write_text(text)
        versions.append(version.__wrapped__())
    assert len(set(versions)) == len(versions)
    (tmp_path / "exercises/figures/__pycache__/body.pyc").write_bytes(b"as the machine likes it")
    assert version.__wrapped__() == versions[-1]


@pytest.mark.django_db
def test_the_offline_page_says_what_works_and_is_of_nobody(client: Client) -> None:
    html = client.get("/offline/").content.decode()
    assert '<html lang="en" data-runner="">' in html
    assert "No connection right now" in html
    assert '<a class="button button-big" href="">Try again</a>' in html
    assert 'id="kept-note"' not in html


@pytest.mark.django_db
def test_pages_say_who_is_logged_in(client_of_runner: Client, runner: Runner) -> None:
    html = client_of_runner.get("/week/").content.decode()
    assert f'data-runner="{runner.pk}"' in html
    client_of_runner.logout()
    assert 'data-runner=""' in client_of_runner.get("/exercises/").content.decode()


@pytest.mark.django_db
def test_installing_is_offered_in_the_settings_alone(client_of_runner: Client) -> None:
    assert "<install-app hidden>" in client_of_runner.get("/settings/").content.decode()
    for address in ("/week/", "/exercises/", "/offline/"):
        assert "install-app" not in client_of_runner.get(address).content.decode()
