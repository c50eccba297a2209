"""What the names of movements in an import mean, title by title."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any

from django import forms
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from exercises.models import Exercise, Variation
from training.models import MovementTitle, Runner
from training.models.found_titles import FoundTitle
from training.models.movement_titles import Meaning, Meanings, may_take_a_pair, takes_a_pair
from training.runfiles.movements import by_hand, of_set
from training.wording.own_sets import amount_and_load
from training.wording.watch_exercises import movement_title

# A form has room for a thousand fields.
MOST_TITLES = 300
TITLE_LETTERS = 200

type Group = tuple[Exercise, list[Variation]]


class MovementTitlesForm(forms.Form):
    """Two fields a title: the variation that it means, empty where it keeps its own name, and whether loads are of one
    hand. A title that is not sent means what it meant.
    """

    def __init__(self, *args: Any, runner: Runner, found: Sequence[FoundTitle], meanings: Meanings) -> None:
        super().__init__(*args)
        self.runner, self.meanings = runner, meanings
        by_need = sorted(found, key=lambda title: (not meanings.asks(title.example), -title.sets, title.key))
        self.titles = by_need[:MOST_TITLES]
        self.left_out = len(by_need) - len(self.titles)
        self.variations = {str(one.pk): one for one in meanings.variations.values()}
        for title in self.titles:
            self.fields[f"means-{title.token}"] = forms.CharField(required=False)
            self.fields[f"hand-{title.token}"] = forms.BooleanField(required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for title in self.titles:
            name = f"means-{title.token}"
            if cleaned.get(name) and cleaned[name] not in self.variations:
                self.add_error(name, _("There is no such movement. Please choose again."))
        return cleaned

    def told(self) -> list[MovementTitle]:
        """What was said of each title that was sent, unsaved; of a valid form."""
        return [self._told(row) for row in self.rows if f"means-{row.token}" in self.data]

    def _told(self, row: "TitleRow") -> MovementTitle:
        variation = self.variations.get(self.cleaned_data[f"means-{row.token}"])
        pair = self.cleaned_data[f"hand-{row.token}"] if row.asks_for_hands else by_hand(row.name)
        return MovementTitle(
            runner=self.runner,
            title=row.name[:TITLE_LETTERS],
            key=row.title.key,
            variation=variation,
            # Of one dumbbell, or a bar, there is no second one to count.
            each_hand=pair and variation is not None and may_take_a_pair(variation),
        )

    @cached_property
    def groups(self) -> list[Group]:
        """The movements with their variations, in the order of the guides."""
        found = groupby(self.meanings.variations.values(), key=lambda one: one.exercise)
        return [(movement, list(rungs)) for movement, rungs in found]

    @property
    def rows(self) -> Iterator["TitleRow"]:
        return (TitleRow(self, title) for title in self.titles)

    @property
    def asking(self) -> list["TitleRow"]:
        """Those that only the runner can tell."""
        return [row for row in self.rows if row.asks]

    @property
    def ours(self) -> list["TitleRow"]:
        return [row for row in self.rows if not row.asks and row.meaning.variation]

    @property
    def own(self) -> list["TitleRow"]:
        """Those that keep their names."""
        return [row for row in self.rows if not row.asks and not row.meaning.variation]


@dataclass(frozen=True)
class TitleRow:
    """A title, what was done under it, and what it is taken for so far."""

    form: MovementTitlesForm
    title: FoundTitle

    @property
    def token(self) -> str:
        return self.title.token

    @property
    def name(self) -> str:
        return movement_title(self.title.example)

    @property
    def by_watch(self) -> bool:
        """A watch took it for this; nobody named it."""
        return not self.title.example.exercise

    @property
    def facts(self) -> str:
        """42 sets in 14 sessions, up to 5 @ 80 kg."""
        title = self.title
        sets = ngettext("%d set", "%d sets", title.sets) % title.sets
        most = amount_and_load(title, self.form.runner.measures)
        in_sessions = ngettext("in %d session", "in %d sessions", title.sessions) % title.sessions
        words = f"{sets} {in_sessions}"
        return gettext("%(sets)s, up to %(most)s") % {"sets": words, "most": most} if most else words

    @cached_property
    def asks(self) -> bool:
        return self.form.meanings.asks(self.title.example)

    @cached_property
    def meaning(self) -> Meaning:
        return self.form.meanings[self.title.example]

    @property
    def error(self) -> str:
        return str(next(iter(self.form.errors.get(f"means-{self.token}", ())), ""))

    @property
    def chosen(self) -> str:
        """The key of the variation that is selected; empty for its own name."""
        if self.form.is_bound:
            return str(self.form.data.get(f"means-{self.token}", ""))
        return str(self.meaning.variation.pk) if self.meaning.variation else ""

    @property
    def each_hand(self) -> bool:
        """Whether the tick is set, where there is one."""
        if self.form.is_bound:
            return bool(self.form.data.get(f"hand-{self.token}"))
        # Should the runner choose what is done with a pair.
        return self.meaning.each_hand or self.asks

    @property
    def asks_for_hands(self) -> bool:
        """Whether there is a tick: dumbbells that may be a pair."""
        variation = self.meaning.variation
        if variation is None:
            return self.asks and by_hand(self.name)
        return takes_a_pair(variation) or (by_hand(self.name) and may_take_a_pair(variation))

    @property
    def likely(self) -> Exercise | None:
        """The movement that it is by its words, where they do not say which variation."""
        proposal = of_set(self.title.example) if self.asks else None
        found = (movement for movement, _rungs in self.form.groups if proposal and movement.slug == proposal.movement)
        return next(found, None)

    @property
    def groups(self) -> list[Group]:
        """What can be chosen, the likely movement first."""
        likely = self.likely
        return sorted(self.form.groups, key=lambda group: group[0] != likely)
