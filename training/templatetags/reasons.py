"""The reasons that a session keeps, as sentences; never a query."""

from django import template

from training.models import Runner, Session
from training.plan.rules import Reason
from training.wording.days import Sentence, sentence

register = template.Library()


@register.simple_tag
def kept_reasons(session: Session, runner: Runner) -> list[Sentence]:
    """Why the session sat on its day, as it was said when it was started; nothing for one that nobody recommended."""
    kept = [Reason.of_json(reason) for reason in session.reasons]
    return [sentence(reason, runner.measures) for reason in kept if reason is not None]
