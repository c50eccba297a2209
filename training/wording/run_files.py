"""What became of an uploaded file, in sentences for its runner."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime

from django.utils.formats import date_format, number_format
from django.utils.functional import Promise
from django.utils.text import get_text_list
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from training.runfiles import Doubt, Match, ParsedActivity, StrengthActivity, UnreadableFile
from training.runfiles.duplicates import Reason, Why
from training.runfiles.zones import ToldBy
from training.units import Units, clock

# The refusals of training.runfiles by their codes, so that they can be said in other languages.
REFUSALS: Mapping[str, Promise] = {
    "unreadable": _("This file could not be read."),
    "empty": _("This file is empty: a FIT, GPX or TCX file of a recorded run was expected."),
    "too-large": _("This file is larger than {megabytes} MB, which is more than one recorded run needs."),
    "unpacks-too-large": _(
        "This compressed file unpacks to more than {megabytes} MB, which is more than one recorded run needs."
    ),
    "too-many-values": _("This {format} file holds more values than days of recording would, so it was not read."),
    "archive": _("This is a zip archive: please unpack it and choose the FIT, GPX or TCX files inside."),
    "health-export": _(
        "This is an Apple Health export, which cannot be read as a run: please choose a FIT, GPX or TCX file."
    ),
    "web-page": _(
        "This is a web page, perhaps a login page saved instead of the run: please download the run file again."
    ),
    "not-a-run-file": _("This is not a FIT, GPX or TCX file, so there is no run to read in it."),
    "not-an-activity": _("This file holds {what}, not a recorded activity."),
    "truncated": _("This {format} file breaks off before its end, so its totals are missing: please export it again."),
    "corrupt": _("This {format} file is damaged and cannot be read: please export it again."),
    "unsafe-xml": _(
        "This XML file declares entities or an outside document type, which no run file needs, so it was not read."
    ),
    "too-deep": _("This XML file is nested deeper than any run file, so it was not read."),
    "no-track": _("This GPX file holds {what}: a track recorded while running was expected."),
    "no-times": _("This {format} file has no times, so it is a planned way rather than a recorded run."),
    "times-missing": _(
        "Only {timed} of the {points} points in this GPX file have a time, too few to tell how long the run took."
    ),
    "too-short": _(
        "This {format} file is too short: two usable points and a second between them are the least to measure."
    ),
    "impossible": _(
        "This {format} file claims more than 30 days or 10,000 km, which no recorded run has: please export it again."
    ),
    "no-activity": _("This {format} file is complete but holds no activity: a recorded run was expected."),
    "dates-unreadable": _(
        "No row of this table has a date with a time of day that can be read; the first one is “{example}”."
    ),
    "unknown-table": _(
        "This table begins with the column “{column}”: Strava's activities.csv, Garmin's Activities.csv, "
        "or workouts of Hevy or Strong were expected."
    ),
    "laps-table": _(
        "This table holds the laps of one run: please export the list of activities, or the run itself as FIT."
    ),
    "table-too-large": _("This table has more rows, or a longer cell, than a table of activities, so it was not read."),
    "no-sets": _("This {format} table is complete but holds no set: a workout that was done was expected."),
    "too-many-entries": _(
        "This archive holds more than {most} files, which no export of runs does, so it was not read."
    ),
    "archive-too-large": _("This archive unpacks to more than {gigabytes} GB: what comes after that was not read."),
    "nested-archive": _("This is an archive inside an archive: please unpack it and choose it by itself."),
    "locked": _("This file is locked with a password: please unpack it first."),
    "unknown-compression": _("This file is packed in a way that cannot be read here: please pack the archive again."),
    "nothing-to-read": _(
        "This archive holds no run and no workout: Strava's, Garmin's or Apple's export was expected."
    ),
    "entry-missing": _("The table names this file, but it is not in the archive."),
    "row-incomplete": _("This row of the table has no date or no duration, so there is nothing to count."),
    "distance-unit-unknown": _("This table does not say whether its distances are kilometres or miles: please choose."),
    "export-damaged": _("This export is damaged or breaks off: please choose the zip as it was downloaded."),
    "export-newer": _(
        "This export has version {version}, and this app reads up to {known}: please update the app first."
    ),
    "export-too-large": _("This export is larger than the training of a lifetime, so it was not read."),
    "export-wrong": _("In row {row} of the table {table}, {column} should be {expected}."),
    "export-unknown": _("The table {table} of this export has a column {name}, which is not known here."),
    "export-unruly": _("Row {row} of the table {table} is right only if {rule}."),
    "export-twice": _("Row {row} of the table {table} repeats one before it, of which there can be only one."),
    "export-of-other-guides": _(
        "This export names “{name}”, which the guides here do not know: please update the app first."
    ),
    "weight-unit-unknown": _("This table does not say whether its weights are kilograms or pounds: please choose."),
}

# What a file holds instead of an activity or a track, by the kind that the refusal names.
CONTENTS: Mapping[str, Promise] = {
    "settings": _("a watch's settings"),
    "monitoring": _("a day's monitoring"),
    "weight": _("weighings"),
    "course": _("a planned course"),
    "workout": _("a planned workout"),
    "schedules": _("a training schedule"),
    "goals": _("goals"),
    "sport": _("sport settings"),
    "totals": _("a watch's totals"),
    "segment": _("a segment"),
    "other": _("something else"),
    "route": _("a planned route only"),
    "waypoints": _("waypoints only"),
    "nothing": _("no track at all"),
}

SPORTS: Mapping[str, Promise] = {
    "cycling": _("a ride"),
    "walking": _("a walk"),
    "hiking": _("a hike"),
    "swimming": _("a swim"),
    "strength": _("strength work"),
    "training": _("a workout without running"),
}

DOUBTS: Mapping[Doubt, Promise] = {
    Doubt.CHECKSUM: _("Its checksum is wrong, so look whether the numbers are right."),
    Doubt.UNFINISHED: _("The file breaks off after its totals."),
    Doubt.NO_TIME_ZONE: _("Its times name no time zone and were taken as UTC."),
    Doubt.TIME_WITH_PAUSES: _("Pauses are part of its time, since the file does not tell them apart."),
    Doubt.DISTANCES_DIFFER: _("Its laps and its points give different distances; the laps count."),
    Doubt.SEVERAL_TRACKS: _("It holds several tracks, taken as one run."),
    Doubt.MILES_FROM_STRIDE: _(
        "The table names no unit: its distances were taken as miles, which the strides add up to."
    ),
    Doubt.FILE_MISSING: _("Its file is not in the archive, so the numbers are those of the table."),
    Doubt.FILE_UNREADABLE: _("Its file could not be read, so the numbers are those of the table."),
    Doubt.SPORT_UNKNOWN: _("The file does not say which sport it was, so that it was a run is a guess."),
}

# Why two runs are taken for one.
MATCHES: Mapping[Reason, Promise] = {
    Reason.SAME_RECORDING: _("Both are copies of one recording."),
    Reason.SAME_TOTALS: _("They begin at the same time, last as long and are as far."),
    Reason.SAME_IN_A_ZONE: _(
        "They last as long and are as far, and begin at the same time if one was in another zone."
    ),
    Reason.SAME_TIME: _("Both were recorded at the same time, as by a watch and a phone."),
}

# Why two strength sessions are taken for one.
WORKOUT_MATCHES: Mapping[str, Promise] = {
    "same-recording": _("You have this strength session already."),
    "same-time": _("You have another strength session at the same time."),
    "same-day": _("You have a strength session on this day, of which nobody knows when it was."),
    "twin": _("It is in these files twice, so it counts once."),
}

# Why the copy that is kept is kept.
KEPT: Mapping[Why, Promise] = {
    Why.START_KNOWN: _("It is kept because it tells when it began."),
    Why.UNDAMAGED: _("It is kept because the other is damaged."),
    Why.FORMAT: _("It is kept because its kind of file measures more exactly."),
    Why.TELLS_MORE: _("It is kept because it tells more."),
    Why.FEWER_DOUBTS: _("It is kept because less about it is doubtful."),
    Why.FIRST: _("It is kept because it came first; they are equal."),
}

ZONES: Mapping[ToldBy, Promise] = {
    ToldBy.FILE: _("The file tells its time zone."),
    ToldBy.PLACE: _("Its time zone is that of the place where it began."),
    ToldBy.RUNNER: _("Its time zone is that of your settings, since the file tells none."),
}


def refusal(error: UnreadableFile) -> str:
    facts = dict(error.facts)
    if (kind := str(facts.get("kind", ""))) in CONTENTS:
        facts["what"] = str(CONTENTS[kind])
    sentence = REFUSALS.get(error.code)
    return str(sentence).format(**facts) if sentence else error.sentence


def sport(activity: ParsedActivity) -> str:
    """What an activity was, if not a run."""
    if activity.sport in SPORTS:
        return str(SPORTS[activity.sport])
    return gettext("another sport than running")


def new(activity: ParsedActivity, local_start: datetime, measures: Units) -> str:
    """Thursday 5 March 2026: 8.21 km in 48:10."""
    return gettext("%(day)s: %(measures)s.") % {"day": _day(local_start), "measures": _measures(activity, measures)}


def _measures(activity: ParsedActivity, measures: Units) -> str:
    """8.21 km in 48:10"""
    facts = {"time": clock(activity.seconds)}
    if not activity.metres:
        return gettext("%(time)s, without a distance") % facts
    distance = f"{number_format(round(measures.to_distance(activity.metres), 2), 2)} {measures.distance}"
    return gettext("%(distance)s in %(time)s") % {**facts, "distance": distance}


def doubts(of: Iterable[Doubt]) -> Iterator[str]:
    """A sentence for each thing that the runner should know before trusting the numbers."""
    return (str(DOUBTS[doubt]) for doubt in of if doubt in DOUBTS)


def known_run(
    activity: ParsedActivity, local_start: datetime, measures: Units, known: ParsedActivity, match: Match | None
) -> str:
    """What repeats the run `known`, beside its measures, and why it is taken for it; None for the very same file."""
    found = new(activity, local_start, measures)
    if match is None:
        return f"{found} " + gettext("You have it already, from the very same file.")
    there = _measures(known, measures)
    if match.reason is Reason.SAME_TIME:
        same = gettext("At the same time you have %(measures)s, perhaps of another device.") % {"measures": there}
        return f"{found} {same}"
    return (
        f"{found} "
        + gettext("You have it already as %(measures)s.") % {"measures": there}
        + f" {MATCHES[match.reason]}"
    )


def twin(local_start: datetime, kept: str, match: Match) -> str:
    same = gettext("The same run of %(day)s as in %(file)s, so it counts once.") % {
        "day": _day(local_start),
        "file": kept,
    }
    return f"{same} {MATCHES[match.reason]}"


def left_out(sports: Sequence[str], *, beside_runs: bool) -> str:
    if beside_runs:
        return gettext("Left out: %(sports)s.") % {"sports": ", ".join(dict.fromkeys(sports))}
    named = get_text_list(list(dict.fromkeys(sports)), gettext("and"))
    return gettext("This file holds %(sports)s: only runs are taken.") % {"sports": named}


def no_start() -> str:
    return gettext("The watch's clock was not set, so nobody knows the day of this run: please enter it by hand.")


def no_start_of_workout() -> str:
    return gettext("The watch's clock was not set, so nobody knows the day of this strength session.")


def too_many_sets(sets: int) -> str:
    return gettext("This strength session would have %(sets)s sets, which is more than a session can hold.") % {
        "sets": number_format(sets)
    }


def workout(found: StrengthActivity, local_start: datetime) -> str:
    """Thursday 5 March 2026: Leg day, 5 movements, 18 sets."""
    movements, sets = len({one.exercise or one.guesses for one in found.sets}), len(found.sets)
    facts = {
        "day": _day(local_start),
        "movements": ngettext("%d movement", "%d movements", movements) % movements,
        "sets": ngettext("%d set", "%d sets", sets) % sets,
    }
    if found.title:
        return gettext("%(day)s: %(title)s, %(movements)s, %(sets)s.") % {**facts, "title": found.title}
    return gettext("%(day)s: %(movements)s, %(sets)s.") % facts


def known_workout(found: StrengthActivity, local_start: datetime, reason: str) -> str:
    """What repeats a strength session, by `reason`: "same-recording", "same-time" or "same-day"."""
    return f"{workout(found, local_start)} {WORKOUT_MATCHES[reason]}"


def no_time() -> str:
    return gettext("This run has no duration, so there is nothing to count.")


def in_the_future(start: datetime) -> str:
    return gettext("This run begins on %(day)s, which is still to come.") % {"day": _day(start)}


def too_long(seconds: float) -> str:
    return gettext("This run would have lasted %(time)s: a run of up to 24 hours was expected.") % {
        "time": clock(seconds)
    }


def too_fast(metres_a_second: float) -> str:
    return gettext("At %(speed)s km/h on average this was not run on foot: up to 28.8 km/h was expected.") % {
        "speed": number_format(round(3.6 * metres_a_second, 1), 1)
    }


def _day(day: date) -> str:
    return date_format(day, "FULL_DATE_FORMAT")
