"""When each set was: as ticked where that can be, else as long as sets take."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.training.fitexport.sets import GOBLETS, HOLD, SPLITS, START, strength_sets
from training.fitexport.content import StrengthSet
from training.fitexport.timeline import Timeline, lay_out

NOON = START.replace(hour=12)
SESSION = [GOBLETS, GOBLETS, SPLITS, HOLD]


def at(*minutes: float) -> list[datetime]:
    return [START + timedelta(minutes=minute) for minute in minutes]


def laid_out(
    ticks: Sequence[float], *, end: float | None, sets: Sequence[StrengthSet] = SESSION, started: bool = True
) -> Timeline:
    return lay_out(
        sets,
        at(*ticks),
        start=START if started else None,
        end=None if end is None else at(end)[0],
        otherwise=NOON,
    )


def spans(timeline: Timeline) -> list[tuple[int, int]]:
    """Begin and end of each set in seconds of the session."""
    begins = [int((one.start - timeline.start).total_seconds()) for one in timeline.sets]
    return [(begin, begin + one.seconds) for begin, one in zip(begins, timeline.sets, strict=True)]


def test_a_set_ends_at_its_tick() -> None:
    timeline = laid_out([7, 9, 12, 15], end=17)
    assert spans(timeline) == [(384, 420), (504, 540), (660, 720), (840, 900)]
    assert (timeline.start, timeline.end) == (START, START + timedelta(minutes=17))


def test_sets_come_in_the_order_of_their_ticks() -> None:
    timeline = laid_out([7, 12, 9, 15], end=17)
    assert [one.set for one in timeline.sets] == [GOBLETS, SPLITS, GOBLETS, HOLD]


def test_a_quick_set_is_no_longer_than_there_was_time() -> None:
    """Twelve squats 20 seconds after the last: quick, but possible."""
    timeline = laid_out([7, 7 + 1 / 3, 12, 15], end=17)
    assert spans(timeline)[:2] == [(384, 420), (420, 440)]


def test_sets_ticked_together_share_the_time_since_the_tick_before() -> None:
    timeline = laid_out([7, 10, 10.05, 15], end=17)
    # The second squat rests and changes over (135 s) less than planned: 183 s hold 36 + 60 s of work.
    assert spans(timeline) == [(384, 420), (420, 456), (543, 603), (840, 900)]


def test_everything_ticked_at_the_end_is_spread_over_the_session() -> None:
    timeline = laid_out([30, 30.01, 30.02, 30.03], end=31)
    assert timeline.end == START + timedelta(minutes=31)
    ends = [end for _, end in spans(timeline)]
    assert ends[-1] == 1801
    assert ends == [1801 - 60 - 120 - 60 - 135 - 36 - 75, 1801 - 60 - 120 - 60 - 135, 1801 - 60 - 120, 1801]


def test_ticks_that_say_nothing_are_spread_over_the_session() -> None:
    """An import has one moment for all its sets: its start."""
    timeline = laid_out([0, 0, 0, 0], end=30)
    assert (timeline.start, timeline.end) == (START, START + timedelta(minutes=30))
    begun = [begin for begin, _ in spans(timeline)]
    # A warm-up of six minutes and pauses of 75, 135 and 120 s fill 1800 - 192 s, each 2.33 times as long; what rounding
    # leaves, 3 s, is in the warm-up.
    assert begun == [838 + 3, 841 + 36 + 174, 1051 + 36 + 314, 1401 + 60 + 279]


def test_a_session_opened_ticked_and_closed_at_one_go_was_before() -> None:
    timeline = laid_out([0.1, 0.2, 0.3, 0.4], end=1)
    needed = 360 + 36 + 75 + 36 + 135 + 60 + 120 + 60
    assert timeline.end == START + timedelta(minutes=1)
    assert timeline.start == timeline.end - timedelta(seconds=needed)
    assert spans(timeline) == [(360, 396), (471, 507), (642, 702), (822, 882)]


def test_a_session_entered_later_is_laid_out_from_noon() -> None:
    timeline = laid_out([500, 500, 500, 500], end=None, started=False)
    assert timeline.start == NOON
    assert spans(timeline)[0] == (360, 396)
    assert timeline.end == NOON + timedelta(seconds=882)


def test_a_finish_that_was_forgotten_is_not_the_end() -> None:
    assert laid_out([7, 9, 12, 15], end=14 * 60).end == START + timedelta(minutes=15)


def test_a_set_added_after_the_finish_belongs_to_it() -> None:
    timeline = laid_out([7, 9, 12, 3000], end=17)
    assert spans(timeline)[-1] == (960, 1020)


def test_a_session_left_open_with_ticks_that_say_nothing_takes_what_is_predicted() -> None:
    timeline = laid_out([0, 0, 0, 0], end=20 * 60)
    assert timeline.start == START
    assert timeline.end == START + timedelta(seconds=882)


@pytest.mark.parametrize("end", [17, None])
def test_a_session_without_sets_has_its_times(end: float | None) -> None:
    timeline = laid_out([], end=end, sets=[])
    assert (timeline.start, timeline.sets) == (START, ())
    assert timeline.end >= timeline.start


minutes = st.floats(-30, 120)


@given(
    st.lists(st.tuples(strength_sets, minutes), max_size=12),
    st.none() | st.floats(0, 300),
    st.booleans(),
)
def test_whatever_was_ticked_sets_follow_one_another_within_the_session(
    ticked: list[tuple[StrengthSet, float]], end: float | None, started: bool
) -> None:
    sets = [one for one, _ in ticked]
    timeline = laid_out([minute for _, minute in ticked], end=end, sets=sets, started=started)
    assert sorted(map(repr, sets)) == sorted(repr(one.set) for one in timeline.sets)
    found = spans(timeline)
    assert all(begin >= 0 for begin, _ in found)
    assert all(end <= begin for (_, end), (begin, _) in pairwise(found))
    assert not found or timeline.start + timedelta(seconds=found[-1][1]) <= timeline.end
    for one in timeline.sets:
        assert (
            one.seconds == one.set.seconds if one.set.timed else one.set.shortest - 1 <= one.seconds <= one.set.seconds
        )
