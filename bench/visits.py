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
from typing import Any

import django
from django.utils import timezone

MILLISECONDS = 1000


@dataclass(frozen=True)
class Runner:
    """A runner of the population with a session under way, logged in."""

    client: Any
    cookie: str
    session: str
    set_id: str
    feed: str

    def pages(self) -> dict[str, str]:
        return {
            "/week/": "/week/",
            "/history/": "/history/",
            "/history/squat/": "/history/squat/",
            "a session": f"/sessions/{self.session}/",
            "a guide": "/exercises/squat/",
            "calendar feed": self.feed,
        }

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

    def visit(self, name: str) -> Any:
        if name == "logging a set":
            body = json.dumps(self.body(timezone.now()))
            answer = self.client.put(self.set_path, body, content_type="application/json")
        else:
            answer = self.client.get(self.pages()[name])
        if answer.status_code != 200:
            raise RuntimeError(f"{name} answered {answer.status_code}")
        return answer


def prepare(email: str) -> Runner:
    from django.test import Client

    from training.actions.sessions import start_session
    from training.models import CalendarFeed
    from training.models import Runner as RunnerRow

    row, now = RunnerRow.objects.get(email=email), timezone.now()
    client = Client(SERVER_NAME="localhost")
    client.force_login(row)
    feed = CalendarFeed(runner=row)
    feed.renew()
    feed.save()
    session = start_session(runner=row, day=row.today(now), workout="A", light=False, reasons=[], now=now)
    return Runner(
        client=client,
        cookie=client.cookies["sessionid"].value,
        session=str(session.pk),
        set_id=str(session.set_id(1, 1)),
        feed=feed.get_absolute_url(),
    )


def cost(runner: Runner, name: str) -> dict[str, Any]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from bench.plans import cost_of

    with CaptureQueriesContext(connection) as caught:
        answer = runner.visit(name)
    asked = [query["sql"] for query in caught.captured_queries]
    queries = [sql for sql in asked if sql.startswith(("SELECT", "INSERT", "UPDATE", "DELETE", "WITH"))]
    costs = [cost_of(sql) for sql in queries]
    return {
        "queries": len(queries),
        "rows": sum(one.rows for one in costs),
        "bytes": len(answer.content),
        "unindexed": sorted(
            {f"{table}: {sql[:300]}" for one, sql in zip(costs, queries, strict=True) for table in one.unindexed}
        ),
    }


def timed(act: Callable[[], Any], times: int) -> list[float]:
    found = []
    for _ in range(times):
        begun = time.perf_counter()
        act()
        found.append((time.perf_counter() - begun) * MILLISECONDS)
    return found


def main() -> None:
    django.setup()
    runners: dict[str, Runner] = {}
    for line in sys.stdin:
        asked = json.loads(line)
        if "prepare" in asked:
            runner = runners[asked["prepare"]] = prepare(asked["prepare"])
            body = runner.body(timezone.now())
            answer: Any = {"pages": runner.pages(), "cookie": runner.cookie, "set": runner.set_path, "body": body}
        else:
            runner = runners[asked["email"]]
            if "cost" in asked:
                answer = cost(runner, asked["cost"])
            else:
                name = asked["visit"]
                answer = timed(lambda runner=runner, name=name: runner.visit(name), asked["times"])  # type: ignore[misc]
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
