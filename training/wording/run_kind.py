"""Why a run counts as what it counts as, in words: from the rule and the numbers that are stored with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext

from training.models import Run
from training.units import clock


@dataclass(frozen=True, slots=True)
class Ground:
    """One reason, as the end of a sentence that begins "because", and the E-numbers it rests on."""

    text: str
    evidence: tuple[str, ...] = ()


def grounds(run: Run) -> list[Ground]:
    """Why the run counts as its kind: how hard it was first, then what makes it long, if anything does."""
    said = {"told": _told, "rpe": _effort, "heart-rate": _heart_rate, "pace": _pace}
    effort = said.get(run.kind_rule, _guess)(run)
    if run.kind_facts.get("ask") == "race":
        effort = Ground(gettext("its distance and its pace or effort look like a race"))
    return [effort, *_length(run.kind_facts)]


def _told(run: Run) -> Ground:
    return Ground(gettext("you said so"))


def _effort(run: Run) -> Ground:
    return Ground(gettext("you rated its effort %(rpe)s of 10") % {"rpe": run.rpe}, ("E29",))


def _heart_rate(run: Run) -> Ground:
    facts = run.kind_facts
    numbers = {
        "average": _number(facts["average_percent"], 0),
        "peak": _number(facts["peak_percent"], 0),
        "maximum": _number(facts["hr_max"], 0),
    }
    measured = run.kind_confidence == "high"
    if facts["peak_percent"] >= 95 and 80 <= facts["average_percent"] < 88:
        text = (
            gettext("your heart rate averaged %(average)s %% of your maximum and peaked at %(peak)s %%")
            if measured
            else gettext(
                "your heart rate averaged %(average)s %% of %(maximum)s, the highest of your hard runs, "
                "and peaked at %(peak)s %%"
            )
        )
    else:
        text = (
            gettext("your average heart rate was %(average)s %% of your maximum")
            if measured
            else gettext("your average heart rate was %(average)s %% of %(maximum)s, the highest of your hard runs")
        )
    return Ground(text % numbers, ("E30",))


def _pace(run: Run) -> Ground:
    facts = run.kind_facts
    if "critical_speed_percent" in facts:
        percent = _number(facts["critical_speed_percent"], 0)
        return Ground(gettext("it was run at %(percent)s %% of your critical speed") % {"percent": percent}, ("E31",))
    faster = round(100 * (facts["ratio"] - 1))
    if faster == 0:
        return Ground(gettext("it was as fast as most of your runs of the eight weeks before"), ("E36",))
    text = (
        gettext("it was %(percent)s %% faster than most of your runs of the eight weeks before")
        if faster > 0
        else gettext("it was %(percent)s %% slower than most of your runs of the eight weeks before")
    )
    return Ground(text % {"percent": abs(faster)}, ("E36",))


def _guess(run: Run) -> Ground:
    if not run.metres:
        return Ground(gettext("there is no effort, no usable heart rate and no distance to tell from: it is a guess"))
    return Ground(
        gettext("there is no effort, no usable heart rate and too few runs to compare its pace with: it is a guess")
    )


def _length(facts: Mapping[str, Any]) -> list[Ground]:
    if "minutes" in facts:
        text = gettext("it took %(time)s, and 90 minutes or more count as long")
        return [Ground(text % {"time": clock(facts["minutes"] * 60)}, ("E36",))]
    if "times_median" in facts:
        text = gettext("it was %(times)s times as far as most of your runs of the four weeks before")
        return [Ground(text % {"times": _number(facts["times_median"], 1)}, ("E36",))]
    if "week_percent" in facts:
        text = gettext("it was by far the longest of its week, with %(percent)s %% of the distance")
        return [Ground(text % {"percent": _number(facts["week_percent"], 0)}, ("E36",))]
    return []


def _number(value: float, decimals: int) -> str:
    """Rounded: Django's own formatting cuts the digits off."""
    return number_format(round(value, decimals), decimals)
