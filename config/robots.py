"""robots.txt: what search engines may read, and where the list of it is."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from config.site_address import site_address

# The beginnings of addresses that are a runner's own, or nothing to read. A query of a public page is not among them:
# the page says its canonical address, and the previews of a shared week must be able to fetch it.
DISALLOWED = [
    "/accounts/",
    "/admin/",
    "/api/",
    "/calendar/",
    "/data/",
    "/healthz",
    "/history/",
    "/language/",
    "/offline/",
    "/reminders/",
    "/runs/",
    "/sessions/",
    "/settings/",
    "/week/",
]


@require_safe
@cache_control(max_age=24 * 3600, public=True)
def robots(request: HttpRequest) -> HttpResponse:
    lines = [
        "User-agent: *",
        # The API's description is meant to be found.
        f"Allow: {reverse('api-docs')}",
        *(f"Disallow: {path}" for path in DISALLOWED),
        "",
        f"Sitemap: {site_address(reverse('sitemap'))}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
