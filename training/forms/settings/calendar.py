"""Where strength days find you: the calendar feed and reminders by email."""

from collections.abc import Iterator
from datetime import time
from typing import Any

from allauth.account.models import EmailAddress
from crispy_forms.layout import Field, Fieldset
from django import forms
from django.utils.formats import time_format
from django.utils.translation import gettext_lazy as _

from training.forms.fields_only import PILLS, FieldsOnly
from training.forms.settings.section import SectionOfItsOwn
from training.models import CalendarFeed, Reminder

REMINDER_HOURS = {Reminder.When.EVENING: range(17, 23), Reminder.When.MORNING: range(5, 11)}


class CalendarSection(SectionOfItsOwn):
    """The calendar feed: what is in it, and its address, which can be made anew and turned off."""

    key = "calendar"
    columns = ("token", "digest", "alarm", "with_runs", "with_plans")
    heading = _("Calendar")
    changes = _(
        "Your strength days in the calendar of your phone or laptop, each with its sets and the reason. When your runs "
        "move the days, the calendar follows within hours. Whoever has the address can read it, so keep it to "
        "yourself; with a new one the old one is shut."
    )
    template = "training/_calendar_fields.html"
    buttons = "training/_calendar_buttons.html"

    do = forms.ChoiceField(choices=[("renew", ""), ("off", "")], required=False)

    class Meta:
        model = CalendarFeed
        fields = ["alarm", "with_runs", "with_plans"]
        widgets = {"alarm": forms.RadioSelect}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FieldsOnly(
            self,
            Fieldset(_("Besides your strength days"), "with_runs", "with_plans", css_class="pills mb-3"),
            Field("alarm", template=PILLS),
        )

    def save(self, commit: bool = True) -> CalendarFeed:
        if self.cleaned_data["do"] == "renew":
            self.instance.renew()
        elif self.cleaned_data["do"] == "off":
            self.instance.turn_off()
        feed: CalendarFeed = super().save(commit)
        return feed


class RemindersSection(SectionOfItsOwn):
    """When to be reminded: one list of moments, so that no hour is chosen that does not suit the half of the day."""

    key = "reminders"
    columns = ("when", "hour")
    heading = _("Reminders")
    changes = _(
        "A short mail with the sets and the reason, for strength days only: none for a day that is done, skipped or "
        "out. Each mail has a link that ends them."
    )
    template = "training/_reminders_fields.html"

    moment = forms.ChoiceField(label=_("Remind me by email"))

    class Meta:
        model = Reminder
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        moment, now = self.fields["moment"], self.instance
        assert isinstance(moment, forms.ChoiceField)
        moment.choices = list(moments(now))
        moment.initial = Reminder.When.NEVER if now.when == Reminder.When.NEVER else f"{now.when}-{now.hour}"

    @property
    def confirmed(self) -> bool:
        """Whether the runner's address was confirmed: mails go to no other. One query."""
        runner = self.instance.runner
        return EmailAddress.objects.filter(user=runner, verified=True, email__iexact=runner.email).exists()

    def save(self, commit: bool = True) -> Reminder:
        when, _dash, hour = self.cleaned_data["moment"].partition("-")
        self.instance.when = when
        self.instance.hour = int(hour) if hour else self.instance.hour
        reminder: Reminder = super().save(commit)
        return reminder


def moments(chosen: Reminder) -> Iterator[tuple[str, Any]]:
    """Never, hours of the evening before, hours of that morning; the chosen one even where it is none of the usual."""
    yield Reminder.When.NEVER, Reminder.When.NEVER.label
    for when, usual in REMINDER_HOURS.items():
        for hour in sorted({*usual, *([chosen.hour] if chosen.when == when else [])}):
            clock = time_format(time(hour), "TIME_FORMAT")
            yield f"{when}-{hour}", _("%(when)s, %(clock)s") % {"when": when.label, "clock": clock}
