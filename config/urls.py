from django.contrib import admin
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path
from django.views.i18n import set_language

from config import pwa
from config.health import healthz
from config.robots import robots
from config.sitemaps import SITEMAPS
from training.api import api
from training.views.api_docs import api_docs

urlpatterns = [
    # Tried from the top: what is asked for most, and long lists behind short ones.
    path("api/v1/docs", api_docs, name="api-docs"),
    path("api/v1/", api.urls),
    path("", include("exercises.urls")),
    path("", include("training.urls")),
    path("accounts/", include("allauth.urls")),
    path("admin/", admin.site.urls),
    path("healthz", healthz, name="healthz"),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    path("manifest.webmanifest", pwa.manifest, name="manifest"),
    path("sw.js", pwa.service_worker, name="service-worker"),
    path("language/", set_language, name="set-language"),
    path("offline/", pwa.offline, name="offline"),
]
