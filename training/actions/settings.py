"""Saving settings, and what they change beyond the runner's own row."""

from django.db import transaction

from training.actions.runs import locked, reclassify
from training.forms.settings import Section
from training.models import Runner


@transaction.atomic
def save_section(*, form: Section) -> Runner:
    """Store a valid section; another maximum heart rate makes other runs hard."""
    locked(form.instance.pk)
    runner: Runner = form.save(commit=False)
    runner.save(update_fields=form.columns)
    form.save_m2m()
    if "max_heart_rate" in form.changed_data:
        reclassify(runner=runner)
    return runner
