"""What a runner types about a strength session: which one to start, its sets, and how it was."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from training.forms.fields import NumberField
from training.models import Session
from training.plan.progression import RULES
from training.plan.workout import SMALLEST_MINUTES
from training.units import Units

MOST_REPS = 200
MOST_SECONDS = 1800
MOST_KG = 1000
# Minutes to choose from besides the runner's usual; the first is the smallest session that is of use.
LENGTHS = (SMALLEST_MINUTES, 20, 30, 45)


class StartForm(forms.Form):
    """Which session to start. Left empty, the day is today and the workout the one that is next."""

    # Made with the page, so that a double tap starts one session.
    pk = forms.UUIDField(required=False, widget=forms.HiddenInput)
    day = forms.DateField(
        label=_("Day"),
        required=False,
        widget=forms.DateInput({"type": "date", "class": "form-control"}, format="%Y-%m-%d"),
    )
    workout = forms.ChoiceField(
        label=_("Workout"),
        required=False,
        choices=[(workout.value, workout.label) for workout in Session.Workout.offered()],
        widget=forms.RadioSelect,
    )
    light = forms.ChoiceField(
        label=_("How much"),
        required=False,
        choices=[("", _("Full")), ("1", _("Light"))],
        widget=forms.RadioSelect,
    )

    minutes = forms.TypedChoiceField(
        label=_("How long"), required=False, coerce=int, empty_value=None, widget=forms.RadioSelect
    )
    # A movement to have in it, whatever the workout holds: a guide asks for its own.
    also = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, today: date, next_workout: str, usual_minutes: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today, self.next_workout = today, next_workout
        lengths = [(str(minutes), str(minutes)) for minutes in LENGTHS if minutes != usual_minutes]
        self.fields["minutes"].choices = [("", _("Usual: %(minutes)s") % {"minutes": usual_minutes}), *lengths]  # type: ignore[attr-defined]
        self.fields["day"].widget.attrs["max"] = today.isoformat()

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"] or self.today
        if day > self.today:
            raise ValidationError(_("That day is still to come. Start a session today, or enter one you did."))
        return day

    def clean_also(self) -> str:
        """Nothing where there is no such movement."""
        slug: str = self.cleaned_data["also"]
        return slug if slug in RULES else ""

    def clean_light(self) -> bool:
        return bool(self.cleaned_data["light"])

    def clean_workout(self) -> str:
        return self.cleaned_data["workout"] or self.next_workout


class LoadField(NumberField):
    """A load in the runner's unit, 22.5 or 22,5; becomes kilograms. Empty and 0 become None: bodyweight."""

    def __init__(self, *, units: Units, **options: Any) -> None:
        super().__init__(**options)
        self.units = units

    def to_python(self, value: Any) -> Any:
        load = super().to_python(value)
        if load is None:
            return None
        if (kg := self.units.to_kg(load)) > MOST_KG:
            params = {"most": int(self.units.to_load(MOST_KG)), "unit": self.units.load}
            raise ValidationError(_("%(most)s %(unit)s is the most."), params=params)
        return kg or None


class SetForm(forms.Form):
    """One set: reps or seconds, the load where there is one, and the reps left in reserve where they are asked for."""

    rir = forms.IntegerField(label=_("Reps in reserve"), required=False, min_value=0, max_value=10)

    def __init__(self, *args: Any, timed: bool, units: Units, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.counts = "seconds" if timed else "reps"
        most = MOST_SECONDS if timed else MOST_REPS
        sentence = _("Between 1 and %(most)s, in whole numbers.") % {"most": most}
        self.fields[self.counts] = forms.IntegerField(
            label=_("Seconds") if timed else _("Reps"),
            min_value=1,
            max_value=most,
            error_messages=dict.fromkeys(["required", "invalid", "min_value", "max_value"], sentence),
        )
        self.fields["load"] = LoadField(label=_("Load"), required=False, units=units)

    @property
    def amount(self) -> int:
        """Reps or seconds, of a valid form."""
        amount: int = self.cleaned_data[self.counts]
        return amount

    @property
    def kg(self) -> float | None:
        """Of a valid form."""
        kg: float | None = self.cleaned_data["load"]
        return kg

    @property
    def amount_field(self) -> forms.BoundField:
        return self[self.counts]

    @property
    def load_field(self) -> forms.BoundField:
        return self["load"]


class FinishForm(forms.ModelForm):
    """How the session was: all of it may be left out."""

    effort = forms.TypedChoiceField(
        label=_("How hard was it"),
        required=False,
        coerce=int,
        empty_value=None,
        choices=[(number, number) for number in range(11)],
        widget=forms.RadioSelect,
    )
    pain = forms.TypedChoiceField(
        label=_("Any pain"),
        required=False,
        coerce=int,
        empty_value=None,
        choices=[(number, number) for number in range(11)],
        widget=forms.RadioSelect,
    )

    class Meta:
        model = Session
        fields = ["effort", "pain", "notes"]
        widgets = {"notes": forms.Textarea(attrs={"rows": 3})}
