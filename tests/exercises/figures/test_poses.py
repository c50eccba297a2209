"""Every pose is one that a body can take, on the ground it stands on."""

import pytest

from exercises.figures.body import (
    FOREARM,
    SHANK,
    SHOULDERS,
    THIGH,
    Skeleton,
    bearing,
    between,
    centre_of_mass,
    distance,
    offset,
    skeleton,
)
from exercises.figures.pose import beyond_limits
from exercises.figures.poses import DRAWINGS
from exercises.figures.props import Barbell, Bench, Box
from exercises.figures.scene import Still

STILLS = {
    f"{movement} {slug} {phase}": drawing.still(phase)
    for movement, drawings in DRAWINGS.items()
    for slug, drawing in drawings.items()
    for phase in ("start", "deepest")
}
every_still = pytest.mark.parametrize("still", STILLS.values(), ids=STILLS)
LYING = {name: still for name, still in STILLS.items() if name.startswith(("glute-bridge", "plank"))}
UPRIGHT = {name: still for name, still in STILLS.items() if name not in LYING}


def ground(still: Still, x: float) -> float:
    """How high the ground is at x, on a box or on the floor."""
    return max((prop.top for prop in still.props if isinstance(prop, Box) and prop.left <= x <= prop.right), default=0)


def touching(still: Still, body: Skeleton) -> list[float]:
    """Where the feet touch the ground, with an edge too, or with their laces a bench: x in centimetres."""
    legs = (body.near_leg, body.far_leg)
    points = [point for leg in legs for point in (leg.heel, leg.ball, leg.toe)]
    if still.pose.front:
        points += [offset(leg.ball, leg.pitch, across, 0) for leg in legs for across in (-5, 5)]
    benches = [prop for prop in still.props if isinstance(prop, Bench)]
    on_bench = [x for x, y in points for at in benches if at.left <= x <= at.right and at.top - 1 <= y <= at.top + 12]
    return [x for x, y in points if abs(y - ground(still, x)) < 1.2] + on_bench


def deepest(movement: str, slug: str) -> Skeleton:
    return skeleton(DRAWINGS[movement][slug].deepest.pose)


@every_still
def test_no_joint_is_bent_further_than_a_body_bends(still: Still) -> None:
    assert beyond_limits(still.pose) == []


@every_still
def test_a_foot_or_a_knee_is_planted_and_nothing_is_under_the_ground(still: Still) -> None:
    body = skeleton(still.pose)
    assert touching(still, body) or body.near_leg.knee[1] < 8
    for leg in (body.near_leg, body.far_leg):
        assert leg.knee[1] >= 5
        assert all(y >= ground(still, x) - 0.6 for x, y in (leg.heel, leg.ball, leg.toe))
    for arm in (body.near_arm, body.far_arm):
        assert arm.elbow[1] >= 3
        assert arm.grip[1] >= 2


@pytest.mark.parametrize("still", UPRIGHT.values(), ids=UPRIGHT)
def test_the_weight_with_its_load_is_over_the_feet(still: Still) -> None:
    body = skeleton(still.pose)
    loads = [load for prop in still.props for load in prop.loads(body)]
    feet = touching(still, body)
    assert min(feet) <= centre_of_mass(body, loads)[0] <= max(feet)


@every_still
def test_thigh_shank_and_forearm_keep_their_length(still: Still) -> None:
    body = skeleton(still.pose)
    for leg in (body.near_leg, body.far_leg):
        assert distance(leg.hip, leg.knee) == pytest.approx(THIGH)
        assert distance(leg.knee, leg.ankle) == pytest.approx(SHANK)
    for arm, angles in ((body.near_arm, still.pose.near_arm), (body.far_arm, still.pose.far_arm)):
        if angles.turn == 0:
            assert distance(arm.elbow, arm.wrist) == pytest.approx(FOREARM)


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


BARBELLS = {name: still for name, still in UPRIGHT.items() if any(isinstance(prop, Barbell) for prop in still.props)}


@pytest.mark.parametrize("still", BARBELLS.values(), ids=BARBELLS)
def test_a_barbell_stays_over_the_middle_of_the_foot(still: Still) -> None:
    body = skeleton(still.pose)
    bar = next(prop for prop in still.props if isinstance(prop, Barbell)).centre(body)
    middle = (body.near_leg.heel[0] + body.near_leg.toe[0]) / 2
    assert bar[0] == pytest.approx(middle, abs=4)


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
def test_a_step_up_drives_off_the_box_alone(slug: str) -> None:
    still = DRAWINGS["step-up"][slug].deepest
    body = skeleton(still.pose)
    assert ground(still, body.near_leg.ball[0]) > 0
    assert min(body.far_leg.toe[1], body.far_leg.heel[1]) > 2
