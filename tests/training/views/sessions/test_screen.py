import re

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import LoggedSetFactory
from tests.training.views.sessions.taps import (
    goblet,
    html,
    position_of,
    set_address,
    start,
)
from training.models import LoggedSet, Runner


def shown(page: str) -> list[str]:
    """The movements that can be seen."""
    sections = re.findall(r'<section class="movement[^>]*>.*?</section>', page, flags=re.DOTALL)
    return [re.search(r"data-name[^>]*>([^<]+)<", one)[1] for one in sections if " hidden>" not in one.split("\n")[0]]  # type: ignore[index]


def test_it_shows_the_movement_its_target_the_reason_and_what_comes(client_of_runner: Client, runner: Runner) -> None:
    page = html(client_of_runner.get(start(runner).get_absolute_url()))
    assert shown(page) == ["Squat"]
    assert '<span class="numeral" data-amounts>2 × 10</span>' in page
    assert "Your first time: easy numbers, to learn the movement." in page
    assert "/why/#E37" in page
    assert 'class="upcoming-name" data-name>Step-up<' in page


def test_the_rows_hold_the_target_and_show_last_time(client_of_runner: Client, runner: Runner) -> None:
    earlier = start(runner, days_ago=3)
    goblet(earlier)
    client_of_runner.post(set_address(earlier, 1, 1), {"reps": "12", "load": "22,5"})
    page = html(client_of_runner.get(start(runner).get_absolute_url()))
    assert re.search(r'name="reps" type="number"[^>]* value="12"', page)
    assert re.search(r'name="load" type="text"[^>]* value="22.5"', page)
    assert "last time </span>12 × 22.5" in page


def test_pounds_are_shown_and_taken(client_of_runner: Client, runner: Runner) -> None:
    runner.units = Runner.UnitSystem.IMPERIAL
    runner.save()
    session = start(runner)
    goblet(session)
    client_of_runner.post(set_address(session, 1, 1), {"reps": "12", "load": "45"})
    assert LoggedSet.objects.get().kg == pytest.approx(20.41, abs=0.01)
    page = html(client_of_runner.get(session.get_absolute_url()))
    assert 'value="45"' in page
    assert ">lb</label>" in page


def test_a_movement_on_one_leg_says_per_leg(client_of_runner: Client, runner: Runner) -> None:
    session = start(runner)
    page = html(client_of_runner.get(session.get_absolute_url(), {"movement": position_of(session, "step-up")}))
    assert '<span class="target-unit" data-unit>reps per leg</span>' in page


def test_a_plank_counts_seconds(client_of_runner: Client, runner: Runner) -> None:
    session = start(runner)
    plank = position_of(session, "plank")
    page = html(client_of_runner.get(session.get_absolute_url(), {"movement": plank}))
    assert f'id="set-{plank}-1-seconds" name="seconds"' in page
    client_of_runner.post(set_address(session, plank, 1), {"seconds": "47"})
    done = LoggedSet.objects.get()
    assert (done.seconds, done.reps) == (47, None)


def test_a_side_plank_is_timed_on_both_sides(client_of_runner: Client, runner: Runner) -> None:
    session = start(runner, workout="B")
    page = html(client_of_runner.get(session.get_absolute_url(), {"movement": position_of(session, "plank")}))
    assert "seconds a side" in page


@pytest.mark.parametrize("asked", ["99", "x", "-1", "²"])
def test_a_movement_that_is_none_shows_the_next_one(client_of_runner: Client, runner: Runner, asked: str) -> None:
    page = html(client_of_runner.get(start(runner).get_absolute_url(), {"movement": asked}))
    assert shown(page) == ["Squat"]


def test_one_more_set_offers_a_row_like_the_last(client_of_runner: Client, runner: Runner) -> None:
    session = start(runner)
    for number in (1, 2):
        client_of_runner.post(set_address(session, 1, number), {"reps": "14"})
    where = f"{session.get_absolute_url()}?movement=1"
    assert set_address(session, 1, 3) not in html(client_of_runner.get(where))
    offered = html(client_of_runner.get(f"{where}&more=1"))
    assert set_address(session, 1, 3) in offered
    client_of_runner.post(set_address(session, 1, 3), {"reps": "9"})
    assert session.sets.filter(position=1).count() == 3


def test_a_session_from_elsewhere_without_a_plan_is_shown_and_edited(client_of_runner: Client, runner: Runner) -> None:
    done = LoggedSetFactory.create(session__runner=runner)
    address = done.session.get_absolute_url()
    assert "1 × 12 reps" in html(client_of_runner.get(address))
    where = reverse("training:session-set", args=[done.session.pk, done.pk])
    assert where in html(client_of_runner.get(address, {"edit": "1"}))
    client_of_runner.post(where, {"reps": "11", "load": "20"})
    done.refresh_from_db()
    assert done.reps == 11
