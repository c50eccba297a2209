"""What can be chosen at an item of an import, in words that fit what it repeats."""

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from training.models import ImportItem, Run
from training.wording.run_files import ZONES

register = template.Library()

Choice = ImportItem.Choice
OF_NEW = {Choice.ADD: _("Add"), Choice.SKIP: _("Leave out")}
OF_KNOWN = {Choice.SKIP: _("Keep what I have"), Choice.INSTEAD: _("Take this one"), Choice.ADD: _("Keep both")}
OF_TWIN = {Choice.SKIP: _("Count once"), Choice.ADD: _("Keep both")}


@register.filter
def choices(item: ImportItem) -> list[tuple[str, Promise]]:
    """The choices with their labels, the usual one first."""
    labels = OF_TWIN if item.twin_id else OF_KNOWN if item.has_match else OF_NEW
    open_ = item.choices_open()
    return [(choice.value, label) for choice, label in labels.items() if choice in open_]


@register.filter
def zone_told(item: ImportItem | Run) -> Promise | str:
    """Who told its time zone; empty where that is the file itself."""
    return ZONES.get(item.zone_told_by, "") if item.zone_told_by != "file" else ""  # type: ignore[call-overload]


@register.filter
def zone_name(zone: str) -> str:
    """The name of a time zone for people: that of an offset alone has its sign turned round."""
    if not zone.startswith("Etc/GMT") or zone == "Etc/GMT":
        return zone.replace("_", " ")
    offset = zone.removeprefix("Etc/GMT")
    return f"UTC{'−' if offset[0] == '+' else '+'}{offset[1:]}"
