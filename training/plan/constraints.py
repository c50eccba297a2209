"""What may not be: days that are out (H1-H5), sessions that must be light (H2, H3), the most that is wise (H6, H7).

None of these is ever relaxed: not for a target, not for a preference. Two strength days in a row within the horizon
(H4) are ruled out where the sets of days are made.
"""

from collections.abc import Iterator, Set
from datetime import date, timedelta

from training.plan.costs import minutes_left
from training.plan.own_days import OwnDays
from training.plan.rules import Reason, because
from training.plan.week import ComingWeek, Kind, Outlook, Race
from training.plan.wishes import LEAST_MINUTES, LOG_DAYS, Status, StrengthLog, Wishes

RED_PAIN = 5  # above it (E43)
AMBER_PAIN = 3

# Days before a race of each priority: without strength, and then with light strength only (E23).
OUT_BEFORE = {"A": 4, "B": 2, "C": 1}
LIGHT_BEFORE = {"A": 7, "B": 3, "C": 0}
NO_LOAD_INCREASE_BEFORE = {"A": 14, "B": 0, "C": 0}

# Days without strength after a race up to so many kilometres (E24), with the 2.5 % that a course or a watch may be off.
OUT_AFTER = ((10.25, 1), (21.63, 2), (43.25, 6), (float("inf"), 9))
UNKNOWN_RACE_KM = 21.0975
FIRST_AFTER_RACE_WITHIN = 14

NEWCOMER_SESSIONS = 6
NEWCOMER_DAYS = 28
LAYOFF_DAYS = 21
AFTER_ILLNESS_DAYS = 7
FIRST_AFTER_ILLNESS_WITHIN = 14

# Days without strength from the first well day on, after a fever or symptoms below the neck (E27: 24 to 48 hours).
FREE_AFTER_FEVER = 2


def stopped_by(status: Status) -> Reason | None:
    """H5: what rules out every day and calls for the safety card. It carries no numbers."""
    if status.red_flag:
        return because("red-flag")
    if status.worst_pain > RED_PAIN:
        return because("red-pain", site=status.pain_site)
    return because("fever") if status.feverish else None


def out_by_day(
    week: ComingWeek, wishes: Wishes, log: StrengthLog, status: Status, own: OwnDays
) -> tuple[Reason | None, ...]:
    """For each of the seven days why it is out, or None where strength may go."""
    stop = stopped_by(status)
    sessions = log.days | own.kept
    return tuple(
        stop
        or own.no(outlook.day)
        or _illness_no(outlook.day, status)
        or _own_no(outlook, wishes)
        or _race_no(outlook, week.races)
        or _session_no(outlook.day, sessions - (own.kept & {outlook.day}))
        for outlook in week.days
    )


def _illness_no(day: date, status: Status) -> Reason | None:
    """H5, E27: after a fever, two days without symptoms come first."""
    well = status.ill_ended
    if not status.was_feverish or well is None or not 0 <= (day - well).days < FREE_AFTER_FEVER:
        return None
    return because("just-well-again", well_on=well)


def _own_no(outlook: Outlook, wishes: Wishes) -> Reason | None:
    """H1: the runner's own no, or too little time after the run."""
    if outlook.day.weekday() not in wishes.available:
        return because("not-available")
    left = minutes_left(outlook, wishes)
    if left >= LEAST_MINUTES:
        return None
    return because("no-time-left", minutes=max(0.0, left), run_minutes=outlook.minutes, least_minutes=LEAST_MINUTES)


def _race_no(outlook: Outlook, races: tuple[Race, ...]) -> Reason | None:
    """H2 and H3: race day, the days before it and the days after it."""
    for race in races:
        ahead = (race.day - outlook.day).days
        if ahead == 0:
            return because("race-day", km=race.km, priority=race.priority)
        if 0 < ahead <= OUT_BEFORE[race.priority]:
            return because("race-soon", **_race_facts(race, ahead))
        if 0 < -ahead <= _days_out_after(race):
            return because("race-just-run", **_race_facts(race, -ahead))
    if outlook.chance(Kind.RACE) >= 0.5:
        return because("race-day", km=None, priority=None)
    return None


def _session_no(day: date, sessions: Set[date]) -> Reason | None:
    """H4 towards the sessions done and those the runner put there: no day beside one, nor a second one on its day."""
    near = min(sessions, key=lambda done: (abs((day - done).days), done), default=None)
    if near is None or abs((day - near).days) >= 2:
        return None
    return because("too-soon-after-session", session_on=near, days=(day - near).days)


def _days_out_after(race: Race) -> int:
    km = UNKNOWN_RACE_KM if race.km is None else race.km
    return next(days for most_km, days in OUT_AFTER if km <= most_km)


def _race_facts(race: Race, days: int) -> dict[str, object]:
    return {"race_on": race.day, "km": race.km, "priority": race.priority, "days": days}


def light_before_race(day: date, races: tuple[Race, ...]) -> Reason | None:
    """H2: five to seven days before an A race and three before a B race, strength is light."""
    for race in races:
        ahead = (race.day - day).days
        if OUT_BEFORE[race.priority] < ahead <= LIGHT_BEFORE[race.priority]:
            return because("light-before-race", **_race_facts(race, ahead))
    return None


def no_load_increase(day: date, races: tuple[Race, ...]) -> Reason | None:
    """H2: eight to fourteen days before an A race, no load goes up."""
    for race in races:
        ahead = (race.day - day).days
        if LIGHT_BEFORE[race.priority] < ahead <= NO_LOAD_INCREASE_BEFORE[race.priority]:
            return because("no-load-increase-before-race", **_race_facts(race, ahead))
    return None


def light_after_break(day: date, previous: date | None, races: tuple[Race, ...], status: Status) -> Reason | None:
    """Why a session on this day, `previous` being the one before it, is light: the first since a race or an illness.

    H3 for races; illness after E27.
    """
    for race in reversed(races):
        since = (day - race.day).days
        if 0 < since <= FIRST_AFTER_RACE_WITHIN and (previous is None or previous <= race.day):
            return because("light-after-race", **_race_facts(race, since))
    ended = status.ill_ended
    if ended is not None and ended <= day and (previous is None or previous < ended):
        since = (day - ended).days
        if since <= FIRST_AFTER_ILLNESS_WITHIN:
            return because("light-after-illness", days=since)
    return None


def most_sessions(
    week: ComingWeek, wishes: Wishes, log: StrengthLog, status: Status, spike_percent: float | None
) -> tuple[int, tuple[Reason, ...]]:
    """H6 and H7: how many sessions the horizon gets at most, and why fewer than the target (all reasons that bind)."""
    target = wishes.target
    binding = [(cap, reason) for cap, reason in _caps(week, target, log, status, spike_percent) if cap < target]
    wanted = min((cap for cap, _ in binding), default=target)
    return wanted, tuple(reason for cap, reason in binding if cap == wanted)


def _caps(
    week: ComingWeek, target: int, log: StrengthLog, status: Status, spike_percent: float | None
) -> Iterator[tuple[int, Reason]]:
    def cap(most: int, rule: str, **facts: object) -> tuple[int, Reason]:
        return most, because(rule, cap=most, target=target, **facts)

    a_race = min(((race.day - week.start).days for race in week.races if _is_a_race_ahead(race, week)), default=None)
    if a_race is not None:
        yield cap(1, "cap-week-before-a-race", days=a_race)
    if status.ill:
        yield cap(1, "cap-ill")
    if status.ill_ended is not None and (since := (week.start - status.ill_ended).days) < AFTER_ILLNESS_DAYS:
        yield cap(1, "cap-after-illness", days=since)
    # A typical week has no log.
    if log.ever and not week.repeats:
        if not log.days:
            yield cap(1, "cap-after-long-layoff", days=LOG_DAYS)
        elif (idle := (week.start - max(log.days)).days) >= LAYOFF_DAYS:
            yield cap(1, "cap-after-layoff", days=idle)
    if log.ever < NEWCOMER_SESSIONS:
        yield cap(2, "cap-first-sessions", sessions=log.ever)
    elif log.first is not None and (since := (week.start - log.first).days) < NEWCOMER_DAYS:
        yield cap(2, "cap-first-weeks", days=since)
    if spike_percent is not None:
        yield cap(2, "cap-after-long-run-spike", percent=spike_percent)


def _is_a_race_ahead(race: Race, week: ComingWeek) -> bool:
    """Whether the horizon reaches into the week before an A race."""
    return race.priority == "A" and timedelta(0) < race.day - week.start <= timedelta(days=7)
