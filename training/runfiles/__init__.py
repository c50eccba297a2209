"""Readers of run files: FIT, GPX and TCX, each possibly gzipped, into plain activities.

Pure: bytes in, frozen dataclasses out; no Django, no clock, no network, no file system.
"""

from training.runfiles.activity import Doubt, ParsedActivity
from training.runfiles.content import read
from training.runfiles.duplicates import richer, same_activity
from training.runfiles.errors import UnreadableFile

__all__ = ["Doubt", "ParsedActivity", "UnreadableFile", "read", "richer", "same_activity"]
