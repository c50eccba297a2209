"""The way between two poses is one that a body can go: what stands, stays; nothing jumps, nothing swings."""

from itertools import pairwise

import pytest

from exercises.figures.body import distance, skeleton
from exercises.figures.motion import still_between
from exercises.figures.poses import DRAWINGS
from exercises.figures.props import Barbell
from exercises.figures.timeline import Film
from tests.cases import for_every
from tests.exercises.figures import anatomy

FILMS = anatomy.FILMS
every_film = for_every("film", FILMS.values(), ids=FILMS)
WALKS = "lunge walking-lunge"
ON_THE_SPOT = {name: film for name, film in FILMS.items() if name != WALKS}
PLACES = [f"{side}_{limb}" for side in ("near", "far") for limb in ("leg.ankle", "leg.ball", "leg.heel", "arm.wrist")]


def track(film: Film, place: str) -> list[tuple[float, float]]:
    """Where a joint is in every still, in centimetres."""
    limb, joint = place.split(".")
    return [getattr(getattr(skeleton(still.pose), limb), joint) for still in film.stills]


@for_every("place", PLACES)
@for_every("film", ON_THE_SPOT.values(), ids=ON_THE_SPOT)
def test_a_foot_or_a_hand_that_ends_where_it_began_never_left(film: Film, place: str) -> None:
    points = track(film, place)
    begun, ended = points[0], points[-1]
    if distance(begun, ended) < 2.5 and not mirrored(film):
        assert max(min(distance(begun, point), distance(ended, point)) for point in points) < 2.5


def mirrored(film: Film) -> bool:
    """Whether it is done with one side and then with the other: then both ends are alike, and the middle is not."""
    return max(move.end for move in film.moves) > 1


@every_film
def test_nothing_jumps_from_one_still_to_the_next(film: Film) -> None:
    for place in (*PLACES, "near_leg.knee", "far_leg.knee", "near_arm.elbow", "far_arm.elbow"):
        steps = [distance(*pair) for pair in pairwise(track(film, place))]
        assert max(steps) < 17, place


@every_film
def test_no_elbow_and_no_knee_flips_over(film: Film) -> None:
    for limb, joint in (("near_leg", "knee"), ("far_leg", "knee"), ("near_arm", "elbow"), ("far_arm", "elbow")):
        bends = [getattr(getattr(still.pose, limb), joint) for still in film.stills]
        assert max(abs(a - b) for a, b in pairwise(bends)) < 25, (limb, joint)


@every_film
def test_nobody_goes_through_the_floor(film: Film) -> None:
    for still in film.stills:
        body = skeleton(still.pose)
        feet = [point for leg in (body.near_leg, body.far_leg) for point in (leg.heel, leg.ball, leg.toe)]
        assert min(y for _, y in feet) > -1.5


BARS = {
    name: film
    for name, film in FILMS.items()
    if any(isinstance(prop, Barbell) and prop.on != "hips" for prop in film.stills[0].props)
}


@pytest.mark.parametrize("film", BARS.values(), ids=BARS)
def test_a_bar_goes_straight_up_and_down_over_the_middle_of_the_foot(film: Film) -> None:
    bar = next(prop for prop in film.stills[0].props if isinstance(prop, Barbell))
    places = [bar.centre(skeleton(still.pose)) for still in film.stills]
    assert max(x for x, _ in places) - min(x for x, _ in places) < 4
    heights = [y for _, y in places]
    assert heights == sorted(heights, reverse=True)


def test_a_barbell_from_the_floor_passes_the_knees_in_front_of_them() -> None:
    for still in FILMS["deadlift barbell-deadlift"].stills:
        body = skeleton(still.pose)
        if abs(body.near_arm.grip[1] - body.near_leg.knee[1]) < 6:
            assert body.near_arm.grip[0] - body.near_leg.knee[0] > 3


def test_calves_rise_and_the_palm_stays_on_the_wall() -> None:
    film = FILMS["calf-raise step-calf-raise"]
    wrists, heels = track(film, "near_arm.wrist"), [y for _, y in track(film, "near_leg.heel")]
    assert max(distance(wrists[0], wrist) for wrist in wrists) < 0.1
    assert heels == sorted(heels)
    assert heels[-1] - heels[0] > 12


def test_a_rear_foot_steps_back_through_the_air_and_lands_before_the_hips_are_down() -> None:
    film = FILMS["lunge reverse-lunge"]
    balls, hips = track(film, "far_leg.ball"), [still.pose.hip[1] for still in film.stills]
    assert max(y for _, y in balls) > 6
    landed = next(index for index, (x, _) in enumerate(balls) if abs(x - balls[-1][0]) < 1)
    assert hips[landed] - hips[-1] > 10


def test_both_ends_of_the_way_are_the_poses_themselves() -> None:
    drawing = DRAWINGS["squat"]["goblet-squat"]
    for part, still in ((0, drawing.start), (1, drawing.deepest)):
        assert still_between(drawing.start, drawing.deepest, part).pose == still.pose


def test_whoever_planks_on_the_knees_moves_the_hips_alone() -> None:
    film = FILMS["plank knee-plank"]
    for place in ("near_leg.knee", "far_leg.knee", "near_arm.elbow", "near_arm.wrist"):
        points = track(film, place)
        assert max(distance(points[0], point) for point in points) < 0.5, place
    heights = [still.pose.hip[1] for still in film.stills]
    assert heights == sorted(heights, reverse=True)
