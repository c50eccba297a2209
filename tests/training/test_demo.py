"""The invented runner, and the command that puts one in the database."""

from collections import Counter
from datetime import date, timedelta
from io import StringIO
from itertools import pairwise

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from tests.factories import RunFactory, RunnerFactory, SessionFactory
from training.actions.runs import reclassify
from training.demo import Diary, Person, write_diary
from training.models import LoggedSet, PlannedMovement, Run, Runner, Session

UNTIL = date(2026, 11, 25)


@pytest.fixture(scope="module")
def diary() -> Diary:
    return write_diary("1", UNTIL, Person())


class TestDiary:
    def test_the_same_seed_writes_the_same_diary(self, diary: Diary) -> None:
        assert write_diary("1", UNTIL, Person()) == diary

    def test_another_seed_writes_another(self, diary: Diary) -> None:
        assert write_diary("2", UNTIL, Person()) != diary

    def test_a_population_differs(self) -> None:
        assert Person.drawn("a") == Person.drawn("a")
        assert len({Person.drawn(str(number)) for number in range(20)}) == 20

    def test_three_years_of_running_three_to_five_times_a_week(self, diary: Diary) -> None:
        assert diary.runs[0].day < date(2023, 12, 2)
        assert diary.runs[-1].day == date(2026, 11, 24)
        weeks = Counter(run.day - timedelta(days=run.day.weekday()) for run in diary.runs)
        assert 130 <= len(weeks) <= 157
        assert max(weeks.values()) <= 6
        assert 500 <= len(diary.runs) <= 750

    def test_the_year_holds_races_and_weeks_off(self, diary: Diary) -> None:
        races = [run for run in diary.runs if run.told == "race"]
        assert len(races) == 9
        assert all(run.title for run in races)
        gaps = [later.day - earlier.day for earlier, later in pairwise(diary.runs)]
        assert sum(gap >= timedelta(days=7) for gap in gaps) >= 2

    def test_paces_and_hearts_are_human(self, diary: Diary) -> None:
        for run in diary.runs:
            if run.told != "cross":
                assert 3.4 < run.seconds / run.metres * 1000 / 60 < 7.5
            assert run.elapsed_seconds >= run.seconds
            assert run.avg_hr is None or run.max_hr is None or 90 < run.avg_hr < run.max_hr <= 188

    def test_strength_is_never_on_two_days_in_a_row(self, diary: Diary) -> None:
        days = sorted(session.day for session in diary.sessions)
        assert all(later - earlier >= timedelta(days=2) for earlier, later in pairwise(days))

    def test_strength_comes_after_the_run_of_the_day(self, diary: Diary) -> None:
        ends = {run.day: run.start + timedelta(seconds=run.elapsed_seconds) for run in diary.runs}
        both = [session for session in diary.sessions if session.day in ends]
        assert both
        assert all(session.started_at > ends[session.day] for session in both)

    def test_ladders_are_climbed(self, diary: Diary) -> None:
        squats = [
            (one.variation, one.target_kg) for s in diary.sessions for one in s.movements if one.movement == "squat"
        ]
        assert list(dict.fromkeys(variation for variation, _ in squats)) == [
            "bodyweight-squat",
            "goblet-squat",
            "back-squat",
        ]
        assert squats[-1][1] > 40  # type: ignore[operator]

    def test_sessions_hold_sets_one_after_the_other(self, diary: Diary) -> None:
        for session in diary.sessions:
            moments = [one.logged_at for movement in session.movements for one in movement.sets]
            assert [session.started_at, *moments, session.finished_at] == sorted(
                [session.started_at, *moments, session.finished_at]
            )
            assert timedelta(minutes=15) < session.finished_at - session.started_at < timedelta(minutes=60)

    @pytest.mark.parametrize("until", [UNTIL - timedelta(days=n) for n in range(7)], ids=lambda day: f"{day:%A}")
    def test_the_week_it_ends_in_has_something_in_it(self, until: date) -> None:
        diary = write_diary("1", until, Person(), years=1)
        monday = until - timedelta(days=until.weekday())
        days = [run.day for run in diary.runs] + [session.day for session in diary.sessions]
        assert any(day >= monday for day in days)
        assert max(days) <= until

    def test_it_ends_on_a_leap_day(self) -> None:
        assert write_diary("1", date(2028, 2, 29), Person(), years=1).runs

    def test_less_than_a_year_is_no_diary(self) -> None:
        with pytest.raises(ValueError, match="a year or more"):
            write_diary("1", UNTIL, Person(), years=0)


def demo(**options: object) -> str:
    out = StringIO()
    call_command("demo", until=UNTIL, years=1, stdout=out, **options)
    return out.getvalue()


def rows_of(email: str) -> list[list[dict[str, object]]]:
    """Everything of a runner but the numbers that the database gives."""
    runner = Runner.objects.get(email=email)
    found: list[list[dict[str, object]]] = []
    for rows in (
        Run.objects.filter(runner=runner).order_by("start"),
        Session.objects.filter(runner=runner).order_by("pk"),
        PlannedMovement.objects.filter(session__runner=runner).order_by("session", "position"),
        LoggedSet.objects.filter(session__runner=runner).order_by("pk"),
    ):
        own_id = rows.model in (Run, PlannedMovement)
        found.append([{k: v for k, v in row.items() if not (k == "id" and own_id)} for row in rows.values()])
    return found


class TestCommand:
    def test_it_can_be_run_again_and_gives_the_same_rows(self, db: None) -> None:
        assert "demo@example.com" in demo()
        first = rows_of("demo@example.com")
        assert all(first)
        demo()
        assert rows_of("demo@example.com") == first
        demo(seed=2)
        assert rows_of("demo@example.com") != first

    def test_the_demo_runner_can_log_in(self, db: None, client: Client) -> None:
        demo()
        response = client.post("/accounts/login/", {"login": "demo@example.com", "password": "demo"})
        assert response.status_code == 302
        assert response.headers["Location"] == "/week/"
        assert client.get("/history/").status_code == 200

    def test_kinds_are_what_the_product_infers(self, db: None) -> None:
        demo()
        runner = Runner.objects.get(email="demo@example.com")
        assert reclassify(runner=runner) == 0
        kinds = Counter(runner.runs.values_list("kind", flat=True))
        assert {"easy", "long", "hard", "race"} <= kinds.keys()
        assert kinds["easy"] == max(kinds.values())

    def test_nobody_else_is_touched(self, db: None) -> None:
        other = RunnerFactory.create(email="demo9@example.com")
        RunFactory.create(runner=other)
        SessionFactory.create(runner=other)
        demo()
        assert (other.runs.count(), other.sessions.count()) == (1, 1)

    def test_a_population(self, db: None) -> None:
        demo(runners=3)
        emails = ["demo1@example.com", "demo2@example.com", "demo3@example.com", "demo@example.com"]
        assert list(Runner.objects.order_by("email").values_list("email", flat=True)) == emails
        assert all(runner.runs.exists() and runner.sessions.exists() for runner in Runner.objects.all())

    def test_a_real_address_is_refused(self, db: None) -> None:
        RunnerFactory.create(email="me@runner.org")
        with pytest.raises(CommandError, match=r"ends in @example\.com"):
            demo(email="me@runner.org")
