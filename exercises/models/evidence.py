from django.db import models
from django.utils.translation import gettext_lazy as _

from .translated import LANGUAGES, Translated, column

NUMBERS = [column("numbers", language) for language in LANGUAGES]


class Evidence(models.Model):
    """One finding that a rule or a text stands on, with its grade and where to read it.

    Only numbers that were read in the source are kept in `numbers`; a source that is cited from
    memory stands in `also_cited` and gives none. `checked` is false where no source was read at all.
    """

    class Section(models.TextChoices):
        WHY = "why", _("Why, how often, how heavy")
        INJURY = "injury", _("Strength and injury: be modest")
        SPACING = "spacing", _("Recovery and spacing")
        SAME_DAY = "same-day", _("Running and lifting on one day")
        SEASON = "season", _("Long runs, races and breaks")
        RUNS = "runs", _("Reading a running log")
        PROGRESS = "progress", _("Getting stronger, step by step")
        SYMPTOMS = "symptoms", _("Pain, warming up and warning signs")

    class Grade(models.TextChoices):
        A = "A", _("Meta-analysis, or several trials that agree")
        A_MINUS = "A-", _("Meta-analysis of small or mixed trials")
        B = "B", _("A few trials, or one large cohort")
        C_PLUS = "C+", _("Small trials that agree")
        C = "C", _("Small or indirect trials")
        C_D = "C/D", _("Little data, mostly coaching practice")
        D = "D", _("Expert opinion, or derived by us")

    number = models.CharField(max_length=4, unique=True, help_text="E11")
    order = models.PositiveSmallIntegerField(unique=True)
    section = models.CharField(max_length=10, choices=Section)
    claim = Translated(models.TextField(help_text="One plain sentence of our own."))
    numbers = Translated(models.TextField(blank=True, help_text="Only numbers that were read in the source."))
    grade = models.CharField(max_length=3, choices=Grade)
    grade_note = Translated(models.CharField(max_length=80, blank=True))
    source = models.TextField(blank=True, help_text="References that were read, at least in abstract.")
    also_cited = models.TextField(blank=True, help_text="References cited without checking their numbers.")
    url = models.URLField(blank=True)
    checked = models.BooleanField(default=False)

    class Meta:
        ordering = ["order"]
        verbose_name_plural = "evidence"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(**dict.fromkeys(NUMBERS, "")) | models.Q(checked=True),
                name="evidence_prints_only_checked_numbers",
            ),
            models.CheckConstraint(
                condition=~models.Q(source="") | models.Q(checked=False), name="evidence_checked_names_its_source"
            ),
            models.CheckConstraint(condition=~models.Q(source="", also_cited=""), name="evidence_has_a_reference"),
            models.CheckConstraint(
                condition=models.Q(grade__in=["A", "A-", "B", "C+", "C", "C/D", "D"]), name="evidence_grade_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.claim}"
