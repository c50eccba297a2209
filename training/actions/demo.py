"""Writes invented runners and their diaries into the database."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date
from typing import cast

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
from training.plan.load import Classified, classify
from training.plan.progression import SetTarget

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
        runner.run_imports.all().delete()
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
    runs: list[Run] = []
    sessions: list[Session] = []
    movements: list[PlannedMovement] = []
    sets: list[LoggedSet] = []
    shown: list[ShownWeek] = []
    for runner, diary, until in diaries:
        own, known = _runs(runner, diary)
        runs += own
        shown += _shown(runner, diary, known, until)
        for entry in diary.sessions:
            session = _session(runner, entry)
            sessions.append(session)
            for done in entry.movements:
                variation = variations[done.movement, done.variation]
                movements.append(_movement(session, done, variation))
                sets += _sets(session, done, variation)
    bulk_insert(Run, runs)
    bulk_insert(Session, sessions)
    bulk_insert(PlannedMovement, movements)
    bulk_insert(LoggedSet, sets)
    bulk_insert(ShownWeek, shown)


def _runs(runner: Runner, diary: Diary) -> tuple[list[Run], Sequence[Classified]]:
    """The runs with the kinds that the product infers for them, and what it inferred."""
    runs = [Run(runner_id=runner.pk, time_zone=runner.time_zone, **asdict(run)) for run in diary.runs]
    facts = [replace(run.facts(), id=place) for place, run in enumerate(runs)]
    known = classify(facts, runner.max_heart_rate)
    for entry in known:
        for name, value in asdict(Inference.of(entry)).items():
            setattr(runs[cast(int, entry.run.id)], name, value)
    return runs, known


def _shown(runner: Runner, diary: Diary, known: Sequence[Classified], until: date) -> list[ShownWeek]:
    """What was recommended in the weeks that are over; the reasons of that time are nobody's need now."""
    days = [entry.day for entry in diary.sessions]
    return [
        ShownWeek(
            runner_id=runner.pk,
            made_on=monday,
            start=monday,
            days=[],
            recommended=[day.isoformat() for day in chosen],
            basis={},
        )
        for monday, chosen in advice(known, days, runner.wishes(), until).items()
    ]


def _session(runner: Runner, entry: DiarySession) -> Session:
    return Session(
        id=entry.id,
        runner_id=runner.pk,
        day=entry.day,
        status=Session.Status.DONE,
        workout=entry.workout,
        light=entry.light,
        started_at=entry.started_at,
        finished_at=entry.finished_at,
        effort=entry.effort,
        pain=entry.pain,
        notes=entry.notes,
    )


def _movement(session: Session, done: DiaryMovement, variation: Variation) -> PlannedMovement:
    target = SetTarget(done.target_amount, done.target_kg)
    return PlannedMovement(
        session=session,
        position=done.position,
        order=done.position,
        exercise=variation.exercise,
        variation=variation,
        rest_seconds=done.rest_seconds,
    ).aim([target] * done.target_sets)


def _sets(session: Session, done: DiaryMovement, variation: Variation) -> Iterator[LoggedSet]:
    for one in done.sets:
        yield LoggedSet(
            id=session.set_id(done.position, one.number),
            session_id=session.pk,
            exercise_id=variation.exercise_id,
            variation_id=variation.pk,
            position=done.position,
            number=one.number,
            reps=None if variation.timed else one.amount,
            seconds=one.amount if variation.timed else None,
            kg=one.kg,
            per_leg=variation.per_leg,
            rir=one.rir,
            logged_at=one.logged_at,
            changed_at=one.logged_at,
        )
