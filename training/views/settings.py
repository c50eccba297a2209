"""The settings page: sections that are saved each on its own."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from config.http import RunnerRequest, page
from training.actions.settings import save_section
from training.forms.settings import SECTIONS, Section


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def settings(request: RunnerRequest) -> HttpResponse:
    if request.method != "POST":
        return settings_page(request)
    chosen = next((section for section in SECTIONS if section.key == request.POST.get("section")), None)
    if chosen is None:
        return HttpResponseBadRequest(_("There is no such section of the settings."), content_type="text/plain")
    # The form writes into its row even what it cannot keep, and the page is drawn from request.user.
    today = request.user.today(timezone.now())
    form = chosen(request.POST, instance=chosen.row_to_change(request.user), today=today)
    if not form.is_valid():
        return settings_page(request, form, status=422)
    save_section(form=form)
    if not request.htmx:
        # The page that says it may be in another language, which was just chosen.
        request.user.refresh_from_db(fields=["language"])
        with translation.override(request.user.language or translation.get_language_from_request(request)):
            messages.success(request, _("Saved."))
        return redirect(f"{reverse('training:settings')}#{chosen.key}")
    return settings_page(request, chosen(instance=chosen.row_to_change(request.user), today=today), saved=True)


def settings_page(
    request: RunnerRequest, posted: Section | None = None, *, saved: bool = False, status: int = 200
) -> HttpResponse:
    """The whole page, or the section that was posted where htmx asks for it."""
    if posted is not None and request.htmx and not request.htmx.boosted:
        sections = [posted]
    else:
        today = request.user.today(timezone.now())
        fresh = (one(instance=one.row_of(request.user), today=today) for one in SECTIONS)
        sections = [posted if posted and posted.key == one.key else one for one in fresh]
    context = {"active": "you", "sections": sections, "section": posted, "saved": saved}
    return page(request, "training/settings.html", context, fragment="settings_section", status=status)
