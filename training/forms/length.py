"""A field for how far or how long: "8 km", "5 mi", "45 min", "1:30", or a number in the runner's own unit."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from training.forms.fields import NUMBER, WrittenField
from training.ical.amounts import MOST_METRES, Amounts, amounts
from training.units import METRIC, Units
from training.wording.measures import number, short_number

LONGEST = 40


class LengthField(WrittenField):
    """Hands over Amounts: metres, minutes, both or neither. A bare number is a distance in `units`."""

    def __init__(self, *, units: Units = METRIC, **options: Any) -> None:
        super().__init__(**{"max_length": LONGEST, "required": False, **options})
        self.units = units
        self.widget.attrs.setdefault("placeholder", _("8 %(unit)s") % {"unit": units.distance})
        self.widget.attrs.setdefault("autocomplete", "off")

    def to_python(self, value: Any) -> Any:
        if isinstance(value, Amounts):
            return value
        text = " ".join(str(value or "").lower().split())
        if not text:
            return Amounts()
        if len(text) > LONGEST:
            raise ValidationError(
                _("That is too long: write 8 %(unit)s or 45 min."), params={"unit": self.units.distance}
            )
        if NUMBER.fullmatch(text):
            metres = self.units.to_metres(float(text.replace(",", ".")))
            found = Amounts(metres=metres) if 0 < metres <= MOST_METRES else Amounts()
        else:
            found = amounts(text)
        if found == Amounts():
            raise ValidationError(
                _("Write how far or how long, such as 8 %(unit)s, 45 min or 1:30 h."),
                params={"unit": self.units.distance},
            )
        return found

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether it is another length than the one that was shown, which is rounded."""
        return super().has_changed(self.prepare_value(initial), data)

    def prepare_value(self, value: Any) -> Any:
        return in_words(value, self.units) if isinstance(value, Amounts) else value


def in_words(length: Amounts, units: Units) -> str:
    """8 km; 45 min; 8.05 km, 48 min."""
    said = []
    if length.metres is not None:
        said.append(f"{short_number(units.to_distance(length.metres))} {units.distance}")
    if length.minutes is not None:
        said.append(f"{number(length.minutes)} min")
    return ", ".join(said)
