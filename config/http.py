"""The request that our views see, and the one way in which they answer with a page."""

from typing import TYPE_CHECKING, Any

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django_htmx.middleware import HtmxDetails

from training.models import Runner

if TYPE_CHECKING:
    from training.stamp import Stamp


class AnyRequest(HttpRequest):
    """A request of anybody, through all middleware."""

    htmx: HtmxDetails
    user: Runner | AnonymousUser


class RunnerRequest(HttpRequest):
    """A request behind `login_required`: the user is a runner."""

    htmx: HtmxDetails
    user: Runner
    # Where the view is stamped (training.stamp).
    stamp: "Stamp | None" = None
    # Kept pieces of the answer (training.templatetags.kept), by what stands in their places.
    pieces: dict[bytes, bytes]


def page(
    request: AnyRequest | RunnerRequest,
    template: str,
    context: dict[str, Any] | None = None,
    *,
    fragment: str = "",
    status: int = 200,
) -> HttpResponse:
    """Render the whole template, or only its partial `fragment` where htmx asks for a piece of the page.

    A boosted link and a restored history entry need the whole page although htmx asks.
    """
    piece = fragment and request.htmx and not request.htmx.boosted and not request.htmx.history_restore_request
    response = render(request, f"{template}#{fragment}" if piece else template, context, status=status)
    patch_vary_headers(response, ["HX-Request"])
    return response
