"""What runners with two devices each will do in the gym, drawn beforehand.

Sets are sent once, sent again, sent by both devices at the same moment with different numbers, changed later, changed
with the messages in the wrong order, taken back.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count, islice
from math import ceil
from typing import Any, NamedTuple, Self
from uuid import UUID

SETS_OF_A_MOVEMENT = 5


class State(NamedTuple):
    """A set as it stands: what must be the same in a report, an answer and the database."""

    session: UUID
    position: int
    number: int
    reps: int | None
    seconds: int | None
    kg: float | None
    removed: bool
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class Report:
    """A set as one device knows it, and the movement that the API wants to be told with it."""

    set_id: UUID
    state: State
    movement: dict[str, str]

    @property
    def path(self) -> str:
        return f"/api/v1/sessions/{self.state.session}/sets/{self.set_id}"

    def body(self) -> dict[str, Any]:
        told = self.state._asdict() | self.movement
        del told["session"]
        return told | {"logged_at": told["changed_at"].isoformat(), "changed_at": told["changed_at"].isoformat()}


@dataclass(frozen=True, slots=True)
class Beginning:
    """A session that a device begins from the sealed plan of its page."""

    session: UUID
    plan: str
    day: str
    changed_at: str

    @property
    def path(self) -> str:
        return f"/api/v1/sessions/{self.session}"

    def body(self) -> dict[str, Any]:
        return {"status": "under-way", "plan": self.plan, "day": self.day, "changed_at": self.changed_at}


@dataclass(frozen=True, slots=True)
class Step:
    what: Report | Beginning
    # Both devices wait for each other before they send it.
    together: bool = False


@dataclass(slots=True)
class Account:
    """A runner's two cookies, and what the page of the next session says to each device."""

    cookies: list[str]
    plan: str
    movements: list[dict[str, Any]]
    now: datetime

    @classmethod
    def of(cls, made: dict[str, Any]) -> Self:
        """From what `make_accounts` gives."""
        return cls(**{**made, "now": datetime.fromisoformat(made["now"])})


def state_of(fields: dict[str, Any], session: UUID) -> State:
    """The set in an answer of the API, or in a row of `dumpdata`."""
    own = {name: fields[name] for name in State._fields if name not in {"session", "changed_at"}}
    return State(session=session, changed_at=datetime.fromisoformat(fields["changed_at"]).astimezone(UTC), **own)


def scripts(account: Account, sets: int, chance: random.Random) -> tuple[list[Step], list[Step]]:
    """What each of the runner's two devices does to log that many sets, in sessions of today and the days before."""
    each: tuple[list[Step], list[Step]] = ([], [])
    # Whole milliseconds, which a device has: no two changes are of the same moment.
    moments = (
        account.now.replace(microsecond=0) - timedelta(hours=1) + timedelta(milliseconds=step) for step in count(1)
    )
    places = [(one, number) for one in account.movements for number in range(1, SETS_OF_A_MOVEMENT + 1)]
    for back in range(ceil(sets / len(places))):
        session = UUID(int=chance.getrandbits(128), version=4)
        day = (account.now - timedelta(days=back)).date().isoformat()
        begin = Step(Beginning(session, account.plan, day, account.now.isoformat()), together=True)
        later: tuple[list[Step], list[Step]] = ([], [])
        for script in each:
            script.append(begin)
        for movement, number in places[: sets - back * len(places)]:
            log_one(each, later, reports(session, movement, number, chance, moments), chance)
        for script, rest in zip(each, later, strict=True):
            script += rest
    return each


def reports(
    session: UUID, movement: dict[str, Any], number: int, chance: random.Random, moments: Iterator[datetime]
) -> tuple[Report, Report]:
    """Two versions of the same set, the later one second; its id is its place, as in Session.set_id."""
    position, timed = movement["position"], movement["timed"]
    set_id = UUID(f"{str(session)[:-4]}{bytes([position, number]).hex()}")
    slugs = {"exercise": movement["exercise"], "variation": movement["variation"]}
    first, second = (
        Report(
            set_id,
            State(
                session, position, number,
                reps=None if timed else amount,
                seconds=amount if timed else None,
                kg=chance.choice([None, 20.0, 22.5]),
                removed=False,
                changed_at=moment,
            ),
            slugs,
        )
        for amount, moment in zip(chance.sample(range(1, 60), 2), islice(moments, 2), strict=True)
    )  # fmt: skip
    return first, second


def log_one(
    now: tuple[list[Step], list[Step]],
    later: tuple[list[Step], list[Step]],
    versions: tuple[Report, Report],
    chance: random.Random,
) -> None:
    """Put one set into the scripts, in one of the ways in which sets come."""
    one, other = chance.sample([0, 1], 2)
    first, second = versions
    match chance.choices(["once", "again", "both", "changed", "late", "taken back"], [8, 3, 3, 3, 2, 1])[0]:
        case "once":
            now[one].append(Step(first))
        case "again":
            now[one].append(Step(first))
            later[one].append(Step(first))
        case "both":
            now[one].append(Step(first, together=True))
            now[other].append(Step(second, together=True))
        case "changed":
            now[one].append(Step(first))
            later[other].append(Step(second))
        case "late":
            now[one].append(Step(second))
            later[other].append(Step(first))
        case "taken back":
            now[one].append(Step(first))
            gone = Report(second.set_id, second.state._replace(removed=True), second.movement)
            later[one].append(Step(gone))
