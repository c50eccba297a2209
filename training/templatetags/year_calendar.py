"""The legend of a year's calendar; never a query."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from training.charts.year import sample

register = template.Library()


@register.simple_tag
def key(kind: str) -> SafeString:
    """One square as the calendar draws it."""
    return mark_safe(sample(kind))
