"""Which days of a typical week suit strength: for anyone, and nothing is kept."""

from typing import Annotated, Any, Literal

from django.http import HttpRequest
from ninja import Router, Schema
from pydantic import Field

from training.api.schemas import Invalid, Strict
from training.plan.foresee import TypicalDay
from training.plan.recommend import recommend_week
from training.plan.week import Kind
from training.plan.wishes import Style, Wishes
from training.units import METRIC
from training.wording.days import say

router = Router(tags=["Recommendation"])

type Week[T] = Annotated[list[T], Field(min_length=7, max_length=7)]


class DayIn(Strict):
    run: Kind = Field(description="What is run on this day.")
    minutes: float | None = Field(None, ge=0, le=24 * 60, description="How long it takes, minutes.")
    km: float | None = Field(
        None, ge=0, le=500, description="How far it goes, kilometres; gives minutes where missing."
    )


class RaceIn(Strict):
    day: int = Field(ge=0, le=6, description="Its weekday, Monday = 0.")
    priority: Literal["A", "B", "C"] = "C"
    km: float | None = Field(None, gt=0, le=500)


class WeekIn(Strict):
    """A running week from Monday that repeats, and the wishes for strength in it."""

    days: Week[DayIn] = Field(description="Seven days from Monday.")
    target: int = Field(2, ge=1, le=3, description="Strength sessions a week.")
    style: Style = Style.EASY_DAYS
    available: Week[bool] = Field(default_factory=lambda: [True] * 7, description="Where strength may go, from Monday.")
    race: RaceIn | None = None
    history_sessions: int = Field(0, ge=0, le=100_000, description="Strength sessions ever done.")


class ReasonOut(Schema):
    rule: str
    text: str
    evidence: list[str]


class ChosenOut(Schema):
    day: int
    light: bool
    reasons: list[ReasonOut]


class RefusedOut(Schema):
    day: int
    reasons: list[ReasonOut]


class WhichDaysOut(Schema):
    chosen: list[ChosenOut]
    refused: list[RefusedOut]
    warnings: list[ReasonOut]
    cost: float


@router.post(
    "which-days",
    response={200: WhichDaysOut, 422: Invalid},
    summary="Which days of this week suit strength?",
    url_name="which-days",
)
def which_days(request: HttpRequest, week: WeekIn) -> dict[str, Any]:
    """The days for strength in a typical week, each with its reasons; nothing is stored."""
    found = recommend_week(
        [TypicalDay(day.run, day.minutes, day.km) for day in week.days],
        Wishes(
            target=week.target,
            style=week.style,
            available=frozenset(weekday for weekday, free in enumerate(week.available) if free),
        ),
        race=(week.race.day, week.race.priority, week.race.km) if week.race else None,
        history_sessions=week.history_sessions,
    )
    return {
        "chosen": [
            {
                "day": day.day.weekday(),
                "light": day.light is not None,
                "reasons": reasons_out([*([day.light] if day.light else []), *day.reasons, *day.advice]),
            }
            for day in found.chosen
        ],
        "refused": [{"day": day.day.weekday(), "reasons": reasons_out(day.reasons)} for day in found.refused],
        "warnings": reasons_out(found.warnings),
        "cost": round(found.cost, 2),
    }


def reasons_out(reasons: Any) -> list[dict[str, Any]]:
    return [{"rule": why.rule, "text": say(why, METRIC), "evidence": list(why.evidence)} for why in reasons]
