"""What got better in a session against last time, set by set, as at most three sentences."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from django.utils.translation import gettext, ngettext

from training.units import Units
from training.wording.measures import load

MOST = 3


class Lifted(NamedTuple):
    """A movement of a session: what it is called, its sets now, and the sets of the same numbers last time."""

    name: str
    now: Sequence[Mapping[str, Any]]
    last: Sequence[Mapping[str, Any]]


def gains(lifted: Iterable[Lifted], units: Units) -> list[str]:
    """More load before more reps before a longer hold; nothing is said of what got less."""
    found = [gain for movement in lifted if movement.last and (gain := _gain(movement, units))]
    return [text for _rank, text in sorted(found, key=lambda gain: gain[0])[:MOST]]


def _gain(movement: Lifted, units: Units) -> tuple[int, str] | None:
    name = movement.name
    kg, kg_last = _top_kg(movement.now), _top_kg(movement.last)
    if kg > kg_last > 0:
        words = {"name": name, "kg": load(kg, units), "more": load(kg - kg_last, units)}
        return 0, gettext("%(name)s: %(kg)s, %(more)s more than last time") % words
    if kg < kg_last:
        return None
    if more := _more(movement, "reps"):
        text = ngettext("%(name)s: %(more)d rep more", "%(name)s: %(more)d reps more", more)
        return 1, text % {"name": name, "more": more}
    if more := _more(movement, "seconds"):
        text = ngettext("%(name)s: %(more)d second longer in all", "%(name)s: %(more)d seconds longer in all", more)
        return 2, text % {"name": name, "more": more}
    return None


def _top_kg(sets: Iterable[Mapping[str, Any]]) -> float:
    return max((one["kg"] or 0 for one in sets), default=0)


def _more(movement: Lifted, counts: str) -> int:
    """How many more in all over the sets that were done both times; below 1 there is nothing to tell."""
    pairs = zip(movement.now, movement.last, strict=False)
    return max(0, sum((now.get(counts) or 0) - (last.get(counts) or 0) for now, last in pairs))
