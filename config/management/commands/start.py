"""One command from a fresh clone to a served site."""

import os
import socket
import sys
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

EVERYWHERE = "0.0.0.0"


class Command(BaseCommand):
    help = "Readies database, guides and static files, then serves the site with granian."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="0.0.0.0 serves your whole network")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--workers", type=int, default=1, help="processes; one is plenty for one runner")

    def handle(self, *args: Any, **options: Any) -> None:
        host, port = options["host"], options["port"]
        if not port_is_free(host, port):
            raise CommandError(f"Port {port} on {host} is taken. Choose another: manage.py start --port {port + 1}")
        call_command("ready", stdout=self.stdout)
        address = f"http://{own_address() if host == EVERYWHERE else host}:{port}"
        self.stdout.write(f"\nSets & Strides is at {os.environ.get('SITE_URL', address)}  (Ctrl+C stops it)\n")
        self.stdout.flush()
        environment = {"SITE_URL": address, **os.environ}
        command = ["-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port), "--no-ws"]
        command += ["--workers", str(options["workers"]), "--blocking-threads", "2", "--log-level", "warning"]
        os.execve(sys.executable, [sys.executable, *command, "config.wsgi:application"], environment)


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
