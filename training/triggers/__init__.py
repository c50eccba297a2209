"""Triggers that change a runner's revision with everything that the runner's pages show (ADR 15).

They are put in place after every migration and taken away before it: a trigger would be in the way of a table that
SQLite makes anew, or of an ALTER TABLE behind a data migration in PostgreSQL. The row of GuidesRevision is there only
while all of them are; without it no page is kept.
"""

import hashlib
from functools import lru_cache
from types import ModuleType
from typing import Any

from django.apps import apps as current_apps
from django.apps.registry import Apps
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper

from training.triggers import postgresql, sqlite
from training.triggers.watched import WATCHED, Tables

__all__ = ["WATCHED", "digest", "in_place", "install", "remove"]

DIALECTS: dict[str, ModuleType] = {"postgresql": postgresql, "sqlite": sqlite}


@lru_cache(maxsize=2)
def digest(vendor: str, apps: Apps = current_apps) -> str:
    """Of the triggers that the models in `apps` want in a database of that make."""
    return hashlib.sha256("\n".join(DIALECTS[vendor].statements(Tables.of(apps))).encode()).hexdigest()


def in_place(using: str = DEFAULT_DB_ALIAS, apps: Apps = current_apps) -> bool:
    """Whether the database has the triggers that these models want."""
    connection = connections[using]
    return _known(connection) == digest(connection.vendor, apps)


def install(using: str = DEFAULT_DB_ALIAS, apps: Apps = current_apps) -> None:
    """Put the triggers in place, where others or none are. What was kept before is not used again.

    Each table is locked by itself, so that a site that goes on working meanwhile waits a moment and is never in a
    deadlock.
    """
    try:
        tables = Tables.of(apps)
    except LookupError:  # Migrated to a state before the revisions.
        return
    if in_place(using, apps):
        return
    remove(using)
    connection = connections[using]
    with connection.cursor() as cursor:
        for statement in DIALECTS[connection.vendor].statements(tables):
            cursor.execute(statement)
        cursor.execute(
            f"INSERT INTO {tables.runner_revision} (runner_id, number) SELECT id, 0 FROM {tables.runner} WHERE true "
            "ON CONFLICT (runner_id) DO NOTHING"
        )
        cursor.execute(
            f"INSERT INTO {tables.guides_revision} (id, number, triggers) VALUES (1, 0, %s)",
            [digest(connection.vendor, apps)],
        )


def remove(using: str = DEFAULT_DB_ALIAS) -> None:
    """Take the triggers away; nothing is kept until they are back."""
    connection = connections[using]
    dialect = DIALECTS[connection.vendor]
    with connection.cursor() as cursor:
        if _known(connection) is not None:
            cursor.execute(f"DELETE FROM {Tables.of(current_apps).guides_revision}")
        cursor.execute(dialect.IN_PLACE)
        for trigger, table in cursor.fetchall():
            cursor.execute(dialect.drop(trigger, table))


def _known(connection: BaseDatabaseWrapper) -> str | None:
    """The digest that the database has; None without one."""
    name = Tables.of(current_apps).guides_revision
    with connection.cursor() as cursor:
        if name not in connection.introspection.table_names(cursor):
            return None
        cursor.execute(f"SELECT triggers FROM {name}")
        row = cursor.fetchone()
    return row[0] if row else None


def before_migration(*, using: str, plan: list[Any], **kwargs: Any) -> None:
    """For Django's signal `pre_migrate`."""
    if plan:
        remove(using)


def after_migration(*, using: str, apps: Apps = current_apps, **kwargs: Any) -> None:
    """For Django's signal `post_migrate`, which is also sent when tables are made without migrations or flushed."""
    install(using, apps)
