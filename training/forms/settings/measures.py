"""How you measure: units, time zone, and where the week begins."""

from collections.abc import Iterator
from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.utils.translation import gettext_lazy as _

from training.forms.fields import LongSelect
from training.forms.settings.section import Section
from training.models import Runner

REGIONS = ("Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")


class UnitsSection(Section):
    key = "units"
    columns = ("units",)
    heading = _("Units")
    changes = _("What you read and type. Nothing of what is stored changes.")

    class Meta:
        model = Runner
        fields = ["units"]
        widgets = {"units": forms.RadioSelect}


def time_zones(chosen: str) -> Iterator[tuple[str, str | list[tuple[str, str]]]]:
    """Zones by region for a select, with the chosen one even where it is none of the usual."""
    usual = sorted(name for name in available_timezones() if name.split("/")[0] in REGIONS)
    others = sorted({"UTC", chosen} - set(usual))
    yield from ((name, name) for name in others)
    for region in REGIONS:
        names = [name for name in usual if name.startswith(f"{region}/")]
        yield region, [(name, name.removeprefix(f"{region}/").replace("_", " ")) for name in names]


class TimeSection(Section):
    key = "time"
    columns = ("time_zone", "week_starts_on")
    heading = _("Time and week")
    changes = _("Decides when your day ends and where your week begins. Runs keep the day on which you ran them.")

    time_zone = forms.ChoiceField(label=_("Time zone"), widget=LongSelect)

    class Meta:
        model = Runner
        fields = ["time_zone", "week_starts_on"]
        widgets = {"week_starts_on": forms.RadioSelect}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        zone = self.fields["time_zone"]
        assert isinstance(zone, forms.ChoiceField)
        zone.choices = list(time_zones(self.instance.time_zone))
