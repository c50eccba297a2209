from training.models.condition import Condition
from training.models.feed import CalendarFeed, PublishedEntry
from training.models.planned_movement import PlannedMovement
from training.models.planned_run import PlanImport, PlannedRun, WeeklyRun
from training.models.race import Race
from training.models.recommendation import ShownWeek
from training.models.reminder import Reminder, SentReminder
from training.models.revision import GuidesRevision, RunnerRevision
from training.models.run import Run, RunImport, RunImportFile
from training.models.runner import Runner
from training.models.session import LoggedSet, Session

__all__ = [
    "CalendarFeed",
    "Condition",
    "GuidesRevision",
    "LoggedSet",
    "PlanImport",
    "PlannedMovement",
    "PlannedRun",
    "PublishedEntry",
    "Race",
    "Reminder",
    "Run",
    "RunImport",
    "RunImportFile",
    "Runner",
    "RunnerRevision",
    "SentReminder",
    "Session",
    "ShownWeek",
    "WeeklyRun",
]
