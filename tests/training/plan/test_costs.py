"""What a session costs on a day, seen through what is chosen."""

from datetime import timedelta

from tests.cases import for_every
from tests.training.plan.weeks import MON, MONDAY, SAT, SUN, TUE, WED, by_name, coming, names, practised, rules, typical
from training.plan.recommend import recommend, recommend_week
from training.plan.rules import because
from training.plan.week import ComingWeek, Kind, Outlook
from training.plan.wishes import Status, StrengthLog, Style, Wishes


class TestDays:
    def test_amber_pain_warns_and_leaves_the_days(self):
        got = recommend(coming("rest easy rest easy rest easy rest"), Wishes(), practised(), Status(worst_pain=4))
        assert (len(got.chosen), rules(got.warnings)) == (2, ["amber-pain"])

    def test_a_short_session_is_chosen_when_that_is_the_only_time(self):
        wishes = Wishes(target=1, minutes={WED: 25}, available=frozenset({WED}))
        got = recommend(coming("easy easy easy easy easy easy easy"), wishes, practised())
        assert (got.cost, got.chosen[0].minutes, rules(got.chosen[0].reasons)[-1]) == (1.5, 25, "short-session")

    def test_every_day_a_run_costs_no_rest_day(self):
        got = recommend(coming("easy easy easy easy easy easy easy"), Wishes(), practised())
        assert (len(got.chosen), got.cost) == (2, 0.5)

    @for_every("style", Style)
    def test_with_three_free_days_strength_gets_a_day_of_its_own(self, style):
        few, plenty = (
            by_name(recommend(coming(line), Wishes(style=style), practised()))["Tue"]
            for line in ("rest easy easy rest easy easy easy", "rest easy easy rest easy easy rest")
        )
        assert plenty.cost == few.cost + 1
        chosen = names(recommend_week(typical("easy rest easy rest easy rest rest"), Wishes(style=style)))
        assert chosen == ["Tue", "Sat"]

    def test_an_easy_run_over_an_hour_costs_one_more(self):
        got = recommend(coming("easy/61 easy/60 easy easy easy easy easy"), Wishes(), practised())
        assert (by_name(got)["Mon"].cost, by_name(got)["Tue"].cost) == (1, 0)

    def test_preference_and_habit_break_the_evenness_of_equal_days(self):
        week = coming("easy easy easy easy easy easy easy")
        assert names(recommend(week, Wishes(preferred=frozenset({TUE, SAT})), practised())) == ["Tue", "Sat"]
        assert names(recommend(week, Wishes(), practised(5, 12, 9, 16))) == ["Wed", "Sat"]

    def test_a_hard_long_run_costs_the_higher_of_both_the_day_before(self):
        week = coming("rest rest rest rest rest rest long")
        hard = Outlook.certain(week.days[SUN].day, Kind.LONG, hard=True)
        harder = ComingWeek((*week.days[:SUN], hard), week.before, week.after)
        costs = [by_name(recommend(each, Wishes(), practised()))["Sat"].cost for each in (week, harder)]
        assert costs == [5.5, 6.5]

    def test_before_a_hard_run_the_session_is_kept_short(self):
        wishes = Wishes(target=1, available=frozenset({MON}))
        got = recommend(coming("easy hard easy easy easy easy easy"), wishes, practised())
        assert rules(got.chosen[0].advice) == ["keep-it-short-before-hard"]

    def test_two_weeks_below_target_are_mentioned_without_counting_more(self):
        log = StrengthLog(frozenset(MONDAY - timedelta(days=ago) for ago in (3, 9)), 30, MONDAY - timedelta(days=200))
        got = recommend(coming("easy easy easy easy easy easy easy"), Wishes(), log)
        assert got.warnings == (because("two-weeks-below-target", done=(1, 1), target=2),)
