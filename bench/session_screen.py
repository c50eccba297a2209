"""How the session screen feels and what it weighs, in Chromium: a session of 15 sets on a phone with a slow processor.

    uv run python -m bench.session_screen [--slower 4]

A throw-away site with the demo runner is served. Every tap is a touch. Its time is that of the interaction to next
paint (Event Timing, as the web-vitals library reads it): the longest of its events' durations, from the touch until the
screen shows what came of it, in steps of 8 ms; what takes less than 16 ms is not reported by the browser and counts as
16 here. Bytes are those on the wire, headers included, with an empty cache. Skipped where there is no Chromium.
"""

import argparse
import json
import time
from bisect import bisect
from collections import defaultdict
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from playwright.sync_api import Browser, BrowserContext, CDPSession, Locator, Page

from bench.chromium import CHROMIUM, MISSING, browser
from bench.server import Server, served

SETS = 15
# Until the browser has reported the events of a touch, with the processor slowed down.
SETTLED = 400
SHORTEST = 16

# Milliseconds: how long in all, how long until the script began, how long it took.
type Touch = tuple[float, float, float]

OBSERVE = """
window.touched = [];
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) {
    if (!one.interactionId) continue;
    touched.push([one.startTime, one.duration, one.processingStart - one.startTime,
                  one.processingEnd - one.processingStart]);
  }
}).observe({ type: "event", durationThreshold: 16 });
"""
PREPARE = "import json; from bench.session_screen import prepare; print(json.dumps(prepare()))"


def prepare() -> dict[str, Any]:
    """The demo runner's session of 15 sets and cookie, and what logging a set costs; needs Django to be set up."""
    from datetime import timedelta

    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext
    from django.utils import timezone

    from training.actions.sessions import start_session
    from training.models import Runner

    runner, now = Runner.objects.get(email="demo@example.com"), timezone.now()
    client = Client(SERVER_NAME="localhost")
    client.force_login(runner)
    today = runner.today(now)
    measured, shown = (
        start_session(runner=runner, day=day, workout="A", light=False, reasons=[], now=now)
        for day in (today - timedelta(days=1), today)
    )
    movements = list(shown.movements.all())
    for place, movement in enumerate(movements):
        movement.targets = (movement.targets * SETS)[: SETS // len(movements) + (place < SETS % len(movements))]
        movement.save()
    costs = []
    for number in range(1, 4):
        body = {"exercise": "squat", "variation": "goblet-squat", "position": 1, "number": number, "reps": 12, "kg": 20}
        body |= {"logged_at": now.isoformat(), "changed_at": now.isoformat()}
        with CaptureQueriesContext(connection) as caught:
            path = f"/api/v1/sessions/{measured.pk}/sets/{measured.set_id(1, number)}"
            answer = client.put(path, json.dumps(body), content_type="application/json")
        assert answer.status_code == 200, answer.content
        costs.append((len(caught), len(answer.content)))
    return {
        "path": shown.get_absolute_url(),
        "cookie": client.cookies["sessionid"].value,
        "queries": max(queries for queries, _size in costs),
        "content": max(size for _queries, size in costs),
    }


@dataclass
class Wire:
    """Bytes that the page received, headers included, by method and kind of resource."""

    received: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    kinds: dict[str, str] = field(default_factory=dict)

    def listen(self, tools: CDPSession) -> None:
        tools.on("Network.requestWillBeSent", self.sent)
        tools.on("Network.loadingFinished", self.finished)
        tools.send("Network.enable")

    def sent(self, event: dict[str, Any]) -> None:
        method = event["request"]["method"]
        self.kinds[event["requestId"]] = event.get("type", "Other") if method == "GET" else method

    def finished(self, event: dict[str, Any]) -> None:
        self.received[self.kinds[event["requestId"]]].append(int(event["encodedDataLength"]))


@dataclass
class Finger:
    """Touches what it is told to, and knows afterwards how long each touch took."""

    page: Page
    touches: list[tuple[float, str]] = field(default_factory=list)

    def touch(self, kind: str, target: Locator) -> None:
        """By coordinates: what Playwright does around its own taps would run inside of the measured events."""
        target.scroll_into_view_if_needed()
        box = target.bounding_box()
        assert box, f"nothing to touch for {kind}"
        self.touches.append((self.page.evaluate("() => performance.now()"), kind))
        self.page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        self.page.wait_for_timeout(SETTLED)

    def took(self) -> dict[str, list[Touch]]:
        """By kind; an event belongs to the touch before it, however late the browser reports it."""
        times: list[Touch] = [(SHORTEST, 0, 0)] * len(self.touches)
        for start, *entry in self.page.evaluate("() => touched"):
            place = bisect(self.touches, (start,)) - 1
            times[place] = max(times[place], tuple(entry))
        kinds: dict[str, list[Touch]] = defaultdict(list)
        for (_begun, kind), taken in zip(self.touches, times, strict=True):
            kinds[kind].append(taken)
        return kinds


def session(finger: Finger) -> None:
    """All of it: every set after a step of each of its numbers; a swap, and back, at each movement."""
    page, done = finger.page, 0
    lane = page.get_by_label("Sets done")
    swapped = set()
    while done < SETS:
        panel = page.locator(".movement:visible")
        if (position := panel.get_attribute("data-position")) not in swapped:
            swapped.add(position)
            swap_and_back(finger, panel)
        for plus in panel.locator(".set-next .step:visible").all():
            finger.touch("stepper", plus)
        finger.touch("tick", panel.locator(".set-next .set-tick"))
        done += 1
        assert lane.get_attribute("value") == str(done), "the tick did not log a set"
        if done == 1:
            finger.touch("undo", panel.locator(".set-undo-button:visible"))
            finger.touch("tick", panel.locator(".set-next .set-tick"))


def swap_and_back(finger: Finger, panel: Locator) -> None:
    sheet = finger.page.locator("#ladder-sheet")
    finger.touch("swap: the sheet", panel.locator("[data-swap]"))
    before = sheet.locator("[aria-current]").get_attribute("data-rung")
    finger.touch("swap: a version", sheet.locator(f'[data-rung]:not([data-rung="{before}"])').first)
    finger.touch("swap: the sheet", panel.locator("[data-swap]"))
    finger.touch("swap: a version", sheet.locator(f'[data-rung="{before}"]'))


def phone(browser: Browser, server: Server, made: dict[str, Any]) -> BrowserContext:
    context = browser.new_context(
        base_url=server.address, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    context.add_cookies([{"name": "sessionid", "value": made["cookie"], "url": server.address}])
    context.add_init_script(OBSERVE)
    return context


def measure(browser: Browser, server: Server, slower: float) -> None:
    made = json.loads(server.manage("shell", "-v0", "-c", PREPARE))
    context = phone(browser, server, made)
    page = context.new_page()
    tools, first = context.new_cdp_session(page), Wire()
    first.listen(tools)
    page.goto(made["path"], wait_until="networkidle")
    loaded = {kind: list(sizes) for kind, sizes in first.received.items()}
    tools.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    finger, before = Finger(page), contention()
    session(finger)
    print(f"other work on this machine made everything {before:.1f} to {contention():.1f} times slower on top of that")
    page.wait_for_function("() => !localStorage.getItem('sets-waiting')")
    show_times(finger.took(), slower)
    context.close()
    show_bytes(loaded, first.received["PUT"], made)


def contention() -> float:
    """How many times longer half a second of work takes than if no other process wanted the processor: 1 is quiet."""
    begun, used = time.perf_counter(), time.process_time()
    while time.process_time() - used < 0.5:
        pass
    return (time.perf_counter() - begun) / (time.process_time() - used)


def show_times(took: dict[str, list[Touch]], slower: float) -> None:
    print(f"touch to paint in ms, {slower:g} x slower    times  median  worst   of the worst: delay, script, rest")
    everything = [one for times in took.values() for one in times]
    for kind, times in [*sorted(took.items()), ("all", everything)]:
        worst, delay, handled = max(times)
        rest = worst - delay - handled
        print(
            f"  {kind:<32} {len(times):>8} {median(total for total, *_ in times):>7.0f} {worst:>6.0f}   "
            f"{delay:>20.0f} {handled:>7.0f} {rest:>5.0f}"
        )
    # As web-vitals has it: the worst, but for one in fifty.
    ranked = sorted((total for total, *_ in everything), reverse=True)
    print(f"interaction to next paint (INP): {ranked[len(ranked) // 50]:.0f} ms")


def show_bytes(loaded: dict[str, list[int]], sets: list[int], made: dict[str, Any]) -> None:
    total = sum(sum(sizes) for sizes in loaded.values())
    print(f"first load: {total / 1000:.1f} kB in {sum(map(len, loaded.values()))} requests")
    for kind, sizes in sorted(loaded.items(), key=lambda one: -sum(one[1])):
        print(f"  {kind:<12} {len(sizes):>3} requests {sum(sizes) / 1000:>7.1f} kB")
    print(
        f"a logged set: {made['queries']} queries, {made['content']} bytes of answer, "
        f"{max(sets)} bytes on the wire with headers (of {len(sets)} requests)"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--slower", type=float, default=4, help="how many times slower the processor is")
    options = parser.parse_args()
    if CHROMIUM is None:
        print(MISSING)
        return
    with served("demo") as server, browser() as opened:
        measure(opened, server, options.slower)


if __name__ == "__main__":
    main()
