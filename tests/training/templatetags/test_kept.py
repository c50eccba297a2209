"""A page of this test's own, through all middleware, with a piece that is kept."""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import pytest
from django.contrib.auth.decorators import login_required
from django.core.cache import caches
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template import Context, Engine, RequestContext, Template, TemplateSyntaxError, VariableDoesNotExist
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import include, path
from django.utils.translation import get_language

from config.http import AnyRequest, RunnerRequest
from exercises.models import Exercise
from tests.factories import RunFactory, RunnerFactory
from training.models import Run, Runner
from training.stamp import stamped
from training.templatetags import kept

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.urls(__name__)]

PAGE = """{% load kept %}<title>{{ user.email }}</title>{% kept "runs" size %}{{ user.units }}
<script nonce="{{ csp_nonce }}"></script>
<form method="post">{% csrf_token %}{{ csrf_token }}</form>
<ul>{% for run in runs %}<li>{{ run.title }}</li>{% endfor %}</ul>{{ guide }} {{ language }} {{ size }}{% endkept %}"""

# What the test does between the stamp and the rest of the page.
meanwhile: list[Callable[[], object]] = []


@login_required
@stamped
def runs(request: RunnerRequest, size: int = 1) -> HttpResponse:
    while meanwhile:
        meanwhile.pop()()
    if request.method == "POST":
        return HttpResponse("posted")
    context = {"runs": request.user.runs.order_by("pk"), "size": size, "language": get_language()}
    context["guide"] = lambda: Exercise.objects.get(slug="squat").name
    return HttpResponse(Template(PAGE).render(RequestContext(request, context)))


@login_required
def changed_before_the_stamp(request: RunnerRequest) -> HttpResponse:
    """The runner's row has been read; then another request changes it; then this one gets its stamp."""
    request.user.is_authenticated  # noqa: B018 -- read by now
    while meanwhile:
        meanwhile.pop()()
    return runs(request)


@login_required
@stamped
def with_a_token(request: RunnerRequest) -> HttpResponse:
    """A form that makes its token itself."""
    page = Template('{% load kept %}{% kept "form" %}{{ form }}{% endkept %}')
    return HttpResponse(page.render(RequestContext(request, {"form": lambda: get_token(request)})))


@login_required
@stamped
def one_in_another(request: RunnerRequest) -> HttpResponse:
    page = Template(
        '{% load kept %}<main>{% kept "outer" %}é {% kept "inner" %}{{ runs.0.title }} ü{% endkept %}.{% endkept %}'
        '{% kept "last" %}{{ runs.0.title }}{% endkept %}</main>'
    )
    return HttpResponse(page.render(RequestContext(request, {"runs": request.user.runs.all()})))


@login_required
@stamped
def in_a_transaction(request: RunnerRequest) -> HttpResponse:
    with transaction.atomic():
        return runs(request)


@login_required
@stamped
def as_somebody_else(request: RunnerRequest) -> HttpResponse:
    request.user = Runner.objects.exclude(pk=request.user.pk)[0]
    return HttpResponse(Template(PAGE).render(RequestContext(request, {"runs": request.user.runs.all(), "size": 1})))


def unstamped(request: AnyRequest) -> HttpResponse:
    rows = Run.objects.all()
    return HttpResponse(Template(PAGE).render(RequestContext(request, {"runs": rows, "size": 1})))


urlpatterns = [
    path("runs/", runs),
    path("runs/<int:size>/", runs),
    path("changed/", changed_before_the_stamp),
    path("token/", with_a_token),
    path("one-in-another/", one_in_another),
    path("transaction/", in_a_transaction),
    path("somebody-else/", as_somebody_else),
    path("unstamped/", unstamped),
    path("", include("config.urls")),
]


@pytest.fixture(autouse=True)
def _nothing_kept() -> Iterator[None]:
    caches["pages"].clear()
    yield
    caches["pages"].clear()
    meanwhile.clear()


def body(client: Client, address: str = "/runs/", **headers: str) -> str:
    return client.get(address, headers=headers).content.decode()


def reads(client: Client, address: str = "/runs/", **headers: str) -> bool:
    """Whether the piece was made anew, which reads the runs."""
    with CaptureQueriesContext(connection) as queries:
        body(client, address, **headers)
    return any('FROM "training_run"' in query["sql"] for query in queries)


def test_a_piece_is_made_once(client_of_runner: Client, runner: Runner) -> None:
    RunFactory.create(runner=runner, title="Along the river")
    first = body(client_of_runner)
    assert "Along the river" in first
    assert not reads(client_of_runner)
    assert "Along the river" in body(client_of_runner)


def test_it_is_made_anew_after_any_write(client_of_runner: Client, runner: Runner) -> None:
    run = RunFactory.create(runner=runner, title="Along the river")
    body(client_of_runner)
    Run.objects.filter(pk=run.pk).update(title="In the hills")
    assert "In the hills" in body(client_of_runner)
    Exercise.objects.filter(slug="squat").update(name_en="Squatting")
    assert "Squatting" in body(client_of_runner)
    runner.runs.all().delete()
    assert "In the hills" not in body(client_of_runner)


@pytest.mark.parametrize(
    ("address", "headers"),
    [
        pytest.param("/runs/2/", {}, id="another value"),
        pytest.param("/runs/?from=2026-03-02", {}, id="another query"),
        pytest.param("/runs/", {"accept-language": "de"}, id="another language"),
        pytest.param("/runs/", {"hx-request": "true"}, id="htmx"),
    ],
)
def test_each_has_its_own(client_of_runner: Client, address: str, headers: dict[str, str]) -> None:
    body(client_of_runner)
    assert reads(client_of_runner, address, **headers)
    assert not reads(client_of_runner, address, **headers)
    assert not reads(client_of_runner)


def test_nobody_sees_a_strangers(client_of_runner: Client, runner: Runner) -> None:
    RunFactory.create(runner=runner, title="Along the river")
    assert "Along the river" in body(client_of_runner)
    stranger = Client()
    stranger.force_login(RunnerFactory.create())
    assert "Along the river" not in body(stranger)


def test_a_page_made_as_somebody_else_is_not_kept(client_of_runner: Client, runner: Runner) -> None:
    RunFactory.create(runner=RunnerFactory.create(), title="Somebody else's")
    assert "Somebody else" in body(client_of_runner, "/somebody-else/")
    assert reads(client_of_runner, "/somebody-else/")


def test_each_device_has_its_own_token_and_each_answer_its_own_nonce(runner: Runner) -> None:
    pages = []
    for _ in range(2):
        device = Client(enforce_csrf_checks=True)
        device.force_login(runner)
        answer = device.get("/runs/")
        page = answer.content.decode()
        (sent,) = re.findall(r'name="csrfmiddlewaretoken" value="(\w{64})"', page)
        (nonce,) = re.findall(r'<script nonce="([^"]{16,})">', page)
        assert f"'nonce-{nonce}'" in answer["Content-Security-Policy"]
        assert kept.WORD not in page
        assert device.post("/runs/", {"csrfmiddlewaretoken": sent}).content == b"posted"
        assert device.post("/runs/", {"csrfmiddlewaretoken": "x" * 64}).status_code == 403
        pages.append((sent, nonce))
    assert pages[0][0] != pages[1][0]
    assert pages[0][1] != pages[1][1]
    assert not reads(device)


def test_a_token_that_came_in_another_way_keeps_the_piece_out(client_of_runner: Client) -> None:
    first, second = body(client_of_runner, "/token/"), body(client_of_runner, "/token/")
    assert first != second


def test_a_piece_in_another_is_part_of_it(client_of_runner: Client, runner: Runner) -> None:
    RunFactory.create(runner=runner, title="Along the river")
    whole = "<main>é Along the river ü.Along the river</main>"
    assert body(client_of_runner, "/one-in-another/") == whole
    assert not reads(client_of_runner, "/one-in-another/")
    assert body(client_of_runner, "/one-in-another/") == whole
    assert client_of_runner.head("/one-in-another/").headers["Content-Length"] == str(len(whole.encode()))


@pytest.mark.parametrize("address", ["/transaction/", "/unstamped/"])
def test_not_kept(client_of_runner: Client, address: str) -> None:
    body(client_of_runner, address)
    assert reads(client_of_runner, address)


def test_a_write_behind_the_stamp_makes_a_newer_page_under_an_older_key(
    client_of_runner: Client, runner: Runner
) -> None:
    """Two requests at once: the first has its stamp when the second one writes."""
    run = RunFactory.create(runner=runner, title="Along the river")
    meanwhile.append(lambda: Run.objects.filter(pk=run.pk).update(title="In the hills"))
    assert "In the hills" in body(client_of_runner)
    # It stands under a key that nobody asks for again.
    assert reads(client_of_runner)
    Run.objects.filter(pk=run.pk).update(title="By the sea")
    assert "By the sea" in body(client_of_runner)


def test_a_setting_that_changes_before_the_stamp_leaves_no_old_page(client_of_runner: Client, runner: Runner) -> None:
    imperial = Runner.UnitSystem.IMPERIAL
    meanwhile.append(lambda: Runner.objects.filter(pk=runner.pk).update(units=imperial))
    # Begun before the change, it still shows what was before.
    assert "metric" in body(client_of_runner, "/changed/")
    assert "imperial" in body(client_of_runner, "/changed/")


def test_what_was_never_committed_is_not_kept(client_of_runner: Client, runner: Runner) -> None:
    def take_back() -> None:
        with suppress(ZeroDivisionError), transaction.atomic():
            RunFactory.create(runner=runner, title="Never")
            raise ZeroDivisionError

    meanwhile.append(take_back)
    assert "Never" not in body(client_of_runner)
    RunFactory.create(runner=runner, title="Along the river")
    page = body(client_of_runner)
    assert "Along the river" in page
    assert "Never" not in page


# -- What the tag refuses ----------------------------------------------------------------------------------------------


def render(text: str, **context: Any) -> str:
    engine = Engine.get_default()
    return engine.from_string("{% load kept %}" + text).render(Context({"request": HttpRequest(), **context}))


def test_a_piece_has_a_name() -> None:
    with pytest.raises(TemplateSyntaxError, match="needs a name"):
        render("{% kept %}{% endkept %}")


def test_a_value_that_the_page_has_not_is_no_empty_text() -> None:
    with pytest.raises(VariableDoesNotExist):
        render('{% kept "runs" sise %}{% endkept %}', size=1)


def test_a_value_is_plain(runner: Runner) -> None:
    with pytest.raises(TypeError, match="texts, numbers and dates"):
        render('{% kept "runs" runner %}{% endkept %}', runner=runner)
