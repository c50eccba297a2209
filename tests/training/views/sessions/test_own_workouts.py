"""A session that came from another app, on all the pages that show it."""

from datetime import UTC, date, datetime

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests.factories import CustomSetFactory, LoggedSetFactory, SessionFactory
from tests.training.views.sessions.taps import html
from training.models import CustomSet, LoggedSet, Runner, Session

START = datetime(2026, 3, 3, 17, 0, tzinfo=UTC)


@pytest.fixture
def gym(runner: Runner) -> Session:
    """Two movements of the runner's own, and squats between them."""
    session = SessionFactory.create(runner=runner, workout="own", title="Gym & more", day=date(2026, 3, 3))
    CustomSetFactory.create(session=session, position=51, number=128, reps=10, kg=20.0, warm_up=True)
    for number in (1, 2, 3):
        CustomSetFactory.create(session=session, position=51, number=number, notes="Slow down")
    LoggedSetFactory.create(session=session, position=52, number=1, reps=5, kg=80.0)
    CustomSetFactory.create(
        session=session, name="Stair climber", position=53, number=1, reps=None, kg=None, seconds=600
    )
    return session


@pytest.fixture
def only_own(runner: Runner) -> Session:
    return CustomSetFactory.create(session__runner=runner, session__day=date(2026, 3, 3)).session


def test_its_summary_shows_all_movements_in_order(client_of_runner: Client, gym: Session) -> None:
    page = html(client_of_runner.get(gym.get_absolute_url()))
    assert "Gym &amp; more" in page
    assert '<span class="numeral">5</span> sets' in page
    parts = ["Bench press", "Slow down", "3 × 8 @ 60 kg", "Squat", "1 × 5 reps @ 80 kg", "Stair climber", "10:00 min"]
    places = [page.index(part, page.index("What you did")) for part in parts]
    assert places == sorted(places)


def test_one_with_movements_of_its_own_alone_has_sets_too(client_of_runner: Client, only_own: Session) -> None:
    page = html(client_of_runner.get(only_own.get_absolute_url()))
    assert "Own workout" in page
    assert '<span class="numeral">1</span> sets' in page
    assert "1 × 8 @ 60 kg" in page
    assert "What got better" not in page
    edited = html(client_of_runner.get(f"{only_own.get_absolute_url()}?edit=1"))
    assert "1 set" in edited
    assert 'data-all-done aria-labelledby="all-done-title" hidden' in edited
    assert "What you did" in edited


def test_warm_ups_alone_are_said_to_be_no_more(client_of_runner: Client, runner: Runner) -> None:
    session = SessionFactory.create(runner=runner, workout="own")
    CustomSetFactory.create(session=session, number=128, warm_up=True)
    LoggedSetFactory.create(session=session, position=52, number=128, warm_up=True)
    page = html(client_of_runner.get(session.get_absolute_url()))
    assert page.count("warm-up only") == 2


def test_our_sets_of_it_are_edited_and_the_others_stand_beside(client_of_runner: Client, gym: Session) -> None:
    edit = f"{gym.get_absolute_url()}?edit=1"
    page = html(client_of_runner.get(edit))
    assert "Also in this session" in page
    assert "3 × 8 @ 60 kg" in page
    assert '"ownSets": 4' in page
    logged = LoggedSet.objects.get()
    logged.pk = gym.set_id(52, 1)
    LoggedSet.objects.all().delete()
    logged.save()
    client_of_runner.post(f"{gym.get_absolute_url()}sets/{logged.pk}/", {"reps": "6", "load": "82.5"})
    again = LoggedSet.objects.get()
    assert (again.reps, again.kg, again.position) == (6, 82.5, 52)
    assert CustomSet.objects.count() == 5


def test_how_it_was_can_be_told_without_a_set_of_ours(client_of_runner: Client, only_own: Session) -> None:
    response = client_of_runner.post(only_own.get_absolute_url(), {"effort": "6", "notes": "Fine."})
    assert response.status_code == 302
    only_own.refresh_from_db()
    assert (only_own.effort, only_own.notes, only_own.status) == (6, "Fine.", "done")


def test_a_movement_added_to_it_takes_nobodys_place(client_of_runner: Client, gym: Session) -> None:
    squat = LoggedSet.objects.get().exercise
    Session.objects.filter(pk=gym.pk).update(status="under-way")
    client_of_runner.post(
        f"{gym.get_absolute_url()}movements/{squat.position}/",
        {"act": "swap", "variation": str(LoggedSet.objects.get().variation_id)},
    )
    assert gym.movements.get().position == squat.position < 51


def test_lists_say_what_it_is_called_and_all_its_sets(client_of_runner: Client, gym: Session) -> None:
    page = html(client_of_runner.get("/sessions/"))
    assert "Gym &amp; more" in page
    assert '<span class="numeral-sm">5</span> <span class="small muted">sets</span>' in page


def test_the_week_shows_it_like_any_other(
    client_of_runner: Client, gym: Session, only_own: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 3, 4, 8, tzinfo=UTC))
    page = " ".join(html(client_of_runner.get("/week/")).split())
    assert 'Gym &amp; more <span class="lane-sure"> 5 sets </span>' in page
    assert 'Own workout <span class="lane-sure"> 1 set </span>' in page


def test_an_opened_week_of_the_history_names_its_movements(client_of_runner: Client, gym: Session) -> None:
    page = html(client_of_runner.get("/history/?week=2026-03-02", headers={"HX-Request": "true"}))
    assert "5 sets · 400 kg moved" in page
    assert "2 movements of your own" in page
    assert '<span>Bench press</span> <span class="number">3 × 8 @ 60 kg</span>' in page
    assert "Gym &amp; more · 5 sets" in page


def test_a_week_with_movements_of_its_own_alone(client_of_runner: Client, only_own: Session) -> None:
    page = html(client_of_runner.get("/history/?week=2026-03-02", headers={"HX-Request": "true"}))
    assert "0 sets" not in page
    assert "1 movement of your own" in page
    assert "Own workout · 1 set" in page
    for address in ("/history/", "/history/2026/"):
        assert "0 sets" not in html(client_of_runner.get(address))


def test_its_file_for_other_apps(client_of_runner: Client, gym: Session, only_own: Session) -> None:
    for session in (gym, only_own):
        response = client_of_runner.get(f"{session.get_absolute_url()}activity.fit")
        assert response["Content-Disposition"] == 'attachment; filename="2026-03-03-workout-own.fit"'


def test_a_deleted_one_is_brought_back_with_all_of_it(client_of_runner: Client, gym: Session) -> None:
    client_of_runner.post(f"{gym.get_absolute_url()}delete/")
    assert "5 sets" in html(client_of_runner.get("/sessions/"))
    client_of_runner.post(f"{gym.get_absolute_url()}undelete/")
    assert gym.custom_sets.count() == 5


def test_sets_under_its_movements_are_in_their_history(client_of_runner: Client, gym: Session) -> None:
    page = html(client_of_runner.get("/history/squat/"))
    assert "5 × 80 kg" in page


@pytest.mark.parametrize("movements", [1, 12])
def test_queries_do_not_grow_with_its_movements(
    client_of_runner: Client, runner: Runner, movements: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    session = SessionFactory.create(runner=runner, workout="own")
    for number in range(movements):
        CustomSetFactory.create(session=session, name=f"Exercise {number}", position=51 + number)
    LoggedSetFactory.create(session=session, position=90)
    client_of_runner.get("/week/")
    with django_assert_num_queries(10):
        client_of_runner.get(session.get_absolute_url())
