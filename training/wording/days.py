"""The recommender's reasons as sentences, one for every code of `training.plan.rules.RULES`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.dates import WEEKDAYS
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.text import get_text_list
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from training.plan.load import Spike
from training.plan.recommend import DayAdvice
from training.plan.rules import RULES, Reason
from training.units import Units
from training.wording import measures

KINDS: Mapping[str, Promise] = {
    "rest": _("rest"),
    "cross": _("cross-training"),
    "easy": _("an easy run"),
    "moderate": _("a moderate run"),
    "hard": _("a hard run"),
    "long": _("your long run"),
    "race": _("a race"),
}

SENTENCES: Mapping[str, Promise] = {
    # The day itself, for who lifts on easy days ...
    "on-rest-day": _("No run%(known)s: strength fits, though it takes a little of your rest."),
    "on-cross-day": _("Cross-training%(known)s: your legs have room for strength."),
    "on-easy-day": _("An easy run%(known)s: the best company for strength. Run first, lift after."),
    "on-easy-day-over-an-hour": _("The easy run takes over an hour (%(minutes)s min), so the legs are less fresh."),
    "on-easy-day-with-days-to-spare": _("%(free)s days are free of running, so strength can have a day of its own."),
    "on-moderate-day": _("A moderate run%(known)s already asks something of your legs that day."),
    "on-hard-day": _("A hard run%(known)s: strength on top makes a heavy day."),
    "on-long-day": _("The long run%(known)s is enough for your legs that day."),
    "on-race-day": _("A race%(known)s: nothing else that day."),
    # ... and for who stacks on hard days.
    "stack-on-rest-day": _("A rest day%(known)s: you keep these free, hard days hard."),
    "stack-on-cross-day": _("Cross-training%(known)s: a light day you would rather keep light."),
    "stack-on-easy-day": _("An easy run%(known)s: you keep easy days easy."),
    "stack-on-moderate-day": _("A moderate run%(known)s: strength after it is fine."),
    "stack-on-hard-day": _("A hard run%(known)s: strength after it keeps your easy days easy."),
    "stack-on-long-day": _("The long run%(known)s is enough for your legs that day."),
    "stack-on-race-day": _("A race%(known)s: nothing else that day."),
    # The next day.
    "day-before-rest": _("You rest on %(weekday)s, so the legs get time to settle."),
    "day-before-cross": _("Only cross-training follows on %(weekday)s."),
    "day-before-easy": _("Only an easy run follows on %(weekday)s%(known)s: tired legs cost little there."),
    "day-before-moderate": _("A moderate run follows on %(weekday)s%(known)s, on legs that lifted the day before."),
    "day-before-hard": _("A hard run follows on %(weekday)s%(known)s: legs that lifted the day before tire sooner."),
    "day-before-long": _("The long run follows on %(weekday)s%(known)s: better on fresh legs."),
    "day-before-race": _("A race follows on %(weekday)s: arrive with fresh legs."),
    # Two days on, and the day before.
    "two-days-before-hard": _("A hard run comes two days later, on %(weekday)s%(known)s: just time to recover."),
    "two-days-before-long": _("The long run comes two days later, on %(weekday)s%(known)s: just time to recover."),
    "two-days-before-race": _("A race comes two days later, on %(weekday)s."),
    "day-after-hard": _("The day after a hard run (%(weekday)s%(known_inside)s): fine, if a little tired."),
    "day-after-long": _("The day after your long run (%(weekday)s%(known_inside)s): the legs are still tired."),
    "day-after-race": _("It is the day after a race on %(weekday)s."),
    "spike-then-long-tomorrow": _("A much longer run than usual is behind you, and another long one follows."),
    "spike-then-long-yesterday": _("The day before was a much longer run than you are used to."),
    # The runner's own week.
    "short-session": _("Only %(minutes)s of your %(wished_minutes)s minutes are left after the run: a short one."),
    "preferred-weekday": _("It is one of the days you like for strength."),
    "habit": _("You lifted on this weekday in %(times)s of the last %(weeks)s weeks."),
    # The whole set of days.
    "missing-sessions": _("Fewer than the %(wanted)s sessions you wish for: one keeps strength, two build it."),
    "uneven-gaps": _("The days between sessions are uneven (%(gaps)s)."),
    "last-day-meets-first": _("The last strength day and next week's first stand side by side."),
    "last-free-day": _("It would take the last day of your week without any training."),
    # What may not be.
    "red-flag": _("What you reported needs a clinician's eye before any strength work."),
    "red-pain": _("Pain over 5 out of 10%(site)s: no strength on it; have it looked at."),
    "fever": _("Fever or symptoms below the neck: no training until you are well."),
    "just-well-again": _("You are well since %(well_on)s: two days without symptoms come first."),
    "skipped": _("You skipped this one%(why)s. Nothing is owed."),
    "moved-away": _("You moved this one to %(session_on)s."),
    "away": _("You are away. In a small study four weeks without strength lost nothing."),
    "own-choice": _("You put it here yourself%(moved_from)s."),
    "not-available": _("You keep this day free of strength."),
    "no-time-left": _(
        "The run takes about %(run_minutes)s minutes; %(minutes)s are left and a session needs %(least_minutes)s."
    ),
    "race-day": _("Race day."),
    "race-soon": _("Your race%(km)s is %(days)s away: the legs freshen up now."),
    "race-just-run": _("You raced%(km)s %(days)s before: the legs are still recovering."),
    "too-soon-after-session": _("Too close to the session on %(session_on)s: the same muscles need about 48 hours."),
    # Days that could be, but are not needed.
    "next-to-strength-day": _("It is next to %(chosen)s, and two strength days in a row leave no time to recover."),
    "better-days-chosen": _("It would do, but %(chosen)s suits the rest of your week better."),
    "enough-sessions": _("It would do, but strength has its days already: %(chosen)s."),
    # Light sessions.
    "light-before-race": _("Light, since your race is %(days)s away: the volume goes down, the strength stays."),
    "light-after-race": _("Light, since it is the first session after a race."),
    "light-after-illness": _("Light, since it is the first session after being ill."),
    # Advice that goes with a chosen day.
    "keep-it-short-before-hard": _(
        "Keep it to 2 sets, stop 4 reps short and skip lunges and step-ups: %(kind)s follows on %(weekday)s."
    ),
    "keep-it-short-after-long-run": _("Keep it short and well within yourself: it comes on top of the long run."),
    "run-first-leave-3-hours": _("Run first, lift at least 3 hours later, ideally 6."),
    "if-it-turns-hard-lift-after": _("If %(weekday)s turns into intervals, run first and lift after."),
    "no-load-increase-before-race": _("Keep last time's loads; your race is %(days)s away."),
    # Why fewer sessions than wished.
    "cap-first-sessions": _("%(cap_words)s to begin with: your first six sessions teach the movements."),
    "cap-first-weeks": _("%(cap_words)s to begin with: your muscles get four weeks to learn the work."),
    "cap-week-before-a-race": _("%(cap_words)s this week: your A race is %(days)s away."),
    "cap-ill": _("%(cap_words)s while you are unwell."),
    "cap-after-illness": _("%(cap_words)s in the first week after being ill."),
    "cap-after-layoff": _("%(cap_words)s this week: your last one was %(days)s ago."),
    "cap-after-long-layoff": _("%(cap_words)s this week: your last one was more than %(days)s ago."),
    "cap-after-long-run-spike": _("%(cap_words)s this week: a run %(percent)s %% longer than usual is load enough."),
    # The whole recommendation.
    "safety-card": _("Please read when to stop and whom to ask before you train on."),
    "nothing-feasible": _("No day of these seven is open to strength. That is fine; nothing is owed."),
    "free-a-weekday": _("Room for %(chosen)s of %(wanted)s sessions. Opening %(weekdays)s to strength would help."),
    "no-free-lunch": _(
        "This week has no ideal day: hard and long runs stand close together, so every choice costs a little. "
        "An easier day more, or strength after your hard runs, would help."
    ),
    "no-weekly-pattern": _(
        "Your last %(weeks)s weeks show no fixed pattern, so take this as a guess: if you run hard on a day chosen "
        "here, lift after it or the day after."
    ),
    "too-few-runs": _("There are few runs to go by yet. Log or import them, and these days move around them."),
    "long-run-spike": _(
        "Your longest run of late was %(percent)s %% longer than anything in the 30 days before; jumps like that went "
        "with more injuries in a large study. Give the legs a quieter week."
    ),
    "amber-pain": _(
        "Pain of %(pain)s out of 10%(site)s: keep the loads as they are, and see that it settles by morning."
    ),
    "two-weeks-below-target": _(
        "Two weeks with fewer sessions than your %(target)s: one a week keeps what you have. A lower target is fine."
    ),
}


# Why a session was skipped, by the codes of training.forms.week.
SKIPPED: Mapping[str, Promise] = {
    "tired": _("tired"),
    "no-time": _("no time"),
    "sore": _("sore"),
    "ill": _("ill"),
    "away": _("away"),
    "other": _("for a reason of your own"),
}

LIGHT = _("Half the sets, 4 reps in reserve, no lunges or step-ups, nothing new.")


def say(reason: Reason, units: Units) -> str:
    """The reason as one sentence in the active language."""
    return str(SENTENCES[reason.rule]) % in_words(reason.facts, units)


def in_words(facts: Mapping[str, Any], units: Units) -> dict[str, str]:
    """Every fact as it stands in a sentence; what was not given reads as nothing."""
    words = {"known": known(facts), "known_inside": known(facts, inside=True), "km": "", "site": ""}
    words |= {"why": "", "moved_from": ""}
    for name, value in facts.items():
        match name, value:
            case "weekday", int():
                words[name] = str(WEEKDAYS[value])
            case (("chosen" | "weekdays"), tuple()):
                words[name] = weekdays(value)
            case "kind", str():
                words[name] = str(KINDS[value])
            case (("race_on" | "session_on" | "well_on"), date()):
                words[name] = date_format(value, "l")
            case "moved_from", date():
                words[name] = gettext(" (it was on %(day)s)") % {"day": date_format(value, "l")}
            case "why", str() if value in SKIPPED:
                words[name] = f" ({SKIPPED[value]})"
            case "days", int():
                words[name] = ngettext("%(days)d day", "%(days)d days", value) % {"days": value}
            case "cap", int():
                words["cap_words"] = ngettext("%(cap)d session", "%(cap)d sessions", value) % {"cap": value}
            case "km", float() | int():
                words[name] = gettext(" of %(distance)s") % {"distance": measures.distance(value * 1000, units)}
            case "site", str() if value:
                words[name] = gettext(" (%(site)s)") % {"site": value}
            case "gaps", _:
                words[name] = ", ".join(str(gap) for gap in value)
            case _, float() | int():
                words[name] = measures.number(value)
    return words


def known(facts: Mapping[str, Any], *, inside: bool = False) -> str:
    """How it is known what a day will be: in how many of the last weeks it was so; `inside` brackets already there."""
    if facts.get("source") != "inferred" or not facts.get("weeks"):
        return ""
    perhaps = gettext(", perhaps") if facts.get("probability", 1) < 0.5 else ""
    often = gettext("in %(seen)s of your last %(weeks)s weeks") % {"seen": facts["seen"], "weeks": facts["weeks"]}
    return f"{perhaps}, {often}" if inside else f"{perhaps} ({often})"


def weekdays(numbers: Iterable[int]) -> str:
    """Tuesday and Friday."""
    return get_text_list([str(WEEKDAYS[number]) for number in numbers], gettext("and"))


@dataclass(frozen=True)
class Sentence:
    """A reason in words, with the evidence to look up."""

    rule: str
    text: str
    evidence: tuple[str, ...]


@dataclass(frozen=True)
class AdviceWords:
    """What is said of one day: chosen or not, light or not, its reasons and what to mind."""

    chosen: bool
    light: Sentence | None
    reasons: tuple[Sentence, ...]
    advice: tuple[Sentence, ...]
    minutes: int
    own: bool = False
    out: bool = False

    @property
    def why(self) -> Sentence:
        """The reason to say first."""
        return self.reasons[0]

    @property
    def what_light_means(self) -> str:
        return str(LIGHT)


def sentence(reason: Reason, units: Units) -> Sentence:
    return Sentence(reason.rule, say(reason, units), reason.evidence)


def spike_sentence(spike: Spike, units: Units) -> Sentence:
    """The warning of a single long run with its own numbers (E33)."""
    text = gettext(
        "%(day)s's run of %(distance)s was %(percent)s %% longer than anything in the 30 days before (%(longest)s). "
        "In a large study runs more than a tenth longer went with more injuries, so let this week be a quieter one."
    )
    facts = {
        "day": date_format(spike.run.day, "l"),
        "distance": measures.distance(spike.run.metres or 0, units),
        "longest": measures.distance(spike.longest_before, units),
        "percent": measures.number(spike.percent),
    }
    return Sentence("long-run-spike", text % facts, RULES["long-run-spike"].evidence)


def words_of_day(day: DayAdvice, units: Units) -> AdviceWords:
    return AdviceWords(
        chosen=day.chosen,
        light=sentence(day.light, units) if day.light else None,
        reasons=tuple(sentence(reason, units) for reason in day.reasons),
        advice=tuple(sentence(reason, units) for reason in day.advice),
        minutes=round(day.minutes),
        own=day.own,
        out=day.out,
    )
