"""How good the rules are, measured: days against weeks of coaches and real histories, targets on simulated runners.

    published.py    strength days of published training weeks beside ours
    replay.py       a logged history replayed week by week, knowing only what was known on the Sunday before
    simulated.py    twelve weeks of an invented runner who follows the targets
    cast.py         the invented runners
    tables.py       their weeks as tables

Pure like training.plan: no Django, no clock, no files. docs/recommender.md and docs/progression.md have the results.
"""
