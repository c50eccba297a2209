"""A test of many cases fails as clearly as many tests."""

from typing import Any

import pytest

from tests.cases import for_every


def failures(*cases: Any, ids: list[str] | None = None) -> ExceptionGroup[Exception]:
    """What a test says of numbers that must be below 3."""

    @for_every("number", cases, ids)
    def small(number: int) -> None:
        assert number < 3

    with pytest.raises(ExceptionGroup) as told:
        small()
    return told.value


def test_every_case_that_fails_is_named_and_shows_why() -> None:
    told = failures(1, 4, 2, 5, 4)
    assert told.message == "3 of 5 cases: 4; 5; 4"
    assert [one.__notes__ for one in told.exceptions] == [["case: 4"], ["case: 5"], ["case: 4"]]
    assert "assert 5 < 3" in str(told.exceptions[1])


def test_an_error_is_a_failure_and_the_other_cases_are_tried() -> None:
    told = failures("many", 4)
    assert [type(one) for one in told.exceptions] == [TypeError, AssertionError]


def test_a_refusal_that_does_not_come_is_a_failure_as_well() -> None:
    @for_every("word", ["two", "2", "three"])
    def no_number(word: str) -> None:
        with pytest.raises(ValueError, match="invalid literal"):
            int(word)

    with pytest.raises(BaseExceptionGroup) as told:
        no_number()
    assert told.value.message == "1 of 3 cases: 2"
    assert "DID NOT RAISE" in str(told.value.exceptions[0])


def test_cases_can_have_names() -> None:
    assert failures(1, 4, ids=["one", "four"]).message == "1 of 2 cases: four"
    assert failures(pytest.param(4, id="too many"), 5).message == "2 of 2 cases: too many; 5"


def test_tables_can_be_combined() -> None:
    seen = []

    @for_every("tens", [10, 20])
    @for_every("ones", [1, 2])
    def add(tens: int, ones: int) -> None:
        seen.append(tens + ones)
        assert tens + ones != 21

    with pytest.raises(ExceptionGroup) as told:
        add()
    assert seen == [11, 12, 21, 22]
    assert told.value.message == "1 of 2 cases: 20"
    assert told.group_contains(AssertionError, depth=2)


@for_every(("one", "other"), [(1, 1), (2, 2)])
def test_fixtures_are_there_for_all_cases(one: int, other: int, request: pytest.FixtureRequest) -> None:
    assert one == other
    assert "one" not in request.fixturenames


class TestMethods:
    @for_every("number", [1, 2])
    def test_a_method_is_a_test_too(self, number: int) -> None:
        assert number < 3


def test_a_table_without_cases_or_with_marks_is_refused() -> None:
    with pytest.raises(ValueError, match="no cases of number"):
        for_every("number", [])
    with pytest.raises(ValueError, match="marks"):
        for_every("number", [pytest.param(1, marks=pytest.mark.xfail)])
