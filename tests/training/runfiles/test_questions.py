"""Units that a person is asked for."""

from training.runfiles.questions import DistanceUnit, WeightUnit


def test_units_in_the_measures_that_everything_is_kept_in():
    assert [unit.metres for unit in DistanceUnit] == [1000, 1609.344]
    assert [unit.kg for unit in WeightUnit] == [1, 0.45359237]
