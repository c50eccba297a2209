"""What one file of an upload holds, as items for its runner to look over; nothing is compared with anything yet."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from training.actions.imports.accounts import account
from training.actions.imports.workout_rows import has_room_for
from training.models import ImportItem, Runner
from training.models.imports import NAME_LETTERS
from training.runfiles import FileResult, ParsedActivity, StrengthActivity, UnreadableFile, place
from training.runfiles.activity import Doubt
from training.runfiles.questions import Question
from training.wording import run_files as words

FASTEST_RUN = 8.0  # metres a second; nobody runs so fast for the length of a run
FASTEST_UNNAMED = 6.0  # faster than that, an activity whose sport is not told was no run
DAY = timedelta(days=1)

Kind, Outcome, Choice = ImportItem.Kind, ImportItem.Outcome, ImportItem.Choice


def unreadable(name: str, error: UnreadableFile) -> ImportItem:
    """A file of which nothing can be read, with the sentence why; a table that leaves its unit open asks for it."""
    item = _file(name, Outcome.UNREADABLE, words.refusal(error))
    if isinstance(error, Question):
        item.outcome, item.question, item.content = Outcome.UNCLEAR, error.code, error.asked()
    return item


def as_found(result: FileResult, runner: Runner, now: datetime) -> list[ImportItem]:
    """The runs and workouts of a file, and what of it is left out and why; `now` tells what lies in the future."""
    if result.refused is not None:
        return [unreadable(result.name, result.refused)]
    if result.account is not None:
        return [account(result, result.account)]
    return [*_runs(result, runner, now), *_workouts(result, runner, now)]


def _runs(result: FileResult, runner: Runner, now: datetime) -> Iterator[ImportItem]:
    others = []
    for activity in result.activities:
        speed = (activity.metres or 0) / activity.seconds if activity.seconds > 0 else 0.0
        if not activity.may_be_run or (not activity.is_run and speed > FASTEST_UNNAMED):
            others.append(words.sport(activity))
        elif impossible := _impossible(activity, speed, now):
            yield _file(result.name, Outcome.UNREADABLE, impossible)
        else:
            yield _run(result, activity, runner)
    if others:
        beside = len(others) < len(result.activities) or bool(result.workouts)
        yield _file(result.name, Outcome.NO_RUN, words.left_out(others, beside_runs=beside))


def _impossible(activity: ParsedActivity, speed: float, now: datetime) -> str:
    """Why it cannot be a run that was run; empty where it can."""
    if activity.start is None:
        return words.no_start()
    if activity.start > now + DAY:
        return words.in_the_future(activity.start)
    if activity.seconds <= 0:
        return words.no_time()
    if activity.seconds > DAY.total_seconds():
        return words.too_long(activity.seconds)
    return words.too_fast(speed) if speed > FASTEST_RUN else ""


def _run(result: FileResult, activity: ParsedActivity, runner: Runner) -> ImportItem:
    item = _placed(result, activity, runner)
    item.kind, item.choice = Kind.RUN, Choice.ADD
    item.outcome = Outcome.UNCLEAR if Doubt.SPORT_UNKNOWN in activity.warnings else Outcome.NEW
    return item


def _workouts(result: FileResult, runner: Runner, now: datetime) -> Iterator[ImportItem]:
    for workout in result.workouts:
        if workout.start is None:
            yield _file(result.name, Outcome.UNREADABLE, words.no_start_of_workout())
        elif workout.start > now + DAY:
            yield _file(result.name, Outcome.UNREADABLE, words.in_the_future(workout.start))
        elif not has_room_for(workout):
            yield _file(result.name, Outcome.UNREADABLE, words.too_many_sets(len(workout.sets)))
        else:
            item = _placed(result, workout, runner)
            item.kind, item.choice, item.outcome = Kind.WORKOUT, Choice.ADD, Outcome.NEW
            yield item


def _placed(result: FileResult, activity: ParsedActivity | StrengthActivity, runner: Runner) -> ImportItem:
    """An item with its content, its moment and who told its time zone."""
    assert activity.start is not None
    at = place(
        activity.start,
        home=runner.time_zone,
        start_is_local=activity.start_is_local,
        utc_offset_seconds=activity.utc_offset_seconds,
        time_zone=getattr(activity, "time_zone", None),
        latitude=getattr(activity, "latitude", None),
        longitude=getattr(activity, "longitude", None),
    )
    item = _file(result.name, Outcome.NEW, "")
    item.content = ImportItem.as_content(activity)
    item.fingerprint = f"{result.fingerprint}:{activity.index}" if result.fingerprint else ""
    item.start, item.day, item.time_zone, item.zone_told_by = at.start, at.day, at.time_zone, at.told_by
    return item


def _file(name: str, outcome: ImportItem.Outcome, sentence: str) -> ImportItem:
    return ImportItem(name=name[-NAME_LETTERS:], outcome=outcome, sentence=sentence)
