"""What a reader asked the list of guides for; it stands in the address."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from .models import Equipment, Exercise, Muscle, Variation

NOTHING = "nothing"


class GuideFilter(forms.Form):
    """Bound to the query string; every field may be left out."""

    q = forms.CharField(label=_("Search"), required=False, max_length=100)
    bodyweight = forms.BooleanField(label=_("No weights"), required=False)
    per_leg = forms.BooleanField(label=_("One leg at a time"), required=False)

    def __init__(self, data: Any, *, equipment: Iterable[Equipment], muscles: Iterable[Muscle]) -> None:
        super().__init__(data, auto_id="filter-%s")
        things = [(thing.slug, thing.name) for thing in equipment]
        self.fields["equipment"] = forms.MultipleChoiceField(
            label=_("I have"),
            required=False,
            widget=forms.CheckboxSelectMultiple,
            choices=[(NOTHING, _("Nothing")), *things],
        )
        self.fields["muscle"] = forms.ChoiceField(
            label=_("Muscle"),
            required=False,
            choices=[("", _("Any muscle")), *((muscle.slug, muscle.name) for muscle in muscles)],
        )

    @property
    def narrowed(self) -> bool:
        """Something was asked for that could be understood."""
        return any(self.wishes.values())

    @property
    def wishes(self) -> dict[str, Any]:
        """The fields that were understood; one that was not is left out, and its message is shown."""
        self.is_valid()
        return self.cleaned_data

    def found(self) -> Iterable[Exercise]:
        """The movements that fit, each with the variations that fit as `fitting`."""
        wishes = self.wishes
        variations = Variation.objects.all()
        if wishes.get("equipment"):
            variations = variations.with_equipment([slug for slug in wishes["equipment"] if slug != NOTHING])
        if wishes.get("bodyweight"):
            variations = variations.bodyweight()
        exercises = Exercise.objects.with_variation(variations).matching(wishes.get("q", ""))
        if wishes.get("muscle"):
            exercises = exercises.training(wishes["muscle"])
        if wishes.get("per_leg"):
            exercises = exercises.per_leg()
        return exercises.for_cards(variations)
