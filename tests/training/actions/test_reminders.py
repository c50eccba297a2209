import email
import email.policy
import smtplib
from datetime import UTC, date, datetime, timedelta
from unittest import mock

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.mail import EmailMessage
from pytest_django import Settings

from tests.factories import RunnerFactory, SessionFactory
from training.actions.reminders import reminder_of, send_reminders, stop_address
from training.models import Reminder, Runner, SentReminder, Session

# Seven in the evening of a Monday in Berlin.
EVENING = datetime(2026, 3, 9, 18, 0, tzinfo=UTC)
MONDAY = date(2026, 3, 9)


def reminded(when: str = "evening", hour: int = 19, zone: str = "Europe/Berlin") -> Runner:
    """A runner with a confirmed address; with nothing logged every weekday is open and two are chosen."""
    runner = RunnerFactory.create(time_zone=zone)
    EmailAddress.objects.create(user=runner, email=runner.email, primary=True, verified=True)
    Reminder.objects.create(runner=runner, when=when, hour=hour)
    return runner


def planned(runner: Runner, day: date) -> Session:
    return SessionFactory.create(runner=runner, day=day, status="planned", started_at=None, finished_at=None)


@pytest.fixture
def lifter(db: None) -> Runner:
    """Reminded on the evening before, with strength put on Tuesday."""
    runner = reminded()
    planned(runner, MONDAY + timedelta(days=1))
    return runner


def test_the_mail_says_what_and_why_and_how_to_end_it(lifter: Runner) -> None:
    assert send_reminders(now=EVENING) == 1
    (message,) = mail.outbox
    assert isinstance(message, EmailMessage)
    assert message.to == [lifter.email]
    assert message.subject == "Strength tomorrow: Workout A"
    body = str(message.body)
    session = lifter.sessions.get()
    stop = stop_address(lifter)
    assert "Tomorrow, Tuesday 10 March, is a day for strength: Workout A, about " in body
    assert "\n- Bodyweight squat: " in body or "squat: 3 × " in body
    assert f"http://127.0.0.1:8000{session.get_absolute_url()}" in body
    assert stop in body
    assert message.extra_headers["List-Unsubscribe"] == f"<{stop}>"
    assert message.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert "&" not in body.replace("Sets & Strides", "")


def test_the_mail_is_in_the_runners_language(lifter: Runner) -> None:
    Runner.objects.filter(pk=lifter.pk).update(language="de")
    assert send_reminders(now=EVENING) == 1
    (message,) = mail.outbox
    assert message.subject == "Morgen Kraft: Programm A"
    assert "Morgen, Dienstag, 10. März, ist ein Tag für Kraft: Programm A, etwa " in str(message.body)


def test_the_headers_that_end_it_travel_in_one_piece(lifter: Runner, settings: Settings) -> None:
    """Mail programs read the address between < and > and do not decode it (RFC 2369)."""
    settings.SITE_URL = "https://a-rather-long-name-of-a-club.example.org"
    send_reminders(now=EVENING)
    (message,) = mail.outbox
    stop = stop_address(lifter)
    raw = message.message(policy=email.policy.SMTP).as_bytes()
    assert f"List-Unsubscribe: <{stop}>\r\n".encode() in raw
    assert b"List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n" in raw
    assert raw.isascii(), "any server takes it"
    parsed = email.message_from_bytes(raw, policy=email.policy.default)
    assert stop in str(parsed.get_content())


def test_a_recommended_day_comes_with_its_reason(db: None) -> None:
    """The days stay as they were first chosen, although this runner never opens a page."""
    runner = reminded()
    chosen = {day.day for day in runner.week_ahead(MONDAY).recommendation.chosen} - {MONDAY}
    sent = {MONDAY + timedelta(days=days + 1): send_reminders(now=EVENING + timedelta(days=days)) for days in range(6)}
    assert {day for day, count in sent.items() if count} >= chosen
    body = str(mail.outbox[0].body)
    assert "(E" in body
    assert "http://127.0.0.1:8000/week/\n" in body


def test_that_morning(db: None) -> None:
    runner = reminded("morning", 7)
    planned(runner, MONDAY)
    assert send_reminders(now=datetime(2026, 3, 9, 5, 59, tzinfo=UTC)) == 0
    assert send_reminders(now=datetime(2026, 3, 9, 6, 0, tzinfo=UTC)) == 1
    assert mail.outbox[0].subject == "Strength today: Workout A"
    assert "Today is a day for strength: Workout A" in str(mail.outbox[0].body)


def test_each_in_their_own_evening(db: None) -> None:
    """Seven in the evening of Tuesday comes 17 hours earlier in Auckland than in New York."""
    for zone in ("Pacific/Auckland", "America/New_York"):
        planned(reminded(zone=zone), date(2026, 3, 11))
    hours = [datetime(2026, 3, 10, 0, 0, tzinfo=UTC) + timedelta(hours=hour) for hour in range(30)]
    sent = {hour: send_reminders(now=hour) for hour in hours}
    assert [hour for hour, count in sent.items() if count] == [
        datetime(2026, 3, 10, 6, 0, tzinfo=UTC),
        datetime(2026, 3, 10, 23, 0, tzinfo=UTC),
    ]
    assert all("Tomorrow, Wednesday 11 March" in str(message.body) for message in mail.outbox)


def test_never_twice(lifter: Runner) -> None:
    counts = [send_reminders(now=EVENING + timedelta(minutes=minutes)) for minutes in (0, 5, 10, 120)]
    # Looked after anew, as by a second worker that read the row before the first had written it.
    Reminder.objects.update(looked_after_on=None)
    counts.append(send_reminders(now=EVENING + timedelta(minutes=1)))
    assert counts == [1, 0, 0, 0, 0]
    assert len(mail.outbox) == 1


def test_not_again_of_the_same_day_after_changing_to_mornings(lifter: Runner) -> None:
    assert send_reminders(now=EVENING) == 1
    Reminder.objects.update(when="morning", hour=7)
    assert send_reminders(now=EVENING + timedelta(hours=12)) == 0


@pytest.mark.parametrize("status", ["done", "skipped", "under-way"])
def test_not_of_a_day_that_is(lifter: Runner, status: str) -> None:
    lifter.sessions.update(status=status)
    assert send_reminders(now=EVENING) == 0
    assert mail.outbox == []


def test_not_of_a_day_that_is_out_or_not_chosen(db: None) -> None:
    runner = reminded()
    runner.minutes_by_weekday = [None, 0, None, None, None, None, None]
    runner.save()
    assert send_reminders(now=EVENING) == 0
    assert Reminder.objects.get().looked_after_on == MONDAY


def test_a_mail_that_fails_is_tried_again_and_stops_no_other(lifter: Runner, caplog: pytest.LogCaptureFixture) -> None:
    planned(reminded(), MONDAY + timedelta(days=1))
    real = EmailMessage.send

    def refuse_one(message: EmailMessage, *args: object) -> int:
        if message.to == [lifter.email]:
            raise smtplib.SMTPServerDisconnected("gone")
        return real(message)

    with mock.patch.object(EmailMessage, "send", refuse_one):
        assert send_reminders(now=EVENING) == 1
    assert "could not be sent" in caplog.text
    assert not SentReminder.objects.filter(runner=lifter).exists()
    assert send_reminders(now=EVENING + timedelta(minutes=5)) == 1
    assert {message.to[0] for message in mail.outbox} == {*Runner.objects.values_list("email", flat=True)}


def test_after_unsubscribing_no_mail_comes(lifter: Runner) -> None:
    Reminder.objects.update(when="never")
    assert send_reminders(now=EVENING) == 0


def test_only_our_own_signature_ends_reminders(lifter: Runner) -> None:
    token = stop_address(lifter).removesuffix("/").rpartition("/")[2]
    assert reminder_of(token) == lifter.reminder
    other = reminded()
    assert reminder_of(token.replace(f"{lifter.pk}:", f"{other.pk}:", 1)) is None
    assert reminder_of("") is None
