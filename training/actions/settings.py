"""Saving settings, and what they change beyond a row."""

from django.db import transaction

from training.actions.runs import locked, reclassify
from training.forms.settings import Section


@transaction.atomic
def save_section(*, form: Section) -> None:
    """Store a valid section; another maximum heart rate makes other runs hard."""
    runner = locked(form.runner_id)
    form.save(commit=False).save(update_fields=form.columns)
    form.save_m2m()
    if "max_heart_rate" in form.changed_data:
        runner.max_heart_rate = form.cleaned_data["max_heart_rate"]
        reclassify(runner=runner)
