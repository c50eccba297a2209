"""The calendar feed read by other people's programs: vdirsyncer syncs it into a folder, khal lists it.

    uv run bench/calendar_clients.py [--bin FOLDER_WITH_THE_TWO_PROGRAMS]

A throw-away site with the demo runner is served; its feed is synced three times: for the first time, with nothing
changed, and after one run got another title. Skipped where the programs are missing: `pip install vdirsyncer khal` into
an environment of their own.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PORT = 8766

VDIRSYNCER = """
[general]
status_path = "{folder}/status/"
[pair strides]
a = "here"
b = "feed"
collections = null
conflict_resolution = "b wins"
[storage here]
type = "filesystem"
path = "{folder}/calendar/"
fileext = ".ics"
[storage feed]
type = "http"
url = "{url}"
"""

KHAL = """
[calendars]
[[strides]]
path = {folder}/calendar/
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {folder}/khal.db
"""

MAKE_FEED = """
from training.models import CalendarFeed, Runner
feed = CalendarFeed(runner=Runner.objects.get(email="demo@example.com"), alarm="evening")
feed.renew()
feed.save()
print(feed.get_absolute_url())
"""

RENAME_A_RUN = """
from training.models import Run
run = Run.objects.filter(runner__email="demo@example.com").latest("day")
run.title = "Läufe über Hügel, im Regen; \\\\ mit Pfützen"
run.save()
"""


def manage(environment: dict[str, str], *words: str) -> str:
    command = [sys.executable, "manage.py", *words]
    done = subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def client(program: str, environment: dict[str, str], *words: str) -> str:
    done = subprocess.run([program, *words], env=environment, input="y\n", capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{program} {' '.join(words)} failed:\n{done.stdout}{done.stderr}")
    return done.stdout + done.stderr


def wait_for_server() -> None:
    for _attempt in range(600):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{PORT}/healthz", timeout=5).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("manage.py start did not answer within a minute")


def sync(vdirsyncer: str, environment: dict[str, str], folder: Path) -> tuple[int, int]:
    """Copied and deleted entries of one sync."""
    said = client(vdirsyncer, environment, "-v", "INFO", "sync", "--force-delete").splitlines()
    copied = sum(line.startswith("Copying") for line in said)
    deleted = sum(line.startswith("Deleting") for line in said)
    files = len(list((folder / "calendar").glob("*.ics")))
    print(f"vdirsyncer sync: {copied} copied, {deleted} deleted, {files} entries in the folder")
    return copied, deleted


def check(folder: Path, vdirsyncer: str, khal: str) -> None:
    environment = {**os.environ, "DATA_DIR": str(folder / "data"), "SITE_URL": f"http://127.0.0.1:{PORT}"}
    environment.pop("DATABASE_URL", None)
    environment |= {"VDIRSYNCER_CONFIG": str(folder / "vdirsyncer.conf"), "LC_ALL": "C.UTF-8"}
    manage(environment, "ready")
    manage(environment, "demo", "--years", "1")
    url = f"http://127.0.0.1:{PORT}{manage(environment, 'shell', '-v0', '-c', MAKE_FEED)}"
    (folder / "vdirsyncer.conf").write_text(VDIRSYNCER.format(folder=folder, url=url))
    (folder / "khal.conf").write_text(KHAL.format(folder=folder))
    server = subprocess.Popen(
        [sys.executable, "manage.py", "start", "--port", str(PORT)],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
    )
    try:
        wait_for_server()
        client(vdirsyncer, environment, "discover")
        first, again = sync(vdirsyncer, environment, folder), sync(vdirsyncer, environment, folder)
        manage(environment, "shell", "-v0", "-c", RENAME_A_RUN)
        changed = sync(vdirsyncer, environment, folder)
        print(client(khal, environment, "-c", str(folder / "khal.conf"), "list", "2020-01-01", "9999d"))
    finally:
        server.terminate()
        server.wait(20)
    # An entry of a plain http calendar is known to vdirsyncer by its content: a change is one gone and one new.
    if not first[0] or again != (0, 0) or changed != (1, 1):
        raise SystemExit(f"expected some, none, one of each, not {first}, {again}, {changed}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", default="", help="the folder of vdirsyncer and khal, where it is not in PATH")
    path = os.pathsep.join(filter(None, [parser.parse_args().bin, os.environ.get("PATH", "")]))
    vdirsyncer, khal = shutil.which("vdirsyncer", path=path), shutil.which("khal", path=path)
    if not vdirsyncer or not khal:
        print("Skipped: this needs the programs vdirsyncer and khal.")
        return
    with tempfile.TemporaryDirectory() as name:
        check(Path(name), vdirsyncer, khal)


if __name__ == "__main__":
    main()
