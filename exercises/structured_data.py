"""Guides in the words of schema.org: how a movement is done, how much of it, and the list of them."""

from collections.abc import Iterable

from django.utils.translation import get_language, gettext

from config.public_page import Node, picture_node, publisher
from config.site_address import site_address

from .dose import Dose
from .models import Exercise, Variation

# Two or three sessions a week (E1).
SESSIONS_A_WEEK = (2, 3)


def how_to(exercise: Exercise, *, title: str, picture: str) -> Node:
    """The steps of the movement and what the version that a newcomer begins with needs, as a HowTo.

    From what `for_guides` fetched.
    """
    address = site_address(exercise.get_absolute_url())
    return {
        "@type": "HowTo",
        "@id": f"{address}#how",
        "name": title,
        "description": exercise.essence,
        "image": picture_node(picture),
        "inLanguage": get_language(),
        "tool": [{"@type": "HowToTool", "name": thing.name} for thing in first_version(exercise).equipment.all()],
        "step": [
            {"@type": "HowToStep", "position": position, "text": step.text, "url": f"{address}#how"}
            for position, step in enumerate(exercise.steps.all(), start=1)
        ],
        "publisher": publisher(),
    }


def exercise_plan(exercise: Exercise) -> Node:
    """How much of the movement, how often and with how much rest, as an ExercisePlan; from what `for_guides` fetched.

    A plan has no property for sets; they stand in `additionalVariable`.
    """
    address = site_address(exercise.get_absolute_url())
    return {
        "@type": "ExercisePlan",
        "@id": f"{address}#dose",
        "name": exercise.name,
        "description": str(exercise.dose),
        "url": f"{address}#dose",
        "exerciseType": gettext("Strength training"),
        "category": "https://schema.org/StrengthTraining",
        **_amount(exercise.dose),
        "additionalVariable": f"{gettext('Sets')}: {exercise.sets}",
        "restPeriods": {"@type": "QuantitativeValue", "value": exercise.rest_seconds, "unitCode": "SEC"},
        "activityFrequency": _between(*SESSIONS_A_WEEK, unitText=gettext("sessions a week")),
        "associatedAnatomy": [{"@type": "Muscle", "name": muscle.name} for muscle in exercise.primary_muscles],
    }


def item_list(exercises: Iterable[Exercise], *, title: str) -> Node:
    """The movements in their order, each with the address of its guide."""
    return {
        "@type": "ItemList",
        "name": title,
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": exercise.name,
                "url": site_address(exercise.get_absolute_url()),
            }
            for position, exercise in enumerate(exercises, start=1)
        ],
    }


def article(*, title: str, description: str, path: str, picture: str) -> Node:
    return {
        "@type": "Article",
        "headline": title,
        "description": description,
        "mainEntityOfPage": site_address(path),
        "image": picture_node(picture),
        "inLanguage": get_language(),
        "author": publisher(),
        "publisher": publisher(),
    }


def first_version(exercise: Exercise) -> Variation:
    """The rung that a newcomer begins with; where none is marked, the easiest."""
    ladder = exercise.variations.all()
    return next((one for one in ladder if one.is_default), ladder[0])


def _amount(dose: Dose) -> Node:
    """Seconds are a duration, reps are repetitions."""
    if dose.timed:
        return {"activityDuration": _between(dose.low, dose.high, unitCode="SEC")}
    return {"repetitions": _between(dose.low, dose.high, unitText=dose.unit)}


def _between(low: int, high: int, **unit: str) -> Node:
    return {"@type": "QuantitativeValue", "minValue": low, "maxValue": high, **unit}
