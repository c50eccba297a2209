from itertools import groupby

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from config.http import AnyRequest, page

from . import figures
from .filters import GuideFilter
from .models import Evidence, Exercise
from .public_pages import guide_page, guides_page, why_page

A_YEAR = 365 * 24 * 60 * 60


@require_safe
def exercises(request: AnyRequest) -> HttpResponse:
    """The guides as cards, narrowed by what the address asks for."""
    asked = GuideFilter(request.GET, Exercise.objects.for_finding())
    public = guides_page([] if asked.narrowed else asked.exercises)
    context = {"active": "guides", "filter": asked, "public": public}
    return page(request, "exercises/exercises.html", context, fragment="answer")


@require_safe
def guide(request: AnyRequest, slug: str) -> HttpResponse:
    exercise = get_object_or_404(Exercise.objects.for_guides(), slug=slug)
    others = Exercise.objects.exclude(pk=exercise.pk)
    context = {"active": "guides", "exercise": exercise, "others": others, "public": guide_page(exercise)}
    return page(request, "exercises/guide.html", context)


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
