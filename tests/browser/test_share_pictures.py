"""The pictures of shared links are those that would be drawn today."""

from io import BytesIO

from PIL import Image, ImageChops
from playwright.sync_api import Browser

from config.share_pictures import TARGET, bodies, easel, picture

RENEW = "run `uv run python -m config.share_pictures`"
# Of a picture's dots. Another release of Chromium smooths edges a little differently; another digit of a dose is more.
TOLERANCE = 0.0003


def differing(one: Image.Image, other: Image.Image) -> float:
    """The share of dots that the eye tells apart."""
    apart = ImageChops.difference(one.convert("RGB"), other.convert("RGB")).convert("L").point(lambda by: by > 48)
    return apart.histogram()[1] / (one.width * one.height)


def test_the_pictures_show_what_the_guides_say_today(browser: Browser) -> None:
    assert {path.stem for path in TARGET.iterdir()} == set(bodies()), RENEW
    with easel(browser) as page:
        for name, content in bodies().items():
            drawn = Image.open(BytesIO(picture(page, name, content)))
            assert differing(drawn, Image.open(TARGET / f"{name}.png")) < TOLERANCE, f"{name}: {RENEW}"


def test_a_changed_dose_would_be_noticed(browser: Browser) -> None:
    with easel(browser) as page:
        other = bodies()["squat"].replace("3 × 10–15", "3 × 10–16")
        drawn = Image.open(BytesIO(picture(page, "squat", other)))
    assert differing(drawn, Image.open(TARGET / "squat.png")) > TOLERANCE
