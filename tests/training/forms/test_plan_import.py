from datetime import date, timedelta
from typing import Any

from training.actions.plan_imports import Choice, Entry
from training.forms.plan_import import MOST_QUESTIONS, PlanChoicesForm

MONDAY = date(2026, 3, 2)


def entry(number: int, title: str = "Run", kind: str = "easy", **fields: Any) -> Entry:
    facts = {"sure": True, "metres": None, "minutes": None, "hard": False, "strength": False, "notes": "", **fields}
    return Entry(uid=str(number), day=MONDAY + timedelta(days=number), title=title, kind=kind, **facts)


def form_of(
    entries: list[Entry], known: frozenset[str] = frozenset(), data: dict[str, str] | None = None
) -> PlanChoicesForm:
    form = PlanChoicesForm(data or {}, entries=entries, known=known)
    assert form.is_valid()
    return form


def test_what_was_understood_is_taken_unless_left_out() -> None:
    form = form_of([entry(0), entry(1), entry(2, kind="race")], data={"out-1": "on", "priority-2": "A"})
    assert form.choices() == {"0": Choice("easy"), "2": Choice("race", "A")}


def test_a_race_counts_as_c_until_told() -> None:
    assert form_of([entry(0, kind="race")]).choices() == {"0": Choice("race", "C")}


def test_alike_words_are_one_question() -> None:
    form = form_of([entry(n, "Club night", "", sure=False) for n in range(5)], data={"kind-0": "hard"})
    assert [len(question.entries) for question in form.questions] == [5]
    assert form.choices() == {str(n): Choice("hard") for n in range(5)}


def test_what_is_not_answered_is_left_out() -> None:
    assert form_of([entry(0, "Club night", "", sure=False)]).choices() == {}


def test_questions_with_a_proposal_come_first_and_show_it() -> None:
    form = form_of([entry(0, "Club night", "", sure=False), entry(1, "8 km", "easy", sure=False)])
    assert [question.title for question in form.questions] == ["8 km", "Club night"]
    assert [field.field.initial for _, field in form.question_rows()] == ["easy", ""]


def test_strength_and_what_is_known_ask_nothing() -> None:
    form = form_of([entry(0, "Gym", "", strength=True), entry(1), entry(2)], frozenset({"1"}))
    assert (len(form.strength), form.known, [one.uid for one in form.understood]) == (1, 1, ["2"])


def test_a_calendar_of_other_things_asks_no_endless_questions() -> None:
    form = form_of([entry(n, f"Meeting {n}", "", sure=False) for n in range(MOST_QUESTIONS + 7)])
    assert (len(form.questions), len(form.beyond)) == (MOST_QUESTIONS, 7)


def test_a_kind_that_is_none_is_refused() -> None:
    form = PlanChoicesForm({"kind-0": "sprint"}, entries=[entry(0, "?", "", sure=False)], known=frozenset())
    assert "kind-0" in form.errors
