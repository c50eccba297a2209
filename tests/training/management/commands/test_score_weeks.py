"""`manage.py score_weeks`: a table, or JSON."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.training.evaluation.test_published import FIVE_RUNS, published


@pytest.fixture
def weeks(tmp_path):
    path = tmp_path / "weeks.json"
    path.write_text(json.dumps([published("Ann Author", FIVE_RUNS, "Mon Thu")]))
    return path


def said(*args) -> str:
    out = StringIO()
    call_command("score_weeks", *args, stdout=out)
    return out.getvalue()


def test_the_table_names_authors_means_and_placements(weeks):
    lines = said(weeks).splitlines()
    assert lines[1].split() == ["Ann", "Author", "1", "1.00", "0.00", "1.00", "1.00"]
    assert lines[2].startswith("mean per author")
    assert lines[-3].split() == ["authors", "0", "0", "0", "2"]


def test_json_holds_the_same_figures(weeks):
    figures = json.loads(said(weeks, "--json"))
    assert figures["authors"]["Ann Author"]["easy_days"] == figures["mean"]["better"] == 1
    assert figures["placements"]["easy-days"] == {"days": 2, "before": {"hard": 0, "long": 0, "race": 0}}


@pytest.mark.parametrize("text", ["{", "[]", '[{"author": "A"}]', "[1]"])
def test_what_holds_no_weeks_is_refused_in_words(tmp_path, text):
    path = tmp_path / "weeks.json"
    path.write_text(text)
    with pytest.raises(CommandError, match="does not hold published weeks"):
        said(path)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(CommandError, match=r"nowhere\.json"):
        said(tmp_path / "nowhere.json")
