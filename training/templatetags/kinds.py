"""Kinds of run as small badges: colour, letter and, where only expected, a dashed edge; never a query."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from training.models import Run

register = template.Library()

NAMES = {"rest": _("Rest"), **dict(Run.Kind.choices)}
LETTERS = {"rest": "–", "cross": "X", "easy": "E", "moderate": "M", "hard": "H", "long": "L", "race": "R"}
# Heads of the planner's narrow columns.
SHORT_NAMES = {"moderate": _("Mod."), "cross": _("Cross")}


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
def kind_short_name(kind: str) -> str:
    return str(SHORT_NAMES.get(kind, NAMES[kind]))
