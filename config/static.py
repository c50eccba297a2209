"""Static files under hashed names, so that browsers keep them for a year."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStaticFiles(CompressedManifestStaticFilesStorage):
    # ES modules import one another by name; their imports get the hashed names too.
    support_js_module_import_aggregation = True
