from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from exercises.models import Variation
from tests.factories import LoggedSetFactory
from tests.training.views.sessions.taps import (
    HTMX,
    goblet,
    html,
    set_address,
    start,
)
from training.actions.sessions import start_session
from training.models import LoggedSet, Runner


def test_without_htmx_it_leads_back_to_the_movement(client_of_runner: Client, runner: Runner) -> None:
    session = start(runner)
    response = client_of_runner.post(set_address(session, 1, 1), {"reps": "10"})
    assert (response.status_code, response["Location"]) == (302, f"{session.get_absolute_url()}?movement=1#movement")


def test_after_the_last_set_of_a_movement_the_next_has_the_focus(client_of_runner: Client, runner: Runner) -> None:
    session = start(runner)
    client_of_runner.post(set_address(session, 1, 1), {"reps": "10"})
    response = client_of_runner.post(set_address(session, 1, 2), {"reps": "10"}, headers=HTMX)
    assert 'id="movement-name">Step-up<' in html(response)
    assert '<svg class="figure"' in html(response)


def test_with_htmx_only_what_changed_comes_back(client_of_runner: Client, runner: Runner) -> None:
    session = start(runner)
    page = html(client_of_runner.post(set_address(session, 1, 1), {"reps": "10"}, headers=HTMX))
    assert page.lstrip().startswith('<div class="lane-row">')
    assert 'id="session-work"' not in page
    # The drawing of the movement stays where it is.
    assert '<svg class="figure"' not in page
    assert 'id="finish-form"' not in page
    rest = session.movements.get(position=1).rest_seconds
    assert f'<rest-timer after="{session.set_id(1, 1)}" seconds="{rest}" ago="0"' in page


def test_the_same_set_twice_is_one_set(client_of_runner: Client, runner: Runner) -> None:
    session = start(runner)
    for reps in ("10", "12"):
        client_of_runner.post(set_address(session, 1, 1), {"reps": reps})
    assert LoggedSet.objects.get().reps == 12


def test_an_old_set_sent_again_does_not_move_the_focus_on(client_of_runner: Client, runner: Runner) -> None:
    session = start(runner)
    for number in (1, 2):
        client_of_runner.post(set_address(session, 1, number), {"reps": "10"})
    response = client_of_runner.post(set_address(session, 1, 2), {"reps": "11"})
    assert response["Location"].endswith("?movement=1#movement")


def test_taking_a_set_back_leaves_the_others(client_of_runner: Client, runner: Runner) -> None:
    session = start(runner)
    for number in (1, 2):
        client_of_runner.post(set_address(session, 1, number), {"reps": "10"})
    for _ in range(2):
        assert client_of_runner.post(f"{set_address(session, 1, 1)}delete/").status_code == 302
    assert [done.number for done in session.sets.all()] == [2]
    client_of_runner.post(set_address(session, 1, 1), {"reps": "8"})
    assert session.sets.count() == 2


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        pytest.param({"reps": "-3", "load": "20"}, "Between 1 and 200, in whole numbers.", id="fewer than none"),
        pytest.param({"reps": "abc", "load": "20"}, "Between 1 and 200, in whole numbers.", id="no number"),
        pytest.param({"reps": "12", "load": "2000"}, "1000 kg is the most.", id="two tonnes"),
    ],
)
@pytest.mark.parametrize("headers", [{}, HTMX], ids=["without htmx", "with htmx"])
def test_what_cannot_be_is_answered_beside_its_field_and_kept(
    client_of_runner: Client, runner: Runner, typed: dict[str, str], sentence: str, headers: dict[str, str]
) -> None:
    session = start(runner)
    goblet(session, runner)
    response = client_of_runner.post(set_address(session, 1, 2), typed, headers=headers)
    page = html(response)
    assert response.status_code == 422
    assert sentence in page
    assert all(f'value="{value}"' in page for value in typed.values())
    assert 'aria-invalid="true"' in page
    assert not session.sets.exists()


def test_an_id_that_the_session_would_not_give_is_no_set(client_of_runner: Client, runner: Runner) -> None:
    session = start(runner)
    foreign = LoggedSetFactory.create()
    for set_id in (uuid4(), foreign.pk):
        address = reverse("training:session-set", args=[session.pk, set_id])
        assert client_of_runner.post(address, {"reps": "10"}).status_code == 404
        assert client_of_runner.post(f"{address}delete/").status_code == 404
    foreign.refresh_from_db()
    assert foreign.reps == 12


def test_a_set_s_address_opens_its_movement(client_of_runner: Client, runner: Runner) -> None:
    session = start(runner)
    assert client_of_runner.get(set_address(session, 5, 1))["Location"].endswith("?movement=5#movement")


def test_a_session_entered_later_has_no_clock_and_no_rest(client_of_runner: Client, runner: Runner) -> None:
    now = timezone.now()
    day = runner.today(now) - timedelta(days=3)
    session = start_session(runner=runner, day=day, workout="A", light=False, reasons=[], now=now)
    page = html(client_of_runner.post(set_address(session, 1, 1), {"reps": "10"}, headers=HTMX))
    assert "<rest-timer" not in page
    assert "0 min<" not in page


def test_the_ladder_changes_what_is_done_today(client_of_runner: Client, runner: Runner) -> None:
    session = start(runner)
    address = reverse("training:session-variation", args=[session.pk, 1])
    page = html(client_of_runner.get(address))
    assert "Goblet squat" in page
    assert "This one, today" in page
    rung = Variation.objects.get(slug="goblet-squat")
    assert client_of_runner.post(address, {"variation": rung.pk}).status_code == 302
    assert 'name="load"' in html(client_of_runner.get(session.get_absolute_url()))


def test_it_stays_once_a_set_is_logged(client_of_runner: Client, runner: Runner) -> None:
    session = start(runner)
    client_of_runner.post(set_address(session, 1, 1), {"reps": "10"})
    address = reverse("training:session-variation", args=[session.pk, 1])
    rung = Variation.objects.get(slug="goblet-squat")
    assert client_of_runner.post(address, {"variation": rung.pk}).status_code == 422
    assert session.movements.get(position=1).variation.slug == "bodyweight-squat"


def test_a_rung_of_another_ladder_is_none(client_of_runner: Client, runner: Runner) -> None:
    address = reverse("training:session-variation", args=[start(runner).pk, 1])
    rung = Variation.objects.get(slug="side-plank")
    assert client_of_runner.post(address, {"variation": rung.pk}).status_code == 404
