"""What every reader of strength yields: one workout with its sets."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from training.runfiles.activity import Doubt, Format, ParsedActivity
from training.runfiles.sets import ImportedSet


@dataclass(frozen=True, slots=True)
class StrengthActivity:
    """One workout, its sets in the order they were done.

    `start` is an aware UTC datetime, or None when the watch's clock was not set; where `start_is_local` it is the time
    on the runner's clock as if it were UTC. `seconds` is its whole length, None where the file does not say.
    `key` is equal for two copies of one workout from the same source.
    """

    format: Format | Literal["hevy", "strong"]
    start: datetime | None
    start_is_local: bool
    sets: tuple[ImportedSet, ...]
    seconds: float | None = None
    title: str | None = None
    notes: str | None = None
    avg_hr: int | None = None
    max_hr: int | None = None
    utc_offset_seconds: int | None = None
    device: str | None = None
    key: str | None = None
    index: int = 0
    warnings: tuple[Doubt, ...] = ()

    @property
    def exercises(self) -> tuple[str, ...]:
        """Titles as written, each once, in the order they were begun; those that a watch only guessed are left out."""
        return tuple(dict.fromkeys(one.exercise for one in self.sets if one.exercise))


def from_recording(activity: ParsedActivity) -> StrengthActivity:
    """The workout that a watch recorded, with the sets it counted, perhaps none."""
    return StrengthActivity(
        format=activity.format,
        start=activity.start,
        start_is_local=activity.start_is_local,
        sets=activity.sets,
        seconds=activity.elapsed_seconds or activity.seconds,
        title=activity.title,
        avg_hr=activity.avg_hr,
        max_hr=activity.max_hr,
        utc_offset_seconds=activity.utc_offset_seconds,
        device=activity.device,
        key=activity.device_key,
        index=activity.index,
        warnings=activity.warnings,
    )
