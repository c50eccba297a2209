"""A few hundred files changed at random; `tests.fuzz.mutations` makes thousands."""

import time
from dataclasses import replace

import pytest

from tests.fuzz.mutations import CHANGES, SECONDS, check, check_values, good_files, mutations
from tests.training.runfiles.samples import START
from training.runfiles import FileResult, ParsedActivity
from training.runfiles.kind import Kind

MADE = {name: data for name, data in good_files().items() if "/" not in name}


def test_good_files_are_read():
    for name, data in MADE.items():
        assert set(check(data)) == {"read"}, name


@pytest.mark.parametrize("seed", range(4))
def test_every_mutation_ends_in_a_result_or_a_sentence(seed):
    for mutation in mutations(MADE, 100, seed):
        began = time.process_time()
        check(mutation.data)
        assert time.process_time() - began < SECONDS, (mutation.name, mutation.change)


def test_a_seed_makes_the_same_mutations():
    assert list(mutations(MADE, 20, 5)) == list(mutations(MADE, 20, 5))
    assert list(mutations(MADE, 20, 5)) != list(mutations(MADE, 20, 6))


@pytest.mark.parametrize(
    "values",
    [{"seconds": 0.0}, {"metres": -1.0}, {"metres": float("nan")}, {"avg_hr": 300}, {"title": "x" * 201}],
    ids=str,
)
def test_what_is_unfit_to_be_stored_is_found(values):
    run = ParsedActivity("gpx", "running", START, 3000.0)
    check_values(FileResult("a", Kind.GPX, (run,)))
    with pytest.raises(AssertionError):
        check_values(FileResult("a", Kind.GPX, (replace(run, **values),)))


@pytest.mark.parametrize("change", sorted({change.__name__ for change in CHANGES}))
def test_every_change_is_tried(change):
    assert any(mutation.change == change for mutation in mutations(MADE, 200, 1))
