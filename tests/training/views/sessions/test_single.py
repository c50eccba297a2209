import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.factories import LoggedSetFactory, RunnerFactory
from tests.training.views.muscles import map_has, map_title, sets_by_muscle
from tests.training.views.sessions.taps import done, finish, html, log_all, log_rows, set_address, start
from training.models import Runner


def test_all_sets_then_one_post_and_the_summary_stands(client_of_runner: Client, runner: Runner) -> None:
    session = start(runner)
    log_all(client_of_runner, session)
    assert "Finish and save" in html(client_of_runner.get(session.get_absolute_url()))
    response = finish(client_of_runner, session)
    assert (response.status_code, response["Location"]) == (302, session.get_absolute_url())
    session.refresh_from_db()
    assert session.is_done
    assert session.finished_at is not None
    page = html(client_of_runner.get(session.get_absolute_url()))
    count = session.sets.count()
    assert f'<span class="numeral">{count}</span> of {count} sets' in page
    assert 'href="/week/"' in page


def test_sets_without_a_tick_are_not_logged(client_of_runner: Client, runner: Runner) -> None:
    session = start(runner)
    client_of_runner.post(set_address(session, 1, 1), {"reps": "10"})
    finish(client_of_runner, session, effort="6", pain="4", notes="Knee grumbled.")
    session.refresh_from_db()
    assert (session.sets.count(), session.effort, session.pain) == (1, 6, 4)
    page = html(client_of_runner.get(session.get_absolute_url()))
    assert "3 to 5: nothing grows next time." in page
    assert "Knee grumbled." in page
    assert "Pain of 4 out of 10 last time" in page


def test_a_session_without_a_set_is_not_finished(client_of_runner: Client, runner: Runner) -> None:
    session = start(runner)
    response = finish(client_of_runner, session, notes="kept")
    assert response.status_code == 422
    assert "Nothing is logged yet." in html(response)
    assert "kept</textarea>" in html(response)
    session.refresh_from_db()
    assert not session.is_done


def test_an_effort_of_eleven_is_refused_and_the_notes_stay(client_of_runner: Client, runner: Runner) -> None:
    session = start(runner)
    client_of_runner.post(set_address(session, 1, 1), {"reps": "10"})
    response = finish(client_of_runner, session, effort="11", notes="Good legs.")
    assert response.status_code == 422
    assert "11 is not one of the available choices" in html(response)
    assert "Good legs.</textarea>" in html(response)


def test_what_got_better_stands_in_the_summary_three_lines_at_most(client_of_runner: Client, runner: Runner) -> None:
    earlier = done(runner, days_ago=3)
    assert "What got better" not in html(client_of_runner.get(earlier.get_absolute_url()))
    session = start(runner)
    log_rows(session, more=2)
    finish(client_of_runner, session)
    page = html(client_of_runner.get(session.get_absolute_url()))
    assert "Squat: 4 reps more" in page
    assert page.split('class="gains"')[1].split("</ul>")[0].count("<li>") == 3


def test_only_the_newest_session_says_what_is_next(client_of_runner: Client, runner: Runner) -> None:
    earlier = done(runner, days_ago=3)
    assert "Next time" in html(client_of_runner.get(earlier.get_absolute_url()))
    start(runner)
    assert "Next time" not in html(client_of_runner.get(earlier.get_absolute_url()))


def test_a_done_session_is_edited_without_losing_when_it_ended(client_of_runner: Client, runner: Runner) -> None:
    session = done(runner, days_ago=0)
    ended = session.finished_at
    response = client_of_runner.post(set_address(session, 1, 1), {"reps": "9"})
    assert response["Location"] == f"{session.get_absolute_url()}?edit=1&movement=1#movement-1"
    assert 'value="9"' in html(client_of_runner.get(response["Location"]))
    finish(client_of_runner, session, effort="3")
    session.refresh_from_db()
    assert (session.is_done, session.finished_at, session.effort) == (True, ended, 3)


def test_a_session_left_running_asks_what_happened(client_of_runner: Client, runner: Runner) -> None:
    session = start(runner, days_ago=1)
    client_of_runner.post(set_address(session, 1, 1), {"reps": "10"})
    logged = session.sets.get()
    assert "'s session was never finished. What happened?" in html(client_of_runner.get("/week/"))
    page = html(client_of_runner.get(session.get_absolute_url()))
    assert "and never finished" in page
    assert "1 set is logged. What happened?" in page
    finish(client_of_runner, session)
    session.refresh_from_db()
    assert "was never finished" not in html(client_of_runner.get("/week/"))
    # It ended with its last set, not today.
    assert (session.is_done, session.finished_at) == (True, logged.logged_at)


def test_a_session_of_today_is_not_asked_about(client_of_runner: Client, runner: Runner) -> None:
    assert "and never finished" not in html(client_of_runner.get(start(runner).get_absolute_url()))


def test_the_summary_says_what_it_trained(client_of_runner: Client, runner: Runner) -> None:
    session = start(runner)
    for number in (1, 2):
        client_of_runner.post(set_address(session, 1, number), {"reps": "10"})
    client_of_runner.post(set_address(session, 7, 1), {"reps": "15"})
    finish(client_of_runner, session)
    page = html(client_of_runner.get(session.get_absolute_url()))
    trained = sets_by_muscle(page)
    assert (trained["Quadriceps"], trained["Hamstrings"], trained["Calves and soleus"]) == ("2", "1", "1")
    assert "Shoulders" not in trained
    assert map_title(page).startswith("Muscles, front and back of the body. Main work: Quadriceps, Gluteus maximus,")


def test_the_plan_says_what_it_will_train_without_what_is_left_out(client_of_runner: Client, runner: Runner) -> None:
    session = start(runner)
    page = html(client_of_runner.get(session.get_absolute_url()))
    planned, calf_raise = sets_by_muscle(page), session.movements.get(exercise__slug="calf-raise")
    assert map_has(page, "main") > 3
    session.movements.filter(pk=calf_raise.pk).update(skipped=True)
    without = sets_by_muscle(html(client_of_runner.get(session.get_absolute_url())))
    assert float(without["Calves and soleus"]) == float(planned["Calves and soleus"]) - len(calf_raise.targets) > 0
    assert without["Quadriceps"] == planned["Quadriceps"]


def test_the_next_session_says_it_before_it_begins(client_of_runner: Client, runner: Runner) -> None:
    before = sets_by_muscle(html(client_of_runner.get("/sessions/next/")))
    assert before == sets_by_muscle(html(client_of_runner.get(start(runner).get_absolute_url())))


def test_a_tap_before_the_script_is_there_asks_for_no_session_that_is_not(
    client_of_runner: Client, runner: Runner
) -> None:
    def ticks(address: str) -> set[str]:
        return set(re.findall(r'<button class="set-tick"[^>]*>', html(client_of_runner.get(address))))

    assert ticks("/sessions/next/") == {'<button class="set-tick" type="submit" disabled>'}
    assert ticks(start(runner).get_absolute_url()) == {'<button class="set-tick" type="submit">'}


def test_editing_a_done_session_shows_no_plan(client_of_runner: Client, runner: Runner) -> None:
    session = done(runner, days_ago=0)
    assert "muscle-map" not in html(client_of_runner.get(f"{session.get_absolute_url()}?edit=1"))


def test_the_next_session_can_be_looked_at_from_one_movement(client_of_runner: Client) -> None:
    page = html(client_of_runner.get("/sessions/next/?movement=7"))
    assert re.search(r'id="movement-1"[^>]* hidden>', page)
    assert not re.search(r'id="movement-7"[^>]* hidden>', page)
    assert 'name="also" value="calf-raise"' in page, "without JavaScript it is started there, too"
    assert 'name="also"' not in html(client_of_runner.get("/sessions/next/"))


@pytest.mark.django_db(transaction=True)
def test_a_screen_seen_before_takes_three_queries_until_a_set_is_logged(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    runner = RunnerFactory.create()
    client.force_login(runner)
    session = start(runner)
    first = client.get(session.get_absolute_url()).content.decode()
    # Session, runner, stamp.
    with django_assert_num_queries(3):
        again = client.get(session.get_absolute_url()).content.decode()
    assert again.count('id="session-state"') == first.count('id="session-state"') == 1
    # The moment at which the page was made stands in it anew, for the script to know how old it is.
    assert again.count("data-made-at=") == 1
    LoggedSetFactory.create(session=session, position=1, number=1)
    done = client.get(session.get_absolute_url()).content.decode()
    assert done.partition('id="session-state"')[2] != first.partition('id="session-state"')[2]
