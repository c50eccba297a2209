"""What a race asks of the strength days around it, as days of the calendar (H2, H3; E23, E24)."""

from dataclasses import dataclass
from datetime import date, timedelta

from training.plan.constraints import LIGHT_BEFORE, NO_LOAD_INCREASE_BEFORE, OUT_AFTER, OUT_BEFORE, UNKNOWN_RACE_KM
from training.plan.week import Race

type Days = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Taper:
    """First and last day of each time around a race; None where a race of its priority has none.

    Before the race loads stop growing (`steady`), then sessions are `light`, then there are none (`free`, up to the
    race itself). `after` is free of strength too, and the first session that follows is light.
    """

    steady: Days | None
    light: Days | None
    free: Days
    after: Days


def taper(race: Race) -> Taper:
    """The days around a race by its priority and distance; without a distance it counts as a half marathon."""
    free, light = OUT_BEFORE[race.priority], LIGHT_BEFORE[race.priority]
    km = UNKNOWN_RACE_KM if race.km is None else race.km
    after = next(days for most_km, days in OUT_AFTER if km <= most_km)
    return Taper(
        steady=_before(race.day, NO_LOAD_INCREASE_BEFORE[race.priority], light),
        light=_before(race.day, light, free),
        free=(race.day - timedelta(days=free), race.day),
        after=(race.day + timedelta(days=1), race.day + timedelta(days=after)),
    )


def _before(day: date, most: int, least: int) -> Days | None:
    """The days that are at most `most` and more than `least` days before `day`."""
    return (day - timedelta(days=most), day - timedelta(days=least + 1)) if most > least else None
