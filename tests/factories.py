"""Rows for tests, believable by default."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import factory
from django.db import models

from exercises.models import Variation
from training.models import CustomMovement, CustomSet, Import, LoggedSet, Run, Runner, Session


class RunnerFactory(factory.django.DjangoModelFactory[Runner]):
    class Meta:
        model = Runner
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"runner{n}@example.com")
    time_zone = "Europe/Berlin"


class RunFactory(factory.django.DjangoModelFactory[Run]):
    """An easy run of 8 km in 48 minutes, on 2 March 2026 unless told."""

    class Meta:
        model = Run

    runner = factory.SubFactory(RunnerFactory)
    start = datetime(2026, 3, 2, 17, 0, tzinfo=UTC)
    time_zone = factory.SelfAttribute("runner.time_zone")
    seconds = 48 * 60.0
    metres = 8000.0
    kind = Run.Kind.EASY


class ImportFactory(factory.django.DjangoModelFactory[Import]):
    """An import that is done."""

    class Meta:
        model = Import

    runner = factory.SubFactory(RunnerFactory)
    created_at = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)
    told_at = factory.SelfAttribute("created_at")
    status = Import.Status.DONE


class SessionFactory(factory.django.DjangoModelFactory[Session]):
    """A session that is done, on 3 March 2026 unless told."""

    class Meta:
        model = Session

    runner = factory.SubFactory(RunnerFactory)
    day = datetime(2026, 3, 3, tzinfo=UTC).date()
    status = Session.Status.DONE
    workout = Session.Workout.A
    started_at = datetime(2026, 3, 3, 17, 0, tzinfo=UTC)
    finished_at = datetime(2026, 3, 3, 17, 35, tzinfo=UTC)


class LoggedSetFactory(factory.django.DjangoModelFactory[LoggedSet]):
    """Twelve squats with 20 kg; needs the guides to be loaded."""

    class Meta:
        model = LoggedSet

    session = factory.SubFactory(SessionFactory)
    variation = factory.LazyAttribute(lambda row: Variation.objects.get(exercise__slug="squat", is_default=True))
    exercise = factory.SelfAttribute("variation.exercise")
    position = 1
    number = factory.Sequence(lambda n: n % 3 + 1)
    reps = 12
    kg = 20.0
    logged_at = datetime(2026, 3, 3, 17, 10, tzinfo=UTC)
    changed_at = factory.SelfAttribute("logged_at")


class CustomMovementFactory(factory.django.DjangoModelFactory[CustomMovement]):
    class Meta:
        model = CustomMovement
        django_get_or_create = ("runner", "name")

    runner = factory.SubFactory(RunnerFactory)
    name = "Bench press"


class CustomSetFactory(factory.django.DjangoModelFactory[CustomSet]):
    """Eight bench presses with 60 kg in a workout of the runner's own; `name` is another movement."""

    class Meta:
        model = CustomSet

    class Params:
        name = "Bench press"

    session = factory.SubFactory(SessionFactory, workout=Session.Workout.OWN)
    movement = factory.SubFactory(
        CustomMovementFactory, runner=factory.SelfAttribute("..session.runner"), name=factory.SelfAttribute("..name")
    )
    position = 51
    number = factory.Sequence(lambda n: n % 100 + 1)
    reps = 8
    kg = 60.0


def for_bulk_insert(rows: Sequence[models.Model]) -> tuple[list[str], list[tuple[Any, ...]]]:
    """Columns and values of unsaved rows of one model, as `bulk_insert` takes them."""
    names = [field.attname for field in rows[0]._meta.concrete_fields if not isinstance(field, models.AutoField)]
    return names, [tuple(getattr(row, name) for name in names) for row in rows]
