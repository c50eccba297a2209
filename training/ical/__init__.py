"""Calendars: training plans in, the feed out.

    plans.py    the entries of a training plan in an .ics file
    phrases.py  "Easy 8 km", "Tempo 3 x 10 min", "Langer Lauf 22k": what a runner means by it
    kinds.py    the words for kinds of run, in English and German
    amounts.py  the distances and times in such words
    repeats.py  the days on which a repeating event falls

Pure: bytes and dates in, frozen dataclasses out; no Django, no clock, no network, no file system.
"""

from training.ical.phrases import Phrase, understand
from training.ical.plans import PlanEntry, PlanReading, UnreadablePlan, read_plan

__all__ = ["Phrase", "PlanEntry", "PlanReading", "UnreadablePlan", "read_plan", "understand"]
