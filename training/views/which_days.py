"""The recommender for anyone: tap a week of runs together, see the days and the reasons. Nothing is stored."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpResponse
from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from config.http import AnyRequest, page
from training.models import Runner
from training.plan.foresee import TypicalDay
from training.plan.recommend import Recommendation, recommend_week
from training.plan.week import Kind
from training.plan.wishes import Style, Wishes
from training.public_pages import which_days_page
from training.templatetags.kinds import NAMES
from training.units import METRIC
from training.wording.days import AdviceWords, say, words_of_day

# A week that many runners know: three easy runs, one hard, one long.
EXAMPLE = [Kind.REST, Kind.EASY, Kind.HARD, Kind.EASY, Kind.REST, Kind.EASY, Kind.LONG]

# Usual minutes, so that a long easy day or too little time can be told apart from an ordinary one.
MINUTES = {Kind.REST: 0, Kind.CROSS: 45, Kind.EASY: 45, Kind.MODERATE: 50, Kind.HARD: 55, Kind.LONG: 110, Kind.RACE: 60}


class WeekForm(forms.Form):
    """A running week and the wishes for strength in it; every field has a default, so that any address is a week."""

    target = forms.TypedChoiceField(
        label=_("Strength sessions"), choices=[(1, "1"), (2, "2"), (3, "3")], coerce=int, initial=2
    )
    style = forms.TypedChoiceField(
        label=_("Where strength goes"), choices=Runner.Style.choices, coerce=Style, initial=Style.EASY_DAYS
    )
    priority = forms.ChoiceField(
        label=_("How much the race matters"),
        choices=[("A", _("A: the one I train for")), ("B", _("B: important")), ("C", _("C: for fun"))],
        initial="C",
        required=False,
    )
    km = forms.TypedChoiceField(
        label=_("Race distance"),
        choices=[(5.0, "5 km"), (10.0, "10 km"), (21.1, _("half marathon")), (42.2, _("marathon"))],
        coerce=float,
        initial=10.0,
        required=False,
        empty_value=None,
    )
    newcomer = forms.BooleanField(label=_("I am new to strength training"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for weekday, kind in enumerate(EXAMPLE):
            self.fields[f"day{weekday}"] = forms.TypedChoiceField(
                label=WEEKDAYS[weekday], choices=list(NAMES.items()), coerce=Kind, initial=kind
            )
            self.fields[f"busy{weekday}"] = forms.BooleanField(required=False)

    @property
    def kinds(self) -> list[Kind]:
        return [self.cleaned_data[f"day{weekday}"] for weekday in range(7)]

    def recommendation(self) -> Recommendation:
        """What the recommender says of this week; the form must be valid."""
        asked = self.cleaned_data
        race_day = next((weekday for weekday, kind in enumerate(self.kinds) if kind is Kind.RACE), None)
        return recommend_week(
            [TypicalDay(kind, MINUTES[kind]) for kind in self.kinds],
            Wishes(
                target=asked["target"],
                style=asked["style"],
                available=frozenset(weekday for weekday in range(7) if not asked[f"busy{weekday}"]),
            ),
            race=None if race_day is None else (race_day, asked["priority"] or "C", asked["km"]),
            history_sessions=0 if asked["newcomer"] else 100,
        )


@dataclass(frozen=True)
class TappedDay:
    """A row of the planner: what is run on the weekday, and what is said of strength on it."""

    weekday: int
    kind: Kind
    busy: bool
    advice: AdviceWords

    @property
    def name(self) -> str:
        return str(WEEKDAYS[self.weekday])

    @property
    def short_name(self) -> str:
        return str(WEEKDAYS_ABBR[self.weekday])


def planner(data: dict[str, Any]) -> dict[str, Any]:
    """The context of the planner for a valid week's data: the rows, the reasons, the warnings."""
    form = WeekForm(data)
    form.full_clean()
    if not form.is_valid():
        return {"form": form, "kinds": list(NAMES.items()), "rows": []}
    found = form.recommendation()
    rows = [
        TappedDay(weekday, kind, form.cleaned_data[f"busy{weekday}"], words_of_day(found.days[weekday], METRIC))
        for weekday, kind in enumerate(form.kinds)
    ]
    return {
        "form": form,
        "kinds": list(NAMES.items()),
        "rows": rows,
        "chosen": [row for row in rows if row.advice.chosen],
        "refused": [row for row in rows if not row.advice.chosen],
        "warnings": [say(reason, METRIC) for reason in found.warnings if reason.rule != "too-few-runs"],
        "has_race": Kind.RACE in form.kinds,
    }


def example() -> dict[str, Any]:
    """The data of a week to begin with."""
    return {name: field.initial for name, field in WeekForm().fields.items() if field.initial is not None}


@require_safe
def which_days(request: AnyRequest) -> HttpResponse:
    """The address carries the week, so that it can be kept or shown to a friend."""
    data = example() | request.GET.dict()
    context = planner(data)
    status = 200 if context["rows"] else 422
    context |= {"active": "which-days", "public": which_days_page()}
    return page(request, "training/which_days.html", context, fragment="planner", status=status)
