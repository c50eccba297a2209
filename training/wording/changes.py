"""What changed since the days were shown, in one or two sentences."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.text import get_text_list
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from training.models import Run
from training.plan.changes import Change
from training.wording.run_kind import grounds

# More than two sentences are no news any more.
MOST = 2

SENTENCES: Mapping[str, Promise] = {
    "ill": _("You told us that you are ill."),
    "well-again": _("You are well again."),
    "pain": _("You told us of pain."),
    "pain-settled": _("Your pain has settled."),
    "away": _("You are away from %(day)s."),
    "race-entered": _("You entered a race on %(date)s."),
    "race-gone": _("The race on %(date)s is off."),
    "run-turned-out": _("%(day)s's run counted as %(kind)s%(ground)s."),
    "run-counts-otherwise": _("%(day)s's run now counts as %(kind)s%(ground)s."),
    "run-came-in": _("A run on %(day)s came in; it counts as %(kind)s."),
    "run-gone": _("%(day)s's run is no longer in your log."),
    "run-did-not-come": _("The %(expected)s run expected on %(day)s did not happen."),
    "session-elsewhere": _("You did strength on %(day)s."),
    "session-missed": _("%(day)s's strength did not happen; nothing is owed."),
    "moved": _("You moved strength to %(day)s."),
    "skipped": _("You skipped %(day)s."),
    "taken-back": _("You took a change back."),
    "plan-changed": _("Your running plan changed."),
    "wishes-changed": _("You changed your settings."),
}

KINDS: Mapping[str, Promise] = {
    "": _("none"),
    "rest": _("rest"),
    "cross": _("cross-training"),
    "easy": _("easy"),
    "moderate": _("moderate"),
    "hard": _("hard"),
    "long": _("long"),
    "race": _("a race"),
}


def what_changed(changes: Iterable[Change], runs: Iterable[Run]) -> str:
    """The changes that weigh most, as sentences."""
    by_id = {str(run.pk): run for run in runs}
    return " ".join(sentence(change, by_id.get(change.run)) for change in list(changes)[:MOST])


def sentence(change: Change, run: Run | None = None) -> str:
    return str(SENTENCES[change.what]) % {
        "day": date_format(change.day, "l") if change.day else "",
        "date": date_format(change.day, "FULL_DAY_FORMAT") if change.day else "",
        "kind": KINDS[change.kind],
        "expected": KINDS[change.expected],
        "ground": f": {ground(change.kind, run)}" if run else "",
    }


def ground(kind: str, run: Run) -> str:
    """What made the run count so: its length where it is long, else how hard it was."""
    found = grounds(run)
    return found[-1 if kind == "long" else 0].text


def days_in_words(days: Iterable[date], *, after: date | None = None) -> str:
    """Tuesday and Friday; with the date for days beyond `after`."""
    return get_text_list(
        [date_format(day, "FULL_DAY_SHORT_MONTH_FORMAT" if after and day > after else "l") for day in sorted(days)],
        gettext("and"),
    )
