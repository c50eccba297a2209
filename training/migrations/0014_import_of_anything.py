from django.conf import settings
from django.db import migrations, models


def as_done(apps, schema_editor):
    """Imports from before were done with the upload."""
    imports = apps.get_model("training", "Import").objects
    imports.filter(undone_at__isnull=True).update(status="done", done_at=models.F("created_at"))
    imports.filter(undone_at__isnull=False).update(status="undone", done_at=models.F("created_at"))
    imports.update(told_at=models.F("created_at"), share=1.0)


class Migration(migrations.Migration):
    dependencies = [("exercises", "0001_initial"), ("training", "0013_no_index_beside_the_session")]

    operations = [
        migrations.RemoveConstraint("RunImportFile", "import_file_once"),
        migrations.RenameModel("RunImport", "Import"),
        migrations.RenameModel("RunImportFile", "ImportItem"),
        migrations.RenameField("ImportItem", "run_import", "came_with"),
        migrations.RenameField("Run", "run_import", "came_with"),
        migrations.RemoveField("ImportItem", "runs_added"),
        migrations.AddField("Import", "told_at", models.DateTimeField(null=True)),
        migrations.AddField("Import", "status", models.CharField(max_length=9, default="reading")),
        migrations.AddField("Import", "done_at", models.DateTimeField(null=True, blank=True)),
        migrations.AddField("Import", "share", models.FloatField(default=0.0)),
        migrations.RunPython(as_done, migrations.RunPython.noop),
    ]
