"""Static files under hashed names, so that browsers keep them for a year."""

from typing import Any

from django.conf import settings
from django.contrib.staticfiles.apps import StaticFilesConfig
from whitenoise.storage import CompressedManifestStaticFilesStorage


class CollectedStaticFiles(StaticFilesConfig):
    """Django's app, without the files that no page links to: their compression took half of the first start."""

    ignore_patterns = [
        *StaticFilesConfig.ignore_patterns,
        # The admin links to these only with DEBUG, and then the finders serve them.
        "admin/js/vendor/jquery/jquery.js",
        "admin/js/vendor/select2/select2.full.js",
        "admin/js/vendor/xregexp/xregexp.js",
        # Of htmx the pages load htmx-2.min.js alone.
        "django_htmx/htmx-2.js",
        "django_htmx/htmx-4*",
        "django_htmx/htmax-4*",
        "django_htmx/ext/*",
    ]


class HashedStaticFiles(CompressedManifestStaticFilesStorage):
    # ES modules import one another by name; their imports get the hashed names too.
    support_js_module_import_aggregation = True

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.addresses: dict[str, str] = {}

    def url(self, name: str, force: bool = False) -> str:
        """Made once: the names are read when the process begins, and a page asks for ten of them."""
        if force or settings.DEBUG:
            return super().url(name, force)
        if name not in self.addresses:
            self.addresses[name] = super().url(name)
        return self.addresses[name]
