"""Distances, loads and paces in the runner's units, written as the active language writes numbers."""

from datetime import date
from functools import lru_cache

from django.utils.formats import date_format, number_format

from training.units import Units, clock, hours_and_minutes

# From here on nobody asks for the hundred metres, or the minutes.
LONG = 1000


def number(value: float, decimals: int = 0) -> str:
    """1.5, or 1,5 where a comma is the decimal sign; rounded, which Django's own formatting does not do."""
    return number_format(round(value, decimals), decimals)


def short_number(value: float, decimals: int = 2) -> str:
    """A number without trailing zeros: 20, 22.5."""
    return number(value, decimals).rstrip("0").rstrip(".,") if decimals else number(value)


def distance(metres: float, units: Units, decimals: int = 1) -> str:
    """8.2 km, 5.1 mi; 1,727 km."""
    if units.to_distance(metres) >= LONG:
        return long_distance(metres, units)
    return f"{number(units.to_distance(metres), decimals)} {units.distance}"


def pace(metres: float, seconds: float, units: Units) -> str:
    """5:12 /km."""
    return f"{clock(seconds / units.to_distance(metres))} /{units.distance}"


def load(kg: float, units: Units) -> str:
    """22.5 kg, 50 lb."""
    return f"{load_number(kg, units)} {units.load}"


def grouped(value: float) -> str:
    """A whole number with its thousands apart: 1,727."""
    whole = round(value)
    # Most are small, and Django takes its time over every number.
    return number_format(whole, 0, force_grouping=True) if abs(whole) > 999 else str(whole)


def long_distance(metres: float, units: Units) -> str:
    """1,727 km"""
    return f"{grouped(units.to_distance(metres))} {units.distance}"


def long_time(seconds: float) -> str:
    """45 min, 3 h 20; 1,530 h."""
    hours = seconds / 3600
    return f"{grouped(hours)} h" if hours >= LONG else hours_and_minutes(seconds)


def moved(kg: float, units: Units) -> str:
    """All the load that was moved, as a whole number: 2,840 kg."""
    return f"{grouped(kg / units.kg_per_load)} {units.load}"


def load_number(kg: float, units: Units) -> str:
    """22.5, without its unit."""
    return short_number(units.to_load(kg))


@lru_cache(maxsize=8192)
def day(of: date, name: str, language: str) -> str:
    """A date by one of the named formats of config.formats, in the active language, which is `language`.

    Kept, since a long page has a date in every row and all runners train on the same days; whoever writes many of them
    asks for the language once.
    """
    return date_format(of, name)
