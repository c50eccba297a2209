"""The seven lanes of the week: a day each, with what happened, what is expected and what is recommended."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from training.models import Run, Runner, Session
from training.models.week_ahead import WeekAhead
from training.plan.week import Kind, Outlook, severest
from training.plan.week import Race as RaceFacts
from training.wording.days import SKIPPED, AdviceWords, Sentence, sentence, words_of_day
from training.wording.headlines import headline

# An effort can be told as long as it is remembered (E28).
ASKED_FOR = timedelta(days=14)


@dataclass(frozen=True)
class Place:
    """A day that a session could move to, and the rule it would break there, if any."""

    day: date
    breaks: Sentence | None


@dataclass
class Lane:
    """One day of the week shown."""

    day: date
    today: date
    runs: list[Run] = field(default_factory=list)
    sessions: list[Session] = field(default_factory=list)
    """Done or under way."""
    skipped: Session | None = None
    outlook: Outlook | None = None
    race: RaceFacts | None = None
    advice: AdviceWords | None = None
    headline: str = ""
    places: tuple[Place, ...] = ()

    @property
    def is_today(self) -> bool:
        return self.day == self.today

    @property
    def is_past(self) -> bool:
        return self.day < self.today

    @property
    def expected(self) -> Kind | None:
        """What is likely to be run, where nothing has been yet."""
        return self.outlook.likeliest if self.outlook and not self.runs else None

    @property
    def seen(self) -> int:
        """In how many of the last weeks it was what is expected now."""
        return self.outlook.seen.get(self.outlook.likeliest, 0) if self.outlook else 0

    @property
    def asks(self) -> list[Run]:
        """The runs of which one tap would tell more."""
        return [run for run in self.runs if wants_a_word(run, self.today)]

    @property
    def why_skipped(self) -> str:
        return str(SKIPPED.get(self.skipped.skipped_because, "")) if self.skipped else ""


def wants_a_word(run: Run, today: date) -> bool:
    return bool(run.kind_facts.get("ask")) and not run.told and run.day > today - ASKED_FOR


def lanes_of(runner: Runner, first: date, today: date, ahead: WeekAhead | None) -> list[Lane]:
    """The seven days with the runs and sessions in them: from the week ahead, or two queries for a week of the past."""
    last = first + timedelta(days=6)
    if ahead is not None:
        return filled(first, today, ahead.runs, ahead.sessions)
    runs = runner.runs.between(first, last).order_by("start")
    sessions = runner.sessions.between(first, last).with_sets_done().order_by("started_at")
    return filled(first, today, runs, sessions)


def filled(first: date, today: date, runs: Iterable[Run], sessions: Iterable[Session]) -> list[Lane]:
    runs_of: dict[date, list[Run]] = defaultdict(list)
    for run in runs:
        runs_of[run.day].append(run)
    trained: dict[date, list[Session]] = defaultdict(list)
    skipped: dict[date, Session] = {}
    for session in sessions:
        if session.is_trained:
            trained[session.day].append(session)
        elif session.status == Session.Status.SKIPPED:
            skipped[session.day] = session
    days = [first + timedelta(days=offset) for offset in range(7)]
    return [Lane(day, today, runs_of[day], trained[day], None if trained[day] else skipped.get(day)) for day in days]


def add_what_is_ahead(lanes: list[Lane], ahead: WeekAhead) -> None:
    """Expected runs, races and advice for the days to come; beyond the seven days only what is planned or usual."""
    coming, units = ahead.coming, ahead.runner.measures
    outlooks = {outlook.day: outlook for outlook in coming.window if outlook.day >= ahead.today}
    advice = {day.day: day for day in ahead.recommendation.days}
    races = {race.day: race for race in ahead.races}
    for lane in lanes:
        if lane.day < ahead.today:
            continue
        lane.race = races.get(lane.day)
        lane.outlook = outlooks.get(lane.day) or beyond(lane.day, ahead)
        if lane.day in advice:
            found = advice[lane.day]
            lane.advice = words_of_day(found, units)
            if found.chosen:
                lane.headline = headline(lane.day, coming)
                places = ahead.obstacles(lane.day)
                lane.places = tuple(
                    Place(day, sentence(reason, units) if reason else None) for day, reason in places.items()
                )


def beyond(day: date, ahead: WeekAhead) -> Outlook | None:
    """A day after the seven: as planned, or as its weekday usually is."""
    planned = [run.kind for run in ahead.planned if run.day == day]
    if planned:
        return Outlook.certain(day, severest(planned))
    usual = next(outlook for outlook in ahead.coming.days if outlook.day.weekday() == day.weekday())
    return usual if usual.source == "inferred" else None
