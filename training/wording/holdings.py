"""How much is kept of a runner, in words."""

from collections.abc import Callable, Mapping

from django.utils.formats import number_format
from django.utils.translation import ngettext

# Runs first; what there is none of is not named.
KINDS: Mapping[str, Callable[[int], str]] = {
    "runs": lambda n: ngettext("run", "runs", n),
    "sessions": lambda n: ngettext("strength session", "strength sessions", n),
    "sets": lambda n: ngettext("set", "sets", n),
    "planned": lambda n: ngettext("planned run or race", "planned runs and races", n),
    "conditions": lambda n: ngettext("time ill, hurting or away", "times ill, hurting or away", n),
    "weeks": lambda n: ngettext("recommended week", "recommended weeks", n),
    "imports": lambda n: ngettext("import", "imports", n),
}


def grouped(number: int) -> str:
    """5,772"""
    return number_format(number, force_grouping=True)


def counted(holdings: Mapping[str, int]) -> list[tuple[str, str]]:
    """("579", "runs"), ("241", "strength sessions"), ("5,772", "sets")"""
    return [(grouped(number), say(number)) for name, say in KINDS.items() if (number := holdings.get(name, 0))]
