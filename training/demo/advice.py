"""The days that were recommended to an invented runner, week by week, as the recommender would have told them."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from training.plan.foresee import REACH, foresee
from training.plan.load import Classified
from training.plan.recommend import recommend
from training.plan.week import monday_of
from training.plan.wishes import LOG_DAYS, StrengthLog, Wishes

WEEK = timedelta(weeks=1)
# What was shown in the last days would bind the days to come; they are left to the recommender itself.
ENDS_BEFORE = WEEK
# As many as a picture shows.
WEEKS = 12


def advice(
    known: Sequence[Classified], sessions: Collection[date], wishes: Wishes, until: date
) -> dict[date, list[date]]:
    """The days recommended on each Monday of the last `WEEKS` weeks, for the week that it begins.

    `known` are all runs, classified; `sessions` the days of all sessions. A week is foreseen with what came before its
    Monday alone.
    """
    found = {}
    last = monday_of(until - ENDS_BEFORE)
    for monday in (last - n * WEEK for n in range(WEEKS, 0, -1)):
        recent = [entry for entry in known if timedelta() < monday - entry.run.day <= REACH]
        done = [day for day in sessions if day < monday]
        if not recent or not done:
            continue
        log = StrengthLog(
            days=frozenset(day for day in done if (monday - day).days <= LOG_DAYS), ever=len(done), first=min(done)
        )
        week = foresee(recent, today=monday, first_log=known[0].run.day, session_days=log.days)
        found[monday] = [day.day for day in recommend(week, wishes, log).chosen]
    return found
