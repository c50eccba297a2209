"""What the names of movements in other apps mean to a runner: as told before, else as their words say."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

from exercises.models import Variation
from exercises.models.translated import LANGUAGES, column
from training.models.custom import MovementTitle
from training.models.found_titles import titles_of
from training.models.imports import Import
from training.models.runner import Runner
from training.plan.progression.ladders import HELD, NEEDS
from training.plan.progression.weights import Held
from training.runfiles.movements import Proposal, by_hand, of_set, title_key
from training.runfiles.sets import ImportedSet

WEIGHTS = frozenset({"barbell", "dumbbells"})
NAMES = [column("name", language) for language in LANGUAGES]


@dataclass(frozen=True, slots=True)
class Meaning:
    """One of our variations, None for a movement that keeps its own name; and whether its loads are of one hand."""

    variation: Variation | None
    each_hand: bool = False


@dataclass(frozen=True, slots=True)
class Meanings:
    """The meaning of any set."""

    told: Mapping[str, MovementTitle]
    """What the runner said, by key."""
    variations: Mapping[tuple[str, str], Variation]
    """By the slugs of movement and variation, in the order of the guides; each with its movement."""
    names: Mapping[str, Variation]
    """By its own names in all languages, as `title_key` writes them: our files come back from watches."""
    _known: dict[str, Meaning] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, runner: Runner) -> Self:
        """Two queries."""
        variations = Variation.objects.select_related("exercise").order_by("exercise__position", "position")
        ours = {variation.pk: variation for variation in variations}
        told = {title.key: title for title in runner.movement_titles.all()}
        for title in told.values():
            title.variation = ours[title.variation_id] if title.variation_id else None
        return cls(
            told,
            {(one.exercise.slug, one.slug): one for one in ours.values()},
            {title_key(ImportedSet(title)): one for one in ours.values() for title in titles_in(one)},
        )

    def __getitem__(self, one: ImportedSet) -> Meaning:
        key = title_key(one)
        if key not in self._known:
            title = self.told.get(key)
            self._known[key] = Meaning(title.variation, title.each_hand) if title else self._proposed(one)
        return self._known[key]

    def _proposed(self, one: ImportedSet) -> Meaning:
        """By its words. What fits no variation exactly keeps its own name, until the runner says more."""
        if ours := self.names.get(title_key(one)):
            # With the whole load, as we count it.
            return Meaning(ours)
        variation = self.variation(of_set(one))
        return Meaning(variation, variation is not None and may_take_a_pair(variation) and by_hand(one.exercise))

    def asks(self, one: ImportedSet) -> bool:
        """Whether only the runner can say which variation it is, and has not yet."""
        return title_key(one) not in self.told and of_set(one) is not None and self[one].variation is None

    def variation(self, proposal: Proposal | None) -> Variation | None:
        if proposal is None or proposal.variation is None:
            return None
        return self.variations.get((proposal.movement, proposal.variation))


def titles_in(variation: Variation) -> list[str]:
    """Its name in every language that it has one in."""
    return [title for name in NAMES if (title := getattr(variation, name))]


def takes_a_pair(variation: Variation) -> bool:
    """Whether it is loaded with a dumbbell in each hand; apps count one of them, and we count both."""
    return HELD.get(variation.slug) is Held.PAIR


def needs_a_weight(variation: Variation) -> bool:
    """Whether nobody does it without one, so that a set without a load is one whose load was not told."""
    return bool(WEIGHTS & NEEDS.get(variation.slug, frozenset()))


def may_take_a_pair(variation: Variation) -> bool:
    """Whether dumbbells that it is done with are one in each hand: not where it is held with a single one, or a bar."""
    return HELD.get(variation.slug, Held.PAIR) is Held.PAIR


@dataclass(frozen=True, slots=True)
class Summary:
    """How many titles an import has, and what becomes of them."""

    titles: int = 0
    ours: int = 0
    """Mean one of our variations."""
    own: int = 0
    """Keep their own name."""
    asking: int = 0
    """Of these: are one of our movements by their words, and nobody has said in which variation, or that it is not."""


def summary(work: Import) -> Summary:
    """Three queries; one where there are no workouts."""
    found = titles_of(work)
    if not found:
        return Summary()
    meanings = Meanings.of(work.runner)
    ours = sum(meanings[title.example].variation is not None for title in found)
    return Summary(len(found), ours, len(found) - ours, sum(meanings.asks(title.example) for title in found))
