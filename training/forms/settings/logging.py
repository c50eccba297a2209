"""What you are asked for in the gym."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from training.forms.settings.section import Section
from training.models import Runner


class LoggingSection(Section):
    key = "logging"
    columns = ("logs_rir",)
    heading = _("In the gym")
    changes = _(
        "Reps in reserve are those you could still have done. Told for the last hard set they let your targets hold or "
        "climb sooner, and give an estimate of your strength. Without them a finished set is taken to have left two."
    )
    evidence = ("E39", "E40")

    logs_rir = forms.TypedChoiceField(
        label=_("Reps in reserve"),
        required=False,
        coerce=bool,
        empty_value="",
        choices=[("", _("Not asked for")), ("1", _("Asked for with each set"))],
        widget=forms.RadioSelect,
    )

    class Meta:
        model = Runner
        fields = ["logs_rir"]

    def clean_logs_rir(self) -> bool:
        return bool(self.cleaned_data["logs_rir"])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["logs_rir"] = "1" if self.instance.logs_rir else ""
