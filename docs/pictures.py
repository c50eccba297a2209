"""Take the README's pictures: the demo runner's week and a session, in a real Chromium at phone size.

uv run docs/pictures.py
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

DOCS = Path(__file__).resolve().parent
ROOT = DOCS.parent


@contextmanager
def demo_site() -> Iterator[str]:
    """The address of a served site with the demo runner in it, gone afterwards."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory() as data:
        environment = {**os.environ, "DATA_DIR": data}
        manage = [sys.executable, "manage.py"]
        for command in (["ready"], ["demo"]):
            subprocess.run([*manage, *command], cwd=ROOT, env=environment, check=True)
        start = [*manage, "start", "--port", str(port)]
        with subprocess.Popen(start, cwd=ROOT, env=environment, start_new_session=True) as server:
            try:
                wait_for(f"http://127.0.0.1:{port}/healthz")
                yield f"http://127.0.0.1:{port}"
            finally:
                os.killpg(server.pid, signal.SIGTERM)


def wait_for(address: str) -> None:
    for _ in range(300):
        try:
            urllib.request.urlopen(address, timeout=5).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit(f"{address} does not answer")


def log_in(page: Page) -> None:
    page.goto("/accounts/login/")
    page.get_by_label("Email").fill("demo@example.com")
    page.get_by_label("Password").fill("demo")
    page.get_by_role("button", name="Log in").click()
    page.wait_for_url("**/week/")


def main() -> None:
    with demo_site() as address, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = chromium.new_page(
            base_url=address, viewport={"width": 390, "height": 844}, device_scale_factor=2, reduced_motion="reduce"
        )
        log_in(page)
        page.screenshot(path=DOCS / "week.png")
        page.goto("/sessions/new/")
        page.get_by_role("button", name="Start", exact=True).click()
        page.locator(".set-next .set-tick").first.click()
        page.locator(".set-done").first.wait_for()
        page.wait_for_timeout(500)
        page.screenshot(path=DOCS / "session.png")
        chromium.close()


if __name__ == "__main__":
    main()
