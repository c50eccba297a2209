"""What each guide weighs when it is opened for the first time, in Chromium with an empty cache.

    uv run python -m bench.first_load

A throw-away site with the demo runner is served as `manage.py start` does it, and every guide is opened as a stranger
and as that runner, each time in a browser that has seen nothing of it: until half a second passed without a request.
Bytes are those on the wire, headers included. The service worker is switched off, for it loads when the page is there.
Ends with an error where a guide takes more than 12 requests or 120 kB. Skipped where there is no Chromium.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, CDPSession

from bench.chromium import CHROMIUM, MISSING, browser
from bench.lighthouse import addresses
from bench.server import Server, served

MOST_REQUESTS = 12
MOST_BYTES = 120_000
COOKIE = """
from django.test import Client
from training.models import Runner
client = Client(SERVER_NAME="localhost")
client.force_login(Runner.objects.get(email="demo@example.com"))
print(client.cookies["sessionid"].value)
"""


@dataclass
class Requests:
    """What the page asked the network for, by id of the request; pictures within a style sheet are no requests."""

    waiting: set[str] = field(default_factory=set)
    received: dict[str, int] = field(default_factory=dict)
    documents: set[str] = field(default_factory=set)

    def listen(self, tools: CDPSession) -> None:
        tools.on("Network.requestWillBeSent", self.sent)
        tools.on("Network.loadingFinished", self.finished)
        tools.on("Network.loadingFailed", lambda event: self.waiting.discard(event["requestId"]))
        tools.send("Network.enable")

    def sent(self, event: dict[str, Any]) -> None:
        if not event["request"]["url"].startswith("data:"):
            self.waiting.add(event["requestId"])
            self.documents |= {event["requestId"]} if event["type"] == "Document" else set()

    def finished(self, event: dict[str, Any]) -> None:
        if event["requestId"] in self.waiting:
            self.waiting.remove(event["requestId"])
            self.received[event["requestId"]] = int(event["encodedDataLength"])


@dataclass(frozen=True, slots=True)
class Load:
    address: str
    requests: int
    bytes: int
    html: int

    @property
    def too_much(self) -> bool:
        return self.requests > MOST_REQUESTS or self.bytes > MOST_BYTES

    def __str__(self) -> str:
        kilobytes = f"{self.bytes / 1000:>9.1f}{self.html / 1000:>12.1f}"
        return f"{self.address:28}{self.requests:>9}{kilobytes}{'   too much' if self.too_much else ''}"


def loads(browser: Browser, server: Server, cookie: str = "") -> Iterator[Load]:
    """Every guide, opened by whoever has the cookie."""
    for address in addresses():
        context = browser.new_context(
            base_url=server.address, viewport={"width": 390, "height": 844}, service_workers="block"
        )
        if cookie:
            context.add_cookies([{"name": "sessionid", "value": cookie, "url": server.address}])
        page, requests = context.new_page(), Requests()
        requests.listen(context.new_cdp_session(page))
        page.goto(address, wait_until="networkidle")
        while requests.waiting:
            page.wait_for_timeout(50)
        html = sum(requests.received[one] for one in requests.documents)
        yield Load(address, len(requests.received), sum(requests.received.values()), html)
        context.close()


def main() -> None:
    if CHROMIUM is None:
        print(MISSING)
        return
    found = []
    with served("demo") as server, browser() as opened:
        cookie = server.manage("shell", "--verbosity", "0", "-c", COOKIE).strip()
        for who, shown in (("a stranger", ""), ("a runner", cookie)):
            print(f"{who:28}{'requests':>9}{'kB':>9}{'of it HTML':>12}")
            for load in loads(opened, server, shown):
                print(load, flush=True)
                found.append(load)
    sys.exit("A guide is too heavy." if any(load.too_much for load in found) else 0)


if __name__ == "__main__":
    main()
