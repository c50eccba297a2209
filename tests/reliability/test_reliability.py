"""No acknowledged set is lost, in small; `python -m bench.reliability` does it in earnest and on both databases."""

import json
import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection

from bench.reliability import Tally, log_and_kill, make_accounts, rows, tally
from bench.scripts import Account, Report, State, scripts
from bench.server import Server

MOMENT = datetime(2026, 11, 26, 18, tzinfo=UTC)
SENT = Report(uuid4(), State(uuid4(), 1, 1, 12, None, 20.0, False, MOMENT), {})
CHANGED = replace(SENT, state=SENT.state._replace(reps=10, changed_at=MOMENT + timedelta(seconds=1)))
SETS = 30
ELSEWHERE = SENT.state._replace(reps=9)


@pytest.fixture
def server(transactional_db: None, tmp_path: Path) -> Iterator[Server]:
    """The site on the database of the tests, served by processes of its own."""
    own = connection.settings_dict
    if connection.vendor == "sqlite":
        url = f"sqlite:///{own['NAME']}"
    else:
        url = f"postgresql://{own['USER']}@{own['HOST']}:{own['PORT']}/{own['NAME']}"
    server = Server(DATA_DIR=str(tmp_path), DATABASE_URL=url, SECRET_KEY=settings.SECRET_KEY)
    server.start()
    yield server
    server.kill()


def stored() -> Iterator[tuple[UUID, State]]:
    dumped = StringIO()
    call_command("dumpdata", "training.loggedset", all=True, stdout=dumped)
    return rows(dumped.getvalue())


def test_the_sets_of_eight_devices_outlive_a_kill(server: Server) -> None:
    accounts = [Account.of(json.loads(json.dumps(one))) for one in make_accounts(4)]
    outcome = log_and_kill(accounts, server.port, server.restart, stored, sets=SETS, kills=1, seed=1)
    assert outcome.kills == 1
    assert outcome.cut_off > 0, "the server was killed while nobody was waiting for an answer"
    assert outcome.tally == Tally(outcome.tally.reports, acknowledged=SETS, stored=SETS, lost=0, duplicated=0, wrong=0)


@pytest.mark.parametrize(
    ("acknowledged", "kept", "lost", "duplicated", "wrong"),
    [
        pytest.param([(SENT, SENT.state)], [SENT.state], 0, 0, 0, id="kept"),
        pytest.param([(SENT, SENT.state)], [], 1, 0, 0, id="lost"),
        pytest.param([], [SENT.state], 0, 0, 0, id="kept though the answer got lost"),
        pytest.param([(SENT, SENT.state)], [CHANGED.state], 0, 0, 0, id="a change kept though its answer got lost"),
        pytest.param([(CHANGED, CHANGED.state)], [SENT.state], 0, 0, 1, id="the acknowledged change undone"),
        pytest.param([(CHANGED, SENT.state)], [CHANGED.state], 0, 0, 1, id="an answer that is out of date"),
        pytest.param([(SENT, ELSEWHERE)], [SENT.state], 0, 0, 1, id="an answer that nobody sent"),
        pytest.param([(SENT, SENT.state)], [ELSEWHERE], 0, 0, 1, id="a row that nobody sent"),
    ],
)
def test_the_tally_tells_what_went_wrong(
    acknowledged: list[tuple[Report, State]], kept: list[State], lost: int, duplicated: int, wrong: int
) -> None:
    found = tally([SENT, CHANGED], acknowledged, [(SENT.set_id, state) for state in kept])
    assert (found.lost, found.duplicated, found.wrong) == (lost, duplicated, wrong)
    assert found.sound == (lost == duplicated == wrong == 0)


def test_the_same_set_under_two_ids_is_a_double() -> None:
    again = replace(SENT, set_id=uuid4())
    found = tally([SENT, again], [(SENT, SENT.state)], [(SENT.set_id, SENT.state), (again.set_id, again.state)])
    assert (found.stored, found.duplicated, found.sound) == (2, 1, False)


def test_the_scripts_have_every_way_in_which_sets_come() -> None:
    movements = [{"exercise": "squat", "variation": "goblet-squat", "position": 1, "timed": False}]
    account = Account(["one", "other"], "plan", movements, MOMENT)
    one, other = scripts(account, 250, random.Random(1))
    assert [step.what.path for step in one if step.together] == [step.what.path for step in other if step.together]
    steps = [step for step in [*one, *other] if isinstance(step.what, Report)]
    reports = [step.what for step in steps if isinstance(step.what, Report)]
    assert len({report.set_id for report in reports}) == 250
    assert len(set(map(id, reports))) < len(reports), "some are sent again"
    assert any(step.together for step in steps)
    assert any(report.state.removed for report in reports)
    assert len({(report.set_id, report.state.changed_at) for report in reports}) > 250, "some are changed"
