"""The week ahead: days that were shown stay, and give way for a reason that can be named."""

from datetime import UTC, date, datetime, timedelta

import pytest

from tests.factories import RunFactory, SessionFactory
from training.actions.week import move_session, settle_days, skip_session, take_back
from training.models import Condition, Race, Run, Runner, ShownWeek
from training.models.week_ahead import WeekAhead
from training.plan.changes import Change

MONDAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, 8, tzinfo=UTC)
PATTERN = {1: ("easy", 8), 2: ("hard", 10), 3: ("easy", 6), 5: ("easy", 9), 6: ("long", 20)}


def on(weekday: int) -> date:
    return MONDAY + timedelta(days=weekday)


def run_on(runner: Runner, day: date, kind: str, km: float = 8) -> Run:
    return RunFactory.create(
        runner=runner,
        start=datetime(day.year, day.month, day.day, 6, tzinfo=UTC),
        kind=kind,
        is_long=kind == "long",
        metres=km * 1000,
        seconds=km * 360,
        told=kind,
        kind_rule="told",
    )


@pytest.fixture
def eight_weeks(runner: Runner) -> Runner:
    """Easy Tuesday, hard Wednesday, easy Thursday and Saturday, long Sunday; strength on Mondays and Thursdays."""
    for back in range(1, 57):
        day = MONDAY - timedelta(days=back)
        if day.weekday() in PATTERN:
            kind, km = PATTERN[day.weekday()]
            run_on(runner, day, kind, km)
        if day.weekday() in (0, 3):
            SessionFactory.create(runner=runner, day=day)
    return runner


def look(runner: Runner, today: date = MONDAY) -> WeekAhead:
    """As the page does: the days are kept where nothing waits for the runner."""
    ahead = runner.week_ahead(today)
    if ahead.settled:
        ShownWeek.objects.keep(ahead.as_shown(ahead.recommendation))
    return ahead


def days(ahead: WeekAhead) -> list[date]:
    return [day.day for day in ahead.recommendation.chosen]


def test_the_first_look_keeps_the_best_days(eight_weeks: Runner) -> None:
    assert days(look(eight_weeks)) == [on(0), on(3)]
    look(eight_weeks)
    shown = eight_weeks.shown_weeks.get()
    assert (shown.chosen, shown.start) == ({on(0), on(3)}, MONDAY)
    assert shown.days[0]["reasons"]
    assert shown.expected[on(2)] == "hard"


def test_a_new_day_brings_its_own_and_leaves_the_others(eight_weeks: Runner) -> None:
    look(eight_weeks)
    SessionFactory.create(runner=eight_weeks, day=MONDAY)
    ahead = look(eight_weeks, on(1))
    assert days(ahead)[0] == on(3)
    assert not ahead.offers
    assert eight_weeks.shown_weeks.count() == 2


def test_a_long_run_out_of_turn_is_named_and_better_days_are_offered(eight_weeks: Runner) -> None:
    """The shown days stay until a tap."""
    look(eight_weeks)
    run = run_on(eight_weeks, on(0), "long", 18)
    ahead = look(eight_weeks)
    assert ahead.changes == (Change("run-turned-out", on(0), "long", "rest", str(run.pk)),)
    assert days(ahead) == [on(0), on(3)]
    assert ahead.offers
    better = [day.day for day in ahead.best.chosen]
    assert on(0) not in better
    settle_days(runner=eight_weeks, today=MONDAY, new=True)
    after = look(eight_weeks)
    assert days(after) == better
    assert not after.changes


def test_a_run_that_changes_little_is_no_news(eight_weeks: Runner) -> None:
    look(eight_weeks)
    run_on(eight_weeks, on(0), "hard", 12)
    ahead = look(eight_weeks)
    assert ahead.held is not None
    assert 0 < ahead.held.cost - ahead.best.cost < 1
    assert not ahead.offers
    assert not look(eight_weeks).changes


def test_days_that_were_kept_are_not_questioned_again(eight_weeks: Runner) -> None:
    look(eight_weeks)
    run_on(eight_weeks, on(0), "long", 18)
    assert look(eight_weeks).offers
    settle_days(runner=eight_weeks, today=MONDAY, new=False)
    after = look(eight_weeks)
    assert days(after) == [on(0), on(3)]
    assert not after.offers


def test_a_race_that_is_entered_moves_days_at_once(eight_weeks: Runner) -> None:
    look(eight_weeks)
    Race.objects.create(runner=eight_weeks, day=on(6), metres=21097.5, priority="A")
    ahead = look(eight_weeks)
    assert ahead.moved_at_once
    assert on(3) in ahead.lost
    assert ahead.changes[0] == Change("race-entered", on(6))
    assert all(day.light for day in ahead.recommendation.chosen)


def test_a_missed_session_is_said_and_not_owed(eight_weeks: Runner) -> None:
    look(eight_weeks)
    ahead = look(eight_weeks, on(1))
    assert ahead.changes == (Change("session-missed", on(0)),)
    assert days(ahead)[0] == on(3)


def test_strength_done_beside_a_shown_day_moves_it(eight_weeks: Runner) -> None:
    look(eight_weeks)
    SessionFactory.create(runner=eight_weeks, day=MONDAY)
    SessionFactory.create(runner=eight_weeks, day=on(2))
    run_on(eight_weeks, on(2), "hard", 10)
    ahead = look(eight_weeks, on(3))
    assert ahead.changes[0] == Change("session-elsewhere", on(2))
    assert on(3) not in days(ahead)


class TestOwnDays:
    def test_a_move_names_the_rule_stands_and_can_be_taken_back(self, eight_weeks: Runner) -> None:
        look(eight_weeks)
        move = move_session(runner=eight_weeks, day=on(3), to=on(5), now=NOW)
        assert move.breaks is not None
        assert move.breaks.rule == "day-before-long"
        ahead = look(eight_weeks)
        assert days(ahead) == [on(0), on(5)]
        assert eight_weeks.sessions.get(status="planned").moved_from == on(3)
        take_back(runner=eight_weeks, day=on(5))
        take_back(runner=eight_weeks, day=on(5))
        assert days(look(eight_weeks)) == [on(0), on(3)]

    def test_moved_twice_it_remembers_where_it_came_from(self, eight_weeks: Runner) -> None:
        look(eight_weeks)
        move_session(runner=eight_weeks, day=on(3), to=on(5), now=NOW)
        move_session(runner=eight_weeks, day=on(5), to=on(4), now=NOW)
        assert eight_weeks.sessions.get(status="planned").moved_from == on(3)
        assert move_session(runner=eight_weeks, day=on(4), to=on(3), now=NOW).session is None
        assert not eight_weeks.sessions.filter(status="planned").exists()

    def test_a_session_that_is_not_there_cannot_be_moved(self, eight_weeks: Runner) -> None:
        for day, to in ((on(1), on(4)), (on(3), on(0)), (on(3), on(9))):
            with pytest.raises(ValueError, match="no session to move"):
                move_session(runner=eight_weeks, day=day, to=to, now=NOW)

    def test_a_skip_leaves_the_others_and_is_put_nowhere_else(self, eight_weeks: Runner) -> None:
        look(eight_weeks)
        skip_session(runner=eight_weeks, day=on(3), why="tired", now=NOW)
        skip_session(runner=eight_weeks, day=on(3), why="no-time", now=NOW)
        assert eight_weeks.sessions.get(status="skipped").skipped_because == "no-time"
        assert days(look(eight_weeks)) == [on(0)]
        take_back(runner=eight_weeks, day=on(3))
        assert days(look(eight_weeks)) == [on(0), on(3)]

    def test_a_planned_day_on_which_it_was_done_is_done(self, eight_weeks: Runner) -> None:
        look(eight_weeks)
        move_session(runner=eight_weeks, day=on(0), to=on(1), now=NOW)
        SessionFactory.create(runner=eight_weeks, day=on(1))
        assert eight_weeks.week_ahead(on(1)).own.planned == {}


def test_red_pain_stops_everything_and_keeps_what_was_shown(eight_weeks: Runner) -> None:
    look(eight_weeks)
    pain = Condition.objects.create(runner=eight_weeks, kind="pain", first=MONDAY, pain=8, told_at=NOW)
    ahead = look(eight_weeks)
    assert ahead.stopped is not None
    assert days(ahead) == []
    pain.delete()
    assert days(look(eight_weeks)) == [on(0), on(3)]


def test_weeks_away_are_left_out_of_what_is_foreseen(eight_weeks: Runner) -> None:
    first = MONDAY - timedelta(days=14)
    Condition.objects.create(runner=eight_weeks, kind="away", first=first, ended_on=MONDAY, told_at=NOW)
    assert eight_weeks.week_ahead(MONDAY).coming.usable_weeks == 6


def test_nobody_elses_days_are_read(eight_weeks: Runner, django_assert_num_queries) -> None:
    other = RunFactory.create().runner
    assert other.week_ahead(MONDAY).sessions == []
    with django_assert_num_queries(1):
        assert days(eight_weeks.week_ahead(MONDAY))


def test_a_workout_of_ones_own_counts_as_strength_like_any_other(eight_weeks: Runner) -> None:
    def days() -> list[date]:
        return [one.day for one in eight_weeks.week_ahead(on(2)).recommendation.chosen]

    before = days()
    own = [SessionFactory.create(runner=eight_weeks, day=on(weekday), workout="own") for weekday in (0, 2)]
    after = days()
    assert after != before
    assert {on(0), on(2)} <= eight_weeks.week_ahead(on(2)).log.days
    eight_weeks.sessions.filter(pk__in=[one.pk for one in own]).update(workout="A")
    assert days() == after


def test_it_changes_no_turns_of_what_is_moved_or_skipped(eight_weeks: Runner) -> None:
    SessionFactory.create(runner=eight_weeks, day=on(-1), workout="own")
    day = eight_weeks.week_ahead(on(0)).recommendation.chosen[0].day
    skipped = skip_session(runner=eight_weeks, day=day, why="tired", now=NOW)
    assert skipped.workout == "B"
