"""What search engines and link previews are told of a page that everybody may read."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.templatetags.static import static
from django.utils.html import json_script
from django.utils.safestring import SafeString, mark_safe

from config.site_address import site_address

SITE = "Sets & Strides"
LOGO = "icons/app-512.png"
PICTURE_WIDTH, PICTURE_HEIGHT = 1200, 630

type Node = dict[str, Any]
"""A thing of schema.org, by the names of its properties."""


@dataclass(frozen=True, kw_only=True)
class PublicPage:
    """Title, description and address of a page, and the picture that stands for it where somebody shares it.

    `path` has no query: a filtered list is the list. `picture` is the name of a file in static/images/share without
    its suffix, `picture_alt` what it shows, `nodes` the things of schema.org that the page is about.
    """

    path: str
    title: str
    description: str
    picture: str
    picture_alt: str
    nodes: Sequence[Node] = ()
    kind: str = "website"

    @property
    def address(self) -> str:
        return site_address(self.path)

    @property
    def picture_address(self) -> str:
        return picture_address(self.picture)

    @property
    def structured_data(self) -> SafeString:
        """The nodes as JSON-LD in a script element, which holds data: no browser runs it."""
        graph = {"@context": "https://schema.org", "@graph": self.nodes}
        # Django escapes what could end the element, and knows no other type than this one.
        return mark_safe(json_script(graph).replace("application/json", "application/ld+json", 1))


def picture_address(name: str) -> str:
    return site_address(static(f"images/share/{name}.png"))


def picture_node(name: str) -> Node:
    """A picture of static/images/share as an ImageObject."""
    return {
        "@type": "ImageObject",
        "url": picture_address(name),
        "width": PICTURE_WIDTH,
        "height": PICTURE_HEIGHT,
    }


def publisher() -> Node:
    return {"@type": "Organization", "name": SITE, "url": site_address("/"), "logo": site_address(static(LOGO))}
