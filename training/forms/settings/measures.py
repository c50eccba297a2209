"""How you read and measure: language, units, time zone, and where the week begins."""

from collections.abc import Iterator
from functools import cache
from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from training.forms.fields import LongSelect
from training.forms.settings.section import Section
from training.models import Runner

REGIONS = ("Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")


def languages() -> Iterator[tuple[str, str | Promise]]:
    """What the browser asks for, then each language by the name that it has for itself."""
    yield "", _("As your browser asks for")
    for code, _name in settings.LANGUAGES:
        yield code, get_language_info(code)["name_local"].capitalize()


class LanguageSection(Section):
    key = "language"
    columns = ("language",)
    heading = _("Language")
    changes = _("What you read here, on every device, and in mails and your calendar.")
    whole_page = True

    language = forms.ChoiceField(label=_("Language"), required=False, choices=languages, widget=forms.RadioSelect)

    class Meta:
        model = Runner
        fields = ["language"]


class UnitsSection(Section):
    key = "units"
    columns = ("units",)
    heading = _("Units")
    changes = _("What you read and type. Nothing of what is stored changes.")

    class Meta:
        model = Runner
        fields = ["units"]
        widgets = {"units": forms.RadioSelect}


@cache
def usual_time_zones() -> dict[str, list[tuple[str, str]]]:
    """Zones with their places by region; the system reads hundreds of files to tell them, so it is asked once."""
    names = sorted(available_timezones())
    return {
        region: [
            (name, name.removeprefix(f"{region}/").replace("_", " ")) for name in names if name.startswith(f"{region}/")
        ]
        for region in REGIONS
    }


def time_zones(chosen: str) -> Iterator[tuple[str, str | list[tuple[str, str]]]]:
    """Zones by region for a select, with the chosen one even where it is none of the usual."""
    usual = usual_time_zones()
    known = {name for zones in usual.values() for name, _place in zones}
    yield from ((name, name) for name in sorted({"UTC", chosen} - known))
    yield from usual.items()


class TimeSection(Section):
    key = "time"
    columns = ("time_zone", "week_starts_on")
    heading = _("Time and week")
    changes = _("Decides when your day ends and where your week begins. Runs keep the day on which you ran them.")

    time_zone = forms.ChoiceField(label=_("Time zone"), widget=LongSelect({"lang": "en"}))

    class Meta:
        model = Runner
        fields = ["time_zone", "week_starts_on"]
        widgets = {"week_starts_on": forms.RadioSelect}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        zone = self.fields["time_zone"]
        assert isinstance(zone, forms.ChoiceField)
        zone.choices = list(time_zones(self.instance.time_zone))
