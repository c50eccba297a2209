from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from config.http import RunnerRequest
from training.actions.sessions import bring_back, delete_session
from training.models import Session


@login_required
@require_POST
def session_delete(request: RunnerRequest, pk: UUID) -> HttpResponse:
    """Out of sight; the list of sessions offers to undo it."""
    found: Session = get_object_or_404(request.user.sessions, pk=pk)
    delete_session(found, timezone.now())
    return redirect(f"{reverse('training:sessions')}?deleted={pk}")


@login_required
@require_POST
def session_undelete(request: RunnerRequest, pk: UUID) -> HttpResponse:
    """As it was before it was deleted. Undoing it twice is no mistake."""
    found: Session = get_object_or_404(Session.everything, pk=pk, runner=request.user)
    bring_back(found)
    return redirect(found)
