"""The site as an app: its manifest, its service worker, and the page for when there is no connection."""

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import FileSystemFinder
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from config.http import AnyRequest, page
from exercises.models import Exercise

# What the service worker itself is made of, in the order in which it is loaded.
WORKER_SCRIPTS = [
    "vendor/workbox/workbox-core.prod.js",
    "vendor/workbox/workbox-routing.prod.js",
    "vendor/workbox/workbox-strategies.prod.js",
    "js/service-worker.js",
]
# What pages draw and move themselves with; the icons of the manifest are the browser's to fetch.
SHELL_SUFFIXES = {".css", ".js", ".svg", ".woff2"}
MANIFEST_ICONS = "icons/app"
HTMX = "django_htmx/htmx-2.min.js"


def shell() -> list[str]:
    """The names of all static files that pages need, our own and htmx, so that a new one is never forgotten."""
    ours = sorted(name for name, storage in FileSystemFinder().list([]) if Path(name).suffix in SHELL_SUFFIXES)
    return [HTMX, *(name for name in ours if name not in WORKER_SCRIPTS and not name.startswith(MANIFEST_ICONS))]


@cache
def version() -> str:
    """Another one whenever a static file, template, translation, guide or drawing is: then browsers keep all anew."""
    digest = hashlib.sha256()
    for folder in ("static", "templates", "locale", "exercises/guides", "exercises/figures"):
        for path in sorted(path for path in (settings.BASE_DIR / folder).rglob("*") if path.is_file()):
            if path.suffix != ".pyc":
                digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:12]


@require_safe
@cache_control(no_cache=True)
def service_worker(request: HttpRequest) -> HttpResponse:
    """A script that says what there is to keep in this version of the site, then loads the worker's own code.

    It stands at the root because a worker answers for the addresses below its own. In another language it is another
    script, so that a browser installs it anew and keeps the page for no connection in that language.
    """
    guides = [reverse("exercises:guide", args=[slug]) for slug in Exercise.objects.values_list("slug", flat=True)]
    site = {
        "version": version(),
        "language": get_language(),
        "static": settings.STATIC_URL,
        "files": [static(name) for name in shell()],
        "offline": reverse("offline"),
        "week": reverse("training:week"),
        "guides": [reverse("exercises:exercises"), reverse("exercises:why"), *guides],
    }
    scripts = [static(name) for name in WORKER_SCRIPTS]
    body = f"self.SITE = {json.dumps(site, indent=1)};\nimportScripts(...{json.dumps(scripts, indent=1)});\n"
    return HttpResponse(body, content_type="text/javascript; charset=utf-8")


@require_safe
def manifest(request: HttpRequest) -> JsonResponse:
    """How the site is called, looks and starts where somebody installs it."""
    return JsonResponse(
        {
            "id": "/",
            "scope": "/",
            "start_url": reverse("training:week"),
            "display": "standalone",
            "name": "Sets & Strides",
            "short_name": "Strides",
            "description": _("Strength training for runners: which days, why, and what came of it."),
            "lang": get_language(),
            "categories": ["fitness", "health", "sports"],
            "theme_color": "#FFFFFF",
            "background_color": "#FAF7F2",
            "icons": [
                icon("app-192.png", "192x192"),
                icon("app-512.png", "512x512"),
                icon("app-maskable-512.png", "512x512", "maskable"),
                icon("app-monochrome.svg", "any", "monochrome"),
            ],
            "shortcuts": [
                shortcut(_("Start today's session"), _("Start today"), reverse("training:session-new")),
                shortcut(_("This week"), _("Week"), reverse("training:week")),
            ],
        },
        content_type="application/manifest+json",
    )


def icon(name: str, sizes: str, purpose: str = "any") -> dict[str, str]:
    kind = "image/svg+xml" if name.endswith(".svg") else "image/png"
    return {"src": static(f"icons/{name}"), "sizes": sizes, "type": kind, "purpose": purpose}


def shortcut(name: str, short_name: str, url: str) -> dict[str, Any]:
    return {"name": name, "short_name": short_name, "url": url, "icons": [icon("app-192.png", "192x192")]}


@require_safe
def offline(request: AnyRequest) -> HttpResponse:
    """What the service worker shows in place of a page that it could not reach and has no copy of."""
    return page(request, "offline.html")
