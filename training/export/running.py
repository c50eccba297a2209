"""The description of runs, plans, races, what was recommended, and of how the runner was."""

from datetime import timedelta

from training.export.columns import (
    LARGE,
    Choice,
    Column,
    Day,
    Facts,
    Flag,
    Listed,
    Moment,
    Number,
    Numbered,
    Record,
    Reference,
    Rule,
    Table,
    Text,
    Whole,
    Zone,
)
from training.export.reasons import BASIS, EVIDENCE, DayText, KeptReason

METRES = Number(0, above=True)
PLANNED_MINUTES = Whole(1, 1440)
EFFORT = Whole(0, 10)

IMPORTS = Table(
    "imports",
    "Import",
    "Your imports that were added or taken back, but those of such an export, which bring the list that they hold.",
    (
        Column("number", "", Numbered(), "The import's number in this export, oldest first."),
        Column("uploaded_at_utc", "created_at", Moment(), "When its files were chosen."),
        Column("status", "status", Choice("done", "undone"), "Added, or taken back."),
        Column(
            "distances_in", "distance_unit", Choice("", "km", "mi"), "What you answered where a table named no unit."
        ),
        Column("weights_in", "weight_unit", Choice("", "kg", "lb"), "What you answered where a table named no unit."),
        Column("added_at_utc", "done_at", Moment(), "When it was added.", null=True),
        Column("taken_back_at_utc", "undone_at", Moment(), "When it was taken back.", null=True),
        Column(
            "files",
            "",
            Listed(Record({"name": Text(255), "bytes": Whole(0, 2**53)}), most=2000),
            "The files, by name and size in bytes.",
        ),
    ),
    alike=lambda row: row["uploaded_at_utc"],
)

RUNS = Table(
    "runs",
    "Run",
    "Your runs, and cross-training.",
    (
        Column("number", "", Numbered(), "The run's number in this export, oldest first."),
        Column("started_at_utc", "start", Moment(), "When it began."),
        Column("day", "day", Day(), "The date where you were at that moment."),
        Column("time_zone", "time_zone", Zone(), "Where you were."),
        Column(
            "time_zone_told_by",
            "zone_told_by",
            Choice("", "file", "place", "runner"),
            "Who told the zone: the file, the place where it began, or your settings; empty for a run typed in.",
        ),
        Column("title", "title", Text(200), "Its title."),
        Column("duration_s", "seconds", Number(0, above=True), "Seconds without pauses."),
        Column("elapsed_s", "elapsed_seconds", Number(), "Seconds with pauses.", null=True),
        Column("distance_m", "metres", Number(), "How far it was.", null=True),
        Column("average_heart_rate_bpm", "avg_hr", Whole(), "Its average heart rate.", null=True),
        Column("highest_heart_rate_bpm", "max_hr", Whole(), "Its highest heart rate.", null=True),
        Column("effort_0_to_10", "rpe", EFFORT, "How hard it felt (RPE).", null=True),
        Column(
            "kind_told",
            "told",
            Choice("", "easy", "moderate", "hard", "long", "race", "cross"),
            "What you said it was; empty where you said nothing.",
        ),
        Column("kind", "kind", Choice("easy", "moderate", "hard", "long", "race", "cross"), "What it counts as."),
        Column("is_long", "is_long", Flag(), "Whether it was long, beside its kind."),
        Column(
            "kind_rule",
            "kind_rule",
            Choice("told", "rpe", "heart-rate", "pace", "default"),
            "By what its kind is known.",
        ),
        Column("kind_confidence", "kind_confidence", Choice("high", "medium", "low"), "How sure that is."),
        Column("kind_facts", "kind_facts", Facts(), "The numbers that its kind was worked out from."),
        Column(
            "source",
            "source",
            Choice("", "fit", "tcx", "gpx", "strava", "garmin", "apple"),
            "The kind of file that it was read from; empty for a run typed in.",
        ),
        Column("damaged", "damaged", Flag(), "Whether that file was broken."),
        Column(
            "fingerprint",
            "fingerprint",
            Text(60),
            "SHA-1 of the file with the place in it: the same file is known again by it.",
        ),
        Column(
            "device_key",
            "device_key",
            Text(80),
            "Of the watch and the moment: a copy in another format is known again by it.",
        ),
        Column("import", "came_with", Reference("imports"), "The import that brought it.", null=True),
    ),
    unique=(lambda row: row["fingerprint"] or None,),
    rules=(
        Rule(
            "day is the date of started_at_utc, or the one before or after it",
            lambda row: abs(row["day"] - row["started_at_utc"].date()) <= timedelta(days=1),
        ),
    ),
)

PLAN_IMPORTS = Table(
    "plan_imports",
    "PlanImport",
    "Training plans from calendar files that you kept or took back.",
    (
        Column("number", "", Numbered(), "The plan's number in this export, oldest first."),
        Column("uploaded_at_utc", "created_at", Moment(), "When the file was chosen."),
        Column("file", "name", Text(255), "Its name."),
        Column("entries_in_the_past", "past", Whole(0, LARGE), "How many of its entries were over."),
        Column("entries_unreadable", "unreadable", Whole(0, LARGE), "How many of its entries had no readable date."),
        Column("kept_at_utc", "kept_at", Moment(), "When you kept it."),
        Column("taken_back_at_utc", "undone_at", Moment(), "When you took it back.", null=True),
    ),
    alike=lambda row: (row["uploaded_at_utc"], row["file"]),
)

LENGTH = (
    Column("distance_m", "metres", METRES, "How far.", null=True),
    Column("duration_min", "minutes", PLANNED_MINUTES, "How long.", null=True),
    Column("with_faster_parts", "hard", Flag(), "A long run with faster parts."),
)

PLANNED_RUNS = Table(
    "planned_runs",
    "PlannedRun",
    "Runs and days of rest that were planned for single days.",
    (
        Column("day", "day", Day(), "The day."),
        Column("kind", "kind", Choice("easy", "moderate", "hard", "long", "cross", "rest"), "What is planned."),
        Column("title", "title", Text(200), "Its title."),
        Column("notes", "notes", Text(100_000), "What is written beside it."),
        *LENGTH,
        Column("plan", "plan_import", Reference("plan_imports"), "The training plan that brought it.", null=True),
        Column("uid", "uid", Text(100), "What the calendar file calls it; empty where you typed it in."),
    ),
    unique=(lambda row: row["uid"] or None,),
)

WEEKLY_RUNS = Table(
    "weekly_runs",
    "WeeklyRun",
    "Your weekly pattern.",
    (
        Column("weekday", "weekday", Whole(0, 6), "0 is Monday."),
        Column("kind", "kind", Choice("easy", "moderate", "hard", "long", "cross"), "What is run."),
        *LENGTH,
        Column("first_day", "first", Day(), "From when on it holds."),
        Column("last_day", "last", Day(), "Until when; null while it goes on.", null=True),
    ),
    unique=(lambda row: (row["weekday"], row["first_day"]),),
    rules=(
        Rule(
            "last_day is not before first_day",
            lambda row: row["last_day"] is None or row["last_day"] >= row["first_day"],
        ),
    ),
)

RACES = Table(
    "races",
    "Race",
    "Your races.",
    (
        Column("day", "day", Day(), "The day."),
        Column("name", "name", Text(200), "Its name."),
        Column("distance_m", "metres", METRES, "How far it is.", null=True),
        Column("priority", "priority", Choice("A", "B", "C"), "How much it matters, A most."),
        Column("goal", "goal", Text(100), "What you want to do in it."),
        Column("plan", "plan_import", Reference("plan_imports"), "The training plan that brought it.", null=True),
        Column("uid", "uid", Text(100), "What the calendar file calls it; empty where you typed it in."),
    ),
    unique=(lambda row: row["day"],),
)

SIGNS = ("chest", "fainting", "breath", "headache", "calf", "bone", "rest", "hop", "joint", "nerve", "weeks", "energy")

CONDITIONS = Table(
    "conditions",
    "Condition",
    "When you were ill, in pain or away.",
    (
        Column("kind", "kind", Choice("ill", "pain", "away"), "What it is."),
        Column("first_day", "first", Day(), "Since when."),
        Column(
            "over_since", "ended_on", Day(), "The first day on which it was over; null while it goes on.", null=True
        ),
        Column("told_at_utc", "told_at", Moment(), "When you last said so."),
        Column("feverish", "feverish", Flag(), "Fever, or symptoms below the neck."),
        Column("pain_0_to_10", "pain", EFFORT, "How much it hurts.", null=True),
        Column("site", "site", Text(60), "Where it hurts."),
        Column("side", "side", Choice("", "left", "right", "both"), "On which side."),
        Column("signs", "signs", Listed(Choice(*SIGNS), most=20), "The warning signs that you ticked."),
    ),
    unique=(lambda row: row["kind"] if row["over_since"] is None else None,),
    alike=lambda row: (row["kind"], row["first_day"], row["site"], row["side"]),
    rules=(
        Rule(
            "over_since is not before first_day",
            lambda row: row["over_since"] is None or row["over_since"] >= row["first_day"],
        ),
        Rule("what is away has an end", lambda row: row["kind"] != "away" or row["over_since"] is not None),
    ),
)

SHOWN_DAY = Record(
    {
        "day": DayText(),
        "chosen": Flag(),
        "light": Flag(),
        "expected": Text(20),
        "reasons": Listed(KeptReason(), most=100),
    }
)

SHOWN_WEEKS = Table(
    "shown_weeks",
    "ShownWeek",
    "The days that were recommended to you, as you saw them last on a day.",
    (
        Column("made_on", "made_on", Day(), "The day on which you saw them."),
        Column("first_day", "start", Day(), "The first of the seven days."),
        Column("recommended", "recommended", Listed(DayText(), most=14), "The days with strength."),
        Column(
            "days",
            "days",
            Listed(SHOWN_DAY, most=14),
            f"Each day with what was expected of it and the reasons: rule, numbers, {EVIDENCE}.",
        ),
        Column(
            "basis",
            "basis",
            BASIS,
            "What they rested on, by which the next ones see what changed; runs by their numbers.",
        ),
    ),
    unique=(lambda row: row["made_on"],),
)
