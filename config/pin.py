"""Write the exact version of every package into pyproject.toml: `uv run config/pin.py` after a change or an upgrade.

uv.lock would pin as well, but it names download hosts on hundreds of lines; these pins name none.
"""

import re
import subprocess
from pathlib import Path

EXPORT = "uv export --no-hashes --no-header --no-annotate --no-emit-project --all-groups --format requirements.txt"


def main() -> None:
    pyproject = Path(__file__).resolve().parent.parent / "pyproject.toml"
    text = pyproject.read_text()
    empty = re.sub(r"constraint-dependencies = \[.*?\]\n", "constraint-dependencies = []\n", text, flags=re.DOTALL)
    pyproject.write_text(empty)
    subprocess.run(["uv", "lock", "--upgrade", "--quiet"], check=True)
    exported = subprocess.run(EXPORT.split(), check=True, capture_output=True, text=True).stdout
    pins = sorted({line.split(";")[0].strip() for line in exported.splitlines() if "==" in line})
    rows = "".join(f'    "{pin}",\n' for pin in pins)
    pyproject.write_text(empty.replace("constraint-dependencies = []\n", f"constraint-dependencies = [\n{rows}]\n"))


if __name__ == "__main__":
    main()
