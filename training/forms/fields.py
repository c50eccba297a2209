"""Fields that read numbers and times as runners write them."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

NUMBER = re.compile(r"\d{1,4}([.,]\d{1,3})?")
CLOCK = re.compile(r"(?:(?P<hours>\d{1,2}):(?=\d\d:))?(?P<minutes>\d{1,3}):(?P<seconds>[0-5]\d)")
MINUTES = re.compile(r"\d{1,4}")


class LongSelect(forms.Select):
    """A select of hundreds of options: Django renders a template for each, which takes a quarter of a second."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        widget = self.get_context(name, value, attrs)["widget"]
        groups = [
            format_html('<optgroup label="{}">{}</optgroup>', label, options) if label else options
            for label, members, _index in widget["optgroups"]
            for options in [format_html_join("", '<option value="{}"{}>{}</option>', map(_option, members))]
        ]
        all_attrs = {"name": widget["name"], **widget["attrs"]}
        return format_html(
            "<select{}>{}</select>", flatatt(all_attrs), format_html_join("", "{}", ((g,) for g in groups))
        )


def _option(option: dict[str, Any]) -> tuple[str, SafeString, str]:
    selected = mark_safe(" selected") if option["selected"] else SafeString()
    return str(option["value"]), selected, str(option["label"])


class WrittenField(forms.CharField):
    """Text that stands for a value: whether it was changed is asked of the value, not of its spelling."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"max_length": 10, **options})

    def validate(self, value: Any) -> None:
        if value is None and self.required:
            raise ValidationError(self.error_messages["required"])

    def run_validators(self, value: Any) -> None:
        """A value has no length in characters."""

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(self.to_python(initial) != self.to_python(data))
        except ValidationError:
            return True


class NumberField(WrittenField):
    """A number with a point or a comma: 8.2 or 8,2. Hands over a float, None when empty."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"widget": forms.TextInput({"inputmode": "decimal"}), **options})

    def to_python(self, value: Any) -> Any:
        text = str(value or "").strip()
        if not text:
            return None
        if not NUMBER.fullmatch(text):
            raise ValidationError(_("Write a number such as 8.2 or 8,2."))
        return float(text.replace(",", "."))


class ClockField(WrittenField):
    """A length of time: 1:02:30, 48:10, or 45 for whole minutes. Hands over seconds, None when empty."""

    def to_python(self, value: Any) -> Any:
        text = str(value or "").strip()
        if not text:
            return None
        if MINUTES.fullmatch(text):
            return int(text) * 60.0
        found = CLOCK.fullmatch(text)
        if found is None or (found["hours"] and int(found["minutes"]) > 59):
            raise ValidationError(_("Write the time as 48:10, 1:02:30 or 45 for whole minutes."))
        return int(found["hours"] or 0) * 3600.0 + int(found["minutes"]) * 60 + int(found["seconds"])
