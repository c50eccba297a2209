"""What is exported of a runner: every table, its columns with their units, and how a row is told from another.

Tables stand in the order in which they are read back: what a row refers to comes before it.
"""

from training.export.columns import Rule, Table
from training.export.running import (
    CONDITIONS,
    IMPORTS,
    PLAN_IMPORTS,
    PLANNED_RUNS,
    RACES,
    RUNS,
    SHOWN_WEEKS,
    WEEKLY_RUNS,
)
from training.export.settings import CALENDAR, REMINDER, REMINDERS_SENT, SETTINGS
from training.export.strength import CUSTOM_MOVEMENTS, CUSTOM_SETS, MOVEMENT_TITLES, PLANNED_MOVEMENTS, SESSIONS, SETS

__all__ = ["LEFT_OUT", "LEFT_OUT_COLUMNS", "TABLES", "Rule", "Table"]

TABLES: tuple[Table, ...] = (
    SETTINGS,
    CALENDAR,
    REMINDER,
    REMINDERS_SENT,
    IMPORTS,
    RUNS,
    PLAN_IMPORTS,
    PLANNED_RUNS,
    WEEKLY_RUNS,
    RACES,
    CONDITIONS,
    SHOWN_WEEKS,
    SESSIONS,
    PLANNED_MOVEMENTS,
    SETS,
    CUSTOM_MOVEMENTS,
    CUSTOM_SETS,
    MOVEMENT_TITLES,
)
BY_NAME = {table.name: table for table in TABLES}

LEFT_OUT: dict[str, str] = {
    "account.EmailAddress": "addresses belong to the account, and a new account has its own",
    "account.EmailConfirmation": "links in mails that wait to be followed",
    "admin.LogEntry": "what an administrator of this server changed",
    "mfa.Authenticator": "passkeys and codes are secrets of this account",
    "usersessions.UserSession": "where you are logged in now",
    "training.ImportItem": "what the preview of an import said; the runs and sessions themselves are exported",
    "training.ImportUpload": "names and sizes stand in the list of imports; the files are not kept once they are read",
    "training.PublishedEntry": "what was last said in the calendar's address; it is made again",
    "training.RunnerRevision": "a counter of changes that only the server's memory of pages needs",
}
"""Tables with rows of a runner that are not exported, and why."""

_ID = "a number of this database; rows refer to each other by keys instead"
_OWNER = "every row is the runner's who exports it"
_IMPORTED_AS = "the line in an import's preview; what was imported is exported itself"

LEFT_OUT_COLUMNS: dict[str, dict[str, str]] = {
    "Runner": {
        "id": _ID,
        "password": "a secret of this account",
        "email": "it belongs to the account, and a new account has its own",
        "first_name": "never asked for",
        "last_name": "never asked for",
        "is_superuser": "a right on this server",
        "is_staff": "a right on this server",
        "is_active": "a right on this server",
        "groups": "a right on this server",
        "user_permissions": "a right on this server",
        "last_login": "of this account",
        "date_joined": "of this account",
    },
    "CalendarFeed": {
        "id": _ID,
        "runner": _OWNER,
        "token": "the secret address of your calendar",
        "digest": "the secret address of your calendar",
        "content": "what the calendar's address said last; it is made again",
        "changed_at": "what the calendar's address said last; it is made again",
    },
    "Reminder": {"id": _ID, "runner": _OWNER, "looked_after_on": "when the server last looked; it looks again"},
    "SentReminder": {"id": _ID, "runner": _OWNER},
    "Import": {
        "id": _ID,
        "runner": _OWNER,
        "worker": "who works on it; only what is over is exported",
        "attempts": "who works on it; only what is over is exported",
        "begun_at": "who works on it; only what is over is exported",
        "told_at": "who works on it; only what is over is exported",
        "share": "who works on it; only what is over is exported",
    },
    "Run": {"id": _ID, "runner": _OWNER, "found_as": _IMPORTED_AS},
    "PlanImport": {"id": _ID, "runner": _OWNER, "entries": "a preview; only plans that you kept are exported"},
    "PlannedRun": {"id": _ID, "runner": _OWNER},
    "WeeklyRun": {"id": _ID, "runner": _OWNER},
    "Race": {"id": _ID, "runner": _OWNER},
    "Condition": {"id": _ID, "runner": _OWNER},
    "ShownWeek": {"id": _ID, "runner": _OWNER},
    "Session": {
        "id": "the session's key says it where it has no other key",
        "runner": _OWNER,
        "found_as": _IMPORTED_AS,
        "deleted_at": "what you deleted is not exported",
        "deleted_from": "what you deleted is not exported",
    },
    "PlannedMovement": {"id": _ID},
    "LoggedSet": {
        "id": "made from session, position and number",
        "removed": "sets that you took back are not exported",
    },
    "CustomMovement": {"id": _ID, "runner": _OWNER},
    "CustomSet": {"id": "made from session, position and number"},
    "MovementTitle": {"id": _ID, "runner": _OWNER},
}
"""Columns of exported models that are not exported, and why."""
