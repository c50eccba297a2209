"""Strength sessions: the list, starting one, doing and reading one, its sets and movements, deleting one."""

from training.views.sessions.deleting import session_delete, session_undelete
from training.views.sessions.listing import sessions
from training.views.sessions.morning import session_morning
from training.views.sessions.sets import session_movement, session_set, set_delete
from training.views.sessions.single import session, session_next
from training.views.sessions.start import session_new

__all__ = [
    "session",
    "session_delete",
    "session_morning",
    "session_movement",
    "session_new",
    "session_next",
    "session_set",
    "session_undelete",
    "sessions",
    "set_delete",
]
