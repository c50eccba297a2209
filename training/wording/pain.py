"""The traffic light of pain (E43) in words: what a number from 0 to 10 means for what comes next."""

from typing import NamedTuple

from django.utils.translation import gettext

GREEN, AMBER = 2, 5


class Light(NamedTuple):
    """`colour` is green, amber or red."""

    colour: str
    text: str


def light(pain: int) -> Light:
    if pain <= GREEN:
        return Light("green", gettext("0 to 2: go on as planned."))
    if pain <= AMBER:
        return Light(
            "amber",
            gettext("3 to 5: nothing grows next time. It should have settled by tomorrow morning; if not, take less."),
        )
    return Light(
        "red",
        gettext("Over 5: leave this movement out, and have it looked at. Next time begins with a fifth less."),
    )


def lights() -> list[Light]:
    """All three, as a legend."""
    return [light(pain) for pain in (0, 3, 6)]
