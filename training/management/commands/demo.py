"""A runner, or a whole population, with years of believable runs and strength sessions to look at."""

from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import partial
from itertools import batched
from multiprocessing import get_context
from typing import Any

import django
from django.contrib.auth.hashers import make_password
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from exercises.models import Variation
from training.actions.demo import write_runners
from training.demo import Person
from training.models import Runner

PASSWORD = "demo"
# Nobody has an address there, so that no real runner's data can be replaced.
DOMAIN = "@example.com"
RUNNERS_AT_ONCE = 10


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
        parser.add_argument("--processes", type=int, default=1, help="that write side by side; SQLite takes but one")

    def handle(self, *args: Any, **options: Any) -> None:
        email, seed, processes = options["email"], options["seed"], options["processes"]
        if not email.endswith(DOMAIN):
            raise CommandError(f"A demo runner's address ends in {DOMAIN}, so that nobody's own data is replaced.")
        if options["years"] < 1 or options["runners"] < 0 or processes < 1:
            raise CommandError("There must be one year and one process or more, and not fewer than no runners.")
        if processes > 1 and connection.vendor == "sqlite":
            raise CommandError("SQLite takes the writes of one process at a time: leave --processes out.")
        if Runner._meta.db_table not in connection.introspection.table_names():
            # The first command in an empty folder.
            call_command("ready", stdout=self.stdout)
        if not Variation.objects.exists():
            raise CommandError("There are no movements yet. Load the guides first: manage.py load_guides")
        people = {email: Person()}
        for number in range(1, options["runners"] + 1):
            address = email.replace("@", f"{number}@")
            people[address] = Person.drawn(f"{seed} {address}")
        until, years, password = options["until"], options["years"], make_password(PASSWORD)
        write = partial(write_runners, seed=str(seed), until=until, years=years, password=password)
        portions = [dict(some) for some in batched(people.items(), RUNNERS_AT_ONCE)]
        if processes == 1:
            for portion in portions:
                write(portion)
        else:
            with ProcessPoolExecutor(processes, get_context("spawn"), initializer=django.setup) as pool:
                list(pool.map(write, portions))
        self.report(email, len(people))

    def report(self, email: str, people: int) -> None:
        runner = Runner.objects.get(email=email)
        self.stdout.write(
            f"{email} (password: {PASSWORD}) has {runner.runs.count()} runs and {runner.sessions.count()} sessions."
        )
        if people > 1:
            self.stdout.write(f"Beside it there are {people - 1} more runners.")
