"""Writes invented runners and their diaries into the database."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, cast

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils import timezone

from config.bulk_insert import bulk_insert
from exercises.models import Equipment, Variation
from training.actions.runs import Inference
from training.demo import Diary, DiaryMovement, DiarySession, Person, write_diary
from training.demo.advice import advice
from training.demo.lifting import usual_weekdays
from training.models import LoggedSet, PlannedMovement, Run, Runner, Session, ShownWeek
from training.models.planned_movement import set_as_json
from training.models.session import set_id
from training.plan.load import Classified, classify
from training.plan.progression import SetTarget
from training.plan.week import RunFacts

type Row = tuple[Any, ...]
type Variations = dict[tuple[str, str], Variation]


def write_runners(people: Mapping[str, Person], *, seed: str, until: date | None, years: int, password: str) -> None:
    """Make these runners anew, by address, with `years` of training up to `until` (today where they live, if None).

    `password` is hashed already. One transaction: all of them are written, or none.
    """
    variations = {(one.exercise.slug, one.slug): one for one in Variation.objects.select_related("exercise")}
    with transaction.atomic():
        diaries = []
        for address, person in people.items():
            runner = _runner(address, person, password)
            last = until or runner.today(timezone.now())
            diaries.append((runner, write_diary(f"{seed} {address}", last, person, years=years), last))
        _store(diaries, variations)


def _runner(email: str, person: Person, password: str) -> Runner:
    """The runner of this address with a clean sheet: settings as new, no runs, no sessions, able to log in."""
    settings = {
        "password": password,
        "time_zone": person.time_zone,
        "target": person.target,
        "preferred_weekdays": list(usual_weekdays(person)),
        "max_heart_rate": person.max_heart_rate,
    }
    runner, is_new = Runner.objects.get_or_create(email=email, defaults=settings)
    if not is_new:
        runner.runs.all().delete()
        runner.imports.all().delete()
        Session.everything.filter(runner=runner).delete()
        runner.conditions.all().delete()
        runner.shown_weeks.all().delete()
        fresh = Runner(pk=runner.pk, email=email, date_joined=runner.date_joined, **settings)
        fresh.save()
        runner = fresh
    runner.equipment.set(Equipment.objects.all())
    EmailAddress.objects.update_or_create(user=runner, email=email, defaults={"primary": True, "verified": True})
    return runner


def _store(diaries: Iterable[tuple[Runner, Diary, date]], variations: Variations) -> None:
    """Write the diaries of several runners at once."""
    runs: list[Row] = []
    sessions: list[Row] = []
    movements: list[Row] = []
    sets: list[Row] = []
    shown: list[Row] = []
    for runner, diary, until in diaries:
        known = classify(_facts(diary), runner.max_heart_rate)
        runs += _runs(runner, diary, known)
        shown += _shown(runner, diary, known, until)
        for entry in diary.sessions:
            sessions.append(_session(runner, entry))
            for done in entry.movements:
                variation = variations[done.movement, done.variation]
                movements.append(_movement(entry, done, variation))
                sets += _sets(entry, done, variation)
    bulk_insert(Run, RUN, runs)
    bulk_insert(Session, SESSION, sessions)
    bulk_insert(PlannedMovement, MOVEMENT, movements)
    bulk_insert(LoggedSet, LOGGED_SET, sets)
    bulk_insert(ShownWeek, SHOWN_WEEK, shown)


RUN = (
    *("runner_id", "day", "start", "time_zone", "seconds", "elapsed_seconds", "metres"),
    *("avg_hr", "max_hr", "rpe", "title", "told"),
    *("kind", "is_long", "kind_rule", "kind_confidence", "kind_facts"),
)


def _facts(diary: Diary) -> list[RunFacts]:
    """The runs, each with its place as id."""
    return [
        RunFacts(run.day, run.seconds, run.metres, run.avg_hr, run.max_hr, run.rpe, run.told or None, id=place)
        for place, run in enumerate(diary.runs)
    ]


def _runs(runner: Runner, diary: Diary, known: Iterable[Classified]) -> Iterator[Row]:
    """The runs with the kinds that the product infers for them."""
    for entry in known:
        run, kind = diary.runs[cast(int, entry.run.id)], Inference.of(entry)
        yield (
            *(runner.pk, run.day, run.start, runner.time_zone, run.seconds, run.elapsed_seconds, run.metres),
            *(run.avg_hr, run.max_hr, run.rpe, run.title, run.told),
            *(kind.kind, kind.is_long, kind.kind_rule, kind.kind_confidence, kind.kind_facts),
        )


SHOWN_WEEK = ("runner_id", "made_on", "start", "days", "recommended", "basis")


def _shown(runner: Runner, diary: Diary, known: Sequence[Classified], until: date) -> Iterator[Row]:
    """What was recommended in the weeks that are over; the reasons of that time are nobody's need now."""
    days = [entry.day for entry in diary.sessions]
    for monday, chosen in advice(known, days, runner.wishes(), until).items():
        yield (runner.pk, monday, monday, [], [day.isoformat() for day in chosen], {})


SESSION = (
    *("id", "runner_id", "day", "status", "workout", "light", "started_at", "finished_at"),
    *("effort", "pain", "notes"),
)


def _session(runner: Runner, entry: DiarySession) -> Row:
    return (
        *(entry.id, runner.pk, entry.day, Session.Status.DONE.value, entry.workout, entry.light, entry.started_at),
        *(entry.finished_at, entry.effort, entry.pain, entry.notes),
    )


MOVEMENT = ("session_id", "position", "order", "exercise_id", "variation_id", "targets", "rest_seconds")


def _movement(session: DiarySession, done: DiaryMovement, variation: Variation) -> Row:
    target = set_as_json(SetTarget(done.target_amount, done.target_kg), timed=variation.timed)
    targets = [target] * done.target_sets
    place = done.position
    return (session.id, place, place, variation.exercise_id, variation.pk, targets, done.rest_seconds)


LOGGED_SET = (
    *("id", "session_id", "exercise_id", "variation_id", "position", "number", "reps", "seconds", "kg", "per_leg"),
    *("rir", "logged_at", "changed_at"),
)


def _sets(session: DiarySession, done: DiaryMovement, variation: Variation) -> Iterator[Row]:
    timed, place = variation.timed, done.position
    of_movement = (session.id, variation.exercise_id, variation.pk, place)
    for one in done.sets:
        yield (
            *(set_id(session.id, place, one.number), *of_movement, one.number),
            *(None if timed else one.amount, one.amount if timed else None, one.kg, variation.per_leg),
            *(one.rir, one.logged_at, one.logged_at),
        )
