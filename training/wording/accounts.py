"""What an export of an account brings, in sentences for its runner."""

from collections.abc import Iterator, Mapping

from django.utils.text import get_text_list
from django.utils.translation import gettext, ngettext

from training.wording.holdings import counted, grouped

# Tables of which a runner has heard; everything else is counted together.
PLANNED = ("planned_runs", "weekly_runs", "races")
# Rows that a runner would not count: they come with others.
WITH_OTHERS = (
    "settings",
    "calendar",
    "reminder",
    "planned_movements",
    "sets",
    "custom_sets",
    "imports",
    "plan_imports",
)


def account(new: Mapping[str, int], known: Mapping[str, int], *, with_settings: bool) -> str:
    """579 runs, 241 strength sessions and 3 other entries of an account. You have 12 runs of it already. ..."""
    brings, has = list(_counted(new)), list(_counted(known))
    sentences = []
    if brings:
        sentences.append(gettext("From an account: %(what)s.") % {"what": _and(brings)})
    if has:
        sentences.append(gettext("You have already: %(what)s.") % {"what": _and(has)})
    if not brings and not has:
        sentences.append(gettext("An account without training."))
    if with_settings:
        sentences.append(gettext("Your settings become those of that account."))
    else:
        sentences.append(gettext("Your settings stay as they are."))
    return " ".join(sentences)


def _counted(rows: Mapping[str, int]) -> Iterator[str]:
    named = {"runs": rows.get("runs", 0), "sessions": rows.get("sessions", 0)}
    named["planned"] = sum(rows.get(name, 0) for name in PLANNED)
    yield from (f"{number} {what}" for number, what in counted(named))
    left = rows.keys() - {"runs", "sessions", *PLANNED, *WITH_OTHERS}
    if others := sum(rows[name] for name in left):
        yield f"{grouped(others)} {ngettext('other entry', 'other entries', others)}"


def _and(parts: list[str]) -> str:
    return get_text_list(parts, gettext("and"))
