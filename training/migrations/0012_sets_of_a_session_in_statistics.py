from django.db import migrations

# A session has some fourteen sets. PostgreSQL guesses how many sessions there are from a sample, far too few of five
# million sets, takes a session for a hundred sets, and reads whole tables instead of a runner's rows.
SESSIONS_A_SET = "ALTER TABLE training_loggedset ALTER COLUMN session_id SET (n_distinct = -0.07)"
GUESS = "ALTER TABLE training_loggedset ALTER COLUMN session_id RESET (n_distinct)"


def tell(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(SESSIONS_A_SET)


def forget(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(GUESS)


class Migration(migrations.Migration):
    dependencies = [("training", "0011_no_index_of_runner_alone")]

    operations = [migrations.RunPython(tell, forget)]
