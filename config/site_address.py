"""Whole addresses, for readers who are not on the site: calendars, mails, search engines."""

from django.conf import settings


def site_address(path: str) -> str:
    """The path as an address at SITE_URL, whatever host the request named."""
    return f"{settings.SITE_URL.rstrip('/')}{path}"
