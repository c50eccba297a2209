"""Ending reminders from a mail: no login, since the signed address says whose they are."""

from django.http import Http404, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from config.http import AnyRequest, page
from training.actions.reminders import reminder_of
from training.models import Reminder


# Mail programs post here in one click, without the page and so without its token; the address itself is the proof.
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def reminders_stop(request: AnyRequest, token: str) -> HttpResponse:
    """Ask on GET, since programs that scan mails follow links; end them on POST, without a redirect (RFC 8058)."""
    reminder = reminder_of(token)
    if reminder is None:
        raise Http404
    if request.method == "POST":
        reminder.stop()
        reminder.save(update_fields=["when"])
    response = page(request, "training/reminders_stop.html", {"on": reminder.when != Reminder.When.NEVER})
    response["X-Robots-Tag"] = "noindex"
    return response
