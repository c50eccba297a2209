"""What a page says of the muscles, for its tests."""

import re


def sets_by_muscle(page: str) -> dict[str, str]:
    """The table beside the map: the sets of each muscle as they are written."""
    rows = r'<th scope="row">([^<]+)</th>\s*<td><span class="muscle-sets">([^<]+)</span>'
    return dict(re.findall(rows, page))


def map_title(page: str) -> str:
    """What a screen reader says of the map; the page has one."""
    (title,) = re.findall(r'class="figure muscle-map"[^>]*><title>([^<]+)</title>', page)
    return str(title)


def map_has(page: str, level: str) -> int:
    """How many muscles of the map are drawn as "main", "also" or "rest"."""
    return page.count(f'class="map-{level}"')
