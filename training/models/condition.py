"""How a runner is: ill, hurting or away, from a day on until it is over."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Self

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from training.models.session import Session
from training.plan.constraints import RED_PAIN
from training.plan.foresee import WEEKS_BACK
from training.plan.week import monday_of
from training.plan.wishes import Status

# A pain told after a session speaks for the week after it.
SESSION_PAIN_DAYS = 7

# From this many days on, a week tells nothing of the runner's ordinary weeks.
MOST_OF_A_WEEK = 4


class Sign(models.TextChoices):
    """What no training plan may overrule (E46): the first five are emergencies, the others want a clinician's eye."""

    CHEST = "chest", _("Pain or pressure in the chest")
    FAINTING = "fainting", _("Fainting, or nearly")
    BREATH = "breath", _("Sudden breathlessness")
    HEADACHE = "headache", _("A sudden, severe headache")
    CALF = "calf", _("One calf swollen and sore")
    BONE = "bone", _("Pain on one spot of a bone")
    REST = "rest", _("Pain at night, at rest or when walking")
    HOP = "hop", _("Pain when you hop on that leg")
    JOINT = "joint", _("A swollen joint, or one that locks or gives way")
    NERVE = "nerve", _("Numbness or weakness, or back pain with a change in bladder or bowel")
    WEEKS = "weeks", _("It has lasted for more than two weeks")
    ENERGY = "energy", _("Missed periods, or one stress injury after another")


EMERGENCIES = (Sign.CHEST, Sign.FAINTING, Sign.BREATH, Sign.HEADACHE, Sign.CALF)


class ConditionQuerySet(models.QuerySet["Condition"]):
    def open(self) -> Self:
        """What goes on without an end in sight."""
        return self.filter(ended_on=None)

    def since(self, day: date) -> Self:
        """What held on `day` or later."""
        return self.filter(Q(ended_on=None) | Q(ended_on__gt=day))


class Condition(models.Model):
    class Kind(models.TextChoices):
        ILL = "ill", _("Ill")
        PAIN = "pain", _("In pain")
        AWAY = "away", _("Away")

    class Side(models.TextChoices):
        LEFT = "left", _("Left")
        RIGHT = "right", _("Right")
        BOTH = "both", _("Both")

    runner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="conditions")
    kind = models.CharField(_("what it is"), max_length=4, choices=Kind)
    first = models.DateField(_("since"))
    # The first day on which it was over; None while it goes on.
    ended_on = models.DateField(_("over since"), null=True, blank=True)
    # When it was last told: a session finished later knows better.
    told_at = models.DateTimeField(_("told"))
    feverish = models.BooleanField(_("fever or symptoms below the neck"), default=False)
    pain = models.PositiveSmallIntegerField(_("pain"), null=True, blank=True, validators=[MaxValueValidator(10)])
    site = models.CharField(_("where"), max_length=60, blank=True)
    side = models.CharField(_("side"), max_length=5, choices=Side, blank=True)
    # Codes of Sign that the runner ticked.
    signs = models.JSONField(_("warning signs"), default=list, blank=True)

    objects = ConditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("condition")
        ordering = ["first", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["runner", "kind"], condition=Q(ended_on=None), name="condition_of_a_kind_open_once"
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("first")), name="condition_ends_after_it_begins"
            ),
            models.CheckConstraint(condition=Q(pain=None) | Q(pain__range=(0, 10)), name="condition_pain_0_to_10"),
            models.CheckConstraint(condition=~Q(kind="away") | Q(ended_on__isnull=False), name="away_has_an_end"),
        ]
        # What held lately, for the week ahead.
        indexes = [models.Index(fields=["runner", "first"], name="condition_of_runner_by_day")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.first}"

    def covers(self, day: date) -> bool:
        return self.first <= day and (self.ended_on is None or day < self.ended_on)

    @property
    def last(self) -> date | None:
        """The last day of it, where an end is known."""
        return self.ended_on - timedelta(days=1) if self.ended_on else None

    @property
    def stops(self) -> bool:
        """Whether it stops all strength: red flags, pain above 5, a fever (E43, E46, E27)."""
        return bool(self.signs) or (self.pain or 0) > RED_PAIN or (self.kind == self.Kind.ILL and self.feverish)

    @property
    def where(self) -> str:
        """left shin; what the runner wrote, with the side."""
        side = "" if self.side in ("", self.Side.BOTH) else str(self.get_side_display()).lower()
        return f"{side} {self.site}".strip()

    @property
    def is_emergency(self) -> bool:
        return bool({*self.signs} & {*EMERGENCIES})

    @property
    def interrupts(self) -> bool:
        """Whether running weeks with it are no ordinary weeks."""
        return self.kind != self.Kind.PAIN or self.stops


def status_of(conditions: Iterable[Condition], sessions: Sequence[Session], today: date) -> Status:
    """How the runner is today, from what was told and the pain of the last sessions."""
    told = list(conditions)
    now = [one for one in told if one.covers(today)]
    ill = next((one for one in now if one.kind == Condition.Kind.ILL), None)
    ended = None
    if ill is None:
        past = [one for one in told if one.kind == Condition.Kind.ILL and one.ended_on and one.ended_on <= today]
        ended = max(past, key=lambda one: one.ended_on or date.min, default=None)
    hurt = next((one for one in now if one.kind == Condition.Kind.PAIN), None)
    after = None if hurt else painful_session(told, sessions, today)
    return Status(
        ill=ill is not None,
        feverish=ill is not None and ill.feverish,
        ill_ended=ended.ended_on if ended else None,
        was_feverish=ended is not None and ended.feverish,
        worst_pain=(hurt.pain or 0) if hurt else (after.pain or 0) if after else 0,
        pain_site=hurt.where if hurt else "",
        red_flag=any(one.signs for one in now),
    )


def painful_session(conditions: Iterable[Condition], sessions: Iterable[Session], today: date) -> Session | None:
    """The last session done, where its pain is the latest word on pain and not a week old."""
    since = today - timedelta(days=SESSION_PAIN_DAYS)
    done = [one for one in sessions if one.is_done and one.pain is not None and since < one.day <= today]
    last = max(done, key=lambda one: (one.day, one.finished_at is not None, one.finished_at), default=None)
    if last is None or any(_knows_better(one, last) for one in conditions if one.kind == Condition.Kind.PAIN):
        return None
    return last


def _knows_better(told: Condition, session: Session) -> bool:
    if session.finished_at is None:
        return told.covers(session.day) or (told.ended_on or date.max) >= session.day
    return told.told_at > session.finished_at


def weeks_to_forget(conditions: Iterable[Condition], today: date) -> frozenset[date]:
    """The Mondays of the last weeks that were mostly spent ill, hurt or away."""
    interrupted = [one for one in conditions if one.interrupts]
    days = (today - timedelta(days=back) for back in range(7 * (WEEKS_BACK + 1)))
    mondays = [monday_of(day) for day in days if any(one.covers(day) for one in interrupted)]
    return frozenset(monday for monday in mondays if mondays.count(monday) >= MOST_OF_A_WEEK)


def days_away(conditions: Iterable[Condition], today: date, days: int) -> frozenset[date]:
    """The days of the next `days` on which the runner is away."""
    ahead = (today + timedelta(days=offset) for offset in range(days))
    away = [one for one in conditions if one.kind == Condition.Kind.AWAY]
    return frozenset(day for day in ahead if any(one.covers(day) for one in away))
