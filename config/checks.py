"""System checks on our own settings: a host learns of a mistake at start, in a sentence."""

from collections.abc import Sequence
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register


def is_local(host: str) -> bool:
    """Whether `host` is this machine or an address of a private network, where plain http is ordinary."""
    try:
        return ip_address(host).is_private
    except ValueError:
        return host == "localhost" or host.endswith(".local") or "." not in host


@register(Tags.security)
def check_site_url(app_configs: object, **kwargs: Any) -> Sequence[CheckMessage]:
    site = urlsplit(settings.SITE_URL)
    if site.scheme not in {"http", "https"} or not site.hostname or site.path.strip("/"):
        return [
            Error(f"SITE_URL must be like https://strides.example.org, not {settings.SITE_URL!r}.", id="config.E001")
        ]
    if site.scheme == "http" and not is_local(site.hostname):
        return [
            Warning(
                "SITE_URL is plain http on a public name: cookies and passwords travel unprotected.",
                hint="Put a proxy with a certificate in front and set SITE_URL=https://…",
                id="config.W001",
            )
        ]
    return []


@register(Tags.security)
def check_debug(app_configs: object, **kwargs: Any) -> Sequence[CheckMessage]:
    host = urlsplit(settings.SITE_URL).hostname or ""
    if settings.DEBUG and not is_local(host):
        return [Error("DEBUG=1 shows code and settings to every visitor of a public name.", id="config.E002")]
    return []
