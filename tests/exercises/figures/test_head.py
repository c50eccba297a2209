from exercises.figures.body import skeleton
from exercises.figures.head import BUN, FACE, HAIR, head
from exercises.figures.pose import Leg, Pose


def test_a_head_is_an_eighth_of_the_body_or_a_little_more() -> None:
    """Seven and a half heads make a body of artists' proportions; with hair it is seven."""
    height = 172 / (max(y for _, y in HAIR) - min(y for _, y in FACE))
    assert 6.8 < height < 7.6


def test_the_face_looks_ahead_and_the_bun_is_behind_the_crown() -> None:
    assert max(FACE)[0] > max(HAIR)[0]
    assert max(x for x, _ in BUN) < 0


def test_a_nod_turns_the_whole_head() -> None:
    level, nodding = (head(skeleton(Pose((0, 92), Leg(), Leg(), head=nod))) for nod in (0, 20))
    assert level.count("<path") == nodding.count("<path") == 8
    assert all(one != other for one, other in zip(level.split("/>")[:-1], nodding.split("/>")[:-1], strict=True))
