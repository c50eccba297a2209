from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.factories import CustomSetFactory, RunnerFactory, SessionFactory
from training.actions.sessions import delete_session, start_session
from training.models import LoggedSet, Runner, Session
from training.models.draft import Draft


@pytest.fixture
def session(runner: Runner) -> Session:
    now = timezone.now()
    return start_session(runner=runner, day=runner.today(now), workout="A", light=False, reasons=[], now=now)


def at(seconds: float = 0) -> str:
    """That many seconds from now."""
    return (timezone.now() + timedelta(seconds=seconds)).isoformat()


def squat(**changes: object) -> dict[str, Any]:
    fields = {"exercise": "squat", "variation": "bodyweight-squat", "position": 1, "number": 1, "reps": 12}
    return {**fields, "logged_at": at(-5), "changed_at": at(-5), **changes}


def put(client: Client, path: str, body: dict[str, Any]) -> Any:
    return client.put(f"/api/v1/sessions/{path}", body, content_type="application/json")


def put_set(client: Client, session: Session, set_id: Any = None, **changes: object) -> Any:
    return put(client, f"{session.pk}/sets/{set_id or session.set_id(1, 1)}", squat(**changes))


def test_a_set_is_kept_and_answered_as_it_stands(client_of_runner: Client, session: Session) -> None:
    response = put_set(client_of_runner, session, kg=20.0, rir=2)
    assert response.status_code == 200
    answer = response.json()
    assert (answer["id"], answer["reps"], answer["kg"], answer["rir"]) == (str(session.set_id(1, 1)), 12, 20.0, 2)
    assert (answer["exercise"], answer["variation"], answer["removed"]) == ("squat", "bodyweight-squat", False)


def test_logging_a_set_costs_three_queries_and_two_kilobytes(client_of_runner: Client, session: Session) -> None:
    for number in range(1, 4):
        with CaptureQueriesContext(connection) as caught:
            response = put_set(client_of_runner, session, session.set_id(1, number), number=number)
        assert len(caught) == 3  # session, runner, set
    assert len(response.content) < 2048


def test_a_replay_changes_nothing_and_the_later_change_counts(client_of_runner: Client, session: Session) -> None:
    early, late = squat(reps=10, changed_at=at(-60)), squat(reps=11, changed_at=at(-30))
    path = f"{session.pk}/sets/{session.set_id(1, 1)}"
    for body, stands in [(early, 10), (late, 11), (early, 11), (late, 11)]:
        assert put(client_of_runner, path, body).json()["reps"] == stands
    assert session.sets.count() == 1


def test_a_hold_is_counted_in_seconds(client_of_runner: Client, session: Session) -> None:
    plank = {"exercise": "plank", "variation": "forearm-plank", "position": 6, "reps": None, "seconds": 40}
    assert put_set(client_of_runner, session, **plank).json()["seconds"] == 40
    refused = put_set(client_of_runner, session, uuid4(), **{**plank, "reps": 12, "seconds": None})
    assert (refused.status_code, refused.json()["detail"]) == (422, "This variation is counted in seconds.")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"reps": 0}, "reps"),
        ({"reps": 201}, "reps"),
        ({"kg": -1}, "kg"),
        ({"kg": 1001}, "kg"),
        ({"reps": None}, "body"),
        ({"seconds": 30}, "body"),
        ({"changed_at": "2026-03-03T10:00:00"}, "changed_at"),
        ({"weight": 20}, "weight"),
    ],
)
def test_bad_input_is_told_field_by_field_and_kept_nowhere(
    client_of_runner: Client, session: Session, changes: dict[str, Any], field: str
) -> None:
    response = put_set(client_of_runner, session, **changes)
    assert response.status_code == 422
    assert [error["field"] for error in response.json()["errors"]] == [field]
    assert not session.sets.exists()


@pytest.mark.parametrize("changes", [{"exercise": "curl"}, {"variation": "goblet-lunge"}])
def test_a_movement_that_is_none_is_not_found(
    client_of_runner: Client, session: Session, changes: dict[str, str]
) -> None:
    assert put_set(client_of_runner, session, **changes).status_code == 404


def test_the_id_of_another_session_s_set_is_not_found(client_of_runner: Client, session: Session) -> None:
    other = SessionFactory.create(runner=session.runner)
    assert put_set(client_of_runner, other, other.set_id(1, 1)).status_code == 200
    assert put_set(client_of_runner, session, other.set_id(1, 1)).status_code == 404


def test_a_stranger_changes_nothing_and_nobody_is_told_to_log_in(client: Client, session: Session) -> None:
    assert put_set(client, session).status_code == 401
    client.force_login(RunnerFactory.create())
    assert put_set(client, session).status_code == 404
    assert put(client, str(session.pk), {"status": "done", "changed_at": at()}).status_code == 404
    movement = {"exercise": "squat", "variation": "goblet-squat", "order": 1, "changed_at": at()}
    assert put(client, f"{session.pk}/movements/1", movement).status_code == 404
    assert client.get(f"/api/v1/sessions/{session.pk}").status_code == 404
    assert not session.sets.exists()


def test_without_the_token_of_the_site_nothing_is_taken(session: Session) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(session.runner)
    assert put_set(client, session).status_code == 403


def test_a_second_device_catches_up(client_of_runner: Client, session: Session) -> None:
    put_set(client_of_runner, session)
    put_set(client_of_runner, session, session.set_id(1, 2), number=2, removed=True)
    with CaptureQueriesContext(connection) as caught:
        whole = client_of_runner.get(f"/api/v1/sessions/{session.pk}").json()
    assert len(caught) == 5
    assert [(one["number"], one["removed"]) for one in whole["sets"]] == [(1, False), (2, True)]
    assert [one["exercise"] for one in whole["movements"]][:2] == ["squat", "step-up"]
    assert (whole["status"], whole["effort"]) == ("under-way", None)


def test_what_another_app_told_is_in_it(client_of_runner: Client, runner: Runner) -> None:
    session = SessionFactory.create(runner=runner, title="Pull day", workout=Session.Workout.OWN)
    CustomSetFactory.create(session=session, name="Pull Up", position=2, reps=8, kg=None)
    whole = client_of_runner.get(f"/api/v1/sessions/{session.pk}").json()
    assert whole["title"] == "Pull day"
    (told,) = whole["custom_sets"]
    assert (told["movement"], told["position"], told["reps"], told["kg"]) == ("Pull Up", 2, 8, None)


def test_a_movement_is_swapped_and_left_out(client_of_runner: Client, session: Session) -> None:
    body = {"exercise": "squat", "variation": "goblet-squat", "order": 2, "skipped": True, "changed_at": at(-5)}
    answer = put(client_of_runner, f"{session.pk}/movements/1", body).json()
    assert (answer["variation"], answer["order"], answer["skipped"]) == ("goblet-squat", 2, True)
    assert answer["targets"]


def test_a_session_is_finished(client_of_runner: Client, session: Session) -> None:
    body = {"status": "done", "effort": 6, "pain": 0, "notes": "Fine.", "finished_at": at(-1), "changed_at": at(-1)}
    assert put(client_of_runner, str(session.pk), body).json()["status"] == "done"
    session.refresh_from_db()
    assert (session.is_done, session.effort, session.pain, session.notes) == (True, 6, 0, "Fine.")


def begin(client: Client, runner: Runner, pk: UUID, **changes: object) -> Any:
    today = runner.today(timezone.now())
    plan = Draft.next(runner, today, last=None).sealed()
    body = {"status": "under-way", "plan": plan, "day": today.isoformat(), "started_at": at(-60), "changed_at": at(-60)}
    return put(client, str(pk), {**body, **changes})


def test_a_session_begins_from_a_kept_page_once(client_of_runner: Client, runner: Runner) -> None:
    pk = uuid4()
    for _ in range(2):
        assert begin(client_of_runner, runner, pk).json()["status"] == "under-way"
    session = runner.sessions.get()
    assert (session.pk, session.movements.count()) == (pk, 5)
    assert session.started_at is not None
    assert put_set(client_of_runner, session).status_code == 200


def test_it_may_be_done_by_the_time_it_is_heard_of(client_of_runner: Client, runner: Runner) -> None:
    assert begin(client_of_runner, runner, uuid4(), status="done", effort=5).json()["status"] == "done"


def test_two_sessions_of_one_day_are_both_kept(client_of_runner: Client, runner: Runner, session: Session) -> None:
    assert begin(client_of_runner, runner, uuid4()).status_code == 200
    assert runner.sessions.under_way().count() == 2


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"plan": None}, 404),
        ({"plan": "forged"}, 422),
        ({"day": "2020-01-01"}, 422),
        ({"day": "2126-01-01"}, 422),
    ],
    ids=["no plan", "a forged plan", "years ago", "a century ahead"],
)
def test_what_cannot_begin_does_not(
    client_of_runner: Client, runner: Runner, changes: dict[str, Any], status: int
) -> None:
    assert begin(client_of_runner, runner, uuid4(), **changes).status_code == status
    assert not Session.everything.exists()


def test_a_deleted_session_still_takes_what_was_lifted(client_of_runner: Client, session: Session) -> None:
    delete_session(session, timezone.now())
    assert put_set(client_of_runner, session).status_code == 200
    assert not LoggedSet.objects.done().exists()
    session.refresh_from_db()
    assert session.sets.count() == 1
