"""Sums of weeks and the sets in them, in words and in the runner's units; never a query."""

from collections.abc import Sequence

from django import template

from training.models import CustomSet, LoggedSet
from training.templatetags.measures import measures_of
from training.wording import measures
from training.wording import sets as words
from training.wording.own_sets import own_sets as own_sets_in_words

register = template.Library()


@register.simple_tag(takes_context=True)
def moved(context: template.Context, kg: float) -> str:
    """All the load that was moved, as a whole number: 2,840 kg."""
    return measures.moved(kg, measures_of(context))


@register.simple_tag(takes_context=True)
def sets_done(context: template.Context, sets: Sequence[LoggedSet]) -> str:
    """12, 12, 11 × 20 kg; 40, 35 s a side; sets of one load stand together."""
    return words.sets_done(sets, measures_of(context))


@register.simple_tag(takes_context=True)
def own_sets(context: template.Context, sets: Sequence[CustomSet]) -> str:
    """3 × 8 @ 60 kg, of a movement without a guide."""
    return own_sets_in_words(sets, measures_of(context))


@register.simple_tag(takes_context=True)
def set_done(context: template.Context, one: LoggedSet) -> str:
    """12 a leg × 20 kg"""
    return words.sets_done([one], measures_of(context))
