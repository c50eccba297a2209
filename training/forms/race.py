"""Entering and changing a race."""

from datetime import date
from typing import Any

from crispy_forms.layout import Div, Field
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from training.forms.fields import NumberField
from training.forms.fields_only import PILLS, FieldsOnly
from training.forms.plan import FURTHEST, day_field
from training.ical.amounts import MOST_METRES
from training.models import Race, Runner
from training.wording.measures import short_number

USUAL = {"5": 5000.0, "10": 10_000.0, "half": 21_097.5, "marathon": 42_195.0}
OTHER = "other"
DISTANCES = [
    ("5", _("5 km")),
    ("10", _("10 km")),
    ("half", _("Half marathon")),
    ("marathon", _("Marathon")),
    (OTHER, _("Another")),
]


class RaceForm(forms.ModelForm):
    """Hands over a race in metres: one of the usual distances, another, or none where it is not known."""

    day = day_field(label=_("Day"))
    usual = forms.ChoiceField(label=_("Distance"), choices=DISTANCES, widget=forms.RadioSelect, initial=OTHER)
    distance = NumberField(required=False)

    class Meta:
        model = Race
        fields = ["day", "name", "priority", "goal"]
        widgets = {"priority": forms.RadioSelect}
        help_texts = {
            "goal": _("For you: a time, a place, or to enjoy it."),
            "priority": _("It decides how long before the race your strength gets lighter and stops."),
        }

    def __init__(self, *args: Any, runner: Runner, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today, self.measures = today, runner.measures
        race = self.instance
        self.fields["distance"].label = _("Another distance in %(unit)s") % {"unit": self.measures.distance}
        self.fields["distance"].help_text = _("Empty if you do not know it: it then counts as a half marathon.")
        if race.pk:
            self.initial.update(self._as_shown())
        else:
            race.runner = runner
        self.helper = FieldsOnly(
            self,
            Div("day", "name", css_class="fields-row"),
            Field("usual", template=PILLS),
            "distance",
            Field("priority", template=PILLS),
            "goal",
        )

    def _as_shown(self) -> dict[str, Any]:
        metres = self.instance.metres
        usual = next((key for key, value in USUAL.items() if metres == value), OTHER)
        distance = "" if usual != OTHER or metres is None else short_number(self.measures.to_distance(metres))
        return {"usual": usual, "distance": distance}

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        if "day" in self.changed_data and day < self.today:
            raise ValidationError(_("That day is over: enter what you ran among your runs and call it a race."))
        if day > self.today + FURTHEST:
            raise ValidationError(_("That is more than two years away."))
        others = self.instance.runner.races.filter(day=day).exclude(pk=self.instance.pk)
        if others.exists():
            raise ValidationError(_("You have a race on that day already."))
        return day

    def clean_distance(self) -> float | None:
        """Metres; those of another distance than the usual ones."""
        distance: float | None = self.cleaned_data["distance"]
        metres = None if distance is None else self.measures.to_metres(distance)
        if metres is not None and not 0 < metres <= MOST_METRES:
            raise ValidationError(
                _("A race is up to %(most)s %(unit)s here."),
                params={"most": round(self.measures.to_distance(MOST_METRES)), "unit": self.measures.distance},
            )
        return metres

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if {"usual", "distance"} & set(self.changed_data) or not self.instance.pk:
            self.instance.metres = USUAL.get(data.get("usual", OTHER), data.get("distance"))
        return data
