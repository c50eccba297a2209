"""The whole site in German: a walk through the pages of a runner with a year behind leaves no English word."""

import re
from collections.abc import Iterator
from datetime import timedelta
from io import StringIO
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db.models import CharField, TextField
from django.test import Client
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone
from lxml import html

from tests.training.views.sessions.taps import start
from training.models import CalendarFeed, Condition, Race, Run, Runner, Session, WeeklyRun

GERMAN = {"Accept-Language": "de-DE,de;q=0.9,en;q=0.5"}

# Words that German does not have.
ENGLISH = re.compile(
    r"\b(the|and|of|with|your|you|is|are|this|that|from|it|or|to|for|by|as|at|on|after|before|not|no|none|yes|"
    r"weeks?|days?|runs?|running|sessions?|sets?|reps?|strength|easy|hard|moderate|race|lift\w*|"
    r"save|delete|edit|add|close|log|finish|back|next|how|why|when|which|where|what|"
    r"minutes|seconds|hours?|left|right|load|weight|movements?|guides?|settings?|"
    r"enter|choose|please|error|invalid|required|email|address|change|remove|sign)\b",
    re.IGNORECASE,
)
# Names, and what is the same in both languages.
NAMES = re.compile(r"Sets & Strides|GARMIN/NewFiles|RunGap|(Home|Back)-\w+|/api/\S+|\S+@\S+|https?://\S+")
SPOKEN = ("title", "alt", "placeholder", "aria-label")
# Other kinds of answers, each with tests of their own.
NOT_WALKED = ("admin:", "calendar", "workout", "activity", "api:", "logout", "download")


def spoken(element: Any) -> Iterator[str]:
    """What a page says, read or heard: texts and telling attributes, but for what is marked as another language."""
    if element.get("lang", "de") != "de" or element.tag in {"script", "style", "code"}:
        return
    if element.get("name") == "description":
        yield element.get("content", "")
    for name, value in element.attrib.items():
        if name in SPOKEN or (name.startswith("data-") and " " in value):
            yield value
    if element.text:
        yield element.text
    for child in element:
        if isinstance(child.tag, str):
            yield from spoken(child)
        if child.tail:
            yield child.tail


def content() -> re.Pattern[str]:
    """What the runner typed, and what the guides say in German or without a language, such as the name of a paper."""
    said = {*Run.objects.values_list("title", flat=True), *Session.objects.values_list("notes", flat=True)}
    for model in apps.get_app_config("exercises").get_models():
        fields = [one for one in model._meta.get_fields() if isinstance(one, CharField | TextField)]
        names = [one.name for one in fields if not one.name.endswith(f"_{settings.LANGUAGE_CODE}")]
        for row in model._default_manager.values_list(*names):
            said.update(line for value in row if value for line in str(value).splitlines())
    longest_first = sorted((words(one) for one in said if len(one) > 2), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)))


def tree(page: bytes) -> Any:
    return html.document_fromstring(page)


def words(text: str) -> str:
    return " ".join(text.split())


def english(page: bytes, said: re.Pattern[str]) -> set[str]:
    """What is left of English on the page, with the text around it."""
    suspicious = (text for text in map(words, spoken(tree(page))) if ENGLISH.search(text))
    return {text for text in suspicious if ENGLISH.search(NAMES.sub("", said.sub("", text)))}


def links(page: bytes) -> Iterator[str]:
    for address in tree(page).xpath("//a/@href | //@hx-get"):
        parts = urlsplit(str(address))
        if not parts.netloc and parts.path.startswith("/"):
            yield parts._replace(fragment="").geturl()


def forms(page: bytes) -> Iterator[tuple[str, dict[str, str]]]:
    """The forms in which something is written, filled with what no field takes."""
    for form in tree(page).xpath(
        "//form[@method='post'][starts-with(@action, '/')][.//input[@type!='hidden'] | .//select]"
    ):
        fields = [one for one in form.inputs if one.name]
        yield (
            str(form.get("action")),
            {str(one.name): str(one.value) if one.get("type") == "hidden" else "?" for one in fields},
        )


@pytest.fixture
def german_runner(db: None) -> Runner:
    """A year of training, and something of everything that can be entered."""
    call_command("demo", years=1, stdout=StringIO())
    runner = Runner.objects.get(email="demo@example.com")
    runner.language, runner.logs_rir = "de", True
    runner.save()
    now = timezone.now()
    today = runner.today(now)
    Race.objects.create(runner=runner, day=today + timedelta(days=5), metres=21097.5)
    WeeklyRun.objects.create(runner=runner, weekday=2, kind="easy", metres=8000, first=today)
    away = {"first": today + timedelta(days=20), "ended_on": today + timedelta(days=30), "told_at": now}
    Condition.objects.create(runner=runner, kind="away", **away)
    feed = CalendarFeed(runner=runner)
    feed.renew()
    feed.save()
    return runner


def addresses(runner: Runner) -> list[str]:
    """Where to begin: pages that no link, or only another state of things, leads to."""
    session = runner.sessions.filter(status=Session.Status.DONE).latest("day")
    under_way = start(runner)
    return [
        reverse("training:week"),
        reverse("training:settings"),
        reverse("training:which-days"),
        reverse("training:session-next"),
        session.get_absolute_url(),
        f"{session.get_absolute_url()}?edit=1",
        under_way.get_absolute_url(),
        f"{reverse('training:which-days')}?day0=race&target=3&style=stack&newcomer=on",
        reverse("offline"),
        reverse("api-docs"),
    ]


def walk(client: Client, starts: list[str]) -> Iterator[tuple[str, bytes]]:
    """The pages to start with, and one of each other name that links lead to."""
    waiting, known, names = list(starts), set(starts), set[str]()
    while waiting:
        address = waiting.pop(0)
        try:
            name = resolve(urlsplit(address).path).view_name
        except Resolver404:
            continue
        if (name in names and address not in starts) or any(skip in name for skip in NOT_WALKED):
            continue
        names.add(name)
        response = client.get(address, headers=GERMAN, follow=True)
        if response["Content-Type"].startswith("text/html"):
            yield name, response.content
            waiting += [link for link in links(response.content) if link not in known]
            known.update(waiting)


def mistaken(client: Client, pages: dict[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """What the forms of these pages answer to what no field takes; sets are all alike.

    A page with many forms is answered whole the first time, then only the form, as htmx asks for it.
    """
    known = set[tuple[str, ...]]()
    answered = set[str]()
    for action, fields in (form for page in pages.values() for form in forms(page)):
        name = resolve(urlsplit(action).path).view_name
        if (form := (name, *fields)) not in known:
            known.add(form)
            headers = GERMAN | ({"HX-Request": "true"} if name in answered else {})
            answered.add(name)
            response = client.post(action, fields, headers=headers)
            if response.status_code == 422 and response["Content-Type"].startswith("text/html"):
                yield f"{name} with mistakes", response.content


def test_no_english_is_left_for_a_german_runner(client: Client, german_runner: Runner) -> None:
    client.force_login(german_runner, backend="allauth.account.auth_backends.AuthenticationBackend")
    pages = list(walk(client, addresses(german_runner)))
    pages += mistaken(client, dict(pages))
    assert len({name for name, _page in pages}) > 35
    said = content()
    assert sorted(f"{name}: {text}" for name, page in pages for text in english(page, said)) == []
