"""The runner's plan in words: what a race asks, what came of a planned run, why a calendar file is not read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.text import get_text_list
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from training.ical import UnreadablePlan
from training.models import Race
from training.plan.matching import Difference, Match, Outcome
from training.plan.taper import Days, taper

# The refusals of training.ical by their codes, so that they can be said in other languages.
REFUSALS: Mapping[str, Promise] = {
    "empty": _("This file is empty: a calendar file (.ics) with a training plan was expected."),
    "too-large": _("This file is larger than 1 MB, which is more than a training plan needs."),
    "not-a-calendar": _("This is not a calendar file: a training plan exported as .ics was expected."),
    "damaged": _("This calendar file is damaged or breaks off, so nothing of it was taken: please export it again."),
    "too-many-events": _("This calendar holds more than 2,000 events: please export the training plan alone."),
    "no-events": _("This calendar file is complete but holds no event: a training plan was expected."),
}

PRIORITIES: Mapping[str, Promise] = {
    "A": _("No strength in the 4 days before, light in the 3 days before these, no heavier loads for two weeks."),
    "B": _("No strength in the 2 days before, light on the day before these."),
    "C": _("No strength on the day before."),
}

DIFFERENCES: Mapping[Difference, Promise] = {
    Difference.HARDER: _("harder"),
    Difference.EASIER: _("easier"),
    Difference.LONGER: _("longer"),
    Difference.SHORTER: _("shorter"),
}


def refusal(error: UnreadablePlan) -> str:
    return str(REFUSALS.get(error.code, error.sentence))


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing that a race asks: on which days, what, and the evidence."""

    days: str
    text: str
    evidence: tuple[str, ...]


def race_asks(race: Race) -> Iterator[Ask]:
    """What a race does to the strength days around it, in the order of the calendar."""
    around = taper(race.facts())
    if around.steady:
        yield Ask(days(around.steady), gettext("Strength goes on; no load goes up."), ("E23",))
    if around.light:
        text = gettext(
            "Light sessions only: half the sets, nothing to the limit, no lunges, step-ups or new exercises."
        )
        yield Ask(days(around.light), text, ("E23",))
    yield Ask(days(around.free), gettext("No strength: you arrive with fresh legs."), ("E23",))
    text = gettext("No strength; the first session after it is a light one.")
    if race.metres is None:
        text = gettext("No strength, as after a half marathon, since the distance is not known; then a light session.")
    yield Ask(days(around.after), text, ("E24",))


def days(span: Days) -> str:
    """Sat 7 March; Wed 4 – Sat 7 March; Sat 28 February – Tue 3 March."""
    first, last = span
    if first == last:
        return _day(first)
    if first.month == last.month:
        return f"{date_format(first, 'SHORT_WEEKDAY_NUMBER_FORMAT')} – {_day(last)}"
    return f"{_day(first)} – {_day(last)}"


def _day(day: date) -> str:
    return date_format(day, "SHORT_WEEKDAY_DAY_FORMAT")


def outcome(match: Match) -> str:
    """What came of a planned run, or what a run was to the plan; nothing of one that is to come."""
    if match.outcome is Outcome.MISSED:
        return gettext("not run")
    if match.outcome is Outcome.EXTRA:
        return gettext("not on the plan")
    if match.outcome is Outcome.TO_COME:
        return ""
    said = [str(DIFFERENCES[one]) for one in match.differences]
    if match.moved_by and match.planned:
        said.append(gettext("moved from %(day)s") % {"day": date_format(match.planned.day, "l")})
    return get_text_list(said, gettext("and")) if said else gettext("as planned")
