"""The crispy helper of all our forms: fields and their errors; `<form>`, token and buttons stay in the template."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout

# Radio buttons side by side, as Field("kind", template=PILLS).
PILLS = "training/_pills.html"


class FieldsOnly(FormHelper):
    def __init__(self, form: Any, *layout: Any) -> None:
        super().__init__(form)
        self.form_tag = False
        self.disable_csrf = True
        if layout:
            self.layout = Layout(*layout)
