from training.models.condition import Condition
from training.models.custom import CustomMovement, CustomSet, MovementTitle
from training.models.feed import CalendarFeed, PublishedEntry
from training.models.imports import Import, ImportItem, ImportUpload
from training.models.planned_movement import PlannedMovement
from training.models.planned_run import PlanImport, PlannedRun, WeeklyRun
from training.models.race import Race
from training.models.recommendation import ShownWeek
from training.models.reminder import Reminder, SentReminder
from training.models.revision import RunnerRevision
from training.models.run import Run
from training.models.runner import Runner
from training.models.session import LoggedSet, Session

__all__ = [
    "CalendarFeed",
    "Condition",
    "CustomMovement",
    "CustomSet",
    "Import",
    "ImportItem",
    "ImportUpload",
    "LoggedSet",
    "MovementTitle",
    "PlanImport",
    "PlannedMovement",
    "PlannedRun",
    "PublishedEntry",
    "Race",
    "Reminder",
    "Run",
    "Runner",
    "RunnerRevision",
    "SentReminder",
    "Session",
    "ShownWeek",
    "WeeklyRun",
]
