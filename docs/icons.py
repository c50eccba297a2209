"""Draw the app's icons as PNG from their SVG in static/icons, in a real Chromium.

uv run docs/icons.py

app.svg has its own rounded corners. app-maskable.svg fills the square, and what counts lies within the middle 80 %, so
that a launcher may cut any shape from it; iOS rounds the corners of its own. app-monochrome.svg is used as it is.
"""

import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

ICONS = Path(__file__).resolve().parent.parent / "static" / "icons"
DRAWN = [
    ("app.svg", "app-192.png", 192),
    ("app.svg", "app-512.png", 512),
    ("app-maskable.svg", "app-maskable-512.png", 512),
    ("app-maskable.svg", "app-180.png", 180),
]


def main() -> None:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for source, target, size in DRAWN:
            page = chromium.new_page(viewport={"width": size, "height": size})
            page.set_content((ICONS / source).read_text())
            page.add_style_tag(content="body { margin: 0 } svg { display: block }")
            page.screenshot(path=ICONS / target, omit_background=True)
        chromium.close()


if __name__ == "__main__":
    main()
