from training.evaluation.cast import CAST
from training.evaluation.tables import SHOWN, cell, table, tables
from training.plan.progression import Explanation, SetTarget, Target, TargetRule


def target(*sets: tuple[int, float | None]) -> Target:
    return Target(tuple(SetTarget(*one) for one in sets), 8, 12, Explanation(TargetRule.CLIMB))


def test_a_cell() -> None:
    assert cell(target((12, 40.0), (12, 40.0))) == "2 × 12 @ 40 climb"
    assert cell(target((12, None), (11, None))) == "12·11 climb"


def test_a_row_a_week_and_a_cell_a_column() -> None:
    rows = list(table(CAST[2]))
    assert rows[0] == "### Back after five weeks off"
    assert len(rows) == 2 + 2 + 12
    assert {row.count("|") for row in rows[2:]} == {len(SHOWN) + 5}
    assert rows[8].startswith("| 5 | off |")


def test_everybody_is_there() -> None:
    text = tables()
    assert [runner.name for runner in CAST if f"### {runner.name}" not in text] == []
