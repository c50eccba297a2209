"""A process of the site that visits its own pages when told to; `bench.pages` starts one for each database.

It reads a line of JSON, and answers with one: {"prepare": email} makes what the pages show and says their addresses,
{"visit": name, "email": ..., "times": n} answers the milliseconds of each, {"cost": name, "email": ...} what one asks
of the database.
"""

import json
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from importlib import import_module
from typing import Any

from django.core.cache import caches
from django.utils import timezone

MILLISECONDS = 1000
# Said of a page that is made although it was kept.
ANEW = " anew"


@dataclass(frozen=True)
class Runner:
    """A runner of the population with a session under way, logged in; and a calendar, which is not."""

    client: Any
    calendar: Any
    session: str
    set_id: str
    feed: str
    many_sets: str
    """A deleted session, which takes sets but shows on no page: what is logged by the thousand goes there."""

    def login(self) -> dict[str, str]:
        """The headers of a request that counts as the runner's own, a changing one too."""
        token = self.client.cookies["csrftoken"].value
        cookies = f"sessionid={self.client.cookies['sessionid'].value}; csrftoken={token}"
        return {"Cookie": cookies, "X-CSRFToken": token}

    def pages(self) -> dict[str, str]:
        return {
            "/week/": "/week/",
            "/history/": "/history/",
            "/history/squat/": "/history/squat/",
            "a session": f"/sessions/{self.session}/",
            "a guide": "/exercises/squat/",
            "calendar feed": self.feed,
            "feed, unchanged": self.feed,
        }

    def forget(self, name: str) -> None:
        """What this process keeps of pages, where one is to be made anew."""
        from exercises.views import guide_of

        if name.endswith(ANEW):
            caches["pages"].clear()
            guide_of.cache_clear()

    def headers(self, name: str) -> dict[str, str]:
        """What a calendar says that has the newest feed already, and else nothing."""
        return {"If-None-Match": self.calendar.get(self.feed)["ETag"]} if name == "feed, unchanged" else {}

    def body(self, now: datetime) -> dict[str, Any]:
        """A set as a phone sends it; the same one each time, changed later than before."""
        moment = now.isoformat()
        return {
            "exercise": "squat",
            "variation": "goblet-squat",
            "position": 1,
            "number": 1,
            "reps": 12,
            "kg": 20,
            "logged_at": moment,
            "changed_at": moment,
        }

    @property
    def set_path(self) -> str:
        return f"/api/v1/sessions/{self.session}/sets/{self.set_id}"

    @property
    def many_sets_path(self) -> str:
        """The addresses of that session's sets, but for the four digits of a set's place."""
        return f"/api/v1/sessions/{self.many_sets}/sets/{self.many_sets[:-4]}"

    def visit(self, name: str, headers: dict[str, str] | None = None) -> Any:
        if name == "logging a set":
            body = json.dumps(self.body(timezone.now()))
            answer = self.client.put(self.set_path, body, content_type="application/json")
        else:
            path = self.pages()[name.removesuffix(ANEW)]
            answer = (self.calendar if path == self.feed else self.client).get(path, headers=headers)
        if answer.status_code not in ((304,) if headers else (200,)):
            raise RuntimeError(f"{name} answered {answer.status_code}")
        return answer


def prepare(email: str) -> Runner:
    from django.test import Client

    from training.actions.sessions import start_session
    from training.models import CalendarFeed, Session
    from training.models import Runner as RunnerRow

    row, now = RunnerRow.objects.get(email=email), timezone.now()
    client = Client(SERVER_NAME="localhost")
    client.force_login(row)
    feed = CalendarFeed(runner=row)
    feed.renew()
    feed.save()
    session = start_session(runner=row, day=row.today(now), workout="A", light=False, reasons=[], now=now)
    many_sets = Session.everything.create(runner=row, day=row.today(now), workout="A", status=Session.Status.DELETED)
    client.get("/week/")  # gives the token against forged requests
    return Runner(
        client=client,
        calendar=Client(SERVER_NAME="localhost"),
        session=str(session.pk),
        set_id=str(session.set_id(1, 1)),
        feed=feed.get_absolute_url(),
        many_sets=str(many_sets.pk),
    )


def cost(runner: Runner, name: str) -> dict[str, Any]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from bench.plans import cost_of

    headers = runner.headers(name)
    # As it is after another visit, unless it is to be made anew.
    runner.visit(name, headers)
    runner.forget(name)
    with CaptureQueriesContext(connection) as caught:
        answer = runner.visit(name, headers)
    asked = [query["sql"] for query in caught.captured_queries]
    # A union begins with the bracket of its first part.
    queries = [sql for sql in asked if sql.lstrip(" \n(").startswith(("SELECT", "INSERT", "UPDATE", "DELETE", "WITH"))]
    costs = [cost_of(sql) for sql in queries]
    return {
        "queries": len(queries),
        "rows": sum(one.rows for one in costs),
        "bytes": len(answer.content),
        "unindexed": sorted(
            {f"{table}: {sql[:300]}" for one, sql in zip(costs, queries, strict=True) for table in one.unindexed}
        ),
    }


def timed(act: Callable[[], Any], times: int, before: Callable[[], None]) -> list[float]:
    found = []
    for _ in range(times):
        before()
        begun = time.perf_counter()
        act()
        found.append((time.perf_counter() - begun) * MILLISECONDS)
    return found


def main() -> None:
    # As a server's process does, so that garbage is collected here as it is there.
    import_module("config.wsgi")
    runners: dict[str, Runner] = {}
    for line in sys.stdin:
        asked = json.loads(line)
        if "prepare" in asked:
            runner = runners[asked["prepare"]] = prepare(asked["prepare"])
            answer: Any = {
                "pages": {
                    name: [path, runner.headers(name) if path == runner.feed else runner.login()]
                    for name, path in runner.pages().items()
                },
                "login": runner.login(),
                "sets": runner.many_sets_path,
                "body": runner.body(timezone.now()),
            }
        else:
            runner = runners[asked["email"]]
            if "cost" in asked:
                answer = cost(runner, asked["cost"])
            else:
                name = asked["visit"]
                act, before = partial(runner.visit, name, runner.headers(name)), partial(runner.forget, name)
                answer = timed(act, asked["times"], before)
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
