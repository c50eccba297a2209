from django.test import Client
from django.urls import reverse

from tests.training.views.sessions.taps import LIST, html, set_address, start
from training.models import LoggedSet, Runner, Session


def test_deleting_hides_the_session_and_undo_has_it_back(client_of_runner: Client, runner: Runner) -> None:
    session = start(runner)
    client_of_runner.post(set_address(session, 1, 1), {"reps": "10"})
    address = reverse("training:session-delete", args=[session.pk])
    assert client_of_runner.get(address).status_code == 405
    told = client_of_runner.post(address)["Location"]
    assert told == f"{LIST}?deleted={session.pk}"
    assert not Session.objects.exists()
    assert not LoggedSet.objects.done().exists()
    assert client_of_runner.get(session.get_absolute_url()).status_code == 404
    page = html(client_of_runner.get(told))
    undo = reverse("training:session-undelete", args=[session.pk])
    assert page.count(f'action="{undo}"') == 2
    for _ in range(2):
        assert client_of_runner.post(undo)["Location"] == session.get_absolute_url()
    session.refresh_from_db()
    assert (session.status, session.deleted_at, session.sets.count()) == ("under-way", None, 1)


def test_nonsense_in_the_address_of_the_list_is_ignored(client_of_runner: Client) -> None:
    assert client_of_runner.get(f"{LIST}?deleted=x").status_code == 200
