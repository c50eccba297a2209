from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import cast

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar, Event

from exercises.models import Variation
from tests.factories import LoggedSetFactory, RunFactory, RunnerFactory, SessionFactory
from training.actions.feed import publish
from training.models import (
    CalendarFeed,
    Condition,
    PlannedMovement,
    PlannedRun,
    PublishedEntry,
    Race,
    Run,
    Runner,
    Session,
)

# A Monday afternoon in Berlin.
NOW = datetime(2026, 3, 9, 15, 0, tzinfo=UTC)
TODAY = NOW.date()


@pytest.fixture
def feed(runner: Runner) -> CalendarFeed:
    """The feed of a runner with eight ordinary weeks: easy on Tuesday, hard on Thursday, long on Sunday."""
    Run.objects.bulk_create(
        Run(
            runner=runner,
            start=datetime.combine(day, time(17), UTC),
            day=day,
            time_zone=runner.time_zone,
            kind=kind,
            told=kind,
            metres=metres,
            seconds=metres * 0.36,
        )
        for week in range(1, 9)
        for weekday, kind, metres in [(1, "easy", 8000), (3, "hard", 10000), (6, "long", 20000)]
        for day in [TODAY - timedelta(weeks=week) + timedelta(days=weekday)]
    )
    feed = CalendarFeed(runner=runner)
    feed.renew()
    feed.save()
    return feed


def read(feed: CalendarFeed, now: datetime = NOW) -> dict[str, Event]:
    """The feed as another program reads it, by UID without what all have in common."""
    fresh = CalendarFeed.objects.select_related("runner").get(pk=feed.pk)
    calendar = Calendar.from_ical(publish(feed=fresh, now=now).file())
    return {
        str(event["uid"]).removesuffix("@sets-and-strides").replace(f"{feed.pk}-", ""): event
        for event in calendar.events
    }


def strength(events: dict[str, Event]) -> Iterator[tuple[date, Event]]:
    for uid, event in events.items():
        if uid.startswith("strength-"):
            yield date.fromisoformat(uid.removeprefix("strength-")), event


def first_day(feed: CalendarFeed) -> date:
    return min(day for day, _event in strength(read(feed)))


def test_recommended_days_are_whole_days_that_may_move(feed: CalendarFeed) -> None:
    chosen = [day.day for day in feed.runner.week_ahead(TODAY).recommendation.chosen]
    found = dict(strength(read(feed)))
    assert sorted(found) == chosen
    for day, event in found.items():
        assert (event.decoded("dtstart"), event.decoded("dtend")) == (day, day + timedelta(days=1))
        assert event["status"] == "TENTATIVE"


def test_a_recommended_day_says_what_to_do_and_why(feed: CalendarFeed) -> None:
    event = dict(strength(read(feed)))[first_day(feed)]
    text = str(event["description"])
    assert str(event["summary"]) == "Strength: Workout A"
    assert "Box squat: " in text or "squat: " in text
    assert " × " in text
    assert "(E" in text, "a reason with its evidence"
    assert "http://127.0.0.1:8000/week/" in text
    assert str(event["url"]) == "http://127.0.0.1:8000/week/"


def test_workouts_alternate_from_the_last_one_trained(feed: CalendarFeed) -> None:
    SessionFactory.create(runner=feed.runner, day=TODAY - timedelta(days=5), workout=Session.Workout.A)
    titles = [str(event["summary"]) for day, event in sorted(strength(read(feed))) if day >= TODAY]
    assert titles == ["Strength: Workout B", "Strength: Workout A"]


def test_a_run_that_was_run(feed: CalendarFeed) -> None:
    start = datetime(2026, 3, 9, 6, 30, tzinfo=UTC)
    run = RunFactory.create(
        runner=feed.runner, title="Läufe, Hügel; Wald", start=start, metres=8200, seconds=2952, elapsed_seconds=3000
    )
    event = read(feed)[f"run-{run.pk}"]
    assert str(event["summary"]) == "Läufe, Hügel; Wald, 8.2 km"
    assert "8.2 km in 49:12, 6:00 /km" in str(event["description"])
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (start, start + timedelta(seconds=3000))


def test_runs_are_left_out_by_choice(feed: CalendarFeed) -> None:
    CalendarFeed.objects.update(with_runs=False)
    assert not [uid for uid in read(feed) if uid.startswith("run-")]


def test_planned_runs_and_races(feed: CalendarFeed) -> None:
    PlannedRun.objects.create(runner=feed.runner, day=TODAY + timedelta(days=20), kind="long", metres=24000)
    PlannedRun.objects.create(runner=feed.runner, day=TODAY + timedelta(days=21), kind="rest")
    PlannedRun.objects.create(runner=feed.runner, day=TODAY - timedelta(days=2), kind="easy", title="Missed")
    Race.objects.create(
        runner=feed.runner, day=TODAY + timedelta(days=40), name="Spring half", metres=21100, priority="A"
    )
    Race.objects.create(runner=feed.runner, day=TODAY + timedelta(days=57), name="Out of sight")
    titles = [str(event["summary"]) for uid, event in read(feed).items() if uid.startswith(("planned", "race"))]
    assert titles == ["Long run, 24.0 km", "Spring half, 21.1 km"]
    CalendarFeed.objects.update(with_plans=False)
    assert not [uid for uid in read(feed) if uid.startswith(("planned", "race"))]


def test_a_planned_run_gives_way_to_the_run_it_became(feed: CalendarFeed) -> None:
    planned = PlannedRun.objects.create(runner=feed.runner, day=TODAY, kind="easy", metres=8000)
    assert f"planned-run-{planned.pk}" in read(feed)
    RunFactory.create(runner=feed.runner, start=NOW - timedelta(hours=3), metres=8100)
    assert f"planned-run-{planned.pk}" not in read(feed)


def test_a_day_keeps_its_uid_from_recommended_to_planned_to_done(feed: CalendarFeed) -> None:
    day = first_day(feed)
    uid = f"strength-{day}"
    recommended = read(feed)[uid]
    session = SessionFactory.create(runner=feed.runner, day=day, status="planned", started_at=None, finished_at=None)
    planned = read(feed)[uid]
    start = datetime.combine(day, datetime.min.time(), UTC) + timedelta(hours=16)
    session.status, session.started_at, session.finished_at = "done", start, start + timedelta(minutes=36)
    session.save()
    done = read(feed, start + timedelta(hours=2))[uid]
    assert [event["status"] for event in (recommended, planned, done)] == ["TENTATIVE", "CONFIRMED", "CONFIRMED"]
    assert [event["sequence"] for event in (recommended, planned, done)] == [0, 1, 2]
    assert str(done["summary"]) == "Strength done: Workout A"
    assert "36 minutes" in str(done["description"])
    assert done.decoded("dtstart") == start


def test_a_second_session_of_a_day_is_an_entry_of_its_own(feed: CalendarFeed) -> None:
    day = TODAY - timedelta(days=1)
    first = SessionFactory.create(runner=feed.runner, day=day)
    second = SessionFactory.create(
        runner=feed.runner, day=day, started_at=cast(datetime, first.started_at) + timedelta(hours=3)
    )
    found = read(feed)
    assert {f"strength-{day}", f"session-{second.pk}"} <= set(found)


def test_a_planned_session_shows_its_own_sets(feed: CalendarFeed) -> None:
    session = SessionFactory.create(
        runner=feed.runner, day=TODAY + timedelta(days=1), status="planned", started_at=None, finished_at=None
    )
    goblet = Variation.objects.get(slug="goblet-squat")
    PlannedMovement.objects.create(
        session=session,
        position=1,
        order=1,
        exercise=goblet.exercise,
        variation=goblet,
        targets=[{"reps": 12, "kg": 20.0}] * 3,
    )
    event = read(feed)[f"strength-{session.day}"]
    assert "Goblet squat: 3 × 12 reps @ 20 kg\nAbout " in str(event["description"])
    assert str(event["url"]).endswith(session.get_absolute_url())


@pytest.mark.parametrize("status", ["skipped", "done"])
def test_a_day_that_is_skipped_or_done_is_not_asked_for(feed: CalendarFeed, status: str) -> None:
    day = first_day(feed)
    SessionFactory.create(runner=feed.runner, day=day, status=status, started_at=None, finished_at=None)
    asked = [when for when, event in strength(read(feed)) if str(event["summary"]).startswith("Strength: ")]
    assert day not in asked


def test_no_numbers_while_a_clinician_should_look_first(feed: CalendarFeed) -> None:
    SessionFactory.create(
        runner=feed.runner, day=TODAY + timedelta(days=2), status="planned", started_at=None, finished_at=None
    )
    Condition.objects.create(
        runner=feed.runner, kind="pain", first=TODAY, told_at=NOW, pain=7, site="shin", signs=["bone"]
    )
    assert list(strength(read(feed))) == []


def test_the_window_is_eight_weeks_back(feed: CalendarFeed) -> None:
    for back in (56, 57):
        SessionFactory.create(runner=feed.runner, day=TODAY - timedelta(days=back))
    days = [day for day, _event in strength(read(feed))]
    assert TODAY - timedelta(days=56) in days
    assert TODAY - timedelta(days=57) not in days


# -- What changed ------------------------------------------------------------------------------------------------------


def test_reading_it_again_gives_the_same_bytes_and_writes_nothing(feed: CalendarFeed) -> None:
    first = publish(feed=feed, now=NOW)
    rows = list(PublishedEntry.objects.values())
    again = publish(feed=CalendarFeed.objects.select_related("runner").get(pk=feed.pk), now=NOW + timedelta(hours=5))
    assert again.file() == first.file()
    assert (again.mark, again.changed_at) == (first.mark, first.changed_at)
    assert list(PublishedEntry.objects.values()) == rows


def test_a_changed_entry_gets_the_next_number_and_no_other_does(feed: CalendarFeed) -> None:
    run = RunFactory.create(runner=feed.runner, start=NOW - timedelta(days=30))
    before = read(feed)
    later = NOW + timedelta(minutes=10)
    for title, now in [("One", later), ("Two", later + timedelta(minutes=1))]:
        run.title = title
        run.save()
        after = read(feed, now)
    changed = {uid: event["sequence"] for uid, event in after.items() if event["sequence"]}
    assert changed == {f"run-{run.pk}": 2}
    assert after[f"run-{run.pk}"].decoded("last-modified") == later + timedelta(minutes=1)
    other = next(uid for uid in after if uid.startswith("run-") and uid != f"run-{run.pk}")
    assert after[other] == before[other]


def test_an_entry_that_goes_changes_the_feed(feed: CalendarFeed) -> None:
    run = RunFactory.create(runner=feed.runner, start=NOW - timedelta(days=30))
    before = publish(feed=feed, now=NOW)
    run.delete()
    after = publish(feed=feed, now=NOW + timedelta(minutes=1))
    assert after.mark != before.mark
    assert after.changed_at == NOW + timedelta(minutes=1)


def test_an_entry_that_returns_otherwise_is_newer(feed: CalendarFeed) -> None:
    planned = PlannedRun.objects.create(runner=feed.runner, day=TODAY + timedelta(days=3), kind="easy", title="One")
    uid = f"planned-run-{planned.pk}"
    assert read(feed)[uid]["sequence"] == 0
    CalendarFeed.objects.update(with_plans=False)
    assert uid not in read(feed)
    CalendarFeed.objects.update(with_plans=True)
    PlannedRun.objects.update(title="Two")
    assert read(feed)[uid]["sequence"] == 1


def test_uids_outlive_a_new_address(feed: CalendarFeed) -> None:
    before = set(read(feed))
    feed.renew()
    feed.save()
    assert set(read(feed)) == before


def test_what_is_out_of_sight_is_forgotten(feed: CalendarFeed) -> None:
    SessionFactory.create(runner=feed.runner, day=TODAY - timedelta(days=50))
    read(feed)
    read(feed, NOW + timedelta(days=30))
    assert not PublishedEntry.objects.filter(day__lt=TODAY - timedelta(days=34)).exists()


@pytest.mark.parametrize(
    ("alarm", "trigger"),
    [("none", None), ("evening", timedelta(hours=-5)), ("morning", timedelta(hours=7))],
)
def test_alarms_by_choice_ring_for_strength_to_come_only(
    feed: CalendarFeed, alarm: str, trigger: timedelta | None
) -> None:
    SessionFactory.create(runner=feed.runner, day=TODAY - timedelta(days=3))
    CalendarFeed.objects.update(alarm=alarm)
    for uid, event in read(feed).items():
        to_come = uid.startswith("strength-") and event["status"] == "TENTATIVE"
        found = [one.decoded("trigger") for one in event.walk("VALARM")]
        assert found == ([trigger] if trigger and to_come else [])


@pytest.mark.parametrize(
    ("zone", "today"), [("Pacific/Auckland", date(2026, 3, 10)), ("America/New_York", date(2026, 3, 9))]
)
def test_the_seven_days_begin_where_the_runner_is(db: None, zone: str, today: date) -> None:
    """At 15:00 UTC it is four in the morning of the next day in Auckland, eleven in the morning in New York."""
    feed = CalendarFeed(runner=RunnerFactory.create(time_zone=zone))
    feed.renew()
    feed.save()
    days = sorted(day for day, _event in strength(read(feed)))
    assert days
    assert all(today <= day <= today + timedelta(days=7) for day in days)


def test_the_days_stay_where_a_calendar_has_shown_them(db: None) -> None:
    """With nothing logged any day is as good as another: yet tomorrow's calendar does not show others."""
    feed = CalendarFeed(runner=RunnerFactory.create())
    feed.renew()
    feed.save()
    today, tomorrow = (
        {day for day, _event in strength(read(feed, NOW + timedelta(days=days))) if day > TODAY} for days in (0, 1)
    )
    assert today
    assert today <= tomorrow


def test_imperial_runners_read_miles(feed: CalendarFeed) -> None:
    Runner.objects.update(units="imperial")
    summaries = {str(event["summary"]) for uid, event in read(feed).items() if uid.startswith("run-")}
    assert "Easy run, 5.0 mi" in summaries


def statements(feed: CalendarFeed, now: datetime = NOW) -> int:
    """How many it takes to read and write the feed and its file; savepoints are the test's own."""
    fresh = CalendarFeed.objects.select_related("runner").get(pk=feed.pk)
    with CaptureQueriesContext(connection) as caught:
        publish(feed=fresh, now=now).file()
    return sum("SAVEPOINT" not in query["sql"] for query in caught.captured_queries)


@pytest.mark.parametrize("rows", [10, 1000])
def test_queries(feed: CalendarFeed, rows: int) -> None:
    """The one before them reads the feed with its runner."""
    runner = feed.runner
    starts = [NOW - timedelta(hours=6 * number + 1) for number in range(rows)]
    Run.objects.bulk_create(
        Run(runner=runner, start=start, day=start.date(), time_zone="UTC", seconds=2400, metres=7000)
        for start in starts
    )
    PlannedRun.objects.bulk_create(
        PlannedRun(runner=runner, day=TODAY + timedelta(days=number), kind="easy") for number in range(min(rows, 50))
    )
    for days in range(1, min(rows, 40)):
        LoggedSetFactory.create(session__runner=runner, session__day=TODAY - timedelta(days=days))
    session = SessionFactory.create(
        runner=runner, day=TODAY + timedelta(days=1), status="planned", started_at=None, finished_at=None
    )
    goblet = Variation.objects.get(slug="goblet-squat")
    PlannedMovement.objects.create(
        session=session, position=1, order=1, exercise=goblet.exercise, variation=goblet, targets=[{"reps": 12}]
    )
    # The week ahead, guides, past sets and what is around them; feed, entries known, entries stored; the days shown.
    assert statements(feed) == 8
    # Nothing new: instead of all that is stored the file asks for what is known.
    assert statements(feed) == 5
    # What is out of sight by then goes.
    assert statements(feed, NOW + timedelta(days=9)) == 9
