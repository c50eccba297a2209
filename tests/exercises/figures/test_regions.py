from itertools import chain

import pytest

from exercises.figures.regions import AROUND_BACK, AROUND_FRONT, BACK, BODY, FRONT, Outline
from tests.cases import for_every

from .anatomy import inside

WHOLE = [*BODY, *((-x, y) for x, y in reversed(BODY))]
REGIONS = [
    pytest.param(outline, id=f"{view} {slug} {number}")
    for view, regions in (("front", FRONT), ("back", BACK))
    for slug, outlines in regions.items()
    for number, outline in enumerate(outlines, 1)
]


@for_every("outline", REGIONS)
def test_a_muscle_lies_in_its_half_of_the_body(outline: Outline) -> None:
    assert all(x > 0 and inside((x, y), WHOLE) for x, y in outline)


@pytest.mark.parametrize("regions", [FRONT, BACK], ids=["front", "back"])
def test_no_muscle_lies_on_another(regions: dict[str, tuple[Outline, ...]]) -> None:
    outlines = [*chain(*regions.values()), *(AROUND_FRONT if regions is FRONT else AROUND_BACK)]
    for one in outlines:
        for other in outlines:
            assert one is other or not any(inside(point, list(other)) for point in one)


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("upper-back", "erectors"),
        ("erectors", "gluteus-maximus"),
        ("gluteus-medius", "gluteus-maximus"),
        ("gluteus-maximus", "hamstrings"),
        ("hamstrings", "calves"),
        ("calves", "soleus"),
    ],
)
def test_the_back_is_in_order_from_neck_to_heel(upper: str, lower: str) -> None:
    above, below = (min(y for outline in BACK[slug] for _, y in outline) for slug in (upper, lower))
    assert above < below
