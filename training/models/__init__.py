from training.models.planned_movement import PlannedMovement
from training.models.run import Run, RunImport, RunImportFile
from training.models.runner import Runner
from training.models.session import LoggedSet, Session

__all__ = ["LoggedSet", "PlannedMovement", "Run", "RunImport", "RunImportFile", "Runner", "Session"]
