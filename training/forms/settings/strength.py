"""What you wish for strength: how often, how long, on which days, with what, and how hard your runs are."""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from exercises.models import Equipment
from training.forms.settings.section import Section
from training.models import Runner

SESSION_MINUTES = (20, 25, 30, 35, 40, 45, 50, 60)
DAY_MINUTES = (30, 45, 60, 75, 90, 120, 150, 180)


class TargetSection(Section):
    key = "target"
    columns = ("target", "session_minutes")
    heading = _("Sessions a week")
    changes = _(
        "Two a week gain strength, a third adds a little, one keeps what you have. "
        "The plan never places more than this, and a missed session is never owed."
    )
    evidence = ("E1", "E25")

    target = forms.TypedChoiceField(
        label=_("Strength sessions"),
        coerce=int,
        choices=[(1, _("1, to keep")), (2, _("2")), (3, _("3"))],
        widget=forms.RadioSelect,
    )
    session_minutes = forms.TypedChoiceField(
        label=_("Minutes a session"),
        coerce=int,
        help_text=_("Sets are left out or added so that a session takes about this long."),
    )

    class Meta:
        model = Runner
        fields = ["target", "session_minutes"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        minutes = self.fields["session_minutes"]
        assert isinstance(minutes, forms.TypedChoiceField)
        minutes.choices = [(n, str(n)) for n in sorted({*SESSION_MINUTES, self.instance.session_minutes})]


class StyleSection(Section):
    key = "style"
    columns = ("style",)
    heading = _("Easy days or hard days")
    changes = _(
        "On easy days: strength stays away from hard runs. On hard days: run first, lift later the same day, "
        "so that easy days stay easy. No trial has compared the two, so take what suits you."
    )

    class Meta:
        model = Runner
        fields = ["style"]
        widgets = {"style": forms.RadioSelect}


class DaysSection(Section):
    """Minutes and liking for each weekday, in the order of the runner's week."""

    key = "days"
    columns = ("minutes_by_weekday", "preferred_weekdays")
    heading = _("Your days")
    changes = _(
        "A day without strength is never chosen, nor one on which a session does not fit beside the run. "
        "A day that you like gets a small advantage."
    )
    template = "training/_days_fields.html"

    class Meta:
        model = Runner
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        first = self.instance.week_starts_on
        self.weekdays = [(first + n) % 7 for n in range(7)]
        for weekday in self.weekdays:
            name, limit = WEEKDAYS[weekday], self.instance.minutes_by_weekday[weekday]
            self.fields[f"minutes_{weekday}"] = forms.TypedChoiceField(
                label=_("%(day)s: time to train") % {"day": name},
                required=False,
                coerce=int,
                empty_value=None,
                choices=_day_choices(limit),
                initial="" if limit is None else limit,
            )
            self.fields[f"likes_{weekday}"] = forms.BooleanField(
                label=_("I like to lift on %(day)s") % {"day": name},
                required=False,
                initial=weekday in self.instance.preferred_weekdays,
            )

    def rows(self) -> Iterator[tuple[str, forms.BoundField, forms.BoundField]]:
        """Weekday, its minutes and whether it is liked, for the table."""
        for weekday in self.weekdays:
            yield str(WEEKDAYS[weekday]), self[f"minutes_{weekday}"], self[f"likes_{weekday}"]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        limits = [data.get(f"minutes_{weekday}") for weekday in range(7)]
        if not self.errors and all(limit == 0 for limit in limits):
            raise ValidationError(_("Leave at least one day for strength; what you saved before is kept."))
        return data

    def save(self, commit: bool = True) -> Runner:
        data = self.cleaned_data
        self.instance.minutes_by_weekday = [data[f"minutes_{weekday}"] for weekday in range(7)]
        self.instance.preferred_weekdays = [weekday for weekday in range(7) if data[f"likes_{weekday}"]]
        runner: Runner = super().save(commit)
        return runner


def _day_choices(limit: int | None) -> Sequence[tuple[Any, Any]]:
    lengths = sorted({*DAY_MINUTES, limit} - {None, 0}, key=lambda minutes: minutes or 0)
    return [
        ("", _("Any length")),
        (0, _("No strength")),
        *((minutes, _("%d min") % minutes) for minutes in lengths),
    ]


class EquipmentSection(Section):
    key = "equipment"
    columns = ()
    heading = _("Equipment")
    changes = _(
        "Decides which variations come up: of each movement the one you did last, or the nearest that you can do with "
        "this. With nothing ticked every variation may; if it is your body alone, tick what you have at home."
    )

    class Meta:
        model = Runner
        fields = ["equipment"]
        widgets = {"equipment": forms.CheckboxSelectMultiple}
        labels = {"equipment": _("What you can use")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        things: QuerySet[Equipment] = Equipment.objects.all()
        self.fields["equipment"].queryset = things  # type: ignore[attr-defined]


class HeartRateSection(Section):
    key = "heart-rate"
    columns = ("max_heart_rate",)
    heading = _("Maximum heart rate")
    changes = _(
        "Tells hard runs from easy ones where you did not rate them: from 82 % of it a run counts as moderate, "
        "from 88 % as hard. All your runs are looked at anew when you change it."
    )
    evidence = ("E30",)

    class Meta:
        model = Runner
        fields = ["max_heart_rate"]
        labels = {"max_heart_rate": _("Beats a minute")}
        help_texts = {
            "max_heart_rate": _(
                "The highest you saw in a race or an all-out effort. Leave it empty if you do not know it: "
                "it is never worked out from your age, since such formulas can be far off for one person."
            )
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["max_heart_rate"].widget.attrs["inputmode"] = "numeric"
