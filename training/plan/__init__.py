"""What to do when, decided in plain Python: facts in, decisions with their reasons out.

    week.py         the vocabulary: kinds of day, runs, races, the coming week
    load.py         how hard was that run
    surroundings.py what was logged around that run
    weekdays.py     what each weekday usually is
    foresee.py      what the coming seven days will probably be
    wishes.py       what the runner wants, has done, and how the runner is
    own_days.py     what the runner decided about single days
    rules.py        every rule by its code, with its evidence and its facts
    costs.py        what a strength session costs on each day
    day_sets.py     the sets of days, and what they cost for how they lie
    constraints.py  the days that are out, the light ones, the most that is wise
    explain.py      which reasons are worth saying
    choice.py       the choice in the making: every set priced, the best found, each day explained
    recommend.py    the choice itself: which days, and why
    workout/        what fits the time
    muscles.py      how much each muscle was trained
    progression/    what to do next time

Nothing here knows Django, reads a clock or words a sentence. Distances are metres (races: kilometres, as races are
named), durations are seconds in a run and minutes in a plan, weekdays count from Monday = 0.
"""
