"""Readers of everything that a runner can bring, into plain activities and workouts.

`Bundle` reads an upload of any kind, file by file; `read` reads one recording (FIT, GPX, TCX). Each format has a module
with one `read`. Pure: bytes or a stream in, frozen dataclasses out; no Django, no clock, no network, no file system.
"""

from training.runfiles.activity import Doubt, ParsedActivity
from training.runfiles.bundle import Bundle, Source
from training.runfiles.content import read
from training.runfiles.duplicates import Match, compare
from training.runfiles.errors import UnreadableFile
from training.runfiles.questions import DistanceUnit, Question, WeightUnit
from training.runfiles.result import Answers, FileResult
from training.runfiles.strength import StrengthActivity
from training.runfiles.zones import Placed, ToldBy, place

__all__ = [
    "Answers",
    "Bundle",
    "DistanceUnit",
    "Doubt",
    "FileResult",
    "Match",
    "ParsedActivity",
    "Placed",
    "Question",
    "Source",
    "StrengthActivity",
    "ToldBy",
    "UnreadableFile",
    "WeightUnit",
    "compare",
    "place",
    "read",
]
