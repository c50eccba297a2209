"""Sets of movements that have no guide, in words and in the runner's units."""

from collections.abc import Sequence
from typing import Protocol

from django.utils.translation import gettext, ngettext

from training.units import Units, clock
from training.wording import measures

MINUTE, KILOMETRE = 60, 1000
# More than these in a row nobody reads.
MOST_AMOUNTS = 8


class Told(Protocol):
    """A set as far as its file told it."""

    @property
    def reps(self) -> int | None: ...
    @property
    def seconds(self) -> float | None: ...
    @property
    def metres(self) -> float | None: ...
    @property
    def kg(self) -> float | None: ...


def own_sets(sets: Sequence[Told], units: Units) -> str:
    """3 × 8 @ 60 kg; 12 · 10 · 8 @ 50–60 kg; 2 × 45 s; 5.0 km · 25:10 min; 9 sets, of which more is too much to say."""
    if not sets:
        return ""
    amounts = [_amount(one, units) for one in sets]
    if not any(amounts) or (len(amounts) > MOST_AMOUNTS and len(set(amounts)) > 1):
        words = ngettext("%d set", "%d sets", len(sets)) % len(sets)
    elif len(set(amounts)) == 1:
        words = f"{len(amounts)} × {amounts[0]}" if len(amounts) > 1 or sets[0].reps is not None else amounts[0]
    else:
        words = " · ".join(amount or "–" for amount in amounts)
    loads = sorted({one.kg for one in sets if one.kg})
    if not loads:
        return words
    load = "–".join(dict.fromkeys(measures.load_number(kg, units) for kg in (loads[0], loads[-1])))
    return f"{words} @ {load} {units.load}"


def amount_and_load(one: Told, units: Units) -> str:
    """8 @ 60 kg of a single set; empty where nothing was told of it."""
    load = measures.load(one.kg, units) if one.kg else ""
    return " @ ".join(filter(None, [_amount(one, units), load]))


def _amount(one: Told, units: Units) -> str:
    """What it is counted in: reps, else how far and how long. How long reps took, as a watch tells, says little."""
    if one.reps:
        return str(one.reps)
    far = _distance(one.metres, units) if one.metres else ""
    long = _time(one.seconds) if one.seconds else ""
    if far and long:
        return gettext("%(distance)s in %(time)s") % {"distance": far, "time": long}
    return far or long or ("0" if one.reps == 0 else "")


def _distance(metres: float, units: Units) -> str:
    return measures.distance(metres, units) if metres >= KILOMETRE else f"{round(metres)} m"


def _time(seconds: float) -> str:
    return f"{round(seconds)} s" if seconds < 2 * MINUTE else f"{clock(seconds)} min"
