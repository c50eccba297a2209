"""Bring database, guides and static files up to date with the code."""

import hashlib
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.checks import Tags
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.migrations.executor import MigrationExecutor

from training import triggers


class Command(BaseCommand):
    help = "Migrates the database, loads the guides and collects static files; what is up to date is left alone."
    # Only our own checks of the settings: the others import every view, and tests and CI run them.
    requires_system_checks = [Tags.security]

    def handle(self, *args: Any, **options: Any) -> None:
        self.migrate()
        call_command("load_guides", verbosity=options["verbosity"], stdout=self.stdout)
        self.collect_static()

    def migrate(self) -> None:
        executor = MigrationExecutor(connections[DEFAULT_DB_ALIAS])
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self.stdout.write("Preparing the database ...")
            call_command("migrate", verbosity=0, interactive=False)
            call_command("createcachetable", verbosity=0)
        # A release may want other triggers without another table.
        triggers.install()

    def collect_static(self) -> None:
        stamp_file = settings.STATIC_ROOT / ".collected"
        stamp = static_files_stamp()
        if not stamp_file.exists() or stamp_file.read_text() != stamp:
            self.stdout.write("Collecting static files ...")
            call_command("collectstatic", verbosity=0, interactive=False, clear=True)
            stamp_file.write_text(stamp)


def static_files_stamp() -> str:
    """A digest that changes when any static file's name, size or time of change does."""
    digest = hashlib.sha1(usedforsecurity=False)
    for finder in get_finders():
        for path, storage in sorted(finder.list([]), key=lambda found: found[0]):
            digest.update(f"{path} {storage.size(path)} {storage.get_modified_time(path)}\n".encode())
    return digest.hexdigest()
