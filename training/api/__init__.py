"""The JSON API, version 1."""

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import ValidationError

from training.api.sessions import router as sessions
from training.api.which_days import router as which_days

__all__ = ["api"]

api = NinjaAPI(
    title="Sets & Strides",
    version="1",
    description="Which days of a running week suit strength, and why; and what is done in a session, set by set.",
    docs_url=None,
    urls_namespace="api",
)
api.add_router("", which_days)
api.add_router("sessions", sessions)


@api.exception_handler(ValidationError)
def field_by_field(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """422 with one entry a field, named as in the request: days.3.run."""
    errors = [
        {"field": ".".join(str(part) for part in found["loc"][2:]) or "body", "message": found["msg"]}
        for found in error.errors
    ]
    return api.create_response(request, {"errors": errors}, status=422)
