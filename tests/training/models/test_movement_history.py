"""One movement over time: every figure equals a plain recount of the rows."""

from collections import defaultdict
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exercises.models import Exercise, Variation
from tests.factories import LoggedSetFactory, RunnerFactory, SessionFactory
from tests.training.models.movement_sets import DAYS, FIRST, Drawn, counted, drawn, rank, sides, written
from training.models import LoggedSet, PlannedMovement, Runner, Session
from training.models.movement_history import MOST_POINTS, MovementHistory, Range, estimated_now
from training.models.movement_rows import Movement, movement_of, points_prepared
from training.models.span import Span
from training.models.step import Step
from training.plan.progression import e1rm

TODAY = FIRST + timedelta(days=DAYS)
DAY = date(2026, 11, 2)

law = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


def movement(slug: str) -> Movement:
    found = movement_of(slug)
    assert found
    return found


def history_of(runner: Runner, slug: str = "squat", today: date = TODAY) -> MovementHistory:
    return MovementHistory(runner, movement(slug), today)


def ladder(slug: str) -> list[Variation]:
    return list(Variation.objects.filter(exercise__slug=slug))


def estimate(row: LoggedSet) -> float | None:
    return e1rm(row.kg, row.reps or 0, row.rir)


def piece(day: date, step: Step | None, session: Any, week_starts_on: int) -> Any:
    return step.first_day(day, starts_on=week_starts_on) if step else session


def lift(
    runner: Runner, day: date, *sets: tuple[int, float | None], variation: str = "barbell-deadlift", **fields: object
) -> Session:
    session = SessionFactory.create(runner=runner, day=day)
    rung = Variation.objects.get(slug=variation)
    for number, (reps, kg) in enumerate(sets, start=1):
        LoggedSetFactory.create(session=session, variation=rung, number=number, reps=reps, kg=kg, **fields)
    return session


class TestLaws:
    @law
    @given(sets=drawn(rungs=4), slug=st.sampled_from(["squat", "plank"]))
    def test_records_and_totals_equal_a_recount(self, db: None, sets: list[Drawn], slug: str) -> None:
        runner = written(sets, ladder(slug))
        rows, history = counted(runner), history_of(runner, slug)
        by_rung = defaultdict(list)
        for row in rows:
            by_rung[row.variation_id].append(row)
        assert set(history.rungs) == set(by_rung)
        for pk, some in by_rung.items():
            record, best = history.rungs[pk], max(map(rank, some))
            days = [row.session.day for row in some]
            assert (record.first, record.last) == (min(days), max(days))
            assert record.best.rank == best
            assert record.best.first == min(row.session.day for row in some if rank(row) == best)
            assert record.most.amount == max(row.amount for row in some)
            loads = {row.kg or 0.0 for row in some}
            most = {load: max(row.amount for row in some if (row.kg or 0.0) == load) for load in loads}
            assert [one.rank for one in record.at_each_load] == sorted(most.items(), reverse=True)
            sums: dict[Any, list[float]] = defaultdict(lambda: [0.0, 0, 0])
            for row in some:
                moved = (row.reps or 0) * (row.kg or 0) * sides(row), (row.reps or 0) * sides(row)
                for place, value in enumerate([*moved, (row.seconds or 0) * sides(row)]):
                    sums[row.session_id][place] += value
            biggest = record.biggest
            assert [biggest.kg, biggest.reps, biggest.seconds] == max(sums.values()) == sums[biggest.session]
            assert biggest.sessions == len(sums)
        totals = history.totals
        assert totals.sets == len(rows)
        assert totals.reps == sum((row.reps or 0) * sides(row) for row in rows)
        assert totals.seconds == sum((row.seconds or 0) * sides(row) for row in rows)
        assert totals.kg == sum((row.reps or 0) * (row.kg or 0) * sides(row) for row in rows)

    @law
    @given(
        sets=drawn(rungs=3),
        step=st.sampled_from([None, *Step]),
        first=st.integers(0, DAYS),
        week_starts_on=st.sampled_from([0, 6]),
    )
    def test_points_equal_a_recount(
        self, db: None, sets: list[Drawn], step: Step | None, first: int, week_starts_on: int
    ) -> None:
        runner, begins = written(sets, ladder("squat")), FIRST + timedelta(days=first)
        whose = {"runner": runner.pk, "exercise": Exercise.objects.get(slug="squat").pk}
        found = points_prepared(step, week_starts_on).rows(**whose, first=begins, last=TODAY)
        expected = defaultdict(list)
        for row in counted(runner):
            if row.session.day >= begins:
                expected[row.variation_id, piece(row.session.day, step, row.session_id, week_starts_on)].append(row)
        told = set()
        for rung, session, day, light, reps, _seconds, kg, _per_leg, best_estimate in found:
            key = rung, piece(day, step, session, week_starts_on)
            some = expected[key]
            told.add(key)
            best = max(map(rank, some))
            assert (kg or 0.0, reps) == best
            assert day == min(row.session.day for row in some if rank(row) == best)
            assert any(row.session_id == session and row.session.light == light for row in some if rank(row) == best)
            estimates = [guess for row in some if (guess := estimate(row))]
            assert best_estimate == (pytest.approx(max(estimates)) if estimates else None)
        assert told == set(expected)
        assert len(found) == len(expected)

    @law
    @given(sets=drawn(rungs=2))
    def test_a_set_beats_all_before_where_nothing_earlier_was_as_good(self, db: None, sets: list[Drawn]) -> None:
        runner = written(sets, ladder("squat"))
        rows, history = counted(runner), history_of(runner)
        points = history.points(Range(Span.ALL, FIRST, TODAY)) if rows else []
        for point in points:
            before = [row for row in rows if row.variation_id == point.rung and row.session.day < point.day]
            beats = bool(before) and all(rank(row) < point.rank for row in before)
            same_day = [row for row in rows if row.variation_id == point.rung and row.session.day == point.day]
            if beats and any(rank(row) > point.rank for row in same_day):
                continue  # another session of that day was better still
            assert history.beats_all_before(point) == beats


class TestRecords:
    def test_loads_of_two_rungs_are_two_records(self, runner: Runner) -> None:
        lift(runner, DAY, (10, None), (12, None), variation="hip-hinge")
        lift(runner, DAY, (8, 60), (6, 70))
        first = lift(runner, DAY + timedelta(days=1), (8, 70))
        lift(runner, DAY + timedelta(days=2), (8, 70), (20, 50))
        lift(runner, DAY + timedelta(days=3), (3, 100), warm_up=True)
        history = history_of(runner, "deadlift")
        hinge, barbell = history.rungs.values()
        assert (barbell.best.reps, barbell.best.kg, barbell.best.first) == (8, 70, first.day)
        assert (barbell.most.reps, barbell.most.kg) == (20, 50)
        assert hinge.best.reps == 12
        assert history.sessions_of([barbell.best])[barbell.best] == first.pk

    def test_another_runner_and_another_movement_are_left_out(self, runner: Runner) -> None:
        lift(RunnerFactory.create(), DAY, (8, 60))
        lift(runner, DAY, (8, 60), variation="goblet-squat")
        assert history_of(runner, "deadlift").rungs == {}

    def test_a_set_taken_back_and_a_session_deleted_later_count_no_more(self, runner: Runner) -> None:
        lift(runner, DAY, (8, 60))
        best = lift(runner, DAY + timedelta(days=7), (8, 80))
        wrong = lift(runner, DAY + timedelta(days=9), (80, 80))
        wrong.sets.update(removed=True)
        (barbell,) = history_of(runner, "deadlift").rungs.values()
        assert barbell.best.kg == 80
        Session.objects.filter(pk=best.pk).update(status=Session.Status.DELETED)
        (barbell,) = history_of(runner, "deadlift").rungs.values()
        assert (barbell.best.kg, barbell.biggest.sessions) == (60, 1)

    def test_an_edited_set_is_what_it_is_now(self, runner: Runner) -> None:
        session = lift(runner, DAY, (8, 600))
        session.sets.update(kg=60)
        (barbell,) = history_of(runner, "deadlift").rungs.values()
        assert barbell.best.kg == 60

    def test_the_best_as_it_stood_a_year_ago_is_of_the_rung_now_or_of_the_one_before(self, runner: Runner) -> None:
        lift(runner, DAY - timedelta(days=900), (10, None), variation="hip-hinge")
        lift(runner, DAY - timedelta(days=400), (8, 60))
        lift(runner, DAY, (8, 80))
        history = history_of(runner, "deadlift", DAY)
        best = [history.best_by(DAY - timedelta(days=days)) for days in (365, 500, 1000)]
        assert [one and one.rank for one in best] == [(60, 8), (0, 10), None]
        assert history.begun_with.rank == (0, 10)

    def test_the_rung_now_is_the_hardest_of_four_weeks(self, runner: Runner) -> None:
        lift(runner, DAY - timedelta(days=40), (8, 10), variation="single-leg-deadlift")
        lift(runner, DAY - timedelta(days=10), (8, 60))
        lift(runner, DAY, (10, None), variation="hip-hinge")
        history = history_of(runner, "deadlift", DAY)
        assert history.now == Variation.objects.get(slug="barbell-deadlift").pk


class TestRanges:
    @pytest.mark.parametrize(
        ("days", "spans", "shown"),
        [
            ([0], ["all"], "all"),
            ([60, 0], ["all"], "all"),
            ([200, 0], ["weeks", "all"], "all"),
            ([800, 100], ["weeks", "year", "all"], "year"),
            ([1500, 900], ["weeks", "year", "all"], "all"),
        ],
    )
    def test_ranges_that_show_less_than_everything(
        self, runner: Runner, days: list[int], spans: list[str], shown: str
    ) -> None:
        for ago in days:
            lift(runner, DAY - timedelta(days=ago), (8, 60))
        history = history_of(runner, "deadlift", DAY)
        assert [one.span for one in history.ranges] == spans
        assert history.range_of(None).span == shown
        assert history.range_of(Span.ALL) == Range(Span.ALL, DAY - timedelta(days=days[0]), DAY)

    def test_a_session_of_tomorrow_is_in_the_picture(self, runner: Runner) -> None:
        lift(runner, DAY + timedelta(days=1), (8, 60))
        history = history_of(runner, "deadlift", DAY)
        assert len(history.points(history.range_of(None))) == 1

    @pytest.mark.parametrize(
        ("sessions", "every", "step"),
        [(36, 2, None), (150, 2, Step.WEEK), (600, 2, Step.MONTH), (1500, 2, Step.QUARTER)],
    )
    def test_many_sessions_are_put_together(self, runner: Runner, sessions: int, every: int, step: Step | None) -> None:
        days = [DAY - timedelta(days=every * number) for number in range(sessions)]
        made = [Session(runner=runner, day=day, status="done", workout="A") for day in days]
        Session.objects.bulk_create(made)
        rung = Variation.objects.get(slug="barbell-deadlift")
        numbers = {
            "exercise_id": rung.exercise_id,
            "variation": rung,
            "position": 1,
            "number": 1,
            "reps": 8,
            "kg": 60.0,
        }
        moments = dict.fromkeys(["logged_at", "changed_at"], "2026-03-03T17:10Z")
        LoggedSet.objects.bulk_create(LoggedSet(session=session, **numbers, **moments) for session in made)
        history = history_of(runner, "deadlift", DAY)
        shown = history.range_of(Span.ALL)
        assert history.step(shown) == step
        assert 30 <= len(history.points(shown)) <= MOST_POINTS

    def test_deloads_are_told_apart(self, runner: Runner) -> None:
        usual, deload = lift(runner, DAY, (8, 60)), lift(runner, DAY + timedelta(days=7), (8, 50))
        rung = Variation.objects.get(slug="barbell-deadlift")
        for session, rule in ((usual, "repeat"), (deload, "deload")):
            PlannedMovement.objects.create(
                session=session,
                position=1,
                order=1,
                exercise=rung.exercise,
                variation=rung,
                targets=[],
                why={"rule": rule},
            )
        history = history_of(runner, "deadlift")
        assert history.deloads(history.points(Range(Span.ALL, DAY, DAY + timedelta(days=7)))) == {deload.pk}
        assert history.deloads([]) == frozenset()


class TestEverySet:
    def test_pages_hold_every_session_once(self, runner: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
        made = [lift(runner, DAY + timedelta(days=number // 2), (8, 60)) for number in range(90)]
        skipped = lift(runner, DAY, (8, 60))
        Session.objects.filter(pk=skipped.pk).update(status=Session.Status.SKIPPED)
        seen, before, pages = [], None, 0
        history = history_of(runner, "deadlift")
        while pages == 0 or before:
            sessions, before = history.page(before)
            seen += sessions
            pages += 1
        assert pages == 3
        assert {one.session for one in seen} == {one.pk for one in made}
        assert [one.day for one in seen] == sorted((one.day for one in made), reverse=True)

    def test_e1rm_stays_within_its_limits(self, runner: Runner) -> None:
        lift(runner, DAY, (5, 80), rir=2)
        lift(runner, DAY + timedelta(days=1), (12, 60), rir=2)
        lift(runner, DAY + timedelta(days=2), (5, 80))
        lift(runner, DAY + timedelta(days=3), (5, 80), rir=2, warm_up=True)
        sessions, _ = history_of(runner, "deadlift").page(None)
        *without, estimated = (found.estimate() for found in sessions)
        assert without == [None, None, None]
        assert estimated == pytest.approx(80 * (1 + 7 / 30) / 2 + 80 * 36 / 30 / 2)

    def test_the_estimate_now_is_the_middle_of_three_of_the_rung_now(self, runner: Runner) -> None:
        rung = Variation.objects.get(slug="barbell-deadlift").pk
        lift(runner, DAY, (5, 20), rir=2, variation="dumbbell-romanian-deadlift")
        for number, kg in enumerate((80, 100, 90), start=1):
            lift(runner, DAY + timedelta(days=number), (1, kg), rir=0)
            trend = estimated_now(history_of(runner, "deadlift").page(None)[0], rung)
            assert trend == (None if number < 3 else 90)
