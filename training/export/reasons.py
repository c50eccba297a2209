"""Reasons and explanations inside of rows, as the app keeps them."""

from datetime import date
from typing import Any

from training.export.columns import Facts, Listed, Record, Text, WrongValue, _AsItStands
from training.plan.rules import Reason

EVIDENCE = "evidence by its number on the page “Why”"


class DayText(_AsItStands):
    """A day within a list or object."""

    words = "a day, such as 2026-03-09"

    def read(self, value: Any) -> str:
        try:
            date.fromisoformat(value)
        except (TypeError, ValueError) as error:
            raise WrongValue from error
        found: str = value
        return found


class Dated(DayText):
    """A text that begins with a day."""

    words = "text that begins with a day"

    def read(self, value: Any) -> str:
        Text(200).read(value)
        super().read(value[:10])
        found: str = value
        return found


class RunsOfBasis(_AsItStands):
    """Day and kind of runs, by their number in the table of runs."""

    words = "an object of days and kinds by the number of a run"

    def read(self, value: Any) -> Any:
        if not isinstance(value, dict):
            raise WrongValue
        for number, facts in value.items():
            if not number.isdecimal() or not isinstance(facts, list) or len(facts) != 2:
                raise WrongValue
            DayText().read(facts[0])
            Text(20).read(facts[1])
        return value


DATED = Listed(Dated(), most=1000)
BASIS = Record(
    {
        "runs": RunsOfBasis(),
        **dict.fromkeys(("sessions", "races", "planned", "away", "moved", "skipped"), DATED),
        "health": Listed(Text(20), most=10),
        "wishes": Text(1000),
        "until": DayText(),
    },
    optional=frozenset({"sessions", "races", "planned", "away", "moved", "skipped", "health", "wishes", "until"}),
    empty=True,
)

REASON = Record({"rule": Text(60), "facts": Facts(), "evidence": Listed(Text(20), most=50)})


class KeptReason(_AsItStands):
    """A rule with its numbers; of a rule that this version knows, they are what it reads."""

    words = "an object with rule, facts, evidence"

    def read(self, value: Any) -> Any:
        REASON.read(value)
        try:
            Reason.of_json(value)
        except (TypeError, ValueError) as error:
            raise WrongValue from error
        return value
