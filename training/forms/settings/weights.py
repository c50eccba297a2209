"""What you lift with: the weights that you own, and whether squat and deadlift get heavy."""

import re
from datetime import date
from typing import Any

from crispy_forms.layout import Field
from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from training.forms.fields import NumberField, WrittenField
from training.forms.fields_only import FieldsOnly
from training.forms.settings.section import Section
from training.models import Runner
from training.models.past_sets import PastSets
from training.plan.progression import KILOGRAMS, POUNDS, Gate, phase_two
from training.units import IMPERIAL, Units
from training.wording.heavy import still_missing
from training.wording.measures import load_number, short_number

MOST_DUMBBELLS = 40
# A comma between digits is a decimal sign where no space follows.
BETWEEN = re.compile(r"[;\s]+|,\s+|,$")
ONE = re.compile(r"\d{1,3}([.,]\d{1,2})?")


class DumbbellsField(WrittenField):
    """Some weights: "4 6 8" or "4; 6; 8,5". Hands over floats, lightest first and each once."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"max_length": 300, **options})

    def to_python(self, value: Any) -> Any:
        words = [word for word in BETWEEN.split(str(value or "").strip()) if word]
        wrong = next((word for word in words if not ONE.fullmatch(word)), None)
        if wrong is not None:
            sentence = _("%(wrong)s is no weight. Write them with spaces between, such as 4 6 8.5 10.")
            raise ValidationError(sentence, params={"wrong": wrong})
        if len(words) > MOST_DUMBBELLS:
            raise ValidationError(_("At most %(most)s weights."), params={"most": MOST_DUMBBELLS})
        return sorted({float(word.replace(",", ".")) for word in words})


class WeightsSection(Section):
    """In the runner's unit on the page, in kilograms in the row; an empty field stands for what a gym usually has."""

    key = "weights"
    columns = ("bar_kg", "plate_kg", "dumbbell_step_kg", "dumbbells_kg")
    heading = _("Your weights")
    changes = _("Loads rise and fall to what you can really put on. What you leave empty is as in most gyms.")

    # Field, the column it is kept in, and the least and the most that is believable, in kilograms.
    LIMITS = (
        ("bar", "bar_kg", 1, 50),
        ("plate", "plate_kg", 0.25, 25),
        ("dumbbell_step", "dumbbell_step_kg", 0.25, 20),
    )
    HEAVIEST_DUMBBELL = 150

    class Meta:
        model = Runner
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        usual = POUNDS if self.units == IMPERIAL else KILOGRAMS
        labels = {
            "bar": (_("Bar (%(unit)s)"), usual.bar),
            "plate": (_("Smallest plate (%(unit)s)"), usual.plate),
            "dumbbell_step": (_("Step from one dumbbell to the next (%(unit)s)"), usual.dumbbell_step),
        }
        for name, (label, kg) in labels.items():
            hint = {"inputmode": "decimal", "placeholder": load_number(kg, self.units)}
            text = label % {"unit": self.units.load}
            self.fields[name] = NumberField(label=text, required=False, widget=forms.TextInput(hint))
        self.fields["dumbbells"] = DumbbellsField(
            label=_("Your dumbbells, if you have only a few (%(unit)s)") % {"unit": self.units.load},
            required=False,
            help_text=_("Each weight once, with spaces between. You need two of a kind where a movement takes a pair."),
        )
        for name, column, _least, _most in self.LIMITS:
            kg = getattr(self.instance, column)
            self.initial[name] = self._written(kg) if kg else ""
        self.initial["dumbbells"] = " ".join(self._written(kg) for kg in self.instance.dumbbells_kg)
        self.helper = FieldsOnly(self, *(Field(name) for name in self.fields))

    def _written(self, kg: float) -> str:
        """To the hundredth, so that saving what is shown changes nothing: 6.8 stays 6.8."""
        return short_number(kg / self.units.kg_per_load)

    @property
    def units(self) -> Units:
        runner: Runner = self.instance
        return runner.measures

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        for name, _column, least, most in self.LIMITS:
            value = data.get(name)
            if value is not None:
                self._believe(name, value, least, most)
        for value in data.get("dumbbells") or []:
            self._believe("dumbbells", value, 0.25, self.HEAVIEST_DUMBBELL)
        return data

    def _believe(self, name: str, value: float, least: float, most: float) -> None:
        if not least <= self.units.to_kg(value) <= most and not self.has_error(name):
            words = {"least": load_number(least, self.units), "most": load_number(most, self.units)}
            sentence = _now("Between %(least)s and %(most)s %(unit)s.") % {**words, "unit": self.units.load}
            self.add_error(name, sentence)

    def save(self, commit: bool = True) -> Runner:
        for name, column, _least, _most in self.LIMITS:
            value = self.cleaned_data[name]
            setattr(self.instance, column, None if value is None else self.units.to_kg(value))
        self.instance.dumbbells_kg = [self.units.to_kg(value) for value in self.cleaned_data["dumbbells"]]
        runner: Runner = super().save(commit)
        return runner


class HeavySection(Section):
    """Phase 2, which waits behind its gate whatever the runner ticks."""

    key = "heavy"
    columns = ("wants_heavy",)
    heading = _("Heavy squats and deadlifts")
    changes = _(
        "Sets of 4 to 6 with about 80 % of what you could lift once, two reps in reserve and two to three minutes of "
        "rest, with the loaded squats and deadlifts that you have done before. Heavy work has the best evidence for "
        "runners; it needs a body that is used to lifting."
    )
    evidence = ("E3", "E4")
    template = "training/_heavy_fields.html"

    class Meta:
        model = Runner
        fields = ["wants_heavy"]
        labels = {"wants_heavy": _("Lift heavy as soon as I am ready")}

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, today=today, **kwargs)
        self.today = today

    @cached_property
    def gate(self) -> Gate:
        """Two queries, made when it is shown."""
        return phase_two(PastSets.of(self.instance, self.today).state)

    def missing(self) -> list[str]:
        return still_missing(self.gate)
