"""What became of one file of an upload, and what its owner answered to the questions that files leave open."""

from dataclasses import dataclass

from training.export.reading import Summary
from training.runfiles.activity import ParsedActivity
from training.runfiles.errors import UnreadableFile
from training.runfiles.kind import Kind
from training.runfiles.questions import DistanceUnit, Question, WeightUnit
from training.runfiles.strength import StrengthActivity


@dataclass(frozen=True, slots=True)
class Answers:
    """Units of tables that do not tell theirs; None is not asked yet."""

    distance: DistanceUnit | None = None
    weight: WeightUnit | None = None


@dataclass(frozen=True, slots=True)
class FileResult:
    """One file, or one row of Strava's table with its file.

    `name` is for people. `activities` are the runs and what was no run, `workouts` the strength sessions with sets.
    `refused` says why there is neither; where a table's row stands in for a file that could not be read, `replaced`
    says why. `account` is what an export of ours holds. `fingerprint` is the SHA-1 of the unpacked content, empty for a
    row without a file.
    """

    name: str
    kind: Kind
    activities: tuple[ParsedActivity, ...] = ()
    workouts: tuple[StrengthActivity, ...] = ()
    refused: UnreadableFile | None = None
    replaced: UnreadableFile | None = None
    fingerprint: str = ""
    account: Summary | None = None

    @property
    def question(self) -> Question | None:
        """What has to be answered before the file can be read, if anything."""
        return self.refused if isinstance(self.refused, Question) else None
