"""The end of an account."""

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session as BrowserSession
from django.db import transaction

from training.actions.runs import locked
from training.models import Runner, Session
from training.models.holdings import holdings


@transaction.atomic
def delete_account(*, runner: Runner) -> dict[str, int]:
    """Delete the runner with all rows, uploaded files and logins; how much of what that was.

    One transaction: everything is gone, or nothing.
    """
    held = locked(runner.pk)
    removed = holdings(held)
    for work in held.imports.all():
        for upload in work.uploads.exclude(file=""):
            # Files cannot be brought back: not before the rows are surely gone.
            transaction.on_commit(lambda upload=upload: upload.file.delete(save=False))  # type: ignore[misc]
    keys = UserSession.objects.filter(user=held).values_list("session_key", flat=True)
    BrowserSession.objects.filter(session_key__in=list(keys)).delete()
    # What imports brought goes before them, so that fewer rows have to be looked after at once.
    Session.everything.filter(runner=held).delete()
    held.runs.all().delete()
    held.delete()
    return removed
