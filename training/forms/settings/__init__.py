"""The settings, in sections that are saved each on its own."""

from training.forms.settings.calendar import CalendarSection, RemindersSection
from training.forms.settings.logging import LoggingSection
from training.forms.settings.measures import LanguageSection, TimeSection, UnitsSection
from training.forms.settings.section import Section
from training.forms.settings.strength import (
    DaysSection,
    EquipmentSection,
    HeartRateSection,
    StyleSection,
    TargetSection,
)
from training.forms.settings.weights import HeavySection, WeightsSection

__all__ = ["SECTIONS", "Section"]

SECTIONS: tuple[type[Section], ...] = (
    TargetSection,
    DaysSection,
    StyleSection,
    EquipmentSection,
    LoggingSection,
    WeightsSection,
    HeavySection,
    HeartRateSection,
    CalendarSection,
    RemindersSection,
    TimeSection,
    UnitsSection,
    LanguageSection,
)
