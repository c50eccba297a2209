"""The description of settings, the calendar's choices and reminders."""

from training.export.columns import Choice, Column, Day, Flag, Listed, Moment, Number, Rule, Table, Text, Whole, Zone

WEEKDAY = Whole(0, 6)

SETTINGS = Table(
    "settings",
    "Runner",
    "What you chose for yourself; one row.",
    (
        Column(
            "language",
            "language",
            Choice("", "en", "de"),
            "The language of pages, mails and calendar; empty: what the browser asks for.",
        ),
        Column(
            "units",
            "units",
            Choice("metric", "imperial"),
            "What the pages show. The export is always in metres and kilograms.",
        ),
        Column("time_zone", "time_zone", Zone(), "Where you live: training days are days there."),
        Column(
            "week_starts_on", "week_starts_on", Whole(0, 6), "The first day of your week: 0 is Monday, 6 is Sunday."
        ),
        Column("target_sessions_per_week", "target", Whole(1, 3), "The strength sessions a week that you want."),
        Column("style", "style", Choice("easy-days", "stack"), "Strength on easy days, or on hard days."),
        Column("session_min", "session_minutes", Whole(20, 60), "Minutes that a session may take."),
        Column(
            "min_by_weekday",
            "minutes_by_weekday",
            Listed(Whole(0, 1440), length=7, nulls=True),
            "Minutes for all training, Monday first; 0: no strength that day, null: as many as it takes.",
        ),
        Column(
            "preferred_weekdays",
            "preferred_weekdays",
            Listed(WEEKDAY, most=7),
            "Weekdays on which you like to lift; 0 is Monday.",
        ),
        Column("max_heart_rate_bpm", "max_heart_rate", Whole(120, 240), "Your maximum heart rate.", null=True),
        Column("logs_rir", "logs_rir", Flag(), "Whether sets ask for reps in reserve."),
        Column(
            "equipment",
            "equipment",
            Listed(Text(50), most=200),
            "What is at hand, by the names that the guides' addresses use; empty: nothing was said.",
        ),
        Column(
            "bar_kg", "bar_kg", Number(0, 1000, above=True), "The weight of your bar; null: the usual one.", null=True
        ),
        Column(
            "plate_kg", "plate_kg", Number(0, 1000, above=True), "Your smallest plate; null: the usual one.", null=True
        ),
        Column(
            "dumbbell_step_kg",
            "dumbbell_step_kg",
            Number(0, 1000, above=True),
            "The step between your dumbbells; null: the usual one.",
            null=True,
        ),
        Column(
            "dumbbells_kg",
            "dumbbells_kg",
            Listed(Number(0, 1000), most=200),
            "The only dumbbells there are; empty: one at each step.",
        ),
        Column("wants_heavy", "wants_heavy", Flag(), "Whether squats and deadlifts may become heavy."),
    ),
    owner="pk",
    one_row=True,
    rules=(Rule("week_starts_on is 0 or 6", lambda row: row["week_starts_on"] in (0, 6)),),
)

CALENDAR = Table(
    "calendar",
    "CalendarFeed",
    "What your calendar's address holds; one row, or none where you never chose. Its secret address is not exported.",
    (
        Column("alarm", "alarm", Choice("none", "evening", "morning"), "The alarm on strength days."),
        Column("with_runs", "with_runs", Flag(), "Whether runs that you did stand in it."),
        Column("with_plans", "with_plans", Flag(), "Whether runs and races that you plan stand in it."),
    ),
    one_row=True,
)

REMINDER = Table(
    "reminder",
    "Reminder",
    "When you want to be reminded by mail; one row, or none where you never chose.",
    (
        Column("when", "when", Choice("never", "evening", "morning"), "The evening before, that morning, or never."),
        Column("hour", "hour", Whole(0, 23), "The full hour on your clocks."),
    ),
    one_row=True,
)

REMINDERS_SENT = Table(
    "reminders_sent",
    "SentReminder",
    "The days that you were reminded of.",
    (
        Column("day", "day", Day(), "The day that the mail was about."),
        Column("when", "when", Choice("never", "evening", "morning"), "The evening before, or that morning."),
        Column("sent_at_utc", "sent_at", Moment(), "When it was sent."),
    ),
    unique=(lambda row: row["day"],),
)
