from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from .models import (
    Caution,
    Cue,
    Equipment,
    Evidence,
    Exercise,
    ExerciseMuscle,
    GuideFile,
    Mistake,
    Muscle,
    Step,
    Variation,
)
from .models.translated import LANGUAGES, ORIGINAL, column


def every_language(*names: str) -> list[str]:
    return [column(name, language) for name in names for language in LANGUAGES]


def side_by_side(*names: str) -> list[str | list[str] | tuple[str, ...] | tuple[()]]:
    """A row of a form for each text, with a field for each language."""
    return [tuple(every_language(name)) for name in names]


class StepInline(admin.TabularInline):
    model = Step
    extra = 0


class CueInline(admin.TabularInline):
    model = Cue
    extra = 0


class MistakeInline(admin.StackedInline):
    model = Mistake
    extra = 0


class CautionInline(admin.TabularInline):
    model = Caution
    extra = 0


class MuscleInline(admin.TabularInline):
    model = ExerciseMuscle
    extra = 0
    autocomplete_fields = ["muscle"]


class VariationInline(admin.TabularInline):
    """The ladder at a glance; a rung's texts are edited on its own page."""

    model = Variation
    fields = ["position", *every_language("name"), "is_default", "per_leg", "loaded"]
    extra = 0
    can_delete = False
    show_change_link = True


@admin.register(Exercise)
class ExerciseAdmin(admin.ModelAdmin):
    list_display = ["name", "position", "dose", "essence"]
    list_display_links = ["name"]
    list_editable = ["position"]
    search_fields = every_language("name", "aliases", "essence")
    prepopulated_fields = {"slug": [column("name", ORIGINAL)]}
    autocomplete_fields = ["evidence"]
    fieldsets = [
        (None, {"fields": ["slug", "position", *side_by_side("name", "aliases", "essence", "in_30_seconds", "why")]}),
        ("How", {"fields": side_by_side("setup", "breathing", "tempo")}),
        (
            "Dose",
            {
                "fields": [
                    ("sets", "per_leg", "rest_seconds"),
                    ("reps_low", "reps_high"),
                    ("seconds_low", "seconds_high"),
                    *side_by_side("dose_growth"),
                ],
                "description": "Either reps or seconds.",
            },
        ),
        ("Evidence", {"fields": ["evidence"]}),
    ]
    inlines = [StepInline, CueInline, MistakeInline, VariationInline, CautionInline, MuscleInline]
    view_on_site = True


@admin.register(Variation)
class VariationAdmin(admin.ModelAdmin):
    list_display = ["name", "exercise", "position", "is_default", "per_leg", "timed", "loaded"]
    list_filter = ["exercise", "per_leg", "loaded", "equipment"]
    list_select_related = ["exercise"]
    search_fields = every_language("name", "description", "exercise__name")
    ordering = ["exercise__position", "position"]
    filter_horizontal = ["equipment"]

    def save_model(self, request: HttpRequest, obj: Variation, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        obj.exercise.save(update_fields=["changed_at"])  # its guide reads otherwise now


@admin.register(Muscle)
class MuscleAdmin(admin.ModelAdmin):
    list_display = ["name", "plain_name", "region", "position"]
    list_filter = ["region"]
    search_fields = every_language("name", "aliases", "plain_name")
    ordering = ["position"]


@admin.register(Equipment)
class EquipmentAdmin(admin.ModelAdmin):
    list_display = ["name", "instead", "is_weight", "position"]
    list_filter = ["is_weight"]
    search_fields = every_language("name", "aliases")
    ordering = ["position"]


@admin.register(Evidence)
class EvidenceAdmin(admin.ModelAdmin):
    list_display = ["number", "claim", "grade", "section", "checked"]
    list_filter = ["section", "grade", "checked"]
    search_fields = ["number", *every_language("claim"), "source", "also_cited"]
    ordering = ["order"]


@admin.register(GuideFile)
class GuideFileAdmin(admin.ModelAdmin):
    """Delete a row to have that file loaded anew at the next start."""

    list_display = ["name", "digest"]
    readonly_fields = ["name", "digest"]
