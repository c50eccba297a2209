"""Sums of weeks and the sets in them, in words and in the runner's units; never a query."""

from collections.abc import Sequence
from itertools import groupby

from django import template
from django.utils.translation import gettext as _

from training.models import LoggedSet
from training.templatetags.measures import measures_of, plain_number
from training.units import Units
from training.wording import measures

register = template.Library()


@register.simple_tag(takes_context=True)
def moved(context: template.Context, kg: float) -> str:
    """All the load that was moved, as a whole number: 2,840 kg."""
    return measures.moved(kg, measures_of(context))


@register.simple_tag(takes_context=True)
def sets_done(context: template.Context, sets: Sequence[LoggedSet]) -> str:
    """12, 12, 11 × 20 kg; 40, 35 s a side; sets of one load stand together."""
    units = measures_of(context)
    alike = groupby(sets, key=lambda one: (one.warm_up, one.kg, one.per_leg, one.seconds is not None))
    return "; ".join(_same_load(list(group), units) for _key, group in alike)


@register.simple_tag(takes_context=True)
def set_done(context: template.Context, one: LoggedSet) -> str:
    """12 a leg × 20 kg"""
    return _same_load([one], measures_of(context))


def _same_load(sets: Sequence[LoggedSet], units: Units) -> str:
    first = sets[0]
    words = ", ".join(str(one.amount) for one in sets)
    if first.seconds is not None:
        words = _("%(seconds)s s a side") % {"seconds": words} if first.per_leg else f"{words}\N{NO-BREAK SPACE}s"
    elif first.per_leg:
        words = _("%(reps)s a leg") % {"reps": words}
    if first.kg:
        words = f"{words} ×\N{NO-BREAK SPACE}{plain_number(units.to_load(first.kg))}\N{NO-BREAK SPACE}{units.load}"
    return _("warm-up %(set)s") % {"set": words} if first.warm_up else words
