from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from .actions import differences
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


# Two languages fit beside each other, and a line is seen whole.
SMALL_TEXTS: dict[type[models.Field[Any, Any]], dict[str, Any]] = {
    models.TextField: {"widget": forms.Textarea(attrs={"rows": 4, "cols": 48})}
}


class StepInline(admin.TabularInline):
    model = Step
    extra = 0
    formfield_overrides = SMALL_TEXTS


class CueInline(admin.TabularInline):
    model = Cue
    extra = 0


class MistakeInline(admin.StackedInline):
    model = Mistake
    extra = 0
    formfield_overrides = SMALL_TEXTS
    fields = ["position", *side_by_side("looks_like", "why_it_matters", "instead")]


class CautionInline(admin.TabularInline):
    model = Caution
    extra = 0
    formfield_overrides = SMALL_TEXTS


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
    formfield_overrides = SMALL_TEXTS
    list_display = ["name", "position", "dose", "essence"]
    list_display_links = ["name"]
    list_editable = ["position"]
    search_fields = every_language("name", "aliases", "essence")
    prepopulated_fields = {"slug": [column("name", ORIGINAL)]}
    autocomplete_fields = ["evidence"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "edited",
                    "slug",
                    "position",
                    *side_by_side("name", "aliases", "essence", "in_30_seconds", "why"),
                ]
            },
        ),
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
    readonly_fields = ["edited"]
    inlines = [StepInline, CueInline, MistakeInline, VariationInline, CautionInline, MuscleInline]
    view_on_site = True

    @admin.display(description="Edited here")
    def edited(self, exercise: Exercise) -> str:
        """What loading the guides leaves as it is, a line each."""
        return "\n".join(differences(exercise) if exercise.pk else []) or "Nothing"


@admin.register(Variation)
class VariationAdmin(admin.ModelAdmin):
    formfield_overrides = SMALL_TEXTS
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
    formfield_overrides = SMALL_TEXTS
    list_display = ["name", "instead", "is_weight", "position"]
    list_filter = ["is_weight"]
    search_fields = every_language("name", "aliases")
    ordering = ["position"]


@admin.register(Evidence)
class EvidenceAdmin(admin.ModelAdmin):
    formfield_overrides = SMALL_TEXTS
    list_display = ["number", "claim", "grade", "section", "checked"]
    list_filter = ["section", "grade", "checked"]
    search_fields = ["number", *every_language("claim"), "source", "also_cited"]
    ordering = ["order"]


@admin.register(GuideFile)
class GuideFileAdmin(admin.ModelAdmin):
    """What was last loaded. Where a file has no row, all that its guide says counts as edited and is kept."""

    list_display = ["name", "digest"]
    readonly_fields = ["name", "digest"]
