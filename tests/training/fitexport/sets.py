"""Sets and sessions for the tests of FIT files: a believable one, and any at all."""

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from training.fitexport.content import DoneSession, Exercise, PlacedSet, StrengthSet

START = datetime(2026, 3, 3, 17, 0, tzinfo=UTC)

GOBLET = Exercise("Goblet squat", 28, 37)
SPLIT = Exercise("Split squat", 28)
SIDE_PLANK = Exercise("Side plank", 19, 66)
OWN = Exercise("Kopenhagener Stütz")

GOBLETS = StrengthSet(GOBLET, 12, 20.0, rest=75)
SPLITS = StrengthSet(SPLIT, 10, per_leg=True, rest=60)
HOLD = StrengthSet(SIDE_PLANK, 30, timed=True, per_leg=True, rest=45)
OWN_HOLD = StrengthSet(OWN, 20, timed=True, rest=30)

titles = st.text(st.characters(codec="utf-8", categories=["L", "N", "P"]), min_size=1, max_size=60)
exercises = st.builds(Exercise, titles, st.none() | st.integers(0, 32), st.none() | st.integers(0, 135))
strength_sets = st.builds(
    StrengthSet,
    exercises,
    st.integers(0, 300),
    st.none() | st.floats(0, 1000),
    timed=st.booleans(),
    per_leg=st.booleans(),
    rest=st.integers(0, 300),
)


@st.composite
def sessions(draw: st.DrawFn) -> DoneSession:
    """Any session: sets of any kind one after the other, with pauses or without."""
    start = START + timedelta(seconds=draw(st.integers(-800_000_000, 2_000_000_000)))
    at, placed = start, []
    for one, pause in draw(st.lists(st.tuples(strength_sets, st.integers(0, 600)), max_size=12)):
        at += timedelta(seconds=pause)
        placed.append(PlacedSet(one, at, one.seconds))
        at += timedelta(seconds=one.seconds)
    return DoneSession(
        title=draw(titles),
        serial=draw(st.integers(1, 2**32 - 1)),
        start=start,
        end=at + timedelta(seconds=draw(st.integers(0, 600))),
        utc_offset=timedelta(minutes=15 * draw(st.integers(-48, 56))),
        sets=tuple(placed),
        pounds=draw(st.booleans()),
    )
