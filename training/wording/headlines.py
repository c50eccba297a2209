"""A chosen day in one line: what is run on it, and how far the next hard thing is."""

from collections.abc import Mapping
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from training.plan.week import CONTEXT, ComingWeek, Kind, Outlook

# A day that is less certain than this may turn out otherwise.
SURE = 0.6

THAT_DAY: Mapping[Kind, Promise] = {
    Kind.REST: _("No run that day"),
    Kind.CROSS: _("Cross-training that day"),
    Kind.EASY: _("An easy run that day"),
    Kind.MODERATE: _("After that day's moderate run"),
    Kind.HARD: _("After that day's hard run"),
    Kind.LONG: _("After the long run, kept short"),
    Kind.RACE: _("On the day of a race"),
}
PERHAPS: Mapping[Kind, Promise] = {
    Kind.REST: _("Perhaps no run that day"),
    Kind.CROSS: _("Perhaps cross-training that day"),
    Kind.EASY: _("Perhaps an easy run that day"),
    Kind.MODERATE: _("Perhaps a moderate run that day"),
    Kind.HARD: _("Perhaps a hard run that day: then lift after it"),
    Kind.LONG: _("Perhaps your long run that day: then keep it short"),
    Kind.RACE: _("Perhaps a race that day"),
}
DONE: Mapping[Kind, Promise] = {
    Kind.CROSS: _("Cross-training is done"),
    Kind.EASY: _("The easy run is done"),
    Kind.MODERATE: _("The moderate run is done"),
    Kind.HARD: _("The hard run is done"),
    Kind.LONG: _("The long run is done"),
    Kind.RACE: _("The race is run"),
}
DEMANDING: Mapping[Kind, Promise] = {
    Kind.HARD: pgettext_lazy("days before", "a hard run"),
    Kind.LONG: pgettext_lazy("days before", "your long run"),
    Kind.RACE: pgettext_lazy("days before", "your race"),
}


def headline(day: date, coming: ComingWeek) -> str:
    """An easy run that day, 3 days before your long run."""
    if coming.label == "guess" and not coming.races:
        return gettext("A guess, until your runs are in.")
    place = (day - coming.start).days + CONTEXT
    today, after = coming.window[place], coming.window[place + 1 :]
    said = THAT_DAY if today.chance(today.likeliest) >= SURE else PERHAPS
    if today.source == "logged" and today.likeliest in DONE:
        said = DONE
    return gettext("%(that_day)s, %(next)s.") % {"that_day": said[today.likeliest], "next": what_is_next(after)}


def what_is_next(after: tuple[Outlook, ...]) -> str:
    """How many days on the next hard, long or race day is, in the days that can be seen."""
    for days, outlook in enumerate(after, start=1):
        if outlook.chance(*DEMANDING) >= 0.5:
            kind = max(DEMANDING, key=outlook.chance)
            text = ngettext("the day before %(kind)s", "%(days)s days before %(kind)s", days)
            return text % {"days": days, "kind": DEMANDING[kind]}
    return gettext("with nothing hard close by")
