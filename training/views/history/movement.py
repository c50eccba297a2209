"""One movement over time."""

from datetime import date
from functools import cached_property

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from config.http import RunnerRequest, page
from training.models import Runner
from training.models.movement_history import MovementHistory
from training.models.movement_rows import Movement, SessionSets, movement_of
from training.models.span import Span
from training.stamp import stamped
from training.views.history.asked import day_asked, span_asked
from training.wording.movement import MovementWords
from training.wording.movement_picture import Picture


@login_required
@require_safe
@stamped
def movement(request: RunnerRequest, slug: str) -> HttpResponse:
    """What got better, `?range=` of time as a picture, and every set, older ones from the day `?before=` on."""
    found = movement_of(slug)
    if found is None:
        raise Http404(f"there is no movement {slug}")
    before, asked = day_asked(request, "before"), span_asked(request)
    movement_page = MovementPage(request.user, found, request.user.today(timezone.now()), before=before, asked=asked)
    return page(request, "training/movement_history.html", {"active": "history", "history": movement_page})


class MovementPage:
    """What the page shows; each part is read when the page comes to it."""

    def __init__(
        self, runner: Runner, movement: Movement, today: date, *, before: date | None, asked: Span | None
    ) -> None:
        self.movement = movement
        self.before, self.asked = before, asked
        self.past = MovementHistory(runner, movement, today)
        self.words = MovementWords(self.past, runner.measures)

    @property
    def begun(self) -> bool:
        """Whether a set counts; a warm-up does not."""
        return bool(self.past.rungs)

    @cached_property
    def _page(self) -> tuple[list[SessionSets], date | None]:
        return self.past.page(self.before)

    @property
    def sessions(self) -> list[SessionSets]:
        return self._page[0]

    @property
    def table(self) -> SafeString:
        return self.words.table(self.sessions)

    @property
    def older(self) -> date | None:
        return self._page[1]

    @cached_property
    def estimate(self) -> str:
        return self.words.estimate(self._page[0])

    @cached_property
    def picture(self) -> Picture:
        return Picture(self.words, self.past.range_of(self.asked))

    @property
    def spans(self) -> list[tuple[Span, bool]]:
        """How far back it can reach, and which of it is shown; nothing where there is nothing to choose."""
        found = self.past.ranges
        return [(one.span, one == self.picture.shown) for one in found] if len(found) > 1 else []
