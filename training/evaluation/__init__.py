"""How good the recommender is, measured: against weeks that coaches published, and against histories that really came.

    published.py    strength days of published training weeks beside ours
    replay.py       a logged history replayed week by week, knowing only what was known on the Sunday before

Pure like training.plan: no Django, no clock, no files. docs/recommender.md has the results.
"""
