from datetime import date

import pytest

from training.forms.session import FinishForm, SetForm, StartForm
from training.units import IMPERIAL, METRIC, Units

TODAY = date(2026, 3, 3)


def set_form(units: Units = METRIC, *, timed: bool = False, **typed: str) -> SetForm:
    return SetForm(typed, timed=timed, units=units)


@pytest.mark.parametrize(
    ("typed", "kg"),
    [
        pytest.param("22.5", 22.5, id="a point"),
        pytest.param("22,5", 22.5, id="a comma"),
        pytest.param(" 20 ", 20.0, id="spaces around"),
        pytest.param("1000", 1000.0, id="the most"),
        pytest.param("", None, id="nothing is bodyweight"),
        pytest.param("0", None, id="zero is bodyweight"),
    ],
)
def test_a_load_becomes_kilograms(typed: str, kg: float | None) -> None:
    form = set_form(reps="12", load=typed)
    assert form.is_valid()
    assert (form.amount, form.kg) == (12, kg)


def test_pounds_become_kilograms() -> None:
    form = set_form(IMPERIAL, reps="12", load="45")
    assert form.is_valid()
    assert form.kg == pytest.approx(20.41, abs=0.01)


@pytest.mark.parametrize("typed", ["2000", "-5", "abc", "nan", "inf", "1e9", "20 kg", "²"])
def test_a_load_that_is_none_is_refused_beside_its_field(typed: str) -> None:
    form = set_form(reps="12", load=typed)
    assert not form.is_valid()
    assert list(form.errors) == ["load"]


@pytest.mark.parametrize("typed", ["-3", "0", "201", "abc", "", "12.5"])
def test_reps_are_whole_numbers_from_1_to_200(typed: str) -> None:
    form = set_form(reps=typed, load="20")
    assert form.errors == {"reps": ["Between 1 and 200, in whole numbers."]}


def test_a_hold_asks_for_seconds_and_not_for_reps() -> None:
    form = set_form(timed=True, seconds="45", reps="3")
    assert form.is_valid()
    assert form.amount == 45


def test_reps_in_reserve_may_be_left_out_and_end_at_ten() -> None:
    form = set_form(reps="12")
    assert form.is_valid()
    assert form.cleaned_data["rir"] is None
    assert list(set_form(reps="12", rir="11").errors) == ["rir"]


def start_form(**typed: str) -> StartForm:
    return StartForm(typed, today=TODAY, next_workout="B", usual_minutes=35)


def test_an_empty_start_is_the_next_workout_today_in_full() -> None:
    form = start_form()
    assert form.is_valid()
    usual = {"pk": None, "day": TODAY, "workout": "B", "light": False, "minutes": None, "also": ""}
    assert form.cleaned_data == usual


def test_a_start_takes_a_past_day_and_a_light_workout() -> None:
    form = start_form(day="2026-02-27", workout="full", light="1", minutes="20")
    assert form.is_valid()
    told = {"day": date(2026, 2, 27), "workout": "full", "light": True, "minutes": 20}
    assert form.cleaned_data == {"pk": None, "also": "", **told}


@pytest.mark.parametrize(
    ("typed", "also"),
    [("deadlift", "deadlift"), ("pull-up", ""), ("<script>", "")],
    ids=["ours", "not ours", "no slug"],
)
def test_a_start_may_ask_for_a_movement_that_we_have(typed: str, also: str) -> None:
    form = start_form(also=typed)
    assert form.is_valid()
    assert form.cleaned_data["also"] == also


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param({"day": "2026-03-04"}, id="tomorrow"),
        pytest.param({"day": "yesterday"}, id="no date"),
        pytest.param({"workout": "C"}, id="no such workout"),
        pytest.param({"light": "2"}, id="neither light nor full"),
        pytest.param({"minutes": "5"}, id="too short for anything"),
    ],
)
def test_a_start_that_cannot_be_is_refused_beside_its_field(typed: dict[str, str]) -> None:
    form = start_form(**typed)
    assert not form.is_valid()
    assert list(form.errors) == list(typed)


@pytest.mark.django_db
def test_how_it_was_may_be_left_out() -> None:
    form = FinishForm({})
    assert form.is_valid()
    assert (form.cleaned_data["effort"], form.cleaned_data["pain"]) == (None, None)


@pytest.mark.django_db
@pytest.mark.parametrize("field", ["effort", "pain"])
def test_effort_and_pain_end_at_ten(field: str) -> None:
    assert FinishForm({field: "10"}).is_valid()
    assert FinishForm({field: "0"}).is_valid()
    assert field in FinishForm({field: "11"}).errors
