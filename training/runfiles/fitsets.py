"""The sets of a strength session in FIT: what a watch counted, and what it took the exercises for."""

import math
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from training.runfiles.activity import one_line
from training.runfiles.fitmessages import Message
from training.runfiles.sets import Guess, ImportedSet

# Of FIT's categories of exercises: the watch does not know. 65535 stands for no value at all.
UNKNOWN, NOTHING = 65534, 65535
MOST_KG = 1000.0
MOST_REPS = 10_000


def sets_of(messages: Sequence[Message], titles: Sequence[Message]) -> tuple[ImportedSet, ...]:
    """The sets that were done, in the order of time, rests left out.

    `titles` are the file's exercise_title messages, to which a set points where the watch followed a workout. A load
    of 0 is bodyweight or was not entered, and is None as one that is not there.
    """
    by_step = {_number(message, "message_index"): one_line(_text(message.get("wkt_step_name"))) for message in titles}
    done = [message for message in messages if message.get("set_type") in ("active", 1)]
    done.sort(key=lambda message: _number(message, "start_time") or 0.0)
    return tuple(
        ImportedSet(
            exercise=by_step.get(_number(message, "wkt_step_index")) or "",
            reps=_whole(message, "repetitions", MOST_REPS),
            seconds=_number(message, "duration") or None,
            kg=_up_to(_number(message, "weight"), MOST_KG),
            guesses=tuple(_guesses(message)),
        )
        for message in done
    )


def _guesses(message: Message) -> Iterator[Guess]:
    """The likeliest first; up to three, of which the first is often "unknown"."""
    names = _listed(message.get("category_subtype"))
    for place, category in enumerate(_listed(message.get("category"))):
        number = _categories().get(category) if isinstance(category, str) else category
        if isinstance(number, int) and number not in (UNKNOWN, NOTHING):
            name = names[place] if place < len(names) else None
            number_of_name = name if isinstance(name, int) and name != NOTHING else None
            yield Guess(number, number_of_name, _title(number, number_of_name))


def _listed(value: Any) -> Sequence[Any]:
    return value if isinstance(value, list | tuple) else [value]


@cache
def _categories() -> Mapping[str, int]:
    """FIT's categories by name, for a decoder that gives a single one by its name."""
    from fitdecode import profile  # a quarter of a second to import

    return {name: number for number, name in profile.FIELD_TYPES["exercise_category"].enum.items()}


@cache
def _title(category: int, name: int | None) -> str:
    """What the profile calls an exercise: "Barbell back squat", of a category alone "Squat"; "" for an unknown one."""
    from fitdecode import profile  # as above

    of = next((known for known, number in _categories().items() if number == category), "")
    names = profile.FIELD_TYPES.get(f"{of}_exercise_name")
    known = names.enum.get(name, of) if names and names.enum and name is not None else of
    return known.replace("_", " ").capitalize()


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _number(message: Message, name: str) -> float | None:
    value = message.get(name)
    if isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value) and value >= 0:
        return float(value)
    return None


def _whole(message: Message, name: str, most: int) -> int | None:
    value = _number(message, name)
    return round(value) if value is not None and value <= most else None


def _up_to(value: float | None, most: float) -> float | None:
    return value if value and value <= most else None
