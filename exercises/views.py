from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.cache import patch_cache_control
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from config.http import AnyRequest, page
from config.public_page import PublicPage

from . import figures
from .filters import GuideFilter
from .models import Evidence, Exercise, GuidesRevision
from .models.translated import language
from .public_pages import guide_page, guides_page, why_page

A_YEAR = 365 * 24 * 60 * 60
# Where the body comes into the page of a guide.
PLACE = mark_safe("<!-- guide -->")


@require_safe
def exercises(request: AnyRequest) -> HttpResponse:
    """The guides as cards, narrowed by what the address asks for."""
    asked = GuideFilter(request.GET, Exercise.objects.for_finding())
    public = guides_page([] if asked.narrowed else asked.exercises)
    context = {"active": "guides", "filter": asked, "public": public}
    return page(request, "exercises/exercises.html", context, fragment="answer")


@dataclass(frozen=True, slots=True)
class Guide:
    """A movement, what search engines are told of it, and its page by whether the reader is signed in."""

    exercise: Exercise
    public: PublicPage
    body: dict[bool, bytes]


@lru_cache(maxsize=2)
def movements_of(revision: str) -> dict[str, Exercise]:
    """Every movement with all that its guide shows, by slug; six queries, once in a revision of the guides."""
    return {exercise.slug: exercise for exercise in Exercise.objects.all_guides()}


@lru_cache(maxsize=32)
def guide_of(revision: str, slug: str, language: str) -> Guide:
    """Made once in a revision of the guides; raises Http404 for a movement that there is not.

    The body is kept as bytes: to encode its drawings anew costs more than all the rest of the page.
    """
    movements = movements_of(revision)
    if slug not in movements:
        raise Http404
    exercise, others = movements[slug], [one for one in movements.values() if one.slug != slug]
    public = guide_page(exercise)
    context = {"exercise": exercise, "others": others, "public": public}
    body = {
        signed_in: render_to_string("exercises/_guide.html", {**context, "signed_in": signed_in}).encode()
        for signed_in in (True, False)
    }
    return Guide(exercise, public, body)


@require_safe
def guide(request: AnyRequest, slug: str) -> HttpResponse:
    revision = GuidesRevision.current()
    known = guide_of(revision, slug, language())
    context = {
        "active": "guides",
        "revision": revision,
        "exercise": known.exercise,
        "public": known.public,
        "place": PLACE,
    }
    response = page(request, "exercises/guide.html", context)
    response.content = response.content.replace(PLACE.encode(), known.body[request.user.is_authenticated])
    return response


@require_safe
def loop(request: HttpRequest, slug: str, variation: str, version: str) -> HttpResponse:
    """A drawing that moves, kept for a year under its version; pages of an older one get what there is now."""
    if not figures.has_drawing(slug, variation):
        raise Http404
    response = HttpResponse(figures.moving(slug, variation), content_type="image/svg+xml")
    if version == figures.version():
        patch_cache_control(response, public=True, max_age=A_YEAR, immutable=True)
    else:
        patch_cache_control(response, no_cache=True)
    return response


@require_safe
def why(request: AnyRequest) -> HttpResponse:
    """The case for strength, how to fit it in, and the evidence, grouped by what it is about."""
    rows = groupby(Evidence.objects.all(), key=Evidence.get_section_display)
    sections = [(title, list(evidence)) for title, evidence in rows]
    context = {"active": "why", "sections": sections, "grades": Evidence.Grade.choices, "public": why_page()}
    return page(request, "exercises/why.html", context)
