"""The recommender's rules once more, as plainly as they can be said and sharing no line with it: slow, and a judge."""

from datetime import date, timedelta
from itertools import combinations, pairwise

from training.plan.week import ComingWeek, Kind
from training.plan.wishes import Status, StrengthLog, Wishes

COSTS: dict[str, dict[str, float]] = {
    "easy-days": {"rest": 1, "cross": 0, "easy": 0, "moderate": 2, "hard": 4, "long": 7, "race": 7},
    "stack": {"rest": 2, "cross": 0.5, "easy": 1.5, "moderate": 1, "hard": 0, "long": 6, "race": 6},
    "next": {"moderate": 1.5, "hard": 6, "long": 5, "race": 6},
    "after next": {"hard": 1, "long": 1, "race": 1},
    "previous": {"hard": 1, "long": 1.5, "race": 1.5},
}


class Case:
    """One question to the recommender."""

    def __init__(self, week: ComingWeek, wishes: Wishes, log: StrengthLog, status: Status, spike: float | None) -> None:
        self.week, self.wishes, self.log, self.status, self.spike = week, wishes, log, status, spike
        self.known = {outlook.day: outlook for outlook in (*week.before, *week.days, *week.after)}
        self.days = [outlook.day for outlook in week.days]
        self.free = {day for day in self.days if self.known[day].probabilities.get(Kind.REST, 0) >= 0.5}

    def broken_rule(self, day: date) -> str | None:
        if self.status.red_flag or self.status.feverish or self.status.worst_pain > 5:
            return "H5"
        if day.weekday() not in self.wishes.available:
            return "H1"
        limit = self.wishes.minutes.get(day.weekday(), 1000)
        if limit - self.known[day].minutes < 20:
            return "H1"
        if self.known[day].probabilities.get(Kind.RACE, 0) >= 0.5:
            return "H2"
        for race in self.week.races:
            days_before = {"A": 4, "B": 2, "C": 1}[race.priority]
            km = race.km or 21.1
            days_after = 1 if km <= 10.25 else 2 if km <= 21.6 else 6 if km <= 43 else 9
            if race.day - timedelta(days=days_before) <= day <= race.day:
                return "H2"
            if race.day <= day <= race.day + timedelta(days=days_after):
                return "H3"
        if any(abs(day - done) < timedelta(days=2) for done in self.log.days):
            return "H4"
        return None

    def most(self) -> int:
        caps = [self.wishes.target]
        start = self.days[0]
        if self.log.ever < 6 or (self.log.first and start < self.log.first + timedelta(weeks=4)):
            caps.append(2)
        if self.spike is not None:
            caps.append(2)
        if self.status.ill or (self.status.ill_ended and start < self.status.ill_ended + timedelta(days=7)):
            caps.append(1)
        last = max(self.log.days, default=None)
        if self.log.ever and not self.week.repeats and (last is None or last + timedelta(days=21) <= start):
            caps.append(1)
        if any(r.priority == "A" and start < r.day <= start + timedelta(days=7) for r in self.week.races):
            caps.append(1)
        return min(caps)

    def allowed(self, days: tuple[date, ...]) -> bool:
        if len(days) > self.most() or any(self.broken_rule(day) for day in days):
            return False
        pairs = list(combinations(days, 2))
        if self.week.repeats and any(later - earlier == timedelta(days=6) for earlier, later in pairs):
            return False
        return all(later - earlier > timedelta(days=1) for earlier, later in pairs)

    def expect(self, day: date, row: str) -> float:
        outlook, costs = self.known[day], dict(COSTS[row])
        if row == "easy-days" and len(self.free) >= 3:
            costs["rest"] = 0.5
        cost = sum(chance * costs.get(kind.value, 0) for kind, chance in outlook.probabilities.items())
        return cost + outlook.hard_long * max(0, costs["hard"] - costs["long"])

    def day_cost(self, day: date) -> float:
        one, wishes, known = timedelta(days=1), self.wishes, self.known[day]
        cost = self.expect(day, wishes.style.value) + self.expect(day + one, "next")
        cost += self.expect(day + 2 * one, "after next") + self.expect(day - one, "previous")
        if len(self.free) >= 3:
            cost += known.probabilities.get(Kind.EASY, 0)
        if wishes.style == "easy-days" and known.minutes > 60:
            cost += known.probabilities.get(Kind.EASY, 0)
        if wishes.minutes.get(day.weekday(), 1000) - known.minutes < wishes.session_minutes:
            cost += 1.5
        if day.weekday() in wishes.preferred:
            cost -= 1
        if sum((self.days[0] - done).days <= 28 and done.weekday() == day.weekday() for done in self.log.days) >= 2:
            cost -= 0.5
        if self.spike is not None:
            cost += 2 * self.known[day + one].probabilities.get(Kind.LONG, 0)
            cost += self.known[day - one].probabilities.get(Kind.LONG, 0)
        return cost

    def cost(self, days: tuple[date, ...]) -> float:
        cost = sum(self.day_cost(day) for day in days)
        for session in range(self.most()):
            if session >= len(days):
                cost += [15, 7, 3][session]
        if days:
            round_again = [*days, days[0] + timedelta(days=7)]
            gaps = [(b - a).days for a, b in pairwise(round_again)]
            cost += 0.5 * sum(abs(gap - 7 / len(days)) for gap in gaps)
            cost += 2 if gaps[-1] == 1 else 0
        if self.free and self.free <= set(days):
            cost += 5
        return cost

    def best_cost(self) -> float:
        sets = (days for size in range(8) for days in combinations(self.days, size))
        return min(self.cost(days) for days in sets if self.allowed(days))
