from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from config.http import RunnerRequest
from exercises.models import Exercise


def ok(request: HttpRequest) -> HttpResponse:
    """A bare view: what Django, its middleware and the server cost by themselves."""
    return HttpResponse("ok")


@login_required
def floor(request: RunnerRequest) -> HttpResponse:
    """A logged-in page that lists seven rows: session, user and one query. Nothing that greets a runner costs less."""
    rows = "".join(f"<li>{name}</li>" for name in Exercise.objects.values_list("name_en", flat=True)[:7])
    return HttpResponse(f"<!doctype html><title>{request.user.pk}</title><ul>{rows}</ul>")


urlpatterns = [
    path("reference/ok/", ok),
    path("reference/floor/", floor),
    path("", include("config.urls")),
]
