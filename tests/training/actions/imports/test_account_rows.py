"""The law of the export: out and in gives the same rows, whatever an account holds."""

import json
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from exercises.models import Equipment, Variation
from tests.factories import RunnerFactory
from tests.training.actions.imports.test_accounts import NOW, brought, looked_over
from tests.training.everything import exported, full_account, rows_of
from tests.training.export.generated import accounts
from training.actions import imports
from training.export import FORMAT, VERSION
from training.models import Import


def data_json(tables: dict[str, Any]) -> bytes:
    return json.dumps({"format": FORMAT, "version": VERSION, "tables": tables}).encode()


@pytest.mark.usefixtures("tasks_at_once")
class TestWhateverAnAccountHolds(TestCase):
    @settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
    @given(st.data())
    def test_out_and_in_gives_the_same_rows(self, data: st.DataObject) -> None:
        variations = list(Variation.objects.order_by("pk").values_list("exercise__slug", "slug")[:3])
        equipment = list(Equipment.objects.order_by("slug").values_list("slug", flat=True)[:3])
        tables = data.draw(accounts(variations, equipment))
        first, second = RunnerFactory.create(), RunnerFactory.create()
        work = brought(first, data_json(tables), "data.json")
        assert work.status == Import.Status.DONE
        assert work.items.get().kind == "account", work.items.get().sentence
        out = exported(first)
        found = json.loads(out["data.json"])["tables"]
        for name, rows in tables.items():
            assert in_order(found[name]) == in_order(rows), name
        brought(second, out["data.json"], "data.json")
        assert exported(second) == out


JUNK = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from(["2026-02-31", "="]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["rule", "facts", "kg"]), inner),
    max_leaves=4,
)


def likely(value: Any) -> st.SearchStrategy[Any]:
    """Another value of the same kind, which its column may well take."""
    match value:
        case bool() | None:
            return st.booleans() | st.none()
        case int():
            return st.integers(0, 200)
        case float():
            return st.floats(0, 1000)
        case str():
            return st.sampled_from(["", "A", "done", "easy", "2026-03-02", "2026-03-02T17:00:00Z", "x" * 40, value * 2])
        case list():
            return st.sampled_from([[], [*value, *value]])
        case _:
            return st.sampled_from([{}, dict(list(value.items())[1:])])


@pytest.mark.usefixtures("tasks_at_once")
class TestWhateverIsWrittenIntoIt(TestCase):
    account: ClassVar[dict[str, Any]]

    @classmethod
    def setUpTestData(cls) -> None:
        cls.account = json.loads(exported(full_account())["data.json"])

    @settings(suppress_health_check=[HealthCheck.too_slow])
    @given(st.data())
    def test_it_is_refused_in_words_or_kept_and_shown(self, data: st.DataObject) -> None:
        account = json.loads(json.dumps(self.account))
        rows = account["tables"][data.draw(st.sampled_from(list(account["tables"])))]
        place: Any = data.draw(st.sampled_from(rows))
        # Down to some value, and another in its place.
        while isinstance(place, dict | list) and place:
            names = list(place) if isinstance(place, dict) else list(range(len(place)))
            holder, name = place, data.draw(st.sampled_from(names))
            place = holder[name]
            if data.draw(st.booleans()):
                break
        holder[name] = data.draw(likely(holder[name]) | JUNK)
        runner = RunnerFactory.create()
        work = looked_over(runner, json.dumps(account).encode(), "data.json")
        item = work.items.get()
        if item.kind == "file":
            assert item.sentence.endswith(".")
            return
        imports.confirm(work=work, now=NOW)
        work.refresh_from_db()
        assert work.status == Import.Status.DONE
        self.client.force_login(runner)
        sessions = [session.get_absolute_url() for session in runner.sessions.all()]
        for page in ("/week/", "/week/2026-W10/", "/history/", "/history/squat/", "/runs/", "/settings/", *sessions):
            assert self.client.get(page).status_code == 200, page


# The numbers of rows, and what refers to them, follow the order that the export puts them in.
NUMBERS = ("number", "import", "plan")


def in_order(rows: list[dict[str, Any]]) -> list[str]:
    plain = ({name: value for name, value in row.items() if name not in NUMBERS} for row in rows)
    return sorted(json.dumps(row, sort_keys=True) for row in plain)


@pytest.mark.django_db
@pytest.mark.usefixtures("tasks_at_once")
def test_half_of_an_account_comes_to_the_other_half() -> None:
    """Whatever is missing of an account comes back, and nothing twice."""
    runner = full_account()
    runner.language = "en"
    runner.save()
    account = exported(runner)
    gone = runner.sessions.filter(started_at=None, status="done")[0]
    key = str(gone.pk)
    gone.delete()
    runner.runs.order_by("-pk")[0].delete()
    runner.planned_runs.filter(kind="rest")[0].delete()
    runner.races.all().delete()
    work = brought(runner, account["data.json"], "data.json")
    tables = json.loads(account["data.json"])["tables"]
    for name, rows in rows_of(runner).items():
        if name == "runs":
            # One of two equal runs is still there: a run never counts twice.
            assert len(rows) == len(tables[name]) - 1
        # What was shown rested on the run that is gone.
        elif name != "shown_weeks":
            assert in_order(rows) == in_order(tables[name]), name
    assert runner.sessions.filter(key=key).exists()
    assert work.items.get().sentence.startswith("From an account: 1 strength session and 2 planned runs and races.")
