"""Prints what an export holds; with --write, puts it into docs/export.md."""

import sys
from pathlib import Path

from training.export.described import text

PAGE = Path(__file__).resolve().parents[2] / "docs" / "export.md"

if __name__ == "__main__":
    if "--write" in sys.argv[1:]:
        PAGE.write_text(text())
    else:
        print(text(), end="")
