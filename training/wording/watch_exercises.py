"""What a watch takes an exercise for, in words of ours; the names of apps and of FIT's profile stay as they are."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from training.runfiles.movements import UNNAMED, title_of
from training.runfiles.sets import ImportedSet

# FIT's categories of exercises, as training.runfiles.fitsets calls them.
TITLES: Mapping[str, Promise] = {
    UNNAMED: _("Exercise without a name"),
    "Bench press": _("Bench press"),
    "Calf raise": _("Calf raise"),
    "Cardio": _("Cardio"),
    "Carry": _("Carry"),
    "Chop": _("Chop"),
    "Core": _("Core"),
    "Crunch": _("Crunch"),
    "Curl": _("Curl"),
    "Deadlift": _("Deadlift"),
    "Flye": _("Flye"),
    "Hip raise": _("Hip raise"),
    "Hip stability": _("Hip stability"),
    "Hip swing": _("Hip swing"),
    "Hyperextension": _("Back extension"),
    "Lateral raise": _("Lateral raise"),
    "Leg curl": _("Leg curl"),
    "Leg raise": _("Leg raise"),
    "Lunge": _("Lunge"),
    "Olympic lift": _("Olympic lift"),
    "Plank": _("Plank"),
    "Plyo": _("Plyometrics"),
    "Pull up": _("Pull-up"),
    "Push up": _("Push-up"),
    "Row": _("Row"),
    "Shoulder press": _("Shoulder press"),
    "Shoulder stability": _("Shoulder stability"),
    "Shrug": _("Shrug"),
    "Sit up": _("Sit-up"),
    "Squat": _("Squat"),
    "Total body": _("Total body"),
    "Triceps extension": _("Triceps extension"),
    "Warm up": _("Warm-up"),
}


def movement_title(one: ImportedSet) -> str:
    """What a set was of, as its app calls it, else in the active language as far as that is known."""
    title = title_of(one)
    return title if one.exercise else str(TITLES.get(title, title))
