"""What a reader asked the list of guides for; it stands in the address."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from .finding import NOTHING, Finder, Found, Wishes
from .models import Equipment, Exercise, Muscle, Variation

type Choices = list[tuple[str, str]]

KINDS = ("bodyweight", "per_leg")


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a wish, and how many movements fit with it and all else that is wished."""

    id: str
    name: str
    value: str
    label: str
    chosen: bool
    count: int

    @property
    def off(self) -> bool:
        """Nothing would be left. What is chosen can always be taken back."""
        return not self.count and not self.chosen


@dataclass(frozen=True, slots=True)
class WayOut:
    """A search that finds something where this one found nothing, as the address asks for it."""

    label: str
    query: str
    count: int


LEFT_OUT = {
    "equipment": _("With any equipment"),
    "level": _("In any version"),
    "bodyweight": _("With weights, too"),
    "per_leg": _("With both sides at once, too"),
    "muscle": _("For any muscle"),
}


class GuideFilter(forms.Form):
    """Bound to the query string; every field may be left out. Exercises are those of `for_finding`."""

    q = forms.CharField(label=_("Search"), required=False, max_length=100)
    bodyweight = forms.BooleanField(label=_("No weights"), required=False)
    per_leg = forms.BooleanField(label=_("One side at a time"), required=False)

    def __init__(self, data: QueryDict, exercises: Iterable[Exercise]) -> None:
        super().__init__(data, auto_id="filter-%s")
        self.asked = data
        self.exercises = list(exercises)
        variations = [variation for exercise in self.exercises for variation in exercise.variations.all()]
        things = {thing for variation in variations for thing in variation.equipment.all()}
        muscles = {link.muscle for exercise in self.exercises for link in exercise.muscle_links.all()}
        self.offered: dict[str, Choices] = {
            "equipment": [(NOTHING, str(_("Nothing"))), *_choices(things)],
            "level": [(level.value, str(level.label)) for level in Variation.Level],
            "muscle": _choices(muscles),
        }
        several, one = partial(forms.MultipleChoiceField, required=False), partial(forms.ChoiceField, required=False)
        self.fields["equipment"] = several(label=_("I have"), choices=self.offered["equipment"])
        self.fields["level"] = several(label=_("Version"), choices=self.offered["level"])
        self.fields["muscle"] = one(label=_("Muscle"), choices=self.offered["muscle"])

    @cached_property
    def understood(self) -> dict[str, Any]:
        """The fields that were understood; one that was not is left out, and its message is shown."""
        self.is_valid()
        return self.cleaned_data

    @cached_property
    def wishes(self) -> Wishes:
        return Wishes(
            equipment=frozenset(self.understood.get("equipment", ())),
            muscle=self.understood.get("muscle", ""),
            level=frozenset(self.understood.get("level", ())),
            bodyweight=self.understood.get("bodyweight", False),
            per_leg=self.understood.get("per_leg", False),
        )

    @cached_property
    def finder(self) -> Finder:
        return Finder(self.exercises, self.understood.get("q", ""))

    @cached_property
    def found(self) -> list[Found]:
        """The movements that fit, best first, each with the rungs that fit."""
        return self.finder.found(self.wishes)

    @property
    def narrowed(self) -> bool:
        """Something was asked for that could be understood."""
        return bool(self.finder.words) or self.wished

    @property
    def wished(self) -> bool:
        """Something other than words was asked for."""
        return self.wishes != Wishes()

    @property
    def unknown(self) -> tuple[str, ...]:
        """The words that mean nothing here."""
        return self.finder.answer.unknown

    @property
    def missed(self) -> bool:
        """What was found has only some of the words."""
        return bool(self.found) and self.finder.answer.missed

    @property
    def things(self) -> list[Option]:
        return self._options("equipment", self.wishes.equipment)

    @property
    def levels(self) -> list[Option]:
        return self._options("level", self.wishes.level)

    @property
    def muscles(self) -> list[Option]:
        return self._options("muscle", {self.wishes.muscle})

    @property
    def kinds(self) -> list[Option]:
        return [
            self._option(name, "on", str(self.fields[name].label), chosen=getattr(self.wishes, name)) for name in KINDS
        ]

    def _options(self, name: str, chosen: Iterable[str]) -> list[Option]:
        offered = self.offered[name]
        return [self._option(name, value, label, chosen=value in chosen) for value, label in offered]

    def _option(self, name: str, value: str, label: str, *, chosen: bool) -> Option:
        count = self.finder.count(self.wishes.choosing(name, value))
        return Option(f"filter-{name}-{value}", name, value, label, chosen, count)

    @cached_property
    def ways_out(self) -> list[WayOut]:
        """Each single wish that may be left out to find something, and words near to those that mean nothing."""
        return [way for way in (*self._without_one(), *self._other_words()) if way.count]

    def _without_one(self) -> Iterator[WayOut]:
        if self.finder.words and (self.wished or self.finder.answer.matches):
            label = gettext("Without “%(words)s”") % {"words": self.finder.words}
            yield WayOut(label, self._query("q"), self.finder.count(self.wishes, any_words=True))
        for name, left_out in LEFT_OUT.items():
            looser = self.wishes.without(name)
            if looser != self.wishes:
                yield WayOut(str(left_out), self._query(name), self.finder.count(looser))

    def _other_words(self) -> Iterator[WayOut]:
        for word in self.finder.nearest if not self.finder.answer.matches else ():
            yield WayOut(word, self._query("q", word), Finder(self.exercises, word).count(self.wishes))

    def _query(self, name: str, value: str = "") -> str:
        """The query string with another value of one field, or without it."""
        other = self.asked.copy()
        other.setlist(name, [value] if value else [])
        return other.urlencode()


def _choices(things: Iterable[Equipment | Muscle]) -> Choices:
    return [(thing.slug, thing.name) for thing in sorted(things, key=lambda thing: thing.position)]
