"""What a section of the settings is."""

from datetime import date
from typing import Any

from crispy_forms.layout import Field
from django import forms
from django.db.models import Model
from django.utils.functional import Promise

from training.forms.fields_only import PILLS, FieldsOnly
from training.models import Runner


class Section(forms.ModelForm):
    """One section: `key` names it in the form, `heading` on the page, `changes` says what it does to the plan."""

    key: str
    heading: str | Promise
    changes: str | Promise
    evidence: tuple[str, ...] = ()
    # The columns that a section writes: no other is touched, whatever another device saves meanwhile.
    columns: tuple[str, ...]
    # Whether other sections look otherwise after it: then the page is loaded anew.
    whole_page = False
    template = "training/_section_fields.html"
    buttons = "training/_section_buttons.html"

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        """`today` is the runner's day, for sections that say how things stand."""
        kwargs["auto_id"] = f"id_{self.key}_%s"
        super().__init__(*args, **kwargs)
        pills = [Field(name, template=PILLS) if _is_radio(field) else name for name, field in self.fields.items()]
        self.helper = FieldsOnly(self, *pills)

    @classmethod
    def row_of(cls, runner: Runner) -> Model:
        """The row that a section shows: the runner's own, unless the section is of another table."""
        return runner

    @classmethod
    def row_to_change(cls, runner: Runner) -> Model:
        """The same, surely stored and with nothing that the request has put into it."""
        return Runner.objects.get(pk=runner.pk)

    @property
    def runner_id(self) -> int:
        return self.instance.pk if isinstance(self.instance, Runner) else self.instance.runner_id


class SectionOfItsOwn(Section):
    """A section of a table with at most one row a runner."""

    @classmethod
    def row_of(cls, runner: Runner) -> Model:
        model = cls._meta.model
        return model._default_manager.filter(runner=runner).first() or model(runner=runner)

    @classmethod
    def row_to_change(cls, runner: Runner) -> Model:
        return cls._meta.model._default_manager.get_or_create(runner=runner)[0]


def _is_radio(field: forms.Field) -> bool:
    return isinstance(field.widget, forms.RadioSelect)
