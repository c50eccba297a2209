"""Strength sessions: the list, starting one, doing and reading one, its sets."""

from training.views.sessions.listing import sessions
from training.views.sessions.sets import session_set, set_delete, variation
from training.views.sessions.single import session, session_delete
from training.views.sessions.start import session_new

__all__ = ["session", "session_delete", "session_new", "session_set", "sessions", "set_delete", "variation"]
