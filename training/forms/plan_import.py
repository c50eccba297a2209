"""Choosing the calendar file of a training plan, and deciding about its entries."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from training.actions.plan_imports import Choice, Entry
from training.ical.plans import MOST_BYTES
from training.models import PlannedRun, Race
from training.wording.plan import REFUSALS

# Questions about more different titles than these belong to a calendar of other things.
MOST_QUESTIONS = 60
KINDS = [*PlannedRun.Kind.choices, ("race", _("Race")), ("", _("Leave out"))]


class PlanFileForm(forms.Form):
    plan = forms.FileField(
        label=_("Calendar file"),
        error_messages={
            "required": _("Choose a calendar file first: a training plan exported as .ics."),
            "missing": _("Choose a calendar file first: a training plan exported as .ics."),
        },
        # An empty file has its own sentence from its reader.
        allow_empty_file=True,
        max_length=255,
    )

    def clean_plan(self) -> UploadedFile:
        plan: UploadedFile = self.cleaned_data["plan"]
        if (plan.size or 0) > MOST_BYTES:
            raise ValidationError(str(REFUSALS["too-large"]))
        return plan


@dataclass(frozen=True, slots=True)
class Question:
    """Entries with the same words, of which a person says what they are."""

    number: int
    entries: Sequence[Entry]

    @property
    def title(self) -> str:
        return self.entries[0].title

    @property
    def days(self) -> list[date]:
        return [entry.day for entry in self.entries]

    @property
    def proposal(self) -> str:
        """The kind that the words hint at; "" where they say nothing."""
        return self.entries[0].kind

    @property
    def field_name(self) -> str:
        return f"kind-{self.number}"


class PlanChoicesForm(forms.Form):
    """What to do with the entries of a plan: those understood are taken unless left out, the others as they are told.

    `known` are the UIDs that stand in the plan already: nothing is asked about them.
    """

    def __init__(self, *args: Any, entries: Sequence[Entry], known: Set[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        new = [entry for entry in entries if entry.uid not in known]
        self.known = len(entries) - len(new)
        self.strength = [entry for entry in new if entry.strength]
        self.understood = [entry for entry in new if entry.is_understood and not entry.strength]
        questions = _questions([entry for entry in new if not entry.is_understood and not entry.strength])
        self.questions, self.beyond = questions[:MOST_QUESTIONS], questions[MOST_QUESTIONS:]
        for number, entry in enumerate(self.understood):
            self.fields[f"out-{number}"] = forms.BooleanField(required=False)
            if entry.kind == "race":
                self.fields[f"priority-{number}"] = forms.ChoiceField(
                    choices=Race.Priority.choices, required=False, initial=Race.Priority.C, widget=forms.RadioSelect
                )
        for question in self.questions:
            self.fields[question.field_name] = forms.ChoiceField(
                choices=KINDS, required=False, initial=question.proposal, widget=forms.RadioSelect
            )

    def understood_rows(self) -> Iterator[tuple[Entry, forms.BoundField, forms.BoundField | None]]:
        """Each entry understood, with whether it is left out and, of a race, its priority."""
        for number, entry in enumerate(self.understood):
            yield entry, self[f"out-{number}"], self[f"priority-{number}"] if entry.kind == "race" else None

    def question_rows(self) -> Iterator[tuple[Question, forms.BoundField]]:
        for question in self.questions:
            yield question, self[question.field_name]

    def choices(self) -> Mapping[str, Choice]:
        """By UID; entries left out are not in it. Call it on a valid form."""
        data = self.cleaned_data
        chosen = {
            entry.uid: Choice(entry.kind, data.get(f"priority-{number}") or Race.Priority.C)
            for number, entry in enumerate(self.understood)
            if not data[f"out-{number}"]
        }
        for question in self.questions:
            if kind := data[question.field_name]:
                chosen |= {entry.uid: Choice(kind) for entry in question.entries}
        return chosen


def _questions(entries: Sequence[Entry]) -> list[Question]:
    """One question for all entries with the same words; those with a proposal first, then the most frequent."""
    alike: dict[tuple[object, ...], list[Entry]] = defaultdict(list)
    for entry in entries:
        alike[entry.title.casefold(), entry.kind, entry.metres, entry.minutes, entry.hard].append(entry)
    order = sorted(alike.values(), key=lambda group: (not group[0].kind, -len(group), group[0].day, group[0].title))
    return [Question(number, group) for number, group in enumerate(order)]
