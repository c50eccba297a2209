from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from exercises.models import Exercise
from tests.exercises.files import changed, guide_files

pytestmark = pytest.mark.django_db


def test_the_command_says_what_it_did(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("load_guides")
    assert capsys.readouterr().out == "Guides: 0 created, 0 changed, 9 unchanged.\n"


def test_the_command_turns_a_wrong_file_into_its_sentence(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"There are no \.toml files"):
        call_command("load_guides", folder=tmp_path)
    (tmp_path / "squat.toml").write_text("")
    with pytest.raises(CommandError, match=r"vocabulary\.toml:1: the file is missing"):
        call_command("load_guides", folder=tmp_path)


def test_start_says_which_edits_were_kept_and_force_which_were_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Exercise.objects.filter(slug="squat").update(essence_en="Edited.")
    (tmp_path / "de").mkdir()
    for name, content in changed(guide_files(), "squat.toml", "Sit down between", "Sink down between").items():
        (tmp_path / name).write_bytes(content)
    call_command("load_guides", folder=tmp_path)
    assert capsys.readouterr().out.splitlines() == [
        "Guides: 0 created, 0 changed, 9 unchanged.",
        "  squat.toml, essence: edited in the admin, kept; load_guides --force takes the file's.",
    ]
    call_command("load_guides", folder=tmp_path, force=True)
    assert "  squat.toml, essence: edited in the admin, now as the file has it.\n" in capsys.readouterr().out
    assert Exercise.objects.get(slug="squat").essence.startswith("Sink down")
