"""Distances and times in a runner's words: "22k", "5 mi", "1h30", "45'", "2 km + 6 km + 2 km", "8-10 km".

Only the whole of a run counts: its repetitions, the pauses between them and the pace are no length of it.
"""

import re
from dataclasses import dataclass

METRES = {"km": 1000.0, "mi": 1609.344, "m": 1.0}
MOST_METRES = 250_000
MOST_MINUTES = 24 * 60

# A distance and a time that make another speed than these (metres a second) are not of one run.
SLOWEST, FASTEST = 1.0, 6.7

NUMBER = r"\d{1,5}(?:[.,]\d{1,2})?"
RANGE = rf"(?P<low>{NUMBER})(?:\s*(?:-|to|bis)\s*(?P<high>{NUMBER}))?"
UNITS = (
    r"(?P<km>k|kms?|kilomet(?:er|re)s?)|(?P<mi>mi|miles?|meilen?)|(?P<min>min|mins|minutes?|minuten)|"
    r"(?P<h>h|hrs?|hours?|std|stunden?)|(?P<m>m|met(?:er|re)s?)|(?P<s>s|secs?|seconds?|sek|sekunden?)"
)
AMOUNT = re.compile(rf"(?<![\d.,:]){RANGE}(?:\s*|-)(?:(?:{UNITS})(?![a-zäöü])|(?P<prime>['′]))")
REPEATS = re.compile(rf"(?<![\d.,:])(?P<times>\d{{1,3}})\s*x\s*\(?\s*(?P<each>{NUMBER}\s*[a-z'′]*)")
HOURS_MINUTES = re.compile(
    r"(?<![\d.,:])(?P<hours>\d{1,2})\s*(?:h|hrs?|hours?|std|stunden?)\.?\s*(?:and\s|und\s|&\s)?\s*"
    r"(?P<minutes>[0-5]?\d)(?!\d)\s*(?:min\w*|m(?![a-z])|['′])?(?!\s*[xk])"
)
CLOCK = re.compile(r"(?<![\d.,:])(?:(?P<h>\d):(?P<m>[0-5]\d)(?P<s>:[0-5]\d)?|(?P<mm>[1-9]\d{1,2}):[0-5]\d)(?![\d:])")

# Telephone numbers and worse: no length has so many digits, and the patterns below would try each of them.
LONG_NUMBER = re.compile(r"\d{6,}")
# What looks like a length and is none.
NO_LENGTH = re.compile(
    r"https?://\S+"
    r"|(?:@|\bat\b|\bpace\b:?|\bum\b|\bà\b)\s*~?\s*\d{1,2}:\d\d(?:\s*-\s*\d{1,2}:\d\d)?"
    r"|\d{1,2}:\d\d(?:\s*-\s*\d{1,2}:\d\d)?\s*(?:/|min\s*/|min/|per\b|pace|am\b|pm\b|uhr\b)\s*(?:km|k|mi|mile|m)?"
    r"|\d+(?:[.,]\d+)?\s*-?(?:k|km|mile|mi|min|hour|h)?[- ]?(?:race )?(?:pace|effort|tempo\b(?= pace)|renntempo)"
    r"|\d+(?:[.,]\d+)?\s*(?:km|k|mi|m)\s*(?:/\s*h|/h|ph)\b"
    r"|\b(?:week|day|woche|tag|phase|wk|w|d|session|einheit)\s*#?\d{1,2}(?:\s*/\s*\d+)?\b"
    r"|(?<!\d)(?<!\d )\b(?:hr|hf|puls|rpe|zone|z)\s*:?\s*\d{1,3}(?:\s*-\s*\d{1,3})?"
    r"|\d{2,3}\s*(?:-\s*\d{2,3}\s*)?(?:bpm|%|watts?\b)"
    r"|\d+\s*(?:x\s*)?(?:\d+\s*(?:m|s|sec|sek)\s*)?(?:strides?|striders|steigerungen|steigerungsläufe|accelerations)"
    r"|\d+\s*(?:s|sec|secs|sek|min|mins|')?\s*(?:\w+\s)?(?:rest|rests|pause|pausen|recoveries|recovery jog|trabpause)\b"
)
# Strength beside a run has minutes of its own.
STRENGTH_BESIDE = re.compile(
    r"(?:\d+\s*min\w*\s*)?\b(?:core|strength|mobility|stretching|stretch|yoga|drills|stabi|kraft\w*|rumpf\w*|dehnen|"
    r"weights|lauf-abc)\b(?:\s*\(?\d+\s*min\w*\)?)?"
)
PARTS = re.compile(r"\+|\bwu\b|\bcd\b|warm[- ]?up|cool[- ]?down|\beinlaufen\b|\bauslaufen\b|\bwarm\b.*\bcool\b")
SUB_PART = re.compile(r"\b(?:with|incl|including|inkl|last|final|davon|dabei|mit|letzten?|of which)\b|\bw/")


@dataclass(frozen=True, slots=True)
class Amounts:
    """How far and how long a whole run is; None where it is not said."""

    metres: float | None = None
    minutes: float | None = None


def amounts(text: str) -> Amounts:
    """The length of the run that `text` (in lower case) speaks of; nothing where it is only parts of one."""
    text = STRENGTH_BESIDE.sub(" ", NO_LENGTH.sub(" ", LONG_NUMBER.sub(" ", text)))
    if PARTS.search(text):
        return _sum(text)
    whole = SUB_PART.split(text, maxsplit=1)[0]
    found = _largest(whole)
    return found if found != Amounts() else _largest(text)


def _sum(text: str) -> Amounts:
    """Warm-up, main part and cool-down together, where all are distances or all are times."""
    repeats, singles = _repeats(text), _singles(REPEATS.sub(" ", text))
    parts = [*repeats, *singles]
    units = {unit for unit, _ in parts}
    if len(units) != 1 or None in units:
        return Amounts()
    return _checked(**{str(units.pop()): sum(value for _, value in parts)})


def _largest(text: str) -> Amounts:
    """The largest distance and the largest time that are no repetitions, if they can hold the repetitions."""
    repeats, singles = _repeats(text), _singles(REPEATS.sub(" ", text))
    least = dict(repeats)
    best: dict[str, float] = {}
    for unit, value in singles:
        if value >= max(best.get(unit, 0.0), least.get(unit, 0.0)):
            best[unit] = value
    if repeats and not any(unit in least for unit in best):
        # Beside repetitions of distance, minutes are those of a pause, and the other way round, unless they are many.
        best = {unit: value for unit, value in best.items() if value >= (2000 if unit == "metres" else 25)}
    return _checked(**best)


def _repeats(text: str) -> list[tuple[str | None, float]]:
    """6x800, 3 x 10 min: what each repetition adds up to; a bare number from 100 on is metres."""
    found: list[tuple[str | None, float]] = []
    for match in REPEATS.finditer(text):
        times, each = int(match["times"]), match["each"]
        singles = _singles(each)
        if singles:
            found.append((singles[0][0], times * singles[0][1]))
        elif each.isdigit() and int(each) >= 100:
            found.append(("metres", float(times * int(each))))
        else:
            found.append((None, 0.0))
    return found


def _singles(text: str) -> list[tuple[str, float]]:
    found: list[tuple[str, float]] = []

    def hours(match: re.Match[str]) -> str:
        found.append(("minutes", 60.0 * int(match["hours"]) + int(match["minutes"])))
        return " "

    def clock(match: re.Match[str]) -> str:
        if match["mm"]:
            found.append(("minutes", float(match["mm"])))
        elif match["s"] or int(match["h"]) <= 2:
            found.append(("minutes", 60.0 * int(match["h"]) + int(match["m"])))
        return " "

    rest = CLOCK.sub(clock, HOURS_MINUTES.sub(hours, text))
    for match in AMOUNT.finditer(rest):
        low = _number(match["low"])
        value = (low + _number(match["high"])) / 2 if match["high"] else low
        if match["km"] or match["mi"]:
            found.append(("metres", value * METRES["km" if match["km"] else "mi"]))
        elif match["m"]:
            # "5m" is five miles to one and five minutes to another: only from 100 on is it surely metres.
            found.extend([("metres", value)] if value >= 100 else [])
        elif match["min"] or match["prime"]:
            found.append(("minutes", value))
        elif match["h"]:
            found.append(("minutes", 60 * value))
    return found


def _checked(metres: float | None = None, minutes: float | None = None) -> Amounts:
    """Lengths that a run can have; a time that does not fit the distance belongs to a part of the run."""
    if metres is not None and not 0 < metres <= MOST_METRES:
        metres = None
    if minutes is not None and not 0 < minutes <= MOST_MINUTES:
        minutes = None
    if metres and minutes and not SLOWEST <= metres / (60 * minutes) <= FASTEST:
        minutes = None
    return Amounts(metres, minutes)


def _number(text: str) -> float:
    return float(text.replace(",", "."))
