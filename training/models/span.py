"""How far back the picture of a history reaches."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from training.models.step import DAYS_A_WEEK


class Span(TextChoices):
    """The value is what addresses say."""

    WEEKS = "weeks", _("12 weeks")
    YEAR = "year", _("1 year")
    ALL = "all", _("All")

    @property
    def days(self) -> int:
        """0 for all."""
        return {Span.WEEKS: 84, Span.YEAR: 365, Span.ALL: 0}[self]

    @property
    def weeks(self) -> int:
        """Whole ones."""
        return self.days // DAYS_A_WEEK
