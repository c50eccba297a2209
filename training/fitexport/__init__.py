"""Strength sessions as FIT files: what was done as an activity, what is to be done as a workout. Plain Python.

`content` says what goes in, `timeline` when each set was, `activity` and `workout` write the bytes. Those two import
the FIT profile, a quarter of a second that a start need not spend: import them where a file is written.
"""
