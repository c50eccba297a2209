import pytest
from django.conf import settings
from django.test import Client

from config.settings import database, mailer


def test_postgresql_by_address() -> None:
    entry = database("postgresql://club:p%40ss@db.example.org:6432/strides")
    assert entry["ENGINE"] == "django.db.backends.postgresql"
    assert (entry["NAME"], entry["USER"], entry["PASSWORD"]) == ("strides", "club", "p@ss")
    assert (entry["HOST"], entry["PORT"]) == ("db.example.org", 6432)


@pytest.mark.parametrize(
    ("url", "name"),
    [("sqlite:////srv/strides/db.sqlite3", "/srv/strides/db.sqlite3"), ("sqlite:///here.db", "here.db")],
)
def test_sqlite_by_path(url: str, name: str) -> None:
    entry = database(url)
    assert entry["NAME"] == name
    assert entry["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "synchronous=FULL" in entry["OPTIONS"]["init_command"]


def test_another_database_is_refused_in_words() -> None:
    with pytest.raises(ValueError, match="postgresql:// or sqlite"):
        database("mysql://localhost/strides")


def test_mails_are_printed_until_a_server_is_named() -> None:
    assert "console" in mailer("")["BACKEND"]
    options = mailer("smtp://club:secret@mail.example.org")["OPTIONS"]
    assert (options["host"], options["port"], options["use_tls"], options["use_ssl"]) == (
        "mail.example.org",
        587,
        True,
        False,
    )
    assert mailer("smtps://mail.example.org")["OPTIONS"]["port"] == 465


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address", ["/", "/exercises/", "/exercises/squat/", "/why/", "/accounts/signup/", "/api/v1/docs"]
)
def test_a_page_forbids_inline_scripts_foreign_hosts_and_frames(client: Client, address: str) -> None:
    response = client.get(address)
    policy = response["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert response["X-Frame-Options"] == "DENY"
    assert response["X-Content-Type-Options"] == "nosniff"
    page = response.content.decode()
    assert ' style="' not in page
    assert " onclick=" not in page


def test_https_turns_on_secure_cookies() -> None:
    assert settings.SITE_URL.startswith("http://")
    assert not settings.SESSION_COOKIE_SECURE
