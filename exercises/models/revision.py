from uuid import uuid4

from django.conf import settings
from django.db import connection, models
from django.db.models import Q


class GuidesRevision(models.Model):
    """One number, in one row, that is another as soon as anything of the guides is: triggers see to it, whoever writes.

    The row is there only while every trigger is (training.triggers, ADR 15). Nothing in Python writes it.
    """

    number = models.BigIntegerField(default=0)
    # The digest of the triggers that are in place.
    triggers = models.CharField(max_length=64)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(pk=1), name="guides_revision_is_one_row")]

    def __str__(self) -> str:
        return str(self.number)

    @classmethod
    def current(cls) -> str:
        """What may be kept under, read before the guides are.

        A name that nothing is kept under where there are no triggers, in a transaction, whose changes come with its end
        or never, and where templates are being worked on.
        """
        if settings.DEBUG or connection.in_atomic_block:
            return uuid4().hex
        # The ORM takes as long to put this into words as all the rest of a guide's page.
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT number FROM {cls._meta.db_table}")
            row = cursor.fetchone()
        return str(row[0]) if row else uuid4().hex
