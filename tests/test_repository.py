"""What must be true of the repository itself: purity, the mirror of the tests, pins, no stray references."""

import re
import subprocess
import sys
import tomllib
from importlib.metadata import distributions
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PURE = [
    "training.plan",
    "training.evaluation",
    "training.export",
    "training.runfiles",
    "training.fitexport",
    "training.ical",
    "training.charts",
    "training.demo",
    "training.units",
    "training.unreadable",
    "exercises.figures",
    "exercises.search",
]


def modules(package: str) -> list[str]:
    """The package and all modules in it, by dotted name."""
    folder = ROOT / package.replace(".", "/")
    files = [path for path in folder.rglob("*.py") if path.name != "__init__.py"] if folder.is_dir() else []
    return [package, *(".".join(path.relative_to(ROOT).with_suffix("").parts) for path in files)]


def test_pure_packages_import_without_django() -> None:
    """All in one interpreter, in which nothing has been imported before and Django cannot be."""
    script = (
        "import sys; sys.modules['django'] = None; import importlib; [importlib.import_module(m) for m in sys.argv[1:]]"
    )
    pure = [module for package in PURE for module in modules(package)]
    done = subprocess.run([sys.executable, "-c", script, *pure], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_pure_packages_do_not_read_the_clock() -> None:
    clock = re.compile(r"\b(date\.today|datetime\.now|datetime\.utcnow|time\.time|timezone\.now)\(")
    paths = [ROOT / (name.replace(".", "/") + ".py") for package in PURE for name in modules(package)]
    reading = [path for path in paths if path.exists() and clock.search(path.read_text())]
    assert reading == []


def test_exercises_know_nothing_of_training() -> None:
    imports = re.compile(r"^\s*(from|import) training\b", re.MULTILINE)
    assert [path for path in (ROOT / "exercises").rglob("*.py") if imports.search(path.read_text())] == []


# What is true of a whole package, not of one module of it.
WHOLE_PACKAGE = {
    "test_access_and_queries",
    "test_damage",
    "test_own_workouts",
    "test_reading",
    "test_shared_samples",
    "test_texts",
}


def test_every_test_module_stands_beside_what_it_tests() -> None:
    """tests/training/plan/test_week.py tests training/plan/week.py, or the package or app page of that name."""
    orphans = []
    for path in (ROOT / "tests").rglob("test_*.py"):
        place = path.relative_to(ROOT / "tests").parent
        if place.parts[:1] not in {("training",), ("exercises",), ("config",)}:
            continue
        name = path.stem.removeprefix("test_")
        if path.stem not in WHOLE_PACKAGE and not any(
            (ROOT / place / candidate).exists() for candidate in (f"{name}.py", name, f"{name}s.py")
        ):
            orphans.append(str(path.relative_to(ROOT)))
    assert orphans == []


def test_every_installed_package_is_pinned() -> None:
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text())
    pins = {pin.split("==")[0].lower() for pin in pyproject["tool"]["uv"]["constraint-dependencies"]}
    installed = {re.sub(r"[-_.]+", "-", found.metadata["Name"]).lower() for found in distributions()}
    assert installed - pins == set(), "run `uv run config/pin.py`"


def test_no_python_file_is_over_400_lines() -> None:
    tracked = subprocess.run(["git", "ls-files", "*.py"], cwd=ROOT, capture_output=True, text=True, check=True)
    long = [name for name in tracked.stdout.split() if len((ROOT / name).read_text().splitlines()) > 400]
    assert [name for name in long if "/migrations/" not in name] == []
