import re

import pytest
from django.core.management import call_command

from exercises.figures.poses import DRAWINGS


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("sheet") / "out.html"
    call_command("contact_sheet", path, verbosity=0)
    return path.read_text()


def test_every_variation_is_on_it_three_times_under_its_movement(sheet: str) -> None:
    found = re.findall(r'<(section|article) id="([^"]+)"', sheet)
    expected = []
    for movement, drawings in DRAWINGS.items():
        expected += [("section", movement), *(("article", f"{movement}-{slug}") for slug in drawings)]
    assert found == expected
    for article in re.findall(r"<article.*?</article>", sheet, re.DOTALL):
        drawn = re.findall(r"<svg.*?</svg>", article)
        assert len(set(drawn)) == 3
        assert len({re.search(r'viewBox="[^"]+"', one)[0] for one in drawn}) == 1  # type: ignore[index]


def test_it_needs_no_other_file(sheet: str) -> None:
    assert "--track: #b93a0e" in sheet
    assert re.search(r"prefers-color-scheme: dark\) \{\s*:root \{[^}]*--track: #ff9468[^}]*\}\s*\}", sheet)
    assert not re.search(r'url\((?!"data:)|@import|<link|<script|<img|src=', sheet)
    assert set(re.findall(r'href="(.)', sheet)) == {"#"}
