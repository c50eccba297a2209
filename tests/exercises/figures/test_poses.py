"""Every pose is one that a body can take, on the ground it stands on, at its start, at its deepest and on the way."""

import tomllib
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

import exercises
from exercises.figures.body import SHOULDERS, Skeleton, bearing, between, distance, skeleton
from exercises.figures.muscle_map import MUSCLES
from exercises.figures.pose import Arm, beyond_limits
from exercises.figures.poses import DRAWINGS
from exercises.figures.props import Barbell, Box
from exercises.figures.reach import Foot, Grip, planted
from exercises.figures.scene import Still
from tests.cases import for_every

from . import anatomy

every_still = for_every("still", anatomy.STILLS.values(), ids=anatomy.STILLS)
every_moment = for_every("still", anatomy.MOMENTS.values(), ids=anatomy.MOMENTS)
STEPPING = {"forward-lunge", "forearm-plank", "knee-plank"}
"""Variations whose near foot does not stay where it is."""


def deepest(movement: str, slug: str) -> Skeleton:
    return skeleton(DRAWINGS[movement][slug].deepest.pose)


@every_moment
def test_no_joint_is_bent_further_than_a_body_bends(still: Still) -> None:
    assert beyond_limits(still.pose) == []


@every_moment
def test_the_body_keeps_its_lengths(still: Still) -> None:
    assert anatomy.of_other_length(skeleton(still.pose)) == []


@every_still
def test_nobody_sinks_into_the_floor_or_into_furniture(still: Still) -> None:
    assert anatomy.through_floor_or_furniture(still) == []


@every_still
def test_the_weight_with_its_load_is_over_what_carries_it(still: Still) -> None:
    assert anatomy.out_of_balance(still) == []


@every_still
def test_a_bar_touches_the_body_and_does_not_enter_it(still: Still) -> None:
    assert anatomy.bar_faults(still) == []


@every_still
def test_a_barbell_stays_over_the_middle_of_the_foot(still: Still) -> None:
    assert anatomy.bar_off_the_foot(still) == []


@every_still
def test_hands_hold_what_is_there_to_be_held(still: Still) -> None:
    assert anatomy.hands_off(still) == []


@for_every(("movement", "slug"), [(m, v) for m, drawings in DRAWINGS.items() for v in drawings if v not in STEPPING])
def test_the_near_foot_stays_where_it_is(movement: str, slug: str) -> None:
    drawing = DRAWINGS[movement][slug]
    start, end = (skeleton(drawing.still(phase).pose).near_leg for phase in ("start", "deepest"))
    if slug == "leg-lift-plank":
        start, end = (skeleton(drawing.still(phase).pose).far_leg for phase in ("start", "deepest"))
    assert distance(start.ball, end.ball) < 2.5


STANDING = {
    name: still for name, still in anatomy.STILLS.items() if not name.startswith(("plank", "calf-raise"))
}  # fmt: skip


@for_every("still", STANDING.values(), ids=STANDING)
def test_the_foot_that_works_is_flat_on_the_ground_with_the_knee_over_it(still: Still) -> None:
    """Shins lean back while the hips are down in a bridge; else the knee is over the foot, or a little before it."""
    body = skeleton(still.pose)
    leg = body.near_leg
    assert [y - anatomy.ground(still, x) for x, y in (leg.heel, leg.ball)] == pytest.approx([0, 0], abs=0.3)
    assert (leg.heel[0] - 3 if body.pelvis_tilt > -40 else leg.heel[0] - 15) < leg.knee[0] < leg.toe[0] + 6


@every_moment
def test_the_spine_stays_near_neutral(still: Still) -> None:
    """A side plank begins with the hips down, bent to the side; nobody else bends."""
    assert abs(still.pose.spine) <= (35 if still.pose.front else 8)


SQUAT, LIFT = DRAWINGS["squat"]["back-squat"].deepest, DRAWINGS["deadlift"]["barbell-deadlift"].deepest
BROKEN = [
    pytest.param(anatomy.through_floor_or_furniture, replace(SQUAT, pose=replace(SQUAT.pose, hip=(-26.5, 42))),
                 "under the floor", id="feet under the floor"),
    pytest.param(anatomy.through_floor_or_furniture, replace(SQUAT, props=(Box(-60, 0, 60),)), "inside what stands",
                 id="hips in a box"),
    pytest.param(anatomy.out_of_balance, replace(SQUAT, pose=planted((-46, 60), Foot(8), Foot(8), tilt=5)), "weight at",
                 id="falling over backwards"),
    pytest.param(anatomy.out_of_balance, replace(SQUAT, pose=replace(SQUAT.pose, hip=(-26.5, 90))), "nothing carries",
                 id="floating"),
    pytest.param(anatomy.bar_faults, replace(LIFT, pose=planted((-33, 67), Foot(8), Foot(8), tilt=65,
                                                                hands=Grip((-1, 34)))),
                 "inside the shank", id="a bar through the shin"),
    pytest.param(anatomy.bar_off_the_foot, replace(LIFT, pose=planted((-33, 67), Foot(8), Foot(8), tilt=65,
                                                                      hands=Grip((14, 30)))),
                 "from the middle of the foot", id="a bar before the toes"),
    pytest.param(anatomy.hands_off, replace(SQUAT, pose=replace(SQUAT.pose, near_arm=Arm())), "near hand",
                 id="a bar that nobody holds"),
]  # fmt: skip


@pytest.mark.parametrize(("law", "still", "fault"), BROKEN)
def test_a_broken_pose_is_found(law, still: Still, fault: str) -> None:
    assert any(fault in found for found in law(still))


def test_a_stretched_limb_is_found() -> None:
    body = skeleton(SQUAT.pose)
    longer = replace(body, near_leg=replace(body.near_leg, knee=(30, 60)))
    assert len(anatomy.of_other_length(longer)) == 2


@pytest.mark.parametrize("movement", DRAWINGS)
def test_two_variations_of_a_movement_can_be_told_apart_when_small(movement: str) -> None:
    """In a card of 120 px some joint is 4 px away or something else stands there."""

    def joints(still: Still) -> list[tuple[float, float]]:
        body = skeleton(still.pose)
        legs, arms = (body.near_leg, body.far_leg), (body.near_arm, body.far_arm)
        return [
            *(at for leg in legs for at in (leg.knee, leg.ankle)),
            *(at for arm in arms for at in (arm.elbow, arm.grip)),
        ]

    for (one, first), (other, second) in combinations(DRAWINGS[movement].items(), 2):
        away = max(
            distance(a, b)
            for phase in ("start", "deepest")
            for a, b in zip(joints(first.still(phase)), joints(second.still(phase)), strict=True)
        )
        assert away * 120 / first.frame.width > 4 or first.start.props != second.start.props, f"{one} and {other}"


@pytest.mark.parametrize("movement", DRAWINGS)
def test_the_figure_tints_what_the_muscle_map_of_its_guide_fills(movement: str) -> None:
    guide = tomllib.loads((Path(exercises.__file__).parent / "guides" / f"{movement}.toml").read_text())
    primary, secondary = guide["muscles"]["primary"], guide["muscles"]["secondary"]
    default = next(iter(DRAWINGS[movement].values()))
    assert set(default.working) - {"soleus"} == set(primary)
    for drawing in DRAWINGS[movement].values():
        assert set(drawing.working) <= MUSCLES
        assert set(drawing.working) & {*primary, *secondary, "soleus"}


@pytest.mark.parametrize("slug", ["bodyweight-squat", "goblet-squat", "front-squat", "back-squat"])
def test_a_deep_squat_has_its_hips_at_knee_height_and_the_shin_as_steep_as_the_back(slug: str) -> None:
    body = deepest("squat", slug)
    assert body.hip[1] == pytest.approx(body.near_leg.knee[1], abs=6)
    shin = 180 - bearing(body.near_leg.ankle, body.near_leg.knee)
    assert shin == pytest.approx(body.pelvis_tilt, abs=15)


@pytest.mark.parametrize("slug", ["hip-hinge", "dumbbell-romanian-deadlift"])
def test_a_hinge_keeps_the_back_flat_and_the_shins_near_upright(slug: str) -> None:
    body = deepest("deadlift", slug)
    assert body.chest_tilt == body.pelvis_tilt >= 60
    assert abs(180 - bearing(body.near_leg.ankle, body.near_leg.knee)) < 10


def test_the_bar_on_the_floor_lies_on_its_plates() -> None:
    still = DRAWINGS["deadlift"]["barbell-deadlift"].deepest
    bar = next(prop for prop in still.props if isinstance(prop, Barbell))
    assert bar.centre(skeleton(still.pose))[1] == pytest.approx(bar.radius, abs=0.5)


@pytest.mark.parametrize("slug", sorted(DRAWINGS["lunge"]))
def test_a_deep_lunge_has_two_right_angles_an_upright_shin_and_the_rear_heel_up(slug: str) -> None:
    pose, body = DRAWINGS["lunge"][slug].deepest.pose, deepest("lunge", slug)
    assert pose.near_leg.knee == pytest.approx(90, abs=10)
    assert pose.far_leg.knee == pytest.approx(90, abs=15)
    assert abs(180 - bearing(body.near_leg.ankle, body.near_leg.knee)) < 8
    assert body.far_leg.heel[1] > 8


def test_a_bridge_at_the_top_is_one_line_from_knee_to_shoulder_over_upright_shins() -> None:
    body = deepest("glute-bridge", "two-leg-bridge")
    assert bearing(body.near_leg.knee, body.hip) == pytest.approx(bearing(body.hip, body.shoulder), abs=3)
    assert body.near_leg.knee[0] == pytest.approx(body.near_leg.ankle[0], abs=3)
    assert body.shoulder[1] < 12


def test_a_plank_is_one_line_from_ankle_to_shoulder_with_the_elbow_under_it() -> None:
    body = deepest("plank", "forearm-plank")
    assert bearing(body.near_leg.ankle, body.hip) == pytest.approx(bearing(body.hip, body.shoulder), abs=1)
    assert body.near_arm.elbow[0] == pytest.approx(body.shoulder[0], abs=1)


def test_a_side_plank_is_one_line_from_head_to_feet_with_one_side_over_the_other() -> None:
    body = deepest("plank", "side-plank")
    feet = between(body.near_leg.ankle, body.far_leg.ankle, 0.5)
    line = bearing(feet, body.hip)
    assert bearing(body.hip, body.shoulder) == pytest.approx(line, abs=1)
    assert bearing(body.shoulder, body.skull) == pytest.approx(line, abs=1)
    for lower, upper in ((body.far_leg.hip, body.near_leg.hip), (body.far_arm.shoulder, body.near_arm.shoulder)):
        assert (bearing(lower, upper) - line) % 360 == pytest.approx(90, abs=1)
    assert distance(body.near_leg.ankle, body.far_leg.ankle) < 11


def test_a_side_plank_is_carried_by_a_forearm_under_the_shoulder_and_only_the_hips_move() -> None:
    drawing = DRAWINGS["plank"]["side-plank"]
    low, high = skeleton(drawing.start.pose), skeleton(drawing.deepest.pose)
    assert high.far_arm.elbow[0] == pytest.approx(high.far_arm.shoulder[0], abs=1)
    for body in (low, high):
        assert body.far_arm.elbow[1] == pytest.approx(body.far_arm.wrist[1], abs=1)
    assert low.far_arm.elbow == pytest.approx(high.far_arm.elbow, abs=1)
    assert low.far_leg.ankle == pytest.approx(high.far_leg.ankle, abs=1)
    assert low.near_leg.ankle == pytest.approx(high.near_leg.ankle, abs=2)
    assert low.hip[1] < SHOULDERS + 5 < high.hip[1] - 10


def test_a_calf_raise_on_a_step_goes_from_below_its_edge_to_well_above() -> None:
    drawing = DRAWINGS["calf-raise"]["step-calf-raise"]
    step = next(prop for prop in drawing.start.props if isinstance(prop, Box))
    assert skeleton(drawing.start.pose).near_leg.heel[1] < step.top - 4
    assert skeleton(drawing.deepest.pose).near_leg.heel[1] > step.top + 10


@pytest.mark.parametrize("slug", sorted(DRAWINGS["step-up"]))
def test_a_step_up_ends_tall_on_the_leg_on_the_box(slug: str) -> None:
    still = DRAWINGS["step-up"][slug].deepest
    body = skeleton(still.pose)
    assert anatomy.ground(still, body.near_leg.ball[0]) > 0
    assert body.near_leg.heel[1] == pytest.approx(anatomy.ground(still, body.near_leg.heel[0]), abs=0.5)
    assert min(body.far_leg.toe[1], body.far_leg.heel[1]) > 10
    assert still.pose.near_leg.knee < 20
