from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from exercises.models import Exercise, Variation
from training.models import CalendarFeed, PlannedMovement, PlannedRun, Race, Run, Session, WeeklyRun
from training.models.upcoming import StrengthAhead
from training.plan.recommend import DayAdvice
from training.plan.rules import because
from training.units import IMPERIAL, METRIC
from training.wording.agenda import (
    movement_lines,
    planned_run_entry,
    race_entry,
    reason_lines,
    run_entry,
    session_entry,
    strength_entry,
    strength_title,
)
from training.wording.days import words_of_day

DAY = date(2026, 3, 10)
FEED = CalendarFeed(id=UUID(int=7), alarm="evening")
START = datetime(2026, 3, 10, 17, 0, tzinfo=UTC)


def movement(name: str, *targets: Mapping[str, float], **fields: object) -> PlannedMovement:
    return PlannedMovement(exercise=Exercise(), variation=Variation(name_en=name, **fields), targets=list(targets))


SQUAT = movement("Goblet squat", *[{"reps": 12, "kg": 20.0}] * 3)
ADVICE = DayAdvice(
    DAY,
    chosen=True,
    cost=0.5,
    reasons=(because("on-rest-day", 0.5, weekday=1, source="planned"), because("day-before-rest", 0, weekday=2)),
    light=because("light-before-race", days=3),
    advice=(because("run-first-leave-3-hours"),),
)


@pytest.mark.parametrize(
    ("one", "line"),
    [
        (SQUAT, "Goblet squat: 3 × 12 reps @ 20 kg"),
        (movement("Lunge", {"reps": 12}, {"reps": 11}, per_leg=True), "Lunge: 12 · 11 reps per leg"),
        (movement("Plank", *[{"seconds": 40}] * 3), "Plank: 3 × 40 seconds"),
    ],
    ids=["loaded", "per leg, not alike", "held"],
)
def test_a_movement_in_a_line(one: PlannedMovement, line: str) -> None:
    assert movement_lines([one], METRIC) == [line]


def test_loads_in_pounds() -> None:
    assert movement_lines([SQUAT], IMPERIAL) == ["Goblet squat: 3 × 12 reps @ 44 lb"]


def test_a_movement_without_a_target_is_not_listed() -> None:
    assert movement_lines([movement("Plank")], METRIC) == []


def test_the_first_reason_then_light_then_what_to_mind() -> None:
    lines = reason_lines(StrengthAhead(DAY, Session.Workout.A, True, (SQUAT,), ADVICE), METRIC)
    words = words_of_day(ADVICE, METRIC)
    assert words.light is not None
    said = [words.reasons[0], words.light, *words.advice]
    assert lines == [f"{one.text} ({', '.join(one.evidence)})" for one in said]


def test_a_recommended_day() -> None:
    entry = strength_entry(FEED, StrengthAhead(DAY, Session.Workout.B, True, (SQUAT,), ADVICE), METRIC)
    assert entry.summary == "Strength: Workout B, light"
    assert entry.uid == f"strength-{FEED.pk}-2026-03-10@sets-and-strides"
    assert entry.tentative
    assert entry.alarm == timedelta(hours=-5)
    assert entry.description.startswith("Goblet squat: 3 × 12 reps @ 20 kg\nAbout ")


def test_a_planned_session_links_to_itself_and_stays() -> None:
    session = Session(id=UUID(int=9), day=DAY, status="planned", workout="A")
    entry = strength_entry(FEED, StrengthAhead(DAY, Session.Workout.A, False, (SQUAT,), None, session), METRIC)
    assert entry.url.endswith(f"/sessions/{session.pk}/")
    assert not entry.tentative
    assert "moves when" not in entry.description


def test_a_session_entered_later_is_of_the_whole_day() -> None:
    session = Session(day=DAY, status="done", workout="A", effort=6)
    entry = session_entry(FEED, session, first_of_day=True)
    assert (entry.start, entry.end) == (DAY, None)
    assert entry.description.startswith("effort 6 of 10\n")


def test_a_session_under_way_stands_for_an_hour() -> None:
    session = Session(day=DAY, status="under-way", workout="A", started_at=START)
    entry = session_entry(FEED, session, first_of_day=True)
    assert entry.summary == "Strength under way: Workout A"
    assert entry.end == START + timedelta(hours=1)


@pytest.mark.parametrize(
    ("run", "summary", "first_line"),
    [
        (Run(kind="long", metres=20000, seconds=7200), "Long run, 20.0 km", "20.0 km in 2:00:00, 6:00 /km"),
        (Run(kind="cross", metres=None, seconds=2700), "Cross-training", "45:00"),
        (Run(kind="cross", metres=26800, seconds=4312), "Cross-training, 26.8 km", "26.8 km in 1:11:52"),
        (Run(kind="easy", title="Rain", metres=None, seconds=1800), "Rain", "30:00"),
    ],
    ids=["with a distance", "without one", "on a bicycle", "with a title"],
)
def test_a_run(run: Run, summary: str, first_line: str) -> None:
    run.pk, run.start = 3, START
    entry = run_entry(FEED, run, METRIC)
    assert (entry.summary, entry.description.split("\n")[0]) == (summary, first_line)
    assert entry.end == START + timedelta(seconds=run.seconds)
    assert entry.url.endswith("/runs/3/")


@pytest.mark.parametrize(
    ("run", "uid", "summary", "facts"),
    [
        (
            PlannedRun(pk=4, kind="long", metres=24000, hard=True),
            "planned-run-{}-4",
            "Long run, 24.0 km",
            "with faster",
        ),
        (PlannedRun(pk=5, kind="hard", title="Tempo 3 x 10", minutes=50), "planned-run-{}-5", "Tempo 3 x 10", "50 min"),
        (WeeklyRun(pk=6, kind="easy", metres=8000), "weekly-run-{}-6-2026-03-10", "Easy run, 8.0 km", "http"),
    ],
    ids=["a long run", "imported", "of the pattern"],
)
def test_a_planned_run(run: PlannedRun | WeeklyRun, uid: str, summary: str, facts: str) -> None:
    entry = planned_run_entry(FEED, DAY, run, METRIC)
    assert entry.uid == f"{uid.format(FEED.pk)}@sets-and-strides"
    assert entry.summary == summary
    assert entry.description.startswith(facts)
    assert entry.alarm is None


def test_a_race() -> None:
    entry = race_entry(FEED, Race(pk=2, day=DAY, name="Spring half", metres=21097.5, priority="A", goal="1:45"), METRIC)
    assert entry.summary == "Spring half, 21.1 km"
    assert entry.description.startswith("A: the one that counts\n1:45\n")


def test_the_title_of_a_light_session() -> None:
    assert strength_title(StrengthAhead(DAY, Session.Workout.FULL, True, ())) == "All seven, light"
