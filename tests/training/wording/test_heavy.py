import pytest

from training.plan.progression import Gate, Missing
from training.wording.heavy import SENTENCES, still_missing


@pytest.mark.parametrize("missing", Missing)
def test_everything_that_may_be_missing_has_a_sentence(missing: Missing) -> None:
    (said,) = still_missing(Gate((missing,), sessions=5, recent=4))
    assert "%" not in said
    assert set(SENTENCES) == set(Missing)


def test_the_numbers_stand_in_it() -> None:
    assert still_missing(Gate((Missing.SESSIONS,), sessions=5, recent=4)) == ["5 of 12 sessions done."]
    assert still_missing(Gate((), sessions=15, recent=12)) == []
