"""How English writes dates, for the `date` filter: Django's own names, and ours where it has none (FORMAT_MODULE_PATH).

FULL has the weekday, SHORT_WEEKDAY the weekday in short, SHORT_MONTH the month in short, SHORT both; DAY has no year.
"""

DATE_FORMAT = "j F Y"
DATETIME_FORMAT = "j F Y, H:i"
MONTH_DAY_FORMAT = "j F"
YEAR_MONTH_FORMAT = "F Y"

# The first of two days in one month: 23 – 29 November.
DAY_FORMAT = "j"
DAY_TIME_FORMAT = "j F, H:i"
FULL_DATE_FORMAT = "l j F Y"
FULL_DATETIME_FORMAT = "l j F Y, H:i"
FULL_DAY_FORMAT = "l j F"
FULL_DAY_SHORT_MONTH_FORMAT = "l j M"
SHORT_WEEKDAY_DATE_FORMAT = "D j F Y"
SHORT_WEEKDAY_DAY_FORMAT = "D j F"
SHORT_WEEKDAY_NUMBER_FORMAT = "D j"
SHORT_MONTH_DATE_FORMAT = "j M Y"
SHORT_MONTH_DAY_FORMAT = "j M"
SHORT_DAY_FORMAT = "D j M"
SHORT_WEEKDAY_DATETIME_FORMAT = "D j M Y, H:i"
