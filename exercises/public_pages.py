"""What search engines and link previews are told of the guides."""

from collections.abc import Collection

from django.urls import reverse
from django.utils.translation import gettext as _

from config.public_page import PublicPage

from . import figures
from .models import Exercise
from .structured_data import article, exercise_plan, how_to, item_list


def guide_page(exercise: Exercise) -> PublicPage:
    """From what `for_guides` fetched. A movement that an editor made has no picture of its own."""
    title = _("%(movement)s for runners: how to do it well") % {"movement": exercise.name}
    drawn = figures.has_drawing(exercise.slug)
    picture = exercise.slug if drawn else "guides"
    return PublicPage(
        path=exercise.get_absolute_url(),
        title=title,
        description=f"{exercise.essence} {exercise.dose}.",
        picture=picture,
        picture_alt=f"{exercise.name}. {figures.caption(exercise.slug)}." if drawn else exercise.name,
        nodes=[how_to(exercise, title=title, picture=picture), exercise_plan(exercise)],
        kind="article",
    )


def guides_page(exercises: Collection[Exercise]) -> PublicPage:
    """The list of the movements; without any, as a search finds them, it is described without them."""
    title = _("Seven strength movements for runners")
    return PublicPage(
        path=reverse("exercises:exercises"),
        title=title,
        description=_(
            "Seven strength movements for runners, drawn and explained: how to do each, what to avoid, easier and "
            "harder versions, and how much."
        ),
        picture="guides",
        picture_alt=_("Seven drawings of a runner, one for each movement."),
        nodes=[item_list(exercises, title=title)] if exercises else [],
    )


def why_page() -> PublicPage:
    path = reverse("exercises:why")
    title = _("Why runners lift, and how to fit it in")
    description = _(
        "What strength training does for runners, how much is enough, on which days, and the evidence with its grades."
    )
    return PublicPage(
        path=path,
        title=title,
        description=description,
        picture="why",
        picture_alt=_("A runner in a deep lunge."),
        nodes=[article(title=title, description=description, path=path, picture="why")],
        kind="article",
    )
