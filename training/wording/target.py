"""Targets of a movement and why they are what they are, as sentences: one for every `TargetRule`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.text import get_text_list
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from training.units import Units
from training.wording import measures

SENTENCES: Mapping[str, Promise] = {
    "first-time": _("Your first time: easy numbers, to learn the movement."),
    "new-variation": _("A new version: begin at %(low)s, well within yourself."),
    "repeat": _("%(amounts)s last time: meet it once more, then it grows."),
    "climb": _("You met %(amounts)s, so each set grows by %(step)s, up to %(high)s."),
    "top-once": _("All sets reached %(high)s last time. Once more, and it gets harder."),
    "raise": _("All sets at %(high)s twice in a row: the load goes up to %(to_kg)s, back to %(low)s."),
    "regain": _("You have lifted %(best_kg)s before: up to %(to_kg)s already."),
    "widen": _("The next weight would be %(percent)s %% more, a big step: first up to %(to_high)s with this one."),
    "week-cap": _("Ready for %(to_kg)s soon: the load grows by 10 %% a week at most, so the same again."),
    "harder-variation": _("All sets at %(high)s twice in a row: you are ready for a harder version."),
    "top-of-ladder": _("All sets at %(high)s on the hardest version: slow it down to make it harder."),
    "no-heavier": _("Your heaviest weight: first up to %(to_high)s with it."),
    "heavy": _("Heavier, up to %(to_kg)s: until %(high)s leave just two in reserve."),
    "wait": _("Ready to grow, but two others do today: next in line."),
    "no-rise": _("Your race is %(days)s away: the load stays, in two sets."),
    "maintain": _("One session a week keeps what you have: the same load, in two sets."),
    "effort": _("Last time left fewer than two in reserve: the same numbers, until there are two."),
    "stall": _("Three times with fewer than two in reserve: %(percent)s %% less, to build up again."),
    "short": _("Under %(low)s last time: the same once more, no hurry."),
    "step-back": _("Under %(low)s twice: %(percent)s %% less, to build up again."),
    "easier-variation": _("Under %(low)s twice: an easier version may do you more good."),
    "pain-amber": _("Pain of %(pain)s out of 10 last time: nothing grows until it has settled."),
    "pain-told": _("You told of pain, %(pain)s out of 10: nothing grows until it has settled."),
    "pain-red": _("Pain of %(pain)s out of 10 last time: a fifth less and one set fewer, or leave it out."),
    "pain-lingers": _("Still there the morning after: nothing grows until it has settled."),
    "pain-worse": _("Worse the morning after: a fifth less and one set fewer, or leave it out."),
    "deload": _("A lighter week, every fifth: half the sets, a little less, four reps in reserve."),
    "deload-cut-back": _("A lighter week, with your easy running week: half the sets, four reps in reserve."),
    "deload-step-back": _("Two movements fell short: a lighter week, half the sets, four reps in reserve."),
    "deload-effort": _("Last time felt harder than usual: a lighter week, half the sets, four in reserve."),
    "deload-ill": _("You were ill: a lighter week, half the sets, four reps in reserve."),
    "deload-spike": _("Much longer a run than lately: a lighter week, half the sets, four reps in reserve."),
    "break-repeat": _("%(days)s since last time: the same numbers again."),
    "break-reduce": _("%(days)s since last time: %(percent)s %% less to come back."),
    "restart": _("%(days)s since last time: a fresh start, from the first numbers."),
}


@dataclass(frozen=True, slots=True)
class Why:
    """The reason for a target in words, with the evidence to look up."""

    text: str
    evidence: tuple[str, ...]


def why(explanation: Mapping[str, Any], units: Units) -> Why | None:
    """The kept explanation of a planned movement as a sentence; None where none was kept."""
    if explanation.get("rule") not in SENTENCES:
        return None
    text = str(SENTENCES[explanation["rule"]]) % in_words(explanation["facts"], units)
    return Why(text, tuple(explanation["evidence"]))


def in_words(facts: Mapping[str, Any], units: Units) -> dict[str, str]:
    """Every fact as it stands in a sentence, loads in the runner's unit, reps and seconds with their name."""
    counts = {"low", "high", "to_high", "step"}
    return {
        name: _fact(name, value, facts.get("unit"), units) for name, value in facts.items() if value is not None
    } | {name: counted(facts[name], facts.get("unit")) for name in counts & facts.keys()}


def _fact(name: str, value: Any, unit: str | None, units: Units) -> str:
    match name:
        case "kg" | "to_kg" | "best_kg":
            return measures.load(value, units)
        case "days":
            return ngettext("%(days)d day", "%(days)d days", value) % {"days": value}
        case "amounts":
            return get_text_list([str(amount) for amount in value], gettext("and"))
        case _ if isinstance(value, float | int):
            return number_format(round(value, 1)).removesuffix(".0")
    return str(value)


def counted(amount: int, unit: str | None) -> str:
    """12 reps, 40 seconds."""
    if unit == "seconds":
        return ngettext("%(amount)d second", "%(amount)d seconds", amount) % {"amount": amount}
    return ngettext("%(amount)d rep", "%(amount)d reps", amount) % {"amount": amount}


@dataclass(frozen=True, slots=True)
class Numerals:
    """A target as large numerals: "3 × 12" and "20 kg", and what is counted: "reps per leg".

    `alike` says that all sets are, so that the amounts are short.
    """

    amounts: str
    load: str
    unit: str
    alike: bool


def numerals(targets: Sequence[Mapping[str, Any]], *, per_leg: bool, units: Units) -> Numerals:
    """The targets of all sets together: "3 × 12" where they are alike, "12 · 11 · 10" where not."""
    timed = any("seconds" in target for target in targets)
    amounts = [target["seconds" if timed else "reps"] for target in targets]
    loads = sorted({target["kg"] for target in targets if target.get("kg")})
    alike = len(set(amounts)) == 1
    if timed:
        unit = gettext("seconds a side") if per_leg else gettext("seconds")
    else:
        unit = gettext("reps per leg") if per_leg else gettext("reps")
    return Numerals(
        amounts=f"{len(amounts)} × {amounts[0]}" if alike else " · ".join(map(str, amounts)),
        load="–".join(measures.load_number(kg, units) for kg in {loads[0]: 0, loads[-1]: 0}) + f" {units.load}"
        if loads
        else "",
        unit=unit,
        alike=alike,
    )
