"""The days that were recommended to a runner, as they were shown, with their reasons and what they rested on."""

import json
from collections.abc import Collection, Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from training.plan.changes import Basis
from training.plan.recommend import DayAdvice, Recommendation
from training.plan.week import HORIZON, ComingWeek

if TYPE_CHECKING:
    from training.models.runner import Runner

# Days shown longer ago than this bind nobody.
STALE_AFTER = timedelta(days=HORIZON)


class ShownWeekQuerySet(models.QuerySet["ShownWeek"]):
    def current(self, today: date) -> "ShownWeek | None":
        """The last one of the past week."""
        return self.last_between(today - STALE_AFTER, today).first()

    def last_between(self, stale: date, today: date) -> Self:
        """The last one that was made after `stale`, up to today, for one runner."""
        lately = self.filter(made_on__gt=stale, made_on__lte=today).order_by("-made_on")
        return self.filter(pk__in=lately.values("pk")[:1])

    def recommended(self, first: date, last: date) -> frozenset[date]:
        """The days from `first` to `last` that stood recommended when they began; one query.

        Where nothing had been shown before a day, what was first shown on it counts.
        """
        rows = self.filter(made_on__gt=first - STALE_AFTER, made_on__lte=last).order_by("made_on")
        known = dict[date, bool]()
        for made_on, start, recommended in rows.values_list("made_on", "start", "recommended"):
            for day in (start + timedelta(days=number) for number in range(HORIZON)):
                if day > made_on or (day == made_on and day not in known):
                    known[day] = day.isoformat() in recommended
        return frozenset(day for day, chosen in known.items() if chosen and first <= day <= last)

    def keep(self, shown: "ShownWeek") -> None:
        """Store it as the one of its day, in place of an earlier one; two at once leave one. One statement."""
        ShownWeek.objects.bulk_create(
            [shown],
            update_conflicts=True,
            unique_fields=["runner", "made_on"],
            update_fields=["start", "days", "recommended", "basis"],
        )


class ShownWeek(models.Model):
    """A recommendation as the runner saw it last on a day."""

    runner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="shown_weeks")
    made_on = models.DateField(_("made on"))
    # Day 0 of its seven days.
    start = models.DateField(_("first day"))
    # An entry a day: {"day", "chosen", "light", "expected", "reasons": [rule, facts, evidence]}.
    days = models.JSONField(_("days"))
    # The chosen days alone, for the history of years: reasons weigh a hundred times as much.
    recommended = models.JSONField(_("recommended days"), default=list)
    # training.plan.changes.Basis
    basis = models.JSONField(_("what it rests on"))

    objects = ShownWeekQuerySet.as_manager()

    class Meta:
        verbose_name = _("recommendation shown")
        constraints = [models.UniqueConstraint(fields=["runner", "made_on"], name="shown_week_once_a_day")]

    def __str__(self) -> str:
        return f"{self.made_on}: {', '.join(str(day) for day in sorted(self.chosen))}"

    @classmethod
    def of(
        cls,
        runner: "Runner",
        made_on: date,
        week: ComingWeek,
        shown: Recommendation,
        basis: Basis,
        *,
        set_aside: Collection[date] = (),
    ) -> Self:
        """Unsaved. Days `set_aside` by the runner's own word are kept as chosen, so that the word can be taken back."""
        expected = {outlook.day: outlook.likeliest.value for outlook in week.days}
        days = [entry_of(advice, expected[advice.day], set_aside=advice.day in set_aside) for advice in shown.days]
        chosen = [entry["day"] for entry in days if entry["chosen"]]
        return cls(
            runner=runner, made_on=made_on, start=week.start, days=days, recommended=chosen, basis=basis.as_json()
        )

    def same_as(self, other: "ShownWeek") -> bool:
        """Whether the other shows the same on the same day, however the database wrote it."""
        return self._written() == other._written()

    def _written(self) -> tuple[date, str]:
        return self.made_on, json.dumps([self.days, self.basis], sort_keys=True)

    @property
    def until(self) -> date:
        """The last of its seven days."""
        return self.start + timedelta(days=HORIZON - 1)

    @property
    def chosen(self) -> frozenset[date]:
        """The days that were recommended, whatever the runner made of them."""
        return frozenset(date.fromisoformat(day) for day in self.recommended)

    def next_day(self, today: date) -> tuple[bool, list[dict[str, Any]]]:
        """Whether the first chosen day from today on is a light one, and the reasons for it where it is today."""
        for entry in self.days:
            day = date.fromisoformat(entry["day"])
            if entry["chosen"] and day >= today:
                return entry["light"], entry["reasons"] if day == today else []
        return False, []

    @property
    def expected(self) -> dict[date, str]:
        """What each of its days was to be."""
        return {date.fromisoformat(entry["day"]): entry["expected"] for entry in self.days}


def entry_of(advice: DayAdvice, expected: str, *, set_aside: bool) -> dict[str, Any]:
    return {
        "day": advice.day.isoformat(),
        "chosen": set_aside or (advice.chosen and not advice.own),
        "light": advice.light is not None,
        "expected": expected,
        "reasons": reasons_of(advice),
    }


def reasons_of(advice: DayAdvice) -> list[dict[str, Any]]:
    """All that is said of the day, for keeping."""
    said: Iterable = [*([advice.light] if advice.light else []), *advice.reasons, *advice.advice]
    return [reason.as_json() for reason in said]
