"""The description of strength sessions, what was planned in them and every set; and of movements from other apps."""

from training.export.columns import (
    LARGE,
    Choice,
    Column,
    Day,
    Facts,
    Flag,
    Key,
    Kind,
    Listed,
    Moment,
    Number,
    Record,
    Reference,
    Rule,
    Table,
    Text,
    Whole,
)
from training.export.reasons import EVIDENCE, KeptReason

KG = Number(0, 1000)
EFFORT = Whole(0, 10)
SLUG = Text(50)
# More than any form takes; apps and files may bring more than a form.
NOTES = Text(100_000)
AMOUNTS: dict[str, Kind] = {"reps": Whole(), "seconds": Whole(), "kg": Number()}
TARGET = Record(
    {**AMOUNTS, "last": Record(AMOUNTS, optional=frozenset(AMOUNTS))}, optional=frozenset({*AMOUNTS, "last"})
)
WHY = Record(
    {"rule": Text(60), "facts": Facts(), "evidence": Listed(Text(20), most=50), "suggest": SLUG},
    optional=frozenset({"suggest"}),
    empty=True,
)

SESSION = Column("session", "session", Reference("sessions"), "The session's key.")
MOVEMENT = (
    Column("movement", "exercise__slug", SLUG, "The movement, by the name in its guide's address."),
    Column("variation", "variation__slug", SLUG, "Its variation, by name."),
)

SESSIONS = Table(
    "sessions",
    "Session",
    "Your strength sessions: done, under way, planned and skipped.",
    (
        Column("key", "key", Key(120), "What the other tables call it; a session that you bring back keeps it."),
        Column("day", "day", Day(), "Its day."),
        Column("status", "status", Choice("planned", "under-way", "done", "skipped"), "What became of it."),
        Column(
            "workout", "workout", Choice("A", "B", "full", "own"), "Which workout; own: put together by you elsewhere."
        ),
        Column("title", "title", Text(200), "What you called it."),
        Column("light", "light", Flag(), "Whether it was a light one."),
        Column("started_at_utc", "started_at", Moment(), "When it began; null where nobody knows.", null=True),
        Column("finished_at_utc", "finished_at", Moment(), "When it ended; null where nobody knows.", null=True),
        Column("effort_0_to_10", "effort", EFFORT, "How hard it was.", null=True),
        Column("pain_0_to_10", "pain", EFFORT, "How much it hurt.", null=True),
        Column(
            "morning_after",
            "morning_after",
            Choice("", "settled", "lingering", "worse"),
            "How the pain was the morning after.",
        ),
        Column("notes", "notes", NOTES, "Your notes."),
        Column(
            "reasons", "reasons", Listed(KeptReason(), most=100), f"Why it was recommended: rule, numbers, {EVIDENCE}."
        ),
        Column("changed_at_utc", "changed_at", Moment(), "When you last said how it was.", null=True),
        Column("source", "source", Text(8), "The app or kind of file that it comes from; empty for one of ours."),
        Column("import", "came_with", Reference("imports"), "The import that brought it.", null=True),
    ),
    unique=(lambda row: row["key"], lambda row: ("planned", row["day"]) if row["status"] == "planned" else None),
)

PLANNED_MOVEMENTS = Table(
    "planned_movements",
    "PlannedMovement",
    "What there was to do in each session.",
    (
        SESSION,
        Column("position", "position", Whole(), "Which movement of the session it is."),
        *MOVEMENT,
        Column("order", "order", Whole(), "The place in which it is done."),
        Column(
            "targets",
            "targets",
            Listed(TARGET, most=200),
            "For each set reps or seconds and kg; last: the same set the time before.",
        ),
        Column("rest_s", "rest_seconds", Whole(), "Seconds of rest between sets."),
        Column("why", "why", WHY, f"Why that much: rule, numbers, {EVIDENCE}, and the variation that it suggests."),
        Column("left_out", "skipped", Flag(), "Whether you left it out."),
        Column("changed_at_utc", "changed_at", Moment(), "When you last changed it.", null=True),
    ),
    owner="session__runner",
    unique=(lambda row: (row["session"], row["position"]),),
)

SETS = Table(
    "sets",
    "LoggedSet",
    "Every set that you logged.",
    (
        SESSION,
        Column("position", "position", Whole(), "Which movement of the session it is of."),
        Column("number", "number", Whole(), "Which set; warm-up sets are numbered from 128 on."),
        *MOVEMENT,
        Column("reps", "reps", Whole(), "Repetitions, of each leg where per_leg.", null=True),
        Column("duration_s", "seconds", Whole(), "Seconds of a hold, on each side where per_leg.", null=True),
        Column("load_kg", "kg", KG, "The whole load; a pair of dumbbells of 10 kg is 20.", null=True),
        Column("per_leg", "per_leg", Flag(), "Whether reps or seconds are of each leg or side."),
        Column("reps_in_reserve", "rir", Whole(0, 10), "How many more there would have been.", null=True),
        Column("warm_up", "warm_up", Flag(), "Whether it was a warm-up set."),
        Column("logged_at_utc", "logged_at", Moment(), "When it was logged."),
        Column("changed_at_utc", "changed_at", Moment(), "When you last changed it."),
    ),
    owner="session__runner",
    rules=(
        Rule(
            "it has reps or duration_s, and not both", lambda row: (row["reps"] is None) != (row["duration_s"] is None)
        ),
    ),
)

CUSTOM_MOVEMENTS = Table(
    "custom_movements",
    "CustomMovement",
    "Movements of other apps that have no guide here, by their names.",
    (Column("name", "name", Key(200), "Its name."),),
    unique=(lambda row: row["name"],),
)

CUSTOM_SETS = Table(
    "custom_sets",
    "CustomSet",
    "Every set of such a movement.",
    (
        SESSION,
        Column("position", "position", Whole(), "Which movement of the session it is of."),
        Column("number", "number", Whole(), "Which set; warm-up sets are numbered from 128 on."),
        Column("movement", "movement", Reference("custom_movements"), "The movement's name."),
        Column("reps", "reps", Whole(), "Repetitions.", null=True),
        Column("duration_s", "seconds", Whole(0, LARGE), "Seconds.", null=True),
        Column("distance_m", "metres", Number(), "How far.", null=True),
        Column("load_kg", "kg", KG, "The load, as the app told it.", null=True),
        Column("reps_in_reserve", "rir", Whole(0, 10), "How many more there would have been.", null=True),
        Column("warm_up", "warm_up", Flag(), "Whether it was a warm-up set."),
        Column("notes", "notes", NOTES, "What was written beside it."),
    ),
    owner="session__runner",
    unique=(lambda row: (row["session"], row["position"], row["number"]),),
)

MOVEMENT_TITLES = Table(
    "movement_titles",
    "MovementTitle",
    "What other apps' names for movements mean to you.",
    (
        Column("title", "title", Text(200), "The name in the app."),
        Column("key", "key", Text(200), "The same, so that two spellings of it are one."),
        Column(
            "movement",
            "variation__exercise__slug",
            SLUG,
            "The movement that it means; null: kept under its own name.",
            null=True,
        ),
        Column("variation", "variation__slug", SLUG, "Its variation.", null=True),
        Column("loads_of_one_hand", "each_hand", Flag(), "Whether the app counts one of two dumbbells."),
    ),
    unique=(lambda row: row["key"],),
    rules=(
        Rule(
            "movement and variation are both there or both null",
            lambda row: (row["movement"] is None) == (row["variation"] is None),
        ),
    ),
)
