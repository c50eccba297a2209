"""Planning: a single run, and the pattern of a week."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from crispy_forms.layout import Field
from django import forms
from django.core.exceptions import ValidationError
from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.utils.translation import gettext_lazy as _

from training.forms.fields_only import PILLS, FieldsOnly
from training.forms.length import LengthField
from training.ical.amounts import Amounts
from training.models import PlannedRun, Runner, WeeklyRun

FURTHEST = timedelta(days=2 * 366)


def day_field(**options: Any) -> forms.DateField:
    return forms.DateField(widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"), **options)


class PlannedRunForm(forms.ModelForm):
    """Hands over a planned run in metres and minutes. What the runner does not touch keeps its precision."""

    day = day_field(label=_("Day"))
    length = LengthField(label=_("How far or how long"))

    class Meta:
        model = PlannedRun
        fields = ["day", "kind", "hard", "title", "notes"]
        widgets = {"kind": forms.RadioSelect, "notes": forms.Textarea({"rows": 3})}
        labels = {"kind": _("What is it?"), "hard": _("A long run with faster parts, which counts as hard too")}

    def __init__(self, *args: Any, runner: Runner, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        run = self.instance
        self.fields["length"] = LengthField(
            label=_("How far or how long"),
            units=runner.measures,
            help_text=_("A distance or a time. Empty if you leave it open."),
        )
        self.initial["length"] = Amounts(run.metres, run.minutes)
        if not run.pk:
            run.runner = runner
        self.helper = FieldsOnly(self, "day", Field("kind", template=PILLS), "length", "hard", "title", "notes")

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        if "day" in self.changed_data or not self.instance.pk:
            _check_day(day, self.today)
        return day

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        length = data.get("length")
        if length is not None and "length" in self.changed_data:
            self.instance.metres, self.instance.minutes = length.metres, _whole_minutes(length)
        if data.get("kind") == PlannedRun.Kind.REST:
            self.instance.metres = self.instance.minutes = None
        data["hard"] = bool(data.get("hard")) and data.get("kind") == PlannedRun.Kind.LONG
        return data


def _check_day(day: date, today: date) -> None:
    if day < today:
        raise ValidationError(_("That day is over: what you ran then belongs to your runs."))
    if day > today + FURTHEST:
        raise ValidationError(_("That is more than two years away."))


def _whole_minutes(length: Amounts) -> int | None:
    return None if length.minutes is None else max(1, round(length.minutes))


class PatternForm(forms.Form):
    """The runs of a typical week: for each weekday a kind and a length, from one day on, perhaps until another."""

    first = day_field(label=_("From"))
    last = day_field(
        label=_("Until"), required=False, help_text=_("Leave it empty and it goes on until you change it.")
    )

    def __init__(
        self, *args: Any, runner: Runner, standing: Mapping[int, WeeklyRun], today: date, **kwargs: Any
    ) -> None:
        """`standing` is the pattern that holds now, by weekday."""
        super().__init__(*args, **kwargs)
        self.today = today
        self.weekdays = [(runner.week_starts_on + n) % 7 for n in range(7)]
        self.initial.setdefault("first", today)
        if ends := {run.last for run in standing.values() if run.last}:
            self.initial.setdefault("last", min(ends))
        for weekday in self.weekdays:
            run, name = standing.get(weekday), WEEKDAYS[weekday]
            self.fields[f"kind_{weekday}"] = forms.ChoiceField(
                label=_("%(day)s: kind of run") % {"day": name},
                required=False,
                choices=[("", _("No run")), *WeeklyRun.Kind.choices],
                initial=run.kind if run else "",
            )
            self.fields[f"length_{weekday}"] = LengthField(
                label=_("%(day)s: how far or how long") % {"day": name},
                units=runner.measures,
                initial=Amounts(run.metres, run.minutes) if run else Amounts(),
            )
        self.standing = standing

    def rows(self) -> Iterator[tuple[str, str, forms.BoundField, forms.BoundField]]:
        """Weekday, its short name, its kind and its length, for the page."""
        for weekday in self.weekdays:
            kind, length = self[f"kind_{weekday}"], self[f"length_{weekday}"]
            yield str(WEEKDAYS[weekday]), str(WEEKDAYS_ABBR[weekday]), kind, length

    def span(self) -> list[forms.BoundField]:
        """From when until when it holds."""
        return [self["first"], self["last"]]

    def clean_first(self) -> date:
        first: date = self.cleaned_data["first"]
        if first < self.today - timedelta(days=6):
            raise ValidationError(_("Begin this week or later: weeks gone by keep the plan that they had."))
        if first > self.today + FURTHEST:
            raise ValidationError(_("That is more than two years away."))
        return first

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        first, last = data.get("first"), data.get("last")
        if first and last and last < first:
            self.add_error("last", _("The pattern ends before it begins."))
        for weekday in self.weekdays:
            length = data.get(f"length_{weekday}")
            if length and length != Amounts() and not data.get(f"kind_{weekday}"):
                self.add_error(f"kind_{weekday}", _("Choose the kind of run, or leave its length empty."))
        return data

    def runs(self) -> list[WeeklyRun]:
        """The runs of the pattern, unsaved and without a runner; call it on a valid form."""
        return [
            self._run(weekday, self.cleaned_data[f"kind_{weekday}"], self.cleaned_data[f"length_{weekday}"])
            for weekday in self.weekdays
            if self.cleaned_data[f"kind_{weekday}"]
        ]

    def _run(self, weekday: int, kind: str, length: Amounts) -> WeeklyRun:
        run, standing = WeeklyRun(weekday=weekday, kind=kind), self.standing.get(weekday)
        if standing and f"length_{weekday}" not in self.changed_data:
            run.metres, run.minutes = standing.metres, standing.minutes
        else:
            run.metres, run.minutes = length.metres, _whole_minutes(length)
        return run
