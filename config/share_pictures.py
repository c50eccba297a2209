"""Draw the pictures that stand for public pages where somebody shares a link, in a real Chromium.

uv run python -m config.share_pictures

One PNG of 1200x630 a page, in static/images/share: our drawings, our colours, our display face. Run it after a drawing,
a movement's name or dose, or a colour has changed; a test compares the files with what would be drawn.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import django
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from config.public_page import PICTURE_HEIGHT, PICTURE_WIDTH
from exercises import figures

if TYPE_CHECKING:
    from exercises.models import Exercise

ROOT = Path(__file__).resolve().parent.parent
STATIC = ROOT / "static"
TARGET = STATIC / "images" / "share"
# Anything: the page asks for style sheets and the font there, and gets the files.
HOST = "http://share-pictures.invalid"
PAGE = """<!doctype html><meta charset="utf-8">
<link rel="stylesheet" href="/css/site.css"><link rel="stylesheet" href="/css/figures.css"><style>{style}</style>
<body><main class="{name} lanes"><header>{mark}<span>Sets &amp; Strides</span></header>{content}</main>"""


def bodies() -> dict[str, str]:
    """What is in each picture, as HTML, by the name of its file."""
    from exercises.guide_rows import movement_fields
    from exercises.guide_text import FOLDER, files_in, read_guides
    from exercises.models import Exercise

    texts = {name.removesuffix(".toml"): text for name, text in read_guides(files_in(FOLDER)).items()}
    movements = [Exercise(slug=slug, **movement_fields(text)) for slug, text in texts.items() if "steps" in text]
    movements.sort(key=lambda movement: movement.position)
    step_up, lunge = (f"<figure>{figures.draw(slug, close=True)}</figure>" for slug in ("step-up", "lunge"))
    row = "".join(f"<li>{figures.draw(one.slug, close=True)}<b>{escape(one.name)}</b></li>" for one in movements)
    return {
        "home": f"<h1>Lift on the<br>right days.</h1><p>Strength training for runners</p>{step_up}",
        "why": f"<h1>Why a<br>runner lifts</h1><p>And how to fit it in</p>{lunge}",
        "which-days": f"<h1>Which days should you lift?</h1>{week()}",
        "guides": f"<h1>Seven movements for runners</h1><ul>{row}</ul>",
        **{movement.slug: guide(movement) for movement in movements},
    }


def guide(movement: "Exercise") -> str:
    """Its name and dose, and the drawing where it is deepest."""
    dose = f"<b>{movement.dose.numerals}</b> {movement.dose.unit}"
    return f"<h1>{escape(movement.name)}</h1><p>{dose}</p><figure>{figures.draw(movement.slug, close=True)}</figure>"


def week() -> str:
    """The example of /which-days/, with the days that are really recommended."""
    from training.templatetags.kinds import kind_badge
    from training.views.which_days import example, planner

    lanes = [
        f"<li{' class=strength' if row.advice.chosen else ''}><b>{row.short_name}</b>"
        f"{kind_badge(row.kind.value, named=False)}{'<i>Strength</i>' if row.advice.chosen else ''}</li>"
        for row in planner(example())["rows"]
    ]
    return f"<ol>{''.join(lanes)}</ol>"


@contextmanager
def easel(browser: Browser) -> Iterator[Page]:
    """A page of the pictures' size in light colours that is given our static files and nothing else."""
    page = browser.new_page(
        viewport={"width": PICTURE_WIDTH, "height": PICTURE_HEIGHT}, color_scheme="light", base_url=HOST
    )
    page.route("**/*", lambda route: route.fulfill(path=STATIC / route.request.url.removeprefix(f"{HOST}/")))
    page.route(f"{HOST}/", lambda route: route.fulfill(body="", content_type="text/html"))
    page.goto("/")
    yield page
    page.close()


def picture(page: Page, name: str, content: str) -> bytes:
    style = (Path(__file__).parent / "share_pictures.css").read_text()
    mark = (ROOT / "templates" / "_mark.svg").read_text()
    page.set_content(PAGE.format(name=name, style=style, mark=mark, content=content), wait_until="load")
    page.evaluate("document.fonts.ready")
    return page.screenshot()


def save(png: bytes, path: Path) -> None:
    """With the 192 colours that fit best: flat drawings show no difference, and weigh a third."""
    image = Image.open(BytesIO(png)).convert("RGB")
    image.quantize(192, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(path, optimize=True)


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    TARGET.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        with easel(chromium) as page:
            for name, content in bodies().items():
                save(picture(page, name, content), TARGET / f"{name}.png")
        chromium.close()


if __name__ == "__main__":
    main()
