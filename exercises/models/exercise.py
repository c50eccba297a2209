from typing import Self

from django.db import models
from django.db.models import Prefetch, Q
from django.urls import reverse

from config.together import Together
from exercises.dose import Dose

from .evidence import Evidence
from .translated import Translated
from .variation import Variation, given_range, no_range
from .vocabulary import Equipment, Muscle


class ExerciseQuerySet(models.QuerySet["Exercise"]):
    def for_cards(self) -> Self:
        """With what a card shows: muscles."""
        return self.prefetch_related(Prefetch("muscle_links", ExerciseMuscle.objects.select_related("muscle")))

    def for_finding(self) -> Self:
        """With all that one is found by, in a constant number of queries."""
        return self.for_cards().prefetch_related(
            Prefetch("variations", Variation.objects.prefetch_related("equipment"))
        )

    def for_guides(self) -> Self:
        """With everything a guide shows, in a constant number of queries."""
        return self.for_finding().prefetch_related("steps", "cues", "mistakes", "cautions", "evidence")

    def all_guides(self) -> list["Exercise"]:
        """Every movement as `for_guides` gives it, in six queries: the lines of all guides are read together."""
        movements: list[Exercise] = list(self.for_finding().prefetch_related("evidence"))
        for name, lines in LINES.rows().items():
            for movement in movements:
                movement._prefetched_objects_cache[name] = [one for one in lines if one.exercise_id == movement.pk]  # type: ignore[attr-defined]
        return movements


class Exercise(models.Model):
    """A movement and its guide. Its dose is in reps, or in seconds where it is held; never both."""

    slug = models.SlugField(unique=True)
    position = models.PositiveSmallIntegerField()
    name = Translated(models.CharField(max_length=60))
    aliases = Translated(
        models.CharField(max_length=300, blank=True, help_text="Other names people search for, with commas.")
    )
    essence = Translated(models.CharField(max_length=200, help_text="The movement in one sentence."))
    in_30_seconds = Translated(models.TextField(help_text="What to read in the gym, just before the first set."))
    why = Translated(models.TextField(help_text="What it does for a runner."))
    setup = Translated(models.TextField())
    breathing = Translated(models.TextField())
    tempo = Translated(models.TextField())
    sets = models.PositiveSmallIntegerField()
    reps_low = models.PositiveSmallIntegerField(null=True, blank=True)
    reps_high = models.PositiveSmallIntegerField(null=True, blank=True)
    seconds_low = models.PositiveSmallIntegerField(null=True, blank=True)
    seconds_high = models.PositiveSmallIntegerField(null=True, blank=True)
    per_leg = models.BooleanField(default=False)
    rest_seconds = models.PositiveSmallIntegerField()
    dose_growth = Translated(models.TextField(help_text="How the dose grows."))
    muscles = models.ManyToManyField(Muscle, through="ExerciseMuscle", related_name="exercises")
    evidence = models.ManyToManyField(Evidence, related_name="exercises", blank=True)
    # When the guide last read otherwise than before, for sitemap.xml.
    changed_at = models.DateTimeField(auto_now=True)

    objects = ExerciseQuerySet.as_manager()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.CheckConstraint(condition=Q(sets__gte=1, sets__lte=10), name="exercise_sets_between_1_and_10"),
            models.CheckConstraint(
                condition=(given_range("reps") & no_range("seconds")) | (no_range("reps") & given_range("seconds")),
                name="exercise_dose_is_reps_or_seconds",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("exercises:guide", args=[self.slug])

    @property
    def timed(self) -> bool:
        """Held for seconds, not counted in reps."""
        return self.seconds_low is not None

    @property
    def dose(self) -> Dose:
        low, high = (self.seconds_low, self.seconds_high) if self.timed else (self.reps_low, self.reps_high)
        if low is None or high is None:
            raise ValueError(f"{self.slug} has neither reps nor seconds")
        return Dose(self.sets, low, high, timed=self.timed, per_leg=self.per_leg, rest_seconds=self.rest_seconds)

    @property
    def primary_muscles(self) -> list[Muscle]:
        return self._muscles(ExerciseMuscle.Role.PRIMARY)

    @property
    def secondary_muscles(self) -> list[Muscle]:
        return self._muscles(ExerciseMuscle.Role.SECONDARY)

    def _muscles(self, role: str) -> list[Muscle]:
        """In the order of the links, from what `for_cards` fetched."""
        return [link.muscle for link in self.muscle_links.all() if link.role == role]

    @property
    def equipment(self) -> list[Equipment]:
        """All that its ladder uses, each once; from what `for_finding` fetched."""
        things = {thing for variation in self.variations.all() for thing in variation.equipment.all()}
        return sorted(things, key=lambda thing: thing.position)


class ExerciseMuscle(models.Model):
    """How a movement trains a muscle: as its main work, or by the way."""

    class Role(models.TextChoices):
        PRIMARY = "primary"
        SECONDARY = "secondary"

    exercise = models.ForeignKey(Exercise, on_delete=models.CASCADE, related_name="muscle_links")
    muscle = models.ForeignKey(Muscle, on_delete=models.CASCADE, related_name="exercise_links")
    role = models.CharField(max_length=9, choices=Role)

    class Meta:
        ordering = ["exercise", "role", "muscle__position"]
        constraints = [
            models.UniqueConstraint(fields=["exercise", "muscle"], name="exercise_muscle_once"),
            models.CheckConstraint(
                condition=Q(role__in=["primary", "secondary"]), name="exercise_muscle_role_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.exercise}: {self.muscle} ({self.role})"


class Line(models.Model):
    """A numbered piece of a guide."""

    position = models.PositiveSmallIntegerField()

    class Meta:
        abstract = True
        ordering = ["exercise", "position"]


class Step(Line):
    """One thing to do, in order."""

    exercise = models.ForeignKey(Exercise, on_delete=models.CASCADE, related_name="steps")
    text = Translated(models.TextField())

    class Meta(Line.Meta):
        constraints = [models.UniqueConstraint(fields=["exercise", "position"], name="step_position_once")]

    def __str__(self) -> str:
        return self.text


class Cue(Line):
    """A few words to think of while moving."""

    exercise = models.ForeignKey(Exercise, on_delete=models.CASCADE, related_name="cues")
    text = Translated(models.CharField(max_length=120))

    class Meta(Line.Meta):
        constraints = [models.UniqueConstraint(fields=["exercise", "position"], name="cue_position_once")]

    def __str__(self) -> str:
        return self.text


class Mistake(Line):
    """What goes wrong, why it matters, and what to do instead."""

    exercise = models.ForeignKey(Exercise, on_delete=models.CASCADE, related_name="mistakes")
    looks_like = Translated(models.TextField())
    why_it_matters = Translated(models.TextField())
    instead = Translated(models.TextField())

    class Meta(Line.Meta):
        constraints = [models.UniqueConstraint(fields=["exercise", "position"], name="mistake_position_once")]

    def __str__(self) -> str:
        return self.looks_like


class Caution(Line):
    """When to leave the movement out or change it, and what to do then."""

    exercise = models.ForeignKey(Exercise, on_delete=models.CASCADE, related_name="cautions")
    when = Translated(models.CharField(max_length=120))
    instead = Translated(models.TextField())

    class Meta(Line.Meta):
        constraints = [models.UniqueConstraint(fields=["exercise", "position"], name="caution_position_once")]

    def __str__(self) -> str:
        return self.when


LINES = Together(
    lambda: {
        "steps": Step.objects.all(),
        "cues": Cue.objects.all(),
        "mistakes": Mistake.objects.all(),
        "cautions": Caution.objects.all(),
    }
)
