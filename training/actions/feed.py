"""Publishing a calendar feed: what is in it now, and remembering what was said so that changes are told apart."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256

from django.db import transaction
from django.utils import timezone, translation

from training.actions.week import keep_shown
from training.ical.feed import PRODUCT, Entry, Revision, write
from training.models import CalendarFeed, PublishedEntry, Race, Runner, Session
from training.models.plan import PlanDay
from training.models.upcoming import strength_ahead
from training.models.week_ahead import WeekAhead
from training.plan.matching import Outcome, match
from training.units import Units
from training.wording.agenda import planned_run_entry, race_entry, run_entry, session_entry, strength_entry

WEEKS = 8
REFRESH = timedelta(hours=1)
NAME = "Sets & Strides"


@dataclass(frozen=True, slots=True)
class PublishedFeed:
    """What the feed says and since when. `mark` is another as soon as anything of it is; the file is made on demand."""

    feed: CalendarFeed
    entries: tuple[Entry, ...]
    changed_at: datetime
    known: dict[str, PublishedEntry] | None = None
    """What stands under each UID, where that was read already."""

    @property
    def mark(self) -> str:
        return sha256(f"{PRODUCT} {self.feed.content} {self.changed_at.isoformat()}".encode()).hexdigest()

    def file(self) -> bytes:
        """The calendar file; one query, none where it was published just now."""
        known = known_entries(self.feed) if self.known is None else self.known
        return write(NAME, [(entry, known[entry.uid].revision) for entry in self.entries], refresh=REFRESH)


def publish(*, feed: CalendarFeed, now: datetime) -> PublishedFeed:
    """What the feed says at `now`; writes only where that is something else than last time.

    It speaks the runner's language whatever the reader's browser asks for: a calendar has one text, and another text
    would be a change.
    """
    runner = feed.runner
    with translation.override(runner.written_language), timezone.override(runner.zone):
        today = runner.today(now)
        ahead = runner.week_ahead(today, plan_until=today + timedelta(weeks=WEEKS))
        entries = tuple(entries_of(feed, ahead))
    content = sha256("".join(f"{entry.uid} {entry.digest}\n" for entry in entries).encode()).hexdigest()
    if content == feed.content and feed.changed_at:
        return PublishedFeed(feed, entries, feed.changed_at)
    known = remember(feed, entries, content, now)
    keep_shown(ahead)
    return PublishedFeed(feed, entries, now, known)


def calendar_now(*, runner: Runner, now: datetime) -> bytes:
    """The calendar as a file to keep, as its feed would hold it now or, without a feed, with all that one can hold.

    Nothing is published by it.
    """
    feed = CalendarFeed.objects.filter(runner=runner).first() or CalendarFeed(runner=runner)
    feed.runner = runner
    with translation.override(runner.written_language), timezone.override(runner.zone):
        today = runner.today(now)
        entries = list(entries_of(feed, runner.week_ahead(today, plan_until=today + timedelta(weeks=WEEKS))))
    known = known_entries(feed)
    said = {entry.uid: known[entry.uid].revision if entry.uid in known else Revision(0, now) for entry in entries}
    return write(NAME, [(entry, said[entry.uid]) for entry in entries], refresh=REFRESH)


def entries_of(feed: CalendarFeed, ahead: WeekAhead) -> Iterator[Entry]:
    """What the calendar holds, from eight weeks back to eight weeks ahead: strength, runs, what is planned."""
    today, units = ahead.today, ahead.runner.measures
    first = today - timedelta(weeks=WEEKS)
    for day in strength_ahead(ahead):
        yield strength_entry(feed, day, units)
    yield from trained_entries(feed, [one for one in ahead.sessions if one.is_trained and one.day >= first])
    if feed.with_runs:
        yield from (run_entry(feed, run, units) for run in ahead.runs if run.day >= first)
    if feed.with_plans:
        yield from planned_entries(feed, [day for day in ahead.plan if day.day >= today], ahead, units)


def trained_entries(feed: CalendarFeed, sessions: Iterable[Session]) -> Iterator[Entry]:
    """Sessions done or under way; the first of a day takes the place of the day's recommendation."""
    days: set[date] = set()
    for session in sorted(sessions, key=lambda one: (one.day, one.started_at is None, one.started_at, one.pk)):
        yield session_entry(feed, session, first_of_day=session.day not in days)
        days.add(session.day)


def planned_entries(feed: CalendarFeed, days: Sequence[PlanDay], ahead: WeekAhead, units: Units) -> Iterator[Entry]:
    """Races and planned runs that are still to come; what was run already stands there as the run it became."""
    matches = match(
        [one for day in days for one in day.planned()],
        [run.classified() for run in ahead.runs],
        today=ahead.today,
        week_starts_on=ahead.runner.week_starts_on,
    )
    to_come = {one.planned.id for one in matches if one.planned and one.outcome is Outcome.TO_COME}
    for day in days:
        for key, row in day.rows().items():
            if key not in to_come:
                continue
            yield (
                race_entry(feed, row, units) if isinstance(row, Race) else planned_run_entry(feed, day.day, row, units)
            )


def known_entries(feed: CalendarFeed) -> dict[str, PublishedEntry]:
    return {entry.uid: entry for entry in feed.entries.all()}


@transaction.atomic
def remember(feed: CalendarFeed, entries: Sequence[Entry], content: str, now: datetime) -> dict[str, PublishedEntry]:
    """Store what is said now: a changed entry with the next number, a new one with 0. What stands under each UID.

    Entries that are gone keep their number until their day is out of sight, lest one that returns seems older. The feed
    is written first and so held meanwhile, so that two readers at once count a change once.
    """
    feed.content, feed.changed_at = content, now
    feed.save(update_fields=["content", "changed_at"])
    known, changed = known_entries(feed), []
    for entry in entries:
        row = known.get(entry.uid)
        if row is None:
            row = known[entry.uid] = PublishedEntry(feed=feed, uid=entry.uid, digest=entry.digest, changed_at=now)
        elif row.digest != entry.digest:
            row.change(entry.digest, now)
        else:
            continue
        row.day = entry.day
        changed.append(row)
    PublishedEntry.objects.bulk_create(
        changed,
        update_conflicts=True,
        unique_fields=["feed", "uid"],
        update_fields=["day", "digest", "sequence", "changed_at"],
    )
    first, said = feed.runner.today(now) - timedelta(weeks=WEEKS), {entry.uid for entry in entries}
    if gone := [row.pk for uid, row in known.items() if uid not in said and row.day < first]:
        feed.entries.filter(pk__in=gone).delete()
    return known
