"""How much each muscle was trained: sets a muscle, those of movements in which it only helps counted half."""

from collections.abc import Mapping
from dataclasses import dataclass

# The usual way to count; nobody knows the true share.
HELPING_SHARE = 0.5
# One set a movement a week has held strength (E25); less than that has not been tried.
ENOUGH_A_WEEK = 1.0


@dataclass(frozen=True, slots=True)
class Roles:
    """The muscles that a movement trains, by slug: as its main work, and by the way."""

    main: frozenset[str]
    helping: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class MuscleSets:
    """Sets in which a muscle did the main work, and in which it helped."""

    main: float = 0
    helping: float = 0

    @property
    def counted(self) -> float:
        return self.main + HELPING_SHARE * self.helping


def sets_per_muscle(sets: Mapping[str, float], roles: Mapping[str, Roles]) -> dict[str, MuscleSets]:
    """The sets of each muscle that some movement of `roles` trains, untrained ones too, by slug; `sets` by movement.

    A pair of sets, one a leg, is one set. Raises KeyError for a movement without roles.
    """
    main, helping = dict[str, float](), dict[str, float]()
    for movement, number in sets.items():
        for muscle in roles[movement].main:
            main[muscle] = main.get(muscle, 0) + number
        for muscle in roles[movement].helping:
            helping[muscle] = helping.get(muscle, 0) + number
    muscles = frozenset[str]().union(*(role.main | role.helping for role in roles.values()))
    return {muscle: MuscleSets(main.get(muscle, 0), helping.get(muscle, 0)) for muscle in muscles}


def neglected(counts: Mapping[str, MuscleSets], roles: Mapping[str, Roles]) -> frozenset[str]:
    """Muscles that got less than one set in the week that `counts` tells of.

    Only of those that some movement is for: no movement is for the shins, so nobody neglects them.
    """
    meant = frozenset[str]().union(*(role.main for role in roles.values()))
    return frozenset(muscle for muscle in meant if counts[muscle].counted < ENOUGH_A_WEEK)
