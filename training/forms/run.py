"""Entering and changing a run."""

import datetime
from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

from crispy_forms.layout import Div, Field
from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _

from training.forms.fields import ClockField, NumberField
from training.forms.fields_only import PILLS, FieldsOnly
from training.models import Run, Runner
from training.time_zones import SkippedTimeError, moment_of
from training.units import clock

FASTEST_RUN = 8.0  # metres a second
SHORTEST = 60
LONGEST = 24 * 3600
EARLIEST_YEAR = 1950
LIKELY_HEART_RATES = (30, 250)

NOT_TOLD = _("Let Sets & Strides tell")
EFFORTS = [("", _("Not said")), *((str(n), str(n)) for n in range(11))]


class RunForm(forms.ModelForm):
    """Hands over a run whose start is an aware moment and whose distance is in metres.

    What the runner does not touch keeps its precision: a run imported with 8234.5 m and changed in its title
    keeps them, although the form shows 8.23 km.
    """

    date = forms.DateField(label=_("Date"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))
    time = forms.TimeField(label=_("Started at"), widget=forms.TimeInput({"type": "time"}, format="%H:%M"))
    distance = NumberField(label=_("Distance"), required=False)
    duration = ClockField(label=_("Time"), help_text=_("48:10, 1:02:30 or 45 for whole minutes; without pauses."))
    told = forms.ChoiceField(
        label=_("What was it?"),
        required=False,
        choices=[("", NOT_TOLD), *Run.Kind.choices],
        widget=forms.RadioSelect,
        help_text=_("What you say always counts. Otherwise effort, heart rate or pace tell, in this order."),
    )
    rpe = forms.TypedChoiceField(
        label=_("How hard did it feel?"),
        required=False,
        choices=EFFORTS,
        coerce=int,
        empty_value=None,
        widget=forms.RadioSelect,
        help_text=_(
            "The whole run, not its worst minute. 0 rest, 2 easy, 4 talking gets hard, 7 very hard, 10 all out."
        ),
    )

    class Meta:
        model = Run
        fields = ["title", "avg_hr", "max_hr", "rpe", "told"]
        labels = {"title": _("Title"), "avg_hr": _("Average heart rate"), "max_hr": _("Highest heart rate")}

    def __init__(self, *args: Any, runner: Runner, now: datetime.datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.runner, self.now = runner, now
        self.measures = runner.measures
        if self.instance.pk:
            self.zone = ZoneInfo(self.instance.time_zone)
            self.initial.update(self._as_shown())
        else:
            self.zone = runner.zone
            self.instance.runner = runner
            self.initial.setdefault("date", runner.today(now))
        self.fields["distance"].label = _("Distance in %(unit)s") % {"unit": self.measures.distance}
        for name in ("title", "avg_hr", "max_hr"):
            self.fields[name].required = False
        for name in ("avg_hr", "max_hr"):
            self.fields[name].widget.attrs["inputmode"] = "numeric"
        self.helper = FieldsOnly(
            self,
            Div("date", "time", css_class="fields-row"),
            Div("distance", "duration", css_class="fields-row"),
            Field("told", template=PILLS),
            Field("rpe", template=PILLS),
            "title",
            Div("avg_hr", "max_hr", css_class="fields-row"),
        )

    def _as_shown(self) -> dict[str, Any]:
        run = self.instance
        local = run.start.astimezone(self.zone)
        distance = "" if run.metres is None else number_format(round(self.measures.to_distance(run.metres), 2), 2)
        return {
            "date": local.date(),
            "time": local.time().replace(second=0, microsecond=0),
            "distance": distance,
            "duration": clock(run.seconds),
        }

    def clean_distance(self) -> float | None:
        """Metres; the distance may stay unsaid."""
        distance = self.cleaned_data["distance"]
        if "distance" not in self.changed_data:
            stored: float | None = self.instance.metres
            return stored
        if distance == 0:
            raise ValidationError(_("A distance is more than 0; leave it empty if you do not know it."))
        return None if distance is None else self.measures.to_metres(distance)

    def clean_duration(self) -> float:
        seconds: float = self.cleaned_data["duration"]
        if "duration" not in self.changed_data:
            seconds = self.instance.seconds
            return seconds
        if seconds > LONGEST:
            raise ValidationError(_("A run lasts up to 24 hours here."))
        if seconds < SHORTEST:
            raise ValidationError(_("That is less than a minute. An hour and five minutes is 1:05:00."))
        return seconds

    def clean_avg_hr(self) -> int | None:
        return self._heart_rate("avg_hr")

    def clean_max_hr(self) -> int | None:
        return self._heart_rate("max_hr")

    def _heart_rate(self, name: str) -> int | None:
        rate: int | None = self.cleaned_data[name]
        lowest, highest = LIKELY_HEART_RATES
        if rate is not None and not lowest <= rate <= highest:
            raise ValidationError(
                _("A heart rate lies between %(lowest)s and %(highest)s beats a minute."),
                params={"lowest": lowest, "highest": highest},
            )
        return rate

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        self._check_start(data.get("date"), data.get("time"))
        self._check_speed(data.get("distance"), data.get("duration"))
        average, highest = data.get("avg_hr"), data.get("max_hr")
        if average and highest and average > highest:
            self.add_error("max_hr", _("The highest heart rate is not below the average of %d.") % average)
        self._write_to_run()
        return data

    def _write_to_run(self) -> None:
        """What is no field of the model under its own name."""
        self.instance.time_zone = self.zone.key
        for name, value in (("start", "start"), ("metres", "distance"), ("seconds", "duration")):
            if value in self.cleaned_data:
                setattr(self.instance, name, self.cleaned_data[value])

    def _check_start(self, day: datetime.date | None, at: datetime.time | None) -> None:
        if day is None or at is None:
            return
        if self.instance.pk and not {"date", "time"} & set(self.changed_data):
            self.cleaned_data["start"] = self.instance.start
            return
        if day.year < EARLIEST_YEAR:
            self.add_error("date", _("Write the day on which you ran, with its whole year."))
            return
        try:
            start = moment_of(datetime.datetime.combine(day, at), self.zone)
        except SkippedTimeError:
            self.add_error("time", _("The clocks went forward then, so that this time did not exist that day."))
        else:
            if start > self.now:
                field = "time" if day == self.runner.today(self.now) else "date"
                self.add_error(field, _("This is still to come: enter a run after you ran it."))
            self.cleaned_data["start"] = start

    def _check_speed(self, metres: float | None, seconds: float | None) -> None:
        if metres and seconds and metres / seconds > FASTEST_RUN:
            pace = clock(seconds / self.measures.to_distance(metres))
            message = _(
                "That would be %(pace)s a %(unit)s, faster than anyone runs: "
                "look at the time (an hour is 1:00:00) and the distance."
            )
            self.add_error("duration", message % {"pace": pace, "unit": self.measures.distance})


class TapForm(forms.ModelForm):
    """One tap: what the run was, or how hard it felt; an empty value takes the word back."""

    class Meta:
        model = Run
        fields = ["told", "rpe"]

    @classmethod
    def of(cls, data: Mapping[str, Any], run: Run) -> "TapForm":
        """The form of the one field that was tapped; the other keeps its value."""
        form = cls(data, instance=run)
        for name in list(form.fields):
            if name not in data:
                del form.fields[name]
        return form
