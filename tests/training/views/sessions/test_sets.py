from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from exercises.models import Variation
from tests.factories import LoggedSetFactory
from tests.training.views.sessions.taps import (
    goblet,
    html,
    set_address,
    start,
)
from training.actions.sessions import start_session
from training.models import LoggedSet, Runner
from training.models.session import WARM_UP_FROM


def test_it_leads_back_to_the_movement(client_of_runner: Client, runner: Runner) -> None:
    session = start(runner)
    response = client_of_runner.post(set_address(session, 1, 1), {"reps": "10"})
    assert (response.status_code, response["Location"]) == (302, f"{session.get_absolute_url()}?movement=1#movement-1")


def test_after_the_last_set_of_a_movement_the_next_has_the_focus(client_of_runner: Client, runner: Runner) -> None:
    session = start(runner)
    client_of_runner.post(set_address(session, 1, 1), {"reps": "10"})
    response = client_of_runner.post(set_address(session, 1, 2), {"reps": "10"})
    assert response["Location"].endswith("?movement=5#movement-5")


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
    assert response["Location"].endswith("?movement=1#movement-1")


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
def test_what_cannot_be_is_answered_beside_its_field_and_kept(
    client_of_runner: Client, runner: Runner, typed: dict[str, str], sentence: str
) -> None:
    session = start(runner)
    goblet(session)
    response = client_of_runner.post(set_address(session, 1, 2), typed)
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
    assert client_of_runner.get(set_address(session, 5, 1))["Location"].endswith("?movement=5#movement-5")


def test_a_session_entered_later_has_no_clock(client_of_runner: Client, runner: Runner) -> None:
    now = timezone.now()
    day = runner.today(now) - timedelta(days=3)
    session = start_session(runner=runner, day=day, workout="A", light=False, reasons=[], now=now)
    client_of_runner.post(set_address(session, 1, 1), {"reps": "10"})
    assert "data-gone" not in html(client_of_runner.get(session.get_absolute_url()))


def test_the_ladder_changes_what_is_done_today(client_of_runner: Client, runner: Runner) -> None:
    session = start(runner)
    address = reverse("training:session-movement", args=[session.pk, 1])
    page = html(client_of_runner.get(address))
    assert "Goblet squat" in page
    assert "This one, today" in page
    rung = Variation.objects.get(slug="goblet-squat")
    assert client_of_runner.post(address, {"variation": rung.pk}).status_code == 302
    assert 'name="load"' in html(client_of_runner.get(session.get_absolute_url()))


def test_what_was_logged_keeps_its_variation_when_another_is_chosen(client_of_runner: Client, runner: Runner) -> None:
    session = start(runner)
    client_of_runner.post(set_address(session, 1, 1), {"reps": "10"})
    rung = Variation.objects.get(slug="goblet-squat")
    client_of_runner.post(reverse("training:session-movement", args=[session.pk, 1]), {"variation": rung.pk})
    client_of_runner.post(set_address(session, 1, 2), {"reps": "8", "load": "12"})
    client_of_runner.post(set_address(session, 1, 1), {"reps": "11"})
    done = session.sets.order_by("number").values_list("variation__slug", "reps")
    assert list(done) == [("bodyweight-squat", 11), ("goblet-squat", 8)]


def test_a_movement_that_is_not_there_is_added(client_of_runner: Client, runner: Runner) -> None:
    session = start(runner)
    lunge = Variation.objects.select_related("exercise").get(slug="reverse-lunge")
    where = reverse("training:session-movement", args=[session.pk, lunge.exercise.position])
    assert client_of_runner.get(where).status_code == 200
    client_of_runner.post(where, {"variation": lunge.pk})
    assert [one.exercise.slug for one in session.movements.select_related("exercise")][-1] == "lunge"
    assert session.movements.get(position=lunge.exercise.position).targets


def test_a_movement_is_left_out_and_brought_back(client_of_runner: Client, runner: Runner) -> None:
    session = start(runner)
    where = reverse("training:session-movement", args=[session.pk, 1])
    client_of_runner.post(where, {"act": "skip"})
    page = html(client_of_runner.get(session.get_absolute_url()))
    assert page.count("Left out today. Nothing is owed.") == 5
    assert session.movements.get(position=1).skipped
    assert "0/0</span>" in page
    client_of_runner.post(where, {"act": "unskip"})
    assert not session.movements.get(position=1).skipped


def test_movements_change_places(client_of_runner: Client, runner: Runner) -> None:
    session = start(runner)

    def order() -> list[str]:
        return [one.exercise.slug for one in session.movements.select_related("exercise")]

    first, second = order()[:2]
    where = reverse("training:session-movement", args=[session.pk, 1])
    client_of_runner.post(where, {"act": "later"})
    assert order()[:2] == [second, first]
    client_of_runner.post(where, {"act": "earlier"})
    client_of_runner.post(where, {"act": "earlier"})
    assert order()[:2] == [first, second]


def test_a_warm_up_set_stands_apart(client_of_runner: Client, runner: Runner) -> None:
    session = start(runner)
    page = html(client_of_runner.get(f"{session.get_absolute_url()}?movement=1&warmer=1"))
    assert set_address(session, 1, WARM_UP_FROM) in page
    client_of_runner.post(set_address(session, 1, WARM_UP_FROM), {"reps": "8"})
    done = session.sets.get()
    assert (done.warm_up, done.reps) == (True, 8)
    assert "0/2</span>" in html(client_of_runner.get(session.get_absolute_url()))


def test_a_load_is_added_to_bodyweight(client_of_runner: Client, runner: Runner) -> None:
    session = start(runner)
    client_of_runner.post(set_address(session, 1, 1), {"reps": "10", "load": "8"})
    assert session.sets.get().kg == 8


def test_reps_in_reserve_are_asked_for_once_switched_on(client_of_runner: Client, runner: Runner) -> None:
    session = start(runner)
    assert 'name="rir"' not in html(client_of_runner.get(session.get_absolute_url()))
    runner.logs_rir = True
    runner.save()
    assert 'name="rir"' in html(client_of_runner.get(session.get_absolute_url()))
    client_of_runner.post(set_address(session, 1, 1), {"reps": "10", "rir": "2"})
    assert session.sets.get().rir == 2


def test_a_rung_of_another_ladder_is_none(client_of_runner: Client, runner: Runner) -> None:
    address = reverse("training:session-movement", args=[start(runner).pk, 1])
    rung = Variation.objects.get(slug="side-plank")
    assert client_of_runner.post(address, {"variation": rung.pk}).status_code == 404
