"""How the runner is: ill, hurting, away."""

from datetime import date, timedelta
from typing import Any

from crispy_forms.layout import Div, Field
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from training.forms.fields_only import PILLS, FieldsOnly
from training.models import Condition, Runner
from training.models.condition import EMERGENCIES, Sign

NONE_OF_THESE = "none"
LONGEST_TRIP = timedelta(days=366)
LONGEST_AGO = timedelta(days=366)


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class ConditionForm(forms.ModelForm):
    """Hands over a condition of the runner; `what` names its kind in the form."""

    what: str

    def __init__(self, *args: Any, runner: Runner, today: date, **kwargs: Any) -> None:
        kwargs["auto_id"] = f"id_{self.what}_%s"
        super().__init__(*args, **kwargs)
        self.today = today
        self.instance.runner, self.instance.kind = runner, self.what
        self.instance.first = today
        self.helper = FieldsOnly(self, *self.layout())

    def layout(self) -> list[Any]:
        return list(self.fields)

    def clean_first(self) -> date:
        first: date = self.cleaned_data["first"]
        if first > self.today:
            raise ValidationError(_("That day is still to come."))
        if first < self.today - LONGEST_AGO:
            raise ValidationError(_("That is more than a year ago."))
        return first


class IllForm(ConditionForm):
    what = "ill"

    first = forms.DateField(label=_("Since"), widget=DayInput())
    feverish = forms.TypedChoiceField(
        label=_("Fever, or anything below the neck: chest, cough from deep down, stomach, aching limbs?"),
        coerce=lambda value: value == "yes",
        choices=[("no", _("No, a head cold")), ("yes", _("Yes"))],
        widget=forms.RadioSelect,
    )

    class Meta:
        model = Condition
        fields = ["feverish", "first"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.pop("feverish", None)
        self.initial["first"] = self.today
        self.fields["first"].widget.attrs["max"] = self.today.isoformat()

    def layout(self) -> list[Any]:
        return [Field("feverish", template=PILLS), "first"]


class PainForm(ConditionForm):
    """Every warning sign needs a yes or one "none of these"."""

    what = "pain"

    pain = forms.TypedChoiceField(
        label=_("How bad is it at its worst?"),
        coerce=int,
        choices=[(number, number) for number in range(11)],
        widget=forms.RadioSelect,
        help_text=_("0 is no pain, 10 the worst there is."),
    )
    signs = forms.MultipleChoiceField(
        label=_("Is any of these true?"),
        choices=[*Sign.choices, (NONE_OF_THESE, _("None of these"))],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick what is true, or “None of these”.")},
    )

    class Meta:
        model = Condition
        fields = ["pain", "site", "side", "signs"]
        labels = {"site": _("Where"), "side": _("Side")}
        widgets = {"side": forms.RadioSelect}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["signs"] = []
        self.fields["site"].widget.attrs["placeholder"] = _("shin, knee, lower back")
        self.fields["side"].choices = [*Condition.Side.choices, ("", _("Neither"))]  # type: ignore[attr-defined]

    def layout(self) -> list[Any]:
        return [Field("pain", template=PILLS), Div("site", Field("side", template=PILLS), css_class="fields-row")]

    def clean_signs(self) -> list[str]:
        signs: list[str] = self.cleaned_data["signs"]
        if NONE_OF_THESE in signs and len(signs) > 1:
            raise ValidationError(_("You ticked “None of these” and something else. Which is it?"))
        return [sign for sign in signs if sign != NONE_OF_THESE]

    def sign_groups(self) -> list[tuple[Any, list[tuple[str, Any, bool]]]]:
        """The signs as they are asked: emergencies, what a clinician should see, none of these; each with its tick."""
        ticked = set(self["signs"].value() or [])
        emergencies: list[tuple[str, Any, bool]] = []
        others: list[tuple[str, Any, bool]] = []
        for sign in Sign:
            group = emergencies if sign in EMERGENCIES else others
            group.append((sign.value, sign.label, sign.value in ticked))
        none = [(NONE_OF_THESE, _("None of these"), NONE_OF_THESE in ticked)]
        return [(_("Right now, or in the last days"), emergencies), (_("About this pain"), others), ("", none)]


class AwayForm(ConditionForm):
    what = "away"

    first = forms.DateField(label=_("From"), widget=DayInput())
    last = forms.DateField(label=_("Until"), widget=DayInput())

    class Meta:
        model = Condition
        fields = ["first"]

    def layout(self) -> list[Any]:
        return [Div("first", "last", css_class="fields-row")]

    def clean_first(self) -> date:
        first: date = self.cleaned_data["first"]
        if abs(first - self.today) > LONGEST_AGO:
            raise ValidationError(_("That is more than a year from today."))
        return first

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        first, last = data.get("first"), data.get("last")
        if first and last:
            if last < first:
                self.add_error("last", _("The last day is not before the first."))
            elif last - first > LONGEST_TRIP:
                self.add_error("last", _("A year away at most; your runs count again when you are back."))
            else:
                self.instance.ended_on = last + timedelta(days=1)
        return data


FORMS: dict[str, type[ConditionForm]] = {form.what: form for form in (IllForm, PainForm, AwayForm)}
