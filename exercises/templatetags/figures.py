"""The drawings of exercises.figures in templates: the SVG is ours, so it goes into the page as it is."""

from collections.abc import Iterable

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from exercises import figures
from exercises.models import Muscle

register = template.Library()


@register.simple_tag
def figure(movement: str, variation: str | None = None, phase: str = "deepest", close: bool = False) -> SafeString:
    """The movement, or one variation of it, at the "start" or the "deepest" point, as inline SVG.

    `close` crops to the person, for cards. Nothing where an editor made a movement or a rung that is not drawn.
    """
    if not figures.has_drawing(movement, variation):
        return SafeString()
    title = gettext(figures.caption(movement, variation, phase))
    return mark_safe(figures.draw(movement, variation, phase, title, close=close))


@register.simple_tag
def moving_figure(movement: str) -> SafeString:
    """The movement as it moves, for a page that has the still one, too. Nothing where none is drawn."""
    if not figures.has_drawing(movement):
        return SafeString()
    usual = figures.usual(movement)
    return mark_safe(figures.moving(movement, usual, gettext(figures.caption(movement, usual, "deepest"))))


@register.simple_tag
def muscle_map(primary: Iterable[Muscle], secondary: Iterable[Muscle]) -> SafeString:
    """Front and back of a body with the muscles tinted, as inline SVG; muscles that are not on it are only named."""
    main, helping = list(primary), list(secondary)
    title = gettext("Muscles, front and back of the body. Main work: %(main)s. Helping: %(helping)s.") % {
        "main": ", ".join(map(str, main)) or gettext("none"),
        "helping": ", ".join(map(str, helping)) or gettext("none"),
    }
    return mark_safe(figures.muscle_map(_drawn(main), _drawn(helping), title))


def _drawn(muscles: Iterable[Muscle]) -> tuple[str, ...]:
    return tuple(muscle.slug for muscle in muscles if muscle.slug in figures.MUSCLES)
