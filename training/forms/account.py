"""What is asked for before an account is deleted."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from training.forms.fields_only import FieldsOnly
from training.models import Runner


class DeleteForm(forms.Form):
    """The password; the runner's own address where there is none, as with a passkey."""

    password = forms.CharField(
        label=_("Your password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": _("Enter your password, so that nobody else deletes your account.")},
    )
    email = forms.CharField(
        label=_("Your email address"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "inputmode": "email"}),
        help_text=_("Your account has no password: type its email address instead."),
        error_messages={"required": _("Enter your email address, so that nobody deletes your account by accident.")},
    )

    def __init__(self, *args: object, runner: Runner) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        self.runner = runner
        del self.fields["email" if runner.has_usable_password() else "password"]
        self.helper = FieldsOnly(self)

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        if not self.runner.check_password(password):
            raise ValidationError(_("This is not your password. Nothing was deleted."))
        return password

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"]
        if email.strip().lower() != self.runner.email.lower():
            raise ValidationError(_("This is not the address of this account. Nothing was deleted."))
        return email
