"""Formatting in the runner's units; never a query."""

from django import template
from django.utils.translation import gettext as _

from training import units
from training.wording import measures

register = template.Library()


def measures_of(context: template.Context) -> units.Units:
    """The units of the runner who sees the page; visitors get kilometres."""
    runner = getattr(context.get("request"), "user", None)
    return getattr(runner, "measures", units.METRIC)


@register.simple_tag(takes_context=True)
def distance(context: template.Context, metres: float | None, decimals: int = 1) -> str:
    """8.2 km, 5.1 mi; nothing where no distance is known."""
    return "" if metres is None else measures.distance(metres, measures_of(context), decimals)


@register.simple_tag(takes_context=True)
def pace(context: template.Context, metres: float | None, seconds: float) -> str:
    """5:12 /km; nothing where no distance is known."""
    return measures.pace(metres, seconds, measures_of(context)) if metres else ""


@register.simple_tag(takes_context=True)
def weight(context: template.Context, kg: float | None) -> str:
    """22.5 kg, 50 lb; bodyweight has no number."""
    return _("bodyweight") if kg is None else measures.load(kg, measures_of(context))


@register.simple_tag(takes_context=True)
def unit(context: template.Context, quantity: str) -> str:
    """The symbol of "distance" or "load" in the runner's units."""
    return str(getattr(measures_of(context), quantity))


@register.filter
def clock(seconds: float | None) -> str:
    return "" if seconds is None else units.clock(seconds)


@register.filter
def hours_and_minutes(seconds: float | None) -> str:
    return "" if seconds is None else units.hours_and_minutes(seconds)


@register.filter
def one_decimal(value: float) -> str:
    """7, 7.5; a mean of 7.04 is 7."""
    return measures.short_number(value, 1)


@register.filter
def plain_number(value: float | None) -> str:
    """A number without trailing zeros: 20, 22.5."""
    return "" if value is None else measures.short_number(value)
