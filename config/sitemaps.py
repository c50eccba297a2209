"""sitemap.xml: the pages that everybody may read, at SITE_URL."""

from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet
from django.urls import reverse

from exercises.models import Exercise


class OurSitemap(Sitemap):
    """Addresses begin like SITE_URL, not like the address of the request."""

    def get_protocol(self, protocol: str | None = None) -> str:
        return urlsplit(settings.SITE_URL).scheme

    def get_domain(self, site: object = None) -> str:
        return urlsplit(settings.SITE_URL).netloc


class PageSitemap(OurSitemap):
    """Pages that are written as templates: when they last changed nobody keeps."""

    def items(self) -> list[str]:
        return ["training:home", "training:which-days", "exercises:exercises", "exercises:why"]

    def location(self, item: str) -> str:
        return reverse(item)


class GuideSitemap(OurSitemap):
    def items(self) -> QuerySet[Exercise]:
        return Exercise.objects.all()

    def lastmod(self, item: Exercise) -> datetime:
        return item.changed_at


SITEMAPS = {"pages": PageSitemap, "guides": GuideSitemap}
