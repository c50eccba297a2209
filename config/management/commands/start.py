"""One command from a fresh clone to a served site."""

import os
import socket
import subprocess
import sys
from typing import Any

from django.conf import settings
from django.core.checks import Tags
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connections
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

EVERYWHERE = "0.0.0.0"


class Command(BaseCommand):
    help = "Readies database, guides and static files, then serves the site with granian, with a worker beside it."
    # Only our own checks of the settings: the others import every view, and tests and CI run them.
    requires_system_checks = [Tags.security]

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="0.0.0.0 serves your whole network")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--workers", type=int, default=1, help="processes; one is plenty for one runner")

    def handle(self, *args: Any, **options: Any) -> None:
        host, port = options["host"], options["port"]
        if not port_is_free(host, port):
            raise CommandError(f"Port {port} on {host} is taken. Choose another: manage.py start --port {port + 1}")
        address = f"http://{own_address() if host == EVERYWHERE else host}:{port}"
        if "SITE_URL" not in os.environ and address != settings.SITE_URL:
            # Settings are read once: begin again with the address that links and checks must know.
            os.environ["SITE_URL"] = address
            os.execv(sys.executable, [sys.executable, *sys.argv])
        call_command("ready", stdout=self.stdout)
        self.stdout.write(f"\nSets & Strides is at {settings.SITE_URL}  (Ctrl+C stops it)\n")
        self.stdout.flush()
        connections.close_all()
        start_worker()
        # In this process, so that granian's workers are forks which find Django ready: a second less to wait.
        Granian(
            "config.wsgi:application",
            address=host,
            port=port,
            interface=Interfaces.WSGI,
            workers=options["workers"],
            blocking_threads=2,
            # A worker that gets Ctrl+C from the terminal and a signal from granian at once now and then stands still.
            workers_kill_timeout=2,
            websockets=False,
            log_level=LogLevels.warning,
        ).serve()


def start_worker() -> None:
    """Start `manage.py work` as a child, a fork like granian's own: it finds Django ready and shares its memory.

    The worker watches this process and ends when it is gone, however it ended; nobody has to pass signals on. Where
    there are no forks (Windows) it starts from nothing.
    """
    parent = os.getpid()
    if not hasattr(os, "fork"):
        subprocess.Popen([sys.executable, str(settings.BASE_DIR / "manage.py"), "work", "--parent", str(parent)])
    elif os.fork() == 0:
        call_command("work", parent=parent)
        os._exit(0)


def port_is_free(host: str, port: int) -> bool:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def own_address() -> str:
    """This machine's address in its network, for the phone beside it; no packet is sent to find it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return "127.0.0.1"
        return str(probe.getsockname()[0])
