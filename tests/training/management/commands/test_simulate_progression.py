from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from training.evaluation.tables import tables
from training.management.commands.simulate_progression import DOC, with_tables
from training.plan.progression import TargetRule


def test_it_prints_the_tables() -> None:
    out = StringIO()
    call_command("simulate_progression", stdout=out)
    assert out.getvalue() == tables() + "\n"


def test_the_document_holds_the_tables_of_now() -> None:
    text = DOC.read_text(encoding="utf-8")
    assert with_tables(text) == text, "run `manage.py simulate_progression --write`"
    assert TargetRule.REGAIN in text


def test_it_writes_between_the_marks_and_nowhere_else(tmp_path: Path) -> None:
    doc = tmp_path / "doc.md"
    doc.write_text("Before\n<!-- tables -->\nold\n<!-- end of tables -->\nAfter\n", encoding="utf-8")
    call_command("simulate_progression", "--write", "--doc", str(doc))
    text = doc.read_text(encoding="utf-8")
    assert (text[:6], text[-6:], "old" in text, "### Steady" in text) == ("Before", "After\n", False, True)


def test_a_document_without_a_place_is_refused(tmp_path: Path) -> None:
    doc = tmp_path / "doc.md"
    doc.write_text("Nothing\n", encoding="utf-8")
    with pytest.raises(CommandError, match="no place for tables"):
        call_command("simulate_progression", "--write", "--doc", str(doc))
    assert doc.read_text(encoding="utf-8") == "Nothing\n"
