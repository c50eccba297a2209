"""What sets did for the muscles: the bridge from the movements' guides to training.plan.muscles."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from exercises.models import ExerciseMuscle, Muscle
from exercises.models.translated import columns
from training.plan.muscles import MuscleSets, Roles, neglected, sets_per_muscle


@dataclass(frozen=True, slots=True)
class TrainedMuscle:
    """A muscle with its sets; `neglected` where some movement is for it and it got less than one."""

    muscle: Muscle
    sets: MuscleSets
    neglected: bool


@dataclass(frozen=True, slots=True)
class MuscleWork:
    """Every muscle of the guides, most sets first."""

    rows: tuple[TrainedMuscle, ...]

    @classmethod
    def of(cls, sets: Mapping[str, float], links: list[ExerciseMuscle] | None = None) -> "MuscleWork":
        """From the sets of a week, or the mean of weeks, by movement slug; one query where no `links` are given."""
        links = muscle_links() if links is None else links
        roles = roles_of(links) | {movement: Roles(frozenset()) for movement in sets.keys() - _movements(links)}
        counts = sets_per_muscle(sets, roles)
        missed = neglected(counts, roles)
        muscles = {link.muscle.slug: link.muscle for link in links}
        rows = [TrainedMuscle(muscles[slug], count, slug in missed) for slug, count in counts.items()]
        return cls(tuple(sorted(rows, key=lambda row: (-row.sets.counted, row.muscle.position))))

    @property
    def trained(self) -> list[TrainedMuscle]:
        return [row for row in self.rows if row.sets.counted]

    @property
    def main(self) -> list[Muscle]:
        """Those that did the main work in some set."""
        return [row.muscle for row in self.rows if row.sets.main]

    @property
    def helping(self) -> list[Muscle]:
        """Those that helped and no more."""
        return [row.muscle for row in self.rows if row.sets.helping and not row.sets.main]

    @property
    def neglected(self) -> list[Muscle]:
        return [row.muscle for row in self.rows if row.neglected]

    @property
    def most(self) -> float:
        """The sets of the muscle that got most; the length of the longest bar."""
        return max((row.sets.counted for row in self.rows), default=0)


def muscle_links() -> list[ExerciseMuscle]:
    """What the guides say of every movement's muscles; one query."""
    links = ExerciseMuscle.objects.select_related("exercise", "muscle")
    named = [*columns("exercise__name"), *columns("muscle__name")]
    places = ["exercise__slug", "exercise__position", "muscle__slug", "muscle__position"]
    return list(links.only("role", *places, *named))


def roles_of(links: list[ExerciseMuscle]) -> dict[str, Roles]:
    """What each movement trains, by slug."""
    muscles: dict[tuple[str, str], set[str]] = defaultdict(set)
    for link in links:
        muscles[link.exercise.slug, link.role].add(link.muscle.slug)
    role = ExerciseMuscle.Role
    return {
        movement: Roles(
            frozenset(muscles[movement, role.PRIMARY]),
            frozenset(muscles[movement, role.SECONDARY]),
        )
        for movement in _movements(links)
    }


def _movements(links: list[ExerciseMuscle]) -> set[str]:
    return {link.exercise.slug for link in links}
