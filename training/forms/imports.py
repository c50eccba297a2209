"""Choosing run files."""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from training.actions.uploads import Upload
from training.forms.fields_only import FieldsOnly
from training.uploadhandlers import TOGETHER_BYTES

MEGABYTE = 1024 * 1024


class SeveralFilesInput(forms.FileInput):
    allow_multiple_selected = True


class SeveralFilesField(forms.Field):
    """One or many files, empty ones too: what is wrong with one is said beside it, the others are kept."""

    widget = SeveralFilesInput

    def clean(self, value: Any) -> Any:
        files = [file for file in value or [] if isinstance(file, UploadedFile)]
        if not files:
            raise ValidationError(_("Choose at least one file first: FIT, GPX or TCX."))
        return files


class ImportForm(forms.Form):
    run_files = SeveralFilesField(label=_("Run files"), widget=SeveralFilesInput({"multiple": True}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FieldsOnly(self)

    def uploads(self) -> Iterator[Upload]:
        """The files one after another, so that only one is held in memory; refused where a limit is passed."""
        files: Sequence[UploadedFile] = self.cleaned_data["run_files"]
        together = 0
        for number, file in enumerate(files, start=1):
            size = file.size or 0
            together += size
            name = file.name or gettext("unnamed")
            refused = _refusal(number, size, together)
            yield Upload(name, refused=refused) if refused else Upload(name, file.read())


def _refusal(number: int, size: int, together: int) -> str:
    """Why a file is not read at all; empty where it is."""
    if number > settings.UPLOAD_FILES:
        return (
            ngettext(
                "Not read: one import takes %d file. Please send this one in the next.",
                "Not read: one import takes %d files. Please send this one in the next.",
                settings.UPLOAD_FILES,
            )
            % settings.UPLOAD_FILES
        )
    if size > settings.UPLOAD_FILE_BYTES:
        limit = settings.UPLOAD_FILE_BYTES // MEGABYTE
        return gettext("Not read: this file is larger than %d MB, which is more than one run needs.") % limit
    if together > TOGETHER_BYTES:
        limit = TOGETHER_BYTES // MEGABYTE
        return gettext("Not read: one import takes %d MB. Please send this file in the next.") % limit
    return ""
