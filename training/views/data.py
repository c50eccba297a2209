"""Everything out, and everything gone."""

from allauth.core import ratelimit
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from config.http import AnyRequest, RunnerRequest, page
from training.actions.account import delete_account
from training.actions.feed import calendar_now
from training.export.archive import zipped
from training.forms.account import DeleteForm
from training.models.export_files import export_files
from training.models.holdings import exported_holdings, holdings
from training.wording.holdings import counted

# So long the page that says what was deleted can be read again.
TOLD_SECONDS = 600


@login_required
@require_safe
def export(request: RunnerRequest) -> HttpResponse:
    return page(request, "training/export.html", {"active": "you", "counted": counted(exported_holdings(request.user))})


@login_required
@require_safe
def export_archive(request: RunnerRequest) -> HttpResponse | StreamingHttpResponse:
    """The zip, made while it is sent."""
    if request.method == "HEAD":
        return HttpResponse(content_type="application/zip")
    runner, now = request.user, timezone.now()
    local = now.astimezone(runner.zone)
    files = export_files(runner, calendar_now(runner=runner, now=now), now)
    response = StreamingHttpResponse(zipped(files, local), content_type="application/zip")
    name = f"sets-and-strides-{local:%Y-%m-%d}.zip"
    response["Content-Disposition"] = content_disposition_header(True, name)
    # It is packed already.
    response["Content-Encoding"] = "identity"
    patch_cache_control(response, private=True, no_store=True)
    return response


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: RunnerRequest) -> HttpResponse:
    runner = request.user
    form = DeleteForm(*([request.POST] if request.method == "POST" else []), runner=runner)
    if form.is_bound:
        # As wherever a password is asked for again.
        if not ratelimit.consume(request, action="reauthenticate", user=runner):
            form.add_error(None, _("That was tried too often. Wait a minute, then try again. Nothing was deleted."))
            return _delete_page(request, form, status=429)
        if form.is_valid():
            removed = delete_account(runner=runner)
            logout(request)
            request.session["removed"] = removed
            request.session.set_expiry(TOLD_SECONDS)
            response = redirect("training:deleted")
            # Pages and sets that the browser keeps for when there is no connection.
            response["Clear-Site-Data"] = '"storage"'
            return response
    return _delete_page(request, form, status=422 if form.is_bound else 200)


def _delete_page(request: RunnerRequest, form: DeleteForm, *, status: int) -> HttpResponse:
    context = {"active": "you", "form": form, "counted": counted(holdings(request.user))}
    return page(request, "training/delete.html", context, status=status)


@never_cache
@require_safe
def deleted(request: AnyRequest) -> HttpResponse:
    """What was removed, for whoever has just removed it."""
    removed = request.session.get("removed")
    if removed is None:
        return redirect("training:home")
    return page(request, "training/deleted.html", {"counted": counted(removed)})
