from training.wording.holdings import counted


def test_numbers_stand_apart_from_what_they_count() -> None:
    assert counted({"sets": 5772, "runs": 1, "imports": 0}) == [("1", "run"), ("5,772", "sets")]
