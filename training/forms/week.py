"""What a runner taps about one day for strength: move it, skip it, take that back."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from training.wording.days import SKIPPED

MOVE, SKIP, TAKE_BACK = "move", "skip", "take-back"


class DayForm(forms.Form):
    """`act` with `to` for a move and `why` for a skip."""

    act = forms.ChoiceField(choices=[(MOVE, _("Move")), (SKIP, _("Skip")), (TAKE_BACK, _("Undo"))])
    to = forms.DateField(required=False)
    why = forms.ChoiceField(choices=list(SKIPPED.items()), required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("act") == MOVE and not data.get("to"):
            raise ValidationError(_("Choose the day that it moves to."))
        if data.get("act") == SKIP and not self.errors:
            data["why"] = data.get("why") or "other"
        return data
