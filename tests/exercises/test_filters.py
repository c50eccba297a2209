from collections.abc import Iterable

import pytest
from django.http import QueryDict

from exercises.filters import GuideFilter, Option
from exercises.models import Exercise

pytestmark = pytest.mark.django_db

QUERIES = [
    "",
    "q=calfs",
    "equipment=nothing",
    "equipment=bench&equipment=dumbbells",
    "level=easier",
    "level=easier&muscle=calves",
    "per_leg=on&bodyweight=on",
    "muscle=tibialis&q=bench",
    "q=barbell&equipment=nothing",
    "q=goblet&level=start",
]


def asked(query: str, exercises: Iterable[Exercise] | None = None) -> GuideFilter:
    return GuideFilter(QueryDict(query), exercises or Exercise.objects.for_finding())


def options(of: GuideFilter) -> list[Option]:
    return [*of.things, *of.levels, *of.kinds, *of.muscles]


def choosing(query: str, option: Option) -> str:
    """The query string after a reader chose the option, too."""
    other = QueryDict(query, mutable=True)
    values = other.getlist(option.name) if option.name in {"equipment", "level"} else []
    other.setlist(option.name, [*values, option.value])
    return other.urlencode()


@pytest.mark.parametrize("query", QUERIES)
def test_the_count_beside_an_option_is_what_choosing_it_gives(query: str) -> None:
    exercises = list(Exercise.objects.for_finding())
    offered = options(asked(query, exercises))
    assert len(offered) == 8 + 3 + 2 + 13
    for option in offered:
        assert option.count == len(asked(choosing(query, option), exercises).found), option


@pytest.mark.parametrize("query", QUERIES)
def test_an_option_is_off_where_it_would_leave_nothing_unless_it_is_chosen(query: str) -> None:
    for option in options(asked(query)):
        assert option.off == (option.count == 0 and not option.chosen)


@pytest.mark.parametrize(
    ("query", "off"),
    [
        ("", set()),
        ("level=easier&muscle=calves", {"upper-back", "hip-flexors"}),
        ("q=goblet", {"nothing", "chair", "wall", "stick", "step", "bench", "barbell", "easier", "start"}),
    ],
    ids=["nothing asked for", "a level", "a word"],
)
def test_only_what_gives_something_can_be_chosen(query: str, off: set[str]) -> None:
    assert off <= {option.value for option in options(asked(query)) if option.off}
    if not query:
        assert not any(option.off for option in options(asked(query)))


@pytest.mark.parametrize(
    ("query", "labels"),
    [
        ("q=barbell&equipment=nothing", ["Without “barbell”", "With any equipment"]),
        ("q=goblet&level=easier&bodyweight=on", ["Without “goblet”"]),
        ("level=easier&muscle=upper-back", ["In any version", "For any muscle"]),
        ("q=brij", ["bridge"]),
        ("q=swimming", []),
        ("q=swimming&level=easier", ["Without “swimming”"]),
    ],
    ids=[
        "either of two",
        "only the words",
        "no words",
        "a word that is near",
        "a word that is not",
        "that word and a wish",
    ],
)
def test_ways_out_of_an_empty_result(query: str, labels: list[str]) -> None:
    empty = asked(query)
    assert empty.found == []
    assert [way.label for way in empty.ways_out] == labels
    for way in empty.ways_out:
        assert way.count == len(asked(way.query).found) > 0


def test_a_wish_that_is_not_offered_leaves_the_others() -> None:
    assert len(asked("level=superhuman&muscle=tibialis").found) == 1


def test_only_what_a_ladder_uses_is_offered() -> None:
    Exercise.objects.get(slug="deadlift").variations.filter(slug="hip-hinge").delete()
    assert "stick" not in {option.value for option in asked("").things}
