import re
from datetime import timedelta
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.contrib.messages import get_messages
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from exercises.models import Equipment
from tests.factories import LoggedSetFactory, RunFactory
from training.forms.settings import SECTIONS
from training.models import CalendarFeed, Reminder, Runner

SETTINGS = "/settings/"
HTMX = {"HX-Request": "true"}

DAYS = {f"minutes_{weekday}": "" for weekday in range(7)}

# A valid change of each section, and what the runner's row holds then.
CHANGES: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "language": ({"language": "de"}, {"language": "de"}),
    "units": ({"units": "imperial"}, {"units": "imperial"}),
    "time": (
        {"time_zone": "Asia/Kathmandu", "week_starts_on": "6"},
        {"time_zone": "Asia/Kathmandu", "week_starts_on": 6},
    ),
    "calendar": ({"alarm": "morning", "with_plans": "on"}, {}),
    "reminders": ({"moment": "evening-19"}, {}),
    "target": ({"target": "3", "session_minutes": "45"}, {"target": 3, "session_minutes": 45}),
    "style": ({"style": "stack"}, {"style": "stack"}),
    "days": (
        DAYS | {"minutes_0": "0", "minutes_3": "90", "likes_1": "on", "likes_4": "on"},
        {"minutes_by_weekday": [0, None, None, 90, None, None, None], "preferred_weekdays": [1, 4]},
    ),
    "equipment": ({"equipment": []}, {}),
    "logging": ({"logs_rir": "1"}, {"logs_rir": True}),
    "weights": (
        {"bar": "15", "plate": "0,5", "dumbbell_step": "", "dumbbells": "8 4 6.8 4"},
        {"bar_kg": 15.0, "plate_kg": 0.5, "dumbbell_step_kg": None, "dumbbells_kg": [4.0, 6.8, 8.0]},
    ),
    "heavy": ({"wants_heavy": "on"}, {"wants_heavy": True}),
    "heart-rate": ({"max_heart_rate": "188"}, {"max_heart_rate": 188}),
}

INVALID: dict[str, tuple[dict[str, Any], str]] = {
    "language": ({"language": "tlh"}, "tlh is not one of the available choices"),
    "units": ({"units": "cubits"}, "cubits is not one of the available choices"),
    "time": ({"time_zone": "Mars/Olympus", "week_starts_on": "0"}, "Mars/Olympus is not one of the available"),
    "calendar": ({"alarm": "gong"}, "gong is not one of the available choices"),
    "reminders": ({"moment": "evening-3"}, "evening-3 is not one of the available choices"),
    "target": ({"target": "7", "session_minutes": "35"}, "7 is not one of the available choices"),
    "style": ({}, "This field is required"),
    "days": ({f"minutes_{weekday}": "0" for weekday in range(7)}, "Leave at least one day for strength"),
    "equipment": ({"equipment": ["999999"]}, "999999 is not one of the available choices"),
    "logging": ({"logs_rir": "perhaps"}, "perhaps is not one of the available choices"),
    "weights": ({"dumbbells": "4 six 8"}, "six is no weight. Write them with spaces between"),
    "heart-rate": ({"max_heart_rate": "90"}, "greater than or equal to 120"),
}

# A box is ticked or not.
ALWAYS_VALID = {"heavy"}


def test_the_page_has_every_section_and_the_account(client_of_runner: Client, runner: Runner) -> None:
    text = client_of_runner.get(SETTINGS).text
    for section in SECTIONS:
        assert f'<section class="bib settings-section" id="{section.key}"' in text
    assert "No trial has compared the two" in text
    for address in ["/accounts/email/", "/accounts/password/change/", "/accounts/2fa/", "/accounts/sessions/"]:
        assert f'href="{address}"' in text
    assert '<form method="post" action="/accounts/logout/">' in text
    assert runner.email in text


def test_every_section_is_tested_here() -> None:
    assert {section.key for section in SECTIONS} == set(CHANGES) == {*INVALID, *ALWAYS_VALID}


@pytest.mark.parametrize("section", CHANGES)
def test_a_section_is_saved_without_javascript(client_of_runner: Client, runner: Runner, section: str) -> None:
    sent, stored = CHANGES[section]
    response = client_of_runner.post(SETTINGS, {"section": section, **sent})
    assert response["Location"] == f"{SETTINGS}#{section}"
    runner.refresh_from_db()
    assert {name: getattr(runner, name) for name in stored} == stored
    said = "Gespeichert." if section == "language" else "Saved."
    assert [message.message for message in get_messages(response.wsgi_request)] == [said]


def test_the_page_says_that_it_was_saved(client_of_runner: Client) -> None:
    assert "Saved." in client_of_runner.post(SETTINGS, {"section": "heavy", "wants_heavy": "on"}, follow=True).text


@pytest.mark.parametrize("section", CHANGES)
def test_a_section_is_swapped_with_a_quiet_saved(client_of_runner: Client, section: str) -> None:
    response = client_of_runner.post(SETTINGS, {"section": section, **CHANGES[section][0]}, headers=HTMX)
    assert response.status_code == 200
    assert "<html" not in response.text
    assert response.text.count("<section") == 1
    assert f'id="{section}"' in response.text
    assert 'role="status"' in response.text


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["whole page", "fragment"])
@pytest.mark.parametrize("section", INVALID)
def test_an_invalid_section_says_why_and_changes_nothing(
    client_of_runner: Client, runner: Runner, section: str, headers: dict[str, str]
) -> None:
    sent, message = INVALID[section]
    before = Runner.objects.filter(pk=runner.pk).values().get()
    response = client_of_runner.post(SETTINGS, {"section": section, **sent}, headers=headers)
    assert response.status_code == 422
    assert message in response.text
    assert ("<html" in response.text) == (not headers)
    assert response.text.count('class="bib settings-section"') == (1 if headers else len(SECTIONS))
    assert Runner.objects.filter(pk=runner.pk).values().get() == before


def test_another_language_loads_the_whole_page_and_is_named_in_itself(client_of_runner: Client) -> None:
    text = client_of_runner.get(SETTINGS).text
    assert text.count("<form") - 1 == text.count("hx-post=") + 1 == len(SECTIONS)
    client_of_runner.post(SETTINGS, {"section": "language", "language": "de"})
    german = client_of_runner.get(SETTINGS).text
    for page in (text, german):
        assert re.search(r"<label[^>]*>\s*English\s*</label>|<span>English</span>", page)
        assert re.search(r"<label[^>]*>\s*Deutsch\s*</label>|<span>Deutsch</span>", page)
    client_of_runner.post(SETTINGS, {"section": "language", "language": ""})
    assert 'lang="en"' in client_of_runner.get(SETTINGS).text.partition("<head>")[0]


def test_an_unknown_section(client_of_runner: Client) -> None:
    assert client_of_runner.post(SETTINGS, {"section": "horoscope"}).status_code == 400


def test_equipment(client_of_runner: Client, runner: Runner) -> None:
    thing = Equipment.objects.get(slug="dumbbells")
    client_of_runner.post(SETTINGS, {"section": "equipment", "equipment": [thing.pk]})
    assert list(runner.equipment.all()) == [thing]
    client_of_runner.post(SETTINGS, {"section": "equipment"})
    assert not runner.equipment.exists()


# -- Weights -----------------------------------------------------------------------------------------------------------


def test_weights_are_kilograms_inside_and_the_runners_unit_outside(client_of_runner: Client, runner: Runner) -> None:
    Runner.objects.update(units="imperial")
    client_of_runner.post(SETTINGS, {"section": "weights", "bar": "35", "dumbbells": "10, 22.5"})
    runner.refresh_from_db()
    assert runner.bar_kg == pytest.approx(15.876, abs=0.001)
    assert runner.weights.dumbbells == pytest.approx((4.536, 10.206), abs=0.001)
    text = client_of_runner.get(SETTINGS).text
    assert re.search(r'name="bar" value="35"[^>]*placeholder="45"', text)
    assert 'value="10 22.5"' in text
    assert "Smallest plate (lb)" in text


@pytest.mark.parametrize(
    ("sent", "message"),
    [
        pytest.param({"bar": "heavy"}, "Write a number such as 8.2 or 8,2.", id="no number"),
        pytest.param({"bar": "120"}, "Between 1 and 50 kg.", id="no bar"),
        pytest.param({"plate": "0"}, "Between 0.25 and 25 kg.", id="no plate"),
        pytest.param({"dumbbells": "5 500"}, "Between 0.25 and 150 kg.", id="no dumbbell"),
        pytest.param({"dumbbells": " ".join(map(str, range(1, 42)))}, "At most 40 weights.", id="a shop"),
    ],
)
def test_weights_that_are_none_are_refused_in_words(
    client_of_runner: Client, runner: Runner, sent: dict[str, str], message: str
) -> None:
    response = client_of_runner.post(SETTINGS, {"section": "weights", **sent}, headers=HTMX)
    assert (response.status_code, message in response.text) == (422, True)
    runner.refresh_from_db()
    assert (runner.bar_kg, runner.plate_kg, runner.dumbbells_kg) == (None, None, [])


def test_the_gate_says_what_is_missing(client_of_runner: Client, runner: Runner) -> None:
    runner.equipment.set(Equipment.objects.filter(slug="chair"))
    LoggedSetFactory.create(session__runner=runner, session__day=runner.today(timezone.now()), session__pain=4)
    text = client_of_runner.get(SETTINGS).text
    assert "1 of 12 sessions done." in text
    assert "1 of 12 sessions in the last 6 weeks" in text
    assert "Two weeks without pain over 2 out of 10." in text
    assert "Dumbbells or a barbell" in text


def test_the_open_gate_says_so(client_of_runner: Client, runner: Runner) -> None:
    for number in range(14):
        day = runner.today(timezone.now()) - timedelta(days=3 * number)
        LoggedSetFactory.create(session__runner=runner, session__day=day)
    text = client_of_runner.get(SETTINGS).text
    assert "You are ready" in text
    assert "sessions done." not in text


# -- The calendar feed -------------------------------------------------------------------------------------------------


def calendar(client: Client, **sent: str) -> str:
    client.post(SETTINGS, {"section": "calendar", "alarm": "none", **sent})
    return client.get(SETTINGS).text


def test_no_address_until_it_is_asked_for(client_of_runner: Client, runner: Runner) -> None:
    assert "Make the address" in client_of_runner.get(SETTINGS).text
    assert not CalendarFeed.objects.exists()
    assert "/calendar/" not in calendar(client_of_runner, with_runs="on")
    feed = runner.calendar_feed
    assert (feed.is_on, feed.with_runs, feed.with_plans) == (False, True, False)


def test_the_address_is_made_shown_renewed_and_turned_off(client_of_runner: Client, runner: Runner) -> None:
    text = calendar(client_of_runner, do="renew")
    address = f"/calendar/{runner.calendar_feed.token}.ics"
    assert f'value="http://testserver{address}" readonly' in text
    assert f'href="webcal://testserver{address}"' in text
    assert client_of_runner.get(address).status_code == 200

    assert f"http://testserver{address}" in calendar(client_of_runner, alarm="evening"), "saving keeps the address"
    text = calendar(client_of_runner, do="renew")
    assert address not in text
    assert client_of_runner.get(address).status_code == 404

    text = calendar(client_of_runner, do="off")
    assert "/calendar/" not in text
    assert "Make the address" in text


def test_a_new_address_comes_as_a_fragment(client_of_runner: Client, runner: Runner) -> None:
    sent = {"section": "calendar", "alarm": "none", "do": "renew"}
    response = client_of_runner.post(SETTINGS, sent, headers=HTMX)
    assert "<html" not in response.text
    assert f"/calendar/{runner.calendar_feed.token}.ics" in response.text


# -- Reminders ---------------------------------------------------------------------------------------------------------


def test_reminders_are_off_until_asked_for_and_can_be_ended(client_of_runner: Client, runner: Runner) -> None:
    assert '<option value="never" selected>' in client_of_runner.get(SETTINGS).text
    client_of_runner.post(SETTINGS, {"section": "reminders", "moment": "morning-6"})
    assert (runner.reminder.when, runner.reminder.hour) == ("morning", 6)
    assert '<option value="morning-6" selected>That morning, 6 a.m.</option>' in client_of_runner.get(SETTINGS).text
    client_of_runner.post(SETTINGS, {"section": "reminders", "moment": "never"})
    runner.reminder.refresh_from_db()
    assert runner.reminder.when == "never"


def test_mails_need_a_confirmed_address(client_of_runner: Client, runner: Runner) -> None:
    assert "yours is not confirmed yet" in client_of_runner.get(SETTINGS).text
    EmailAddress.objects.create(user=runner, email=runner.email, primary=True, verified=True)
    assert "yours is not confirmed yet" not in client_of_runner.get(SETTINGS).text


def test_an_unusual_hour_stays_a_choice(client_of_runner: Client, runner: Runner) -> None:
    Reminder.objects.create(runner=runner, when="evening", hour=15)
    text = client_of_runner.get(SETTINGS).text
    assert '<option value="evening-15" selected>The evening before, 3 p.m.</option>' in text


# -- Other sections ----------------------------------------------------------------------------------------------------


def test_a_maximum_heart_rate_makes_runs_hard(client_of_runner: Client, runner: Runner) -> None:
    run = RunFactory.create(runner=runner, avg_hr=170)
    client_of_runner.post(SETTINGS, {"section": "heart-rate", "max_heart_rate": "188"})
    run.refresh_from_db()
    assert (run.kind, run.kind_rule) == ("hard", "heart-rate")


def test_a_section_writes_its_own_columns_only(client_of_runner: Client, runner: Runner) -> None:
    """What another device saves between reading and writing is kept."""
    client_of_runner.post(SETTINGS, {"section": "target", "target": "3", "session_minutes": "35", "units": "imperial"})
    runner.refresh_from_db()
    assert runner.units == Runner.UnitSystem.METRIC


def test_a_value_from_elsewhere_stays_a_choice(client_of_runner: Client, runner: Runner) -> None:
    runner.minutes_by_weekday = [55, *[None] * 6]
    runner.time_zone = "Etc/GMT-2"
    runner.save()
    text = client_of_runner.get(SETTINGS).text
    assert '<option value="55" selected>55 min</option>' in text
    assert '<option value="Etc/GMT-2" selected>Etc/GMT-2</option>' in text


def test_days_follow_the_runners_week(client_of_runner: Client, runner: Runner) -> None:
    runner.week_starts_on = Runner.WeekStart.SUNDAY
    runner.save()
    text = client_of_runner.get(SETTINGS).text
    assert text.index('<th scope="row">Sunday') < text.index('<th scope="row">Monday')


def test_queries(client_of_runner: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    # Session, runner, equipment, the runner's equipment, past sets and what is around them, feed, reminder, address.
    with django_assert_num_queries(9):
        client_of_runner.get(SETTINGS)


def test_a_visitor_is_asked_to_log_in(client: Client, db: None) -> None:
    assert client.get(SETTINGS)["Location"] == f"/accounts/login/?next={SETTINGS}"
