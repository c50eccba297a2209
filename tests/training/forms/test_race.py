from datetime import date
from typing import Any

import pytest

from tests.factories import RunnerFactory
from training.forms.race import RaceForm
from training.models import Race, Runner
from training.units import METRES_PER_MILE

TODAY = date(2026, 3, 4)


def race_form(runner: Runner, race: Race | None = None, **changes: Any) -> RaceForm:
    data = {"day": "2026-03-29", "usual": "half", "priority": "A", **changes}
    return RaceForm(data, instance=race, runner=runner, today=TODAY)


@pytest.mark.parametrize(
    ("changes", "metres"),
    [
        pytest.param({}, 21_097.5, id="a usual distance"),
        pytest.param({"usual": "other", "distance": "15"}, 15_000, id="another"),
        pytest.param({"usual": "other"}, None, id="not known"),
    ],
)
def test_distance(runner: Runner, changes: dict[str, Any], metres: float | None) -> None:
    race = race_form(runner, **changes).save(commit=False)
    assert (race.runner, race.day, race.priority, race.metres) == (runner, date(2026, 3, 29), "A", metres)


def test_miles(db: None) -> None:
    runner = RunnerFactory.create(units=Runner.UnitSystem.IMPERIAL)
    race = race_form(runner, usual="other", distance="10").save(commit=False)
    assert race.metres == pytest.approx(10 * METRES_PER_MILE)


def test_an_untouched_distance_keeps_its_precision(runner: Runner) -> None:
    race = Race.objects.create(runner=runner, day=date(2026, 3, 29), metres=16_093.44)
    shown = RaceForm(instance=race, runner=runner, today=TODAY)
    assert (shown["usual"].value(), shown["distance"].value()) == ("other", "16.09")
    assert race_form(runner, race, usual="other", distance="16.09").save().metres == 16_093.44


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        pytest.param({"day": "2026-03-03"}, "day", "That day is over", id="yesterday"),
        pytest.param({"day": "2030-03-03"}, "day", "more than two years away", id="in four years"),
        pytest.param({"priority": ""}, "priority", "required", id="no priority"),
        pytest.param({"usual": "other", "distance": "0"}, "distance", "A race is up to", id="no distance at all"),
        pytest.param({"usual": "other", "distance": "999"}, "distance", "A race is up to", id="too far"),
        pytest.param({"day": "2026-04-05"}, "day", "a race on that day already", id="two races on a day"),
    ],
)
def test_refused(runner: Runner, changes: dict[str, Any], field: str, message: str) -> None:
    Race.objects.create(runner=runner, day=date(2026, 4, 5))
    assert message in " ".join(map(str, race_form(runner, **changes).errors[field]))
