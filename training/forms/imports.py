"""Choosing what to import, and what an import asks its runner."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from training.forms.fields_only import FieldsOnly
from training.models import Import, ImportItem, Runner

MEGABYTE = 1024 * 1024
MOST_UNFINISHED = 3


class SeveralFilesInput(forms.FileInput):
    allow_multiple_selected = True


class SeveralFilesField(forms.Field):
    """One or many files, empty ones too: what is wrong with one is said when it is read, and the others are kept."""

    widget = SeveralFilesInput

    def clean(self, value: Any) -> list[UploadedFile]:
        files = [file for file in value or [] if isinstance(file, UploadedFile)]
        if not files:
            raise ValidationError(_("Choose at least one file first."))
        if len(files) > settings.UPLOAD_FILES:
            raise ValidationError(
                _("One import takes %(most)d files, and nothing was kept: please send fewer, or pack them into a zip."),
                params={"most": settings.UPLOAD_FILES},
            )
        if sum(file.size or 0 for file in files) > settings.UPLOAD_BYTES:
            raise ValidationError(
                _(
                    "One import takes %(most)d MB, and nothing was kept: please send the files in several imports, "
                    "or an archive without its photos."
                ),
                params={"most": settings.UPLOAD_BYTES // MEGABYTE},
            )
        return files


class ImportForm(forms.Form):
    run_files = SeveralFilesField(label=_("Your files"), widget=SeveralFilesInput({"multiple": True}))

    def __init__(self, *args: Any, runner: Runner, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.runner = runner
        self.helper = FieldsOnly(self)

    def clean(self) -> dict[str, Any]:
        unfinished = self.runner.imports.filter(status__in=[Import.Status.READING, Import.Status.WAITING]).count()
        if unfinished >= MOST_UNFINISHED:
            raise ValidationError(
                _("%(count)d of your imports are not finished: please add or cancel one of them first."),
                params={"count": unfinished},
            )
        return self.cleaned_data


class UnitsForm(forms.Form):
    """The units of tables that do not tell theirs, as far as the import asks for them."""

    distance = forms.ChoiceField(
        label=_("Distances are"), choices=Import.DistanceUnit, widget=forms.RadioSelect, required=True
    )
    weight = forms.ChoiceField(
        label=_("Weights are"), choices=Import.WeightUnit, widget=forms.RadioSelect, required=True
    )

    def __init__(self, *args: Any, asked: set[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FieldsOnly(self)
        for name in set(self.fields) - asked:
            del self.fields[name]


class ChoiceForm(forms.Form):
    choice = forms.TypedChoiceField(choices=ImportItem.Choice, coerce=ImportItem.Choice)
