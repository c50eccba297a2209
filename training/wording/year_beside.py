"""How strength sat beside running over a year: on which days, and before which; no judgement."""

from typing import NamedTuple

from django.utils.translation import gettext, ngettext

from training.models import Run
from training.models.year import Year
from training.templatetags.kinds import LETTERS, NAMES

# Days on which strength stood, the lightest first: by the hardest run of the day, None for a day without one.
LIGHT = (None, Run.Kind.CROSS, Run.Kind.EASY)
HEAVY = (Run.Kind.LONG, Run.Kind.HARD, Run.Kind.RACE)


class KindLine(NamedTuple):
    """How many sessions stood on days with this kind of run as their hardest."""

    kind: str
    letter: str
    name: str
    sessions: int


class Sentence(NamedTuple):
    """With the E-numbers of the evidence that it touches."""

    text: str
    evidence: tuple[str, ...] = ()


def beside_running(year: Year) -> list[KindLine]:
    """The lightest days first; none for kinds of days on which no session stood."""
    found = year.sessions_by_kind
    lines = [(kind.value if kind else "rest", found[kind]) for kind in (*LIGHT, Run.Kind.MODERATE, *HEAVY)]
    return [KindLine(kind, str(LETTERS[kind]), _name(kind), count) for kind, count in lines if count]


def beside_in_words(year: Year) -> list[Sentence]:
    found = year.sessions_by_kind
    numbers = {
        "all": found.total(),
        "light": sum(found[kind] for kind in LIGHT),
        "heavy": sum(found[kind] for kind in HEAVY),
        "before": year.before_hard,
    }
    shares = ngettext(
        "Of %(all)d session, %(light)d stood on a day without a run, with an easy run or with cross-training "
        "and %(heavy)d on a day with a hard run, a long run or a race.",
        "Of %(all)d sessions, %(light)d stood on days without a run, with an easy run or with cross-training "
        "and %(heavy)d on days with a hard run, a long run or a race.",
        numbers["all"],
    )
    before = ngettext(
        "%(before)d was on the day before a hard run or a race.",
        "%(before)d were on the day before a hard run or a race.",
        numbers["before"],
    )
    schools = gettext(
        "There are two schools: strength on easy days, so that hard runs find fresh legs, or after hard runs, so "
        "that easy days stay easy. No trial has compared them."
    )
    return [Sentence(shares % numbers), Sentence(before % numbers, ("E11",)), Sentence(schools, ("E19", "E20"))]


def _name(kind: str) -> str:
    return gettext("No run") if kind == "rest" else str(NAMES[kind])
