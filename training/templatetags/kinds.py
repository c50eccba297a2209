"""Kinds of run as small badges: colour, letter and, where only expected, a dashed edge; never a query."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from training.models import Run
from training.wording.changes import KINDS

register = template.Library()

NAMES = {"rest": _("Rest"), **dict(Run.Kind.choices)}
# What stands in the badge, one or two letters.
LETTERS = {
    "rest": "–",
    "cross": pgettext_lazy("badge of cross-training", "X"),
    "easy": pgettext_lazy("badge of an easy run", "E"),
    "moderate": pgettext_lazy("badge of a moderate run", "M"),
    "hard": pgettext_lazy("badge of a hard run", "H"),
    "long": pgettext_lazy("badge of a long run", "L"),
    "race": pgettext_lazy("badge of a race", "R"),
}
# Heads of the planner's narrow columns.
SHORT_NAMES = {
    "moderate": pgettext_lazy("head of a narrow column", "Mod."),
    "cross": pgettext_lazy("head of a narrow column", "Cross"),
    "race": pgettext_lazy("head of a narrow column", "Race"),
}


@register.simple_tag
def kind_badge(kind: str, *, expected: bool = False, named: bool = True) -> SafeString:
    """The badge of a kind; `named` says the kind to screen readers where no text beside the badge does."""
    name = format_html('<span class="visually-hidden">{}</span>', NAMES[kind]) if named else ""
    edge = " kind-expected" if expected and kind != "rest" else ""
    badge = '<span class="kind kind-{}{}" title="{}"><span aria-hidden="true">{}</span>{}</span>'
    return format_html(badge, kind, edge, NAMES[kind], LETTERS[kind], name)


@register.filter
def kind_name(kind: str) -> str:
    return str(NAMES[kind])


@register.filter
def kind_in_sentence(kind: str) -> str:
    """easy, a race"""
    return str(KINDS[kind])


@register.filter
def kind_short_name(kind: str) -> str:
    return str(SHORT_NAMES.get(kind, NAMES[kind]))
