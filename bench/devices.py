"""A device that logs sets as static/js/session/outbox.js does: each is sent again until it is answered."""

import http.client
import json
import random
import threading
import time
from dataclasses import dataclass, field
from typing import Any

from bench.scripts import Report, State, Step, state_of

SHORTEST_PAUSE, LONGEST_PAUSE = 0.02, 0.5
TOKEN = "r" * 32


@dataclass
class Device:
    """One of a runner's two devices: walks its script and remembers what was answered."""

    port: int
    cookie: str
    meeting: threading.Barrier
    end: float
    chance: random.Random
    acknowledged: list[tuple[Report, State]] = field(default_factory=list)
    cut_off: int = 0
    refused: int = 0
    server_errors: int = 0
    connection: http.client.HTTPConnection | None = None

    def walk(self, script: list[Step]) -> None:
        """Raises TimeoutError where the server did not take it all in time, ValueError where it refused something."""
        try:
            for step in script:
                if step.together:
                    self.meeting.wait(max(0, self.end - time.monotonic()))
                answer = self.put(step.what.path, json.dumps(step.what.body()))
                if isinstance(step.what, Report):
                    self.acknowledged.append((step.what, state_of(answer, step.what.state.session)))
        except BaseException:
            self.meeting.abort()
            raise
        finally:
            self.hang_up()

    def put(self, path: str, body: str) -> dict[str, Any]:
        """The answer, after as many tries as it takes."""
        pause = SHORTEST_PAUSE
        while time.monotonic() < self.end:
            try:
                status, content = self.send(path, body)
            except ConnectionRefusedError:
                self.refused += 1
                self.hang_up()
            except (OSError, http.client.HTTPException):
                self.cut_off += 1
                self.hang_up()
            else:
                if status == 200:
                    return dict(json.loads(content))
                if status < 500:
                    raise ValueError(f"PUT {path} was answered {status}: {content.decode()}")
                self.server_errors += 1
            time.sleep(pause * self.chance.uniform(0.5, 1.5))
            pause = min(2 * pause, LONGEST_PAUSE)
        raise TimeoutError(f"PUT {path} was not taken in time")

    def send(self, path: str, body: str) -> tuple[int, bytes]:
        if self.connection is None:
            self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        headers = {
            "Cookie": f"sessionid={self.cookie}; csrftoken={TOKEN}",
            "X-CSRFToken": TOKEN,
            "Content-Type": "application/json",
        }
        self.connection.request("PUT", path, body, headers)
        response = self.connection.getresponse()
        return response.status, response.read()

    def hang_up(self) -> None:
        if self.connection:
            self.connection.close()
            self.connection = None
