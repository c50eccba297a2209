"""A runner, or a whole population, with years of believable runs and strength sessions to look at."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from datetime import date
from itertools import batched
from typing import Any, cast

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection, transaction
from django.utils import timezone

from exercises.models import Equipment, Variation
from training.actions.runs import Inference
from training.demo import Diary, DiaryMovement, DiarySession, Person, write_diary
from training.models import LoggedSet, PlannedMovement, Run, Runner, Session
from training.plan.load import classify
from training.plan.progression import SetTarget

PASSWORD = "demo"
# Nobody has an address there, so that no real runner's data can be replaced.
DOMAIN = "@example.com"
ROWS = 500
RUNNERS_AT_ONCE = 10

type Variations = dict[tuple[str, str], Variation]


class Command(BaseCommand):
    help = (
        f"Makes demo{DOMAIN} (password: {PASSWORD}) with years of runs and strength sessions up to today, anew each "
        "time. The same seed and last day give the same rows. No other runner is touched."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--until", type=date.fromisoformat, help="the last day, as 2026-11-23; today if not given")
        parser.add_argument("--years", type=int, default=3)
        parser.add_argument("--seed", type=int, default=1)
        parser.add_argument("--email", default=f"demo{DOMAIN}", help=f"an address at {DOMAIN[1:]}")
        parser.add_argument("--runners", type=int, default=0, help=f"as many more: demo1{DOMAIN}, demo2{DOMAIN}, ...")

    def handle(self, *args: Any, **options: Any) -> None:
        email, years = options["email"], options["years"]
        if not email.endswith(DOMAIN):
            raise CommandError(f"A demo runner's address ends in {DOMAIN}, so that nobody's own data is replaced.")
        if years < 1 or options["runners"] < 0:
            raise CommandError("There must be one year or more, and the number of runners cannot be negative.")
        if Runner._meta.db_table not in connection.introspection.table_names():
            # The first command in an empty folder.
            call_command("ready", stdout=self.stdout)
        variations = {(one.exercise.slug, one.slug): one for one in Variation.objects.select_related("exercise")}
        if not variations:
            raise CommandError("There are no movements yet. Load the guides first: manage.py load_guides")
        people = {email: Person()}
        for number in range(1, options["runners"] + 1):
            address = email.replace("@", f"{number}@")
            people[address] = Person.drawn(f"{options['seed']} {address}")
        password = make_password(PASSWORD)
        for some in batched(people.items(), RUNNERS_AT_ONCE):
            with transaction.atomic():
                diaries = []
                for address, person in some:
                    runner = demo_runner(address, person, password)
                    until = options["until"] or runner.today(timezone.now())
                    diaries.append((runner, write_diary(f"{options['seed']} {address}", until, person, years=years)))
                store(diaries, variations)
        self.report(email, len(people))

    def report(self, email: str, people: int) -> None:
        runner = Runner.objects.get(email=email)
        self.stdout.write(
            f"{email} (password: {PASSWORD}) has {runner.runs.count()} runs and {runner.sessions.count()} sessions."
        )
        if people > 1:
            self.stdout.write(f"Beside it there are {people - 1} more runners.")


def demo_runner(email: str, person: Person, password: str) -> Runner:
    """The runner of this address with a clean sheet: settings as new, no runs, no sessions, able to log in."""
    settings = {
        "password": password,
        "time_zone": person.time_zone,
        "target": person.target,
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


def store(diaries: Iterable[tuple[Runner, Diary]], variations: Variations) -> None:
    """Write the diaries of several runners at once."""
    runs: list[Run] = []
    sessions: list[Session] = []
    movements: list[PlannedMovement] = []
    sets: list[LoggedSet] = []
    for runner, diary in diaries:
        runs += run_rows(runner, diary)
        for entry in diary.sessions:
            session = session_row(runner, entry)
            sessions.append(session)
            for done in entry.movements:
                variation = variations[done.movement, done.variation]
                movements.append(movement_row(session, done, variation))
                sets += set_rows(session, done, variation)
    Run.objects.bulk_create(runs, batch_size=ROWS)
    Session.objects.bulk_create(sessions, batch_size=ROWS)
    PlannedMovement.objects.bulk_create(movements, batch_size=ROWS)
    LoggedSet.objects.bulk_create(sets, batch_size=ROWS)


def run_rows(runner: Runner, diary: Diary) -> list[Run]:
    """The runs with the kinds that the product infers for them."""
    runs = [Run(runner=runner, time_zone=runner.time_zone, **asdict(run)) for run in diary.runs]
    facts = [replace(run.facts(), id=place) for place, run in enumerate(runs)]
    for entry in classify(facts, runner.max_heart_rate):
        for name, value in asdict(Inference.of(entry)).items():
            setattr(runs[cast(int, entry.run.id)], name, value)
    return runs


def session_row(runner: Runner, entry: DiarySession) -> Session:
    return Session(
        id=entry.id,
        runner=runner,
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


def movement_row(session: Session, done: DiaryMovement, variation: Variation) -> PlannedMovement:
    target = SetTarget(done.target_amount, done.target_kg)
    return PlannedMovement(
        session=session,
        position=done.position,
        order=done.position,
        exercise=variation.exercise,
        variation=variation,
        rest_seconds=done.rest_seconds,
    ).aim([target] * done.target_sets)


def set_rows(session: Session, done: DiaryMovement, variation: Variation) -> Iterator[LoggedSet]:
    for one in done.sets:
        yield LoggedSet(
            id=session.set_id(done.position, one.number),
            session=session,
            exercise=variation.exercise,
            variation=variation,
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
