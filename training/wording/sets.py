"""Sets that were done, in words and in the runner's units."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby
from typing import Protocol

from django.utils.translation import get_language, gettext, npgettext

from training.units import Units
from training.wording.measures import load_number


class Done(Protocol):
    """Anything that has the numbers of a set."""

    @property
    def amount(self) -> int: ...
    @property
    def seconds(self) -> int | None: ...
    @property
    def kg(self) -> float | None: ...
    @property
    def per_leg(self) -> bool: ...


class MayBeWarmUp(Done, Protocol):
    @property
    def warm_up(self) -> bool: ...


def sets_done(sets: Iterable[MayBeWarmUp], units: Units) -> str:
    """12, 12, 11 × 20 kg; 40, 35 s a side; sets of one load stand together."""
    alike = groupby(sets, key=lambda one: (one.warm_up, one.kg, one.per_leg, one.seconds is not None))
    language = get_language() or ""
    return "; ".join(
        _same_load(tuple(one.amount for one in group), timed, per_leg, kg or 0.0, warm_up, units, language)
        for (warm_up, kg, per_leg, timed), group in alike
    )


def set_in_full(one: Done, units: Units, language: str) -> str:
    """8 × 50 kg, 10 a leg × 16 kg, 12 reps, 12 reps a leg, 40 s a side; `language` is the active one."""
    return _in_full(one.amount, one.seconds is not None, one.per_leg, one.kg or 0.0, units, language)


# What follows is kept: a picture and its table name the same few sets again and again, and so do all runners.
@lru_cache(maxsize=8192)
def _same_load(
    amounts: tuple[int, ...], timed: bool, per_leg: bool, kg: float, warm_up: bool, units: Units, _language: str
) -> str:
    words = ", ".join(map(str, amounts))
    if timed:
        words = gettext("%(seconds)s s a side") % {"seconds": words} if per_leg else f"{words}\N{NO-BREAK SPACE}s"
    elif per_leg:
        words = gettext("%(reps)s a leg") % {"reps": words}
    words = _with_load(words, kg, units)
    return gettext("warm-up %(set)s") % {"set": words} if warm_up else words


@lru_cache(maxsize=8192)
def _in_full(amount: int, timed: bool, per_leg: bool, kg: float, units: Units, language: str) -> str:
    if timed or kg:
        return _same_load((amount,), timed, per_leg, kg, False, units, language)
    words = npgettext("short", "%(amount)d rep", "%(amount)d reps", amount) % {"amount": amount}
    return gettext("%(reps)s a leg") % {"reps": words} if per_leg else words


def _with_load(words: str, kg: float, units: Units) -> str:
    return f"{words} ×\N{NO-BREAK SPACE}{load_number(kg, units)}\N{NO-BREAK SPACE}{units.load}" if kg else words
