"""Numbers that are others as soon as anything is that a runner's pages show: triggers see to it, whoever writes.

Nothing in Python writes them. `training.triggers` says which tables are watched.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q


class RunnerRevision(models.Model):
    """One number for all that is a runner's; a table of its own, so that no write has to wait for the runner's row."""

    runner = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="+")
    number = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.number)


class GuidesRevision(models.Model):
    """One number for all guides, in one row, which is there only while every trigger is."""

    number = models.BigIntegerField(default=0)
    # The digest of the triggers that are in place. Code that wants others keeps nothing.
    triggers = models.CharField(max_length=64)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(pk=1), name="guides_revision_is_one_row")]

    def __str__(self) -> str:
        return str(self.number)
