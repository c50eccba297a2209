"""What is missing for phase 2, one sentence for each `Missing`."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from training.plan.progression.heavy import A_WEEK, SESSIONS, WEEKS, Gate, Missing

SENTENCES: Mapping[Missing, Promise] = {
    Missing.SESSIONS: _("%(sessions)s of %(of_sessions)s sessions done."),
    Missing.WEEKS: _("%(recent)s of %(of_recent)s sessions in the last %(weeks)s weeks, with none left out."),
    Missing.PAIN: _("Two weeks without pain over 2 out of 10."),
    Missing.WEIGHTS: _("Dumbbells or a barbell, under Equipment."),
}


def still_missing(gate: Gate) -> list[str]:
    """What keeps the gate shut, in sentences; nothing once it is open."""
    numbers = {
        "sessions": gate.sessions,
        "of_sessions": SESSIONS,
        "recent": gate.recent,
        "of_recent": WEEKS * A_WEEK,
        "weeks": WEEKS,
    }
    return [str(SENTENCES[one]) % numbers for one in gate.missing]
