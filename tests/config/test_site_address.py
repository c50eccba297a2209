from typing import Any

import pytest

from config.site_address import site_address


@pytest.mark.parametrize("site", ["https://strides.example.org", "https://strides.example.org/"])
def test_a_path_becomes_a_whole_address(settings: Any, site: str) -> None:
    settings.SITE_URL = site
    assert site_address("/why/") == "https://strides.example.org/why/"
