import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import training.models.imports
import training.models.runner
import uuid
from django.conf import settings
from django.db import migrations, models


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

    # A database that has had all of these goes on from here; what they moved, a new one never had.
    replaces = [
        ("training", "0001_initial"),
        ("training", "0002_plan"),
        ("training", "0003_week"),
        ("training", "0004_calendar"),
        ("training", "0005_in_the_gym"),
        ("training", "0006_weights"),
        ("training", "0007_runner_language"),
        ("training", "0008_recommended_days"),
        ("training", "0009_runner_revision"),
        ("training", "0010_set_of_session_by_movement"),
        ("training", "0011_no_index_of_runner_alone"),
        ("training", "0012_sets_of_a_session_in_statistics"),
        ("training", "0013_no_index_beside_the_session"),
        ("training", "0014_import_of_anything"),
        ("training", "0015_imports"),
        ("training", "0016_account_items"),
    ]

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
        ('exercises', '0001_squashed_0005_guides_revision'),
    ]

    operations = [
        migrations.CreateModel(
            name='Runner',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                ('first_name', models.CharField(blank=True, max_length=150, verbose_name='first name')),
                ('last_name', models.CharField(blank=True, max_length=150, verbose_name='last name')),
                ('is_staff', models.BooleanField(default=False, help_text='Designates whether the user can log into this admin site.', verbose_name='staff status')),
                ('is_active', models.BooleanField(default=True, help_text='Designates whether this user should be treated as active. Unselect this instead of deleting accounts.', verbose_name='active')),
                ('date_joined', models.DateTimeField(default=django.utils.timezone.now, verbose_name='date joined')),
                ('email', models.EmailField(max_length=254, unique=True, verbose_name='email address')),
                ('language', models.CharField(blank=True, choices=[('en', 'English'), ('de', 'German')], default='', max_length=7, verbose_name='language')),
                ('units', models.CharField(choices=[('metric', 'Kilometres and kilograms'), ('imperial', 'Miles and pounds')], default='metric', max_length=8, verbose_name='units')),
                ('time_zone', models.CharField(default='UTC', max_length=64, validators=[training.models.runner.known_time_zone], verbose_name='time zone')),
                ('week_starts_on', models.PositiveSmallIntegerField(choices=[(0, 'Monday'), (6, 'Sunday')], default=0, verbose_name='first day of the week')),
                ('target', models.PositiveSmallIntegerField(default=2, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(3)], verbose_name='strength sessions a week')),
                ('style', models.CharField(choices=[('easy-days', 'On easy days'), ('stack', 'On hard days')], default='easy-days', max_length=9, verbose_name='where strength goes')),
                ('session_minutes', models.PositiveSmallIntegerField(default=35, validators=[django.core.validators.MinValueValidator(20), django.core.validators.MaxValueValidator(60)], verbose_name='length of a session')),
                ('minutes_by_weekday', models.JSONField(default=training.models.runner.any_minutes, verbose_name='minutes by weekday')),
                ('preferred_weekdays', models.JSONField(blank=True, default=list, verbose_name='preferred weekdays')),
                ('max_heart_rate', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(120), django.core.validators.MaxValueValidator(240)], verbose_name='maximum heart rate')),
                ('logs_rir', models.BooleanField(default=False, verbose_name='ask for reps in reserve')),
                ('bar_kg', models.FloatField(blank=True, null=True, verbose_name='bar')),
                ('plate_kg', models.FloatField(blank=True, null=True, verbose_name='smallest plate')),
                ('dumbbell_step_kg', models.FloatField(blank=True, null=True, verbose_name='step between dumbbells')),
                ('dumbbells_kg', models.JSONField(blank=True, default=list, verbose_name='dumbbells')),
                ('wants_heavy', models.BooleanField(default=False, verbose_name='heavy squats and deadlifts')),
                ('equipment', models.ManyToManyField(blank=True, to='exercises.equipment', verbose_name='equipment')),
                ('groups', models.ManyToManyField(blank=True, help_text='The groups this user belongs to. A user will get all permissions granted to each of their groups.', related_name='user_set', related_query_name='user', to='auth.group', verbose_name='groups')),
                ('user_permissions', models.ManyToManyField(blank=True, help_text='Specific permissions for this user.', related_name='user_set', related_query_name='user', to='auth.permission', verbose_name='user permissions')),
            ],
            options={
                'verbose_name': 'runner',
                'constraints': [models.CheckConstraint(condition=models.Q(('target__range', (1, 3))), name='runner_target_1_to_3'), models.CheckConstraint(condition=models.Q(('week_starts_on__in', [0, 6])), name='runner_week_from_monday_or_sunday'), models.CheckConstraint(condition=models.Q(models.Q(('bar_kg', None), ('bar_kg__gt', 0), _connector='OR'), models.Q(('plate_kg', None), ('plate_kg__gt', 0), _connector='OR'), models.Q(('dumbbell_step_kg', None), ('dumbbell_step_kg__gt', 0), _connector='OR')), name='runner_weights_above_nothing')],
            },
        ),
        migrations.CreateModel(
            name='RunnerRevision',
            fields=[
                ('runner', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to=settings.AUTH_USER_MODEL)),
                ('number', models.BigIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name='CalendarFeed',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('token', models.CharField(blank=True, max_length=43)),
                ('digest', models.CharField(blank=True, max_length=64, null=True, unique=True)),
                ('alarm', models.CharField(choices=[('none', 'No alarm'), ('evening', 'The evening before, 7 p.m.'), ('morning', 'That morning, 7 a.m.')], default='none', max_length=7, verbose_name='alarm on strength days')),
                ('with_runs', models.BooleanField(default=True, verbose_name='runs you did')),
                ('with_plans', models.BooleanField(default=True, verbose_name='runs and races you plan')),
                ('content', models.CharField(blank=True, max_length=64)),
                ('changed_at', models.DateTimeField(blank=True, null=True)),
                ('runner', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='calendar_feed', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'calendar feed',
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('digest__isnull', True), ('token', '')), models.Q(models.Q(('token', ''), _negated=True), ('digest__isnull', False)), _connector='OR'), name='feed_token_with_its_digest')],
            },
        ),
        migrations.CreateModel(
            name='Condition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('ill', 'Ill'), ('pain', 'In pain'), ('away', 'Away')], max_length=4, verbose_name='what it is')),
                ('first', models.DateField(verbose_name='since')),
                ('ended_on', models.DateField(blank=True, null=True, verbose_name='over since')),
                ('told_at', models.DateTimeField(verbose_name='told')),
                ('feverish', models.BooleanField(default=False, verbose_name='fever or symptoms below the neck')),
                ('pain', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MaxValueValidator(10)], verbose_name='pain')),
                ('site', models.CharField(blank=True, max_length=60, verbose_name='where')),
                ('side', models.CharField(blank=True, choices=[('left', 'Left'), ('right', 'Right'), ('both', 'Both')], max_length=5, verbose_name='side')),
                ('signs', models.JSONField(blank=True, default=list, verbose_name='warning signs')),
                ('runner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='conditions', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'condition',
                'ordering': ['first', 'pk'],
                'indexes': [models.Index(fields=['runner', 'first'], name='condition_of_runner_by_day')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('ended_on', None)), fields=('runner', 'kind'), name='condition_of_a_kind_open_once'), models.CheckConstraint(condition=models.Q(('ended_on', None), ('ended_on__gte', models.F('first')), _connector='OR'), name='condition_ends_after_it_begins'), models.CheckConstraint(condition=models.Q(('pain', None), ('pain__range', (0, 10)), _connector='OR'), name='condition_pain_0_to_10'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'away'), _negated=True), ('ended_on__isnull', False), _connector='OR'), name='away_has_an_end')],
            },
        ),
        migrations.CreateModel(
            name='CustomMovement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200, verbose_name='name')),
                ('runner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='custom_movements', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'movement of your own',
                'ordering': ['name'],
                'constraints': [models.UniqueConstraint(fields=('runner', 'name'), name='custom_movement_once')],
            },
        ),
        migrations.CreateModel(
            name='Import',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(verbose_name='uploaded')),
                ('status', models.CharField(choices=[('reading', 'being read'), ('waiting', 'waits for you'), ('adding', 'being added'), ('done', 'done'), ('undone', 'taken back'), ('cancelled', 'cancelled'), ('failed', 'could not be read')], default='reading', max_length=9, verbose_name='status')),
                ('distance_unit', models.CharField(blank=True, choices=[('km', 'kilometres'), ('mi', 'miles')], max_length=2, verbose_name='distances in')),
                ('weight_unit', models.CharField(blank=True, choices=[('kg', 'kilograms'), ('lb', 'pounds')], max_length=2, verbose_name='weights in')),
                ('worker', models.UUIDField(blank=True, null=True)),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('begun_at', models.DateTimeField(blank=True, null=True)),
                ('told_at', models.DateTimeField()),
                ('share', models.FloatField(default=0.0)),
                ('done_at', models.DateTimeField(blank=True, null=True, verbose_name='added')),
                ('undone_at', models.DateTimeField(blank=True, null=True, verbose_name='taken back')),
                ('runner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='imports', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'import',
                'indexes': [models.Index(fields=['runner', '-created_at'], name='import_of_runner_newest'), models.Index(condition=models.Q(('status__in', ['reading', 'adding'])), fields=['told_at'], name='import_worked_on_by_word')],
            },
        ),
        migrations.CreateModel(
            name='ImportUpload',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField()),
                ('name', models.CharField(max_length=255, verbose_name='file')),
                ('bytes', models.PositiveBigIntegerField(help_text='bytes', verbose_name='size')),
                ('file', models.FileField(blank=True, storage=training.models.imports.import_storage, upload_to='')),
                ('steps', models.PositiveIntegerField(blank=True, null=True)),
                ('steps_read', models.PositiveIntegerField(default=0)),
                ('came_with', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='uploads', to='training.import')),
            ],
            options={
                'ordering': ['position'],
                'constraints': [models.UniqueConstraint(fields=('came_with', 'position'), name='import_upload_once')],
            },
        ),
        migrations.CreateModel(
            name='ImportItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('name', models.CharField(max_length=255, verbose_name='file')),
                ('kind', models.CharField(choices=[('run', 'run'), ('workout', 'strength session'), ('file', 'file'), ('account', 'account')], default='file', max_length=7)),
                ('outcome', models.CharField(choices=[('new', 'new'), ('known', 'already there'), ('unclear', 'unclear'), ('no-run', 'no run in it'), ('unreadable', 'could not be read')], max_length=10, verbose_name='outcome')),
                ('choice', models.CharField(choices=[('add', 'Add it'), ('skip', 'Leave it out'), ('instead', 'Take it instead')], default='skip', max_length=7, verbose_name='what becomes of it')),
                ('told', models.BooleanField(default=False)),
                ('sentence', models.TextField(blank=True, verbose_name='what was found')),
                ('more', models.PositiveIntegerField(default=0)),
                ('content', models.JSONField(blank=True, null=True)),
                ('question', models.CharField(blank=True, max_length=40)),
                ('fingerprint', models.CharField(blank=True, max_length=60)),
                ('start', models.DateTimeField(blank=True, null=True, verbose_name='start')),
                ('day', models.DateField(blank=True, null=True, verbose_name='day')),
                ('time_zone', models.CharField(blank=True, max_length=64, verbose_name='time zone')),
                ('zone_told_by', models.CharField(blank=True, max_length=6)),
                ('match', models.CharField(blank=True, max_length=20)),
                ('before', models.JSONField(blank=True, null=True)),
                ('came_with', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='items', to='training.import')),
                ('twin', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='training.importitem')),
                ('upload', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='items', to='training.importupload')),
            ],
            options={
                'ordering': ['position'],
            },
        ),
        migrations.CreateModel(
            name='MovementTitle',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=200, verbose_name='name in the app')),
                ('key', models.CharField(max_length=200)),
                ('each_hand', models.BooleanField(default=False, verbose_name='loads are of one hand')),
                ('runner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='movement_titles', to=settings.AUTH_USER_MODEL)),
                ('variation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='exercises.variation', verbose_name='variation')),
            ],
            options={
                'verbose_name': 'name of a movement',
                'ordering': ['title'],
                'constraints': [models.UniqueConstraint(fields=('runner', 'key'), name='movement_title_once')],
            },
        ),
        migrations.CreateModel(
            name='PlanImport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(verbose_name='uploaded')),
                ('name', models.CharField(blank=True, max_length=255, verbose_name='file')),
                ('entries', models.JSONField(default=list)),
                ('past', models.PositiveIntegerField(default=0, verbose_name='entries in the past')),
                ('unreadable', models.PositiveIntegerField(default=0, verbose_name='events without a readable date')),
                ('kept_at', models.DateTimeField(blank=True, null=True, verbose_name='kept')),
                ('undone_at', models.DateTimeField(blank=True, null=True, verbose_name='taken back')),
                ('runner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='plan_imports', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'import of a training plan',
                'indexes': [models.Index(fields=['runner', '-created_at'], name='plan_import_of_runner_newest')],
            },
        ),
        migrations.CreateModel(
            name='PlannedRun',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('metres', models.FloatField(blank=True, null=True, verbose_name='distance')),
                ('minutes', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(1440)], verbose_name='minutes')),
                ('hard', models.BooleanField(default=False, verbose_name='with faster parts')),
                ('day', models.DateField(verbose_name='day')),
                ('kind', models.CharField(choices=[('easy', 'Easy'), ('moderate', 'Moderate'), ('hard', 'Hard'), ('long', 'Long'), ('cross', 'Cross-training'), ('rest', 'Rest')], default='easy', max_length=8, verbose_name='kind')),
                ('title', models.CharField(blank=True, max_length=200, verbose_name='title')),
                ('notes', models.TextField(blank=True, max_length=2000, verbose_name='notes')),
                ('uid', models.CharField(blank=True, max_length=100)),
                ('plan_import', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='runs', to='training.planimport')),
                ('runner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='planned_runs', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'planned run',
                'indexes': [models.Index(fields=['runner', 'day'], name='planned_run_of_runner_by_day')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('uid', ''), _negated=True), fields=('runner', 'uid'), name='planned_run_event_once'), models.CheckConstraint(condition=models.Q(('metres__isnull', True), ('metres__gt', 0), _connector='OR'), name='planned_run_has_length'), models.CheckConstraint(condition=models.Q(('minutes__isnull', True), ('minutes__range', (1, 1440)), _connector='OR'), name='planned_run_takes_time')],
            },
        ),
        migrations.CreateModel(
            name='PublishedEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.CharField(max_length=120)),
                ('day', models.DateField()),
                ('digest', models.CharField(max_length=64)),
                ('sequence', models.PositiveIntegerField(default=0)),
                ('changed_at', models.DateTimeField()),
                ('feed', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='entries', to='training.calendarfeed')),
            ],
            options={
                'verbose_name': 'published entry',
                'verbose_name_plural': 'published entries',
                'constraints': [models.UniqueConstraint(fields=('feed', 'uid'), name='feed_entry_once')],
            },
        ),
        migrations.CreateModel(
            name='Race',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField(verbose_name='day')),
                ('name', models.CharField(blank=True, max_length=200, verbose_name='name')),
                ('metres', models.FloatField(blank=True, null=True, verbose_name='distance')),
                ('priority', models.CharField(choices=[('A', 'A: the one that counts'), ('B', 'B: you want to do well'), ('C', 'C: you run through it')], default='C', max_length=1, verbose_name='how much it matters')),
                ('goal', models.CharField(blank=True, max_length=100, verbose_name='goal')),
                ('uid', models.CharField(blank=True, max_length=100)),
                ('plan_import', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='races', to='training.planimport')),
                ('runner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='races', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'race',
                'ordering': ['day'],
                'constraints': [models.UniqueConstraint(fields=('runner', 'day'), name='race_once_a_day'), models.CheckConstraint(condition=models.Q(('metres__isnull', True), ('metres__gt', 0), _connector='OR'), name='race_has_length'), models.CheckConstraint(condition=models.Q(('priority__in', ['A', 'B', 'C'])), name='race_priority_a_b_c')],
            },
        ),
        migrations.CreateModel(
            name='Reminder',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('when', models.CharField(choices=[('never', 'No reminders'), ('evening', 'The evening before'), ('morning', 'That morning')], default='never', max_length=7, verbose_name='reminder')),
                ('hour', models.PositiveSmallIntegerField(default=19, verbose_name='hour')),
                ('looked_after_on', models.DateField(blank=True, null=True)),
                ('runner', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='reminder', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'reminder',
                'indexes': [models.Index(condition=models.Q(('when', 'never'), _negated=True), fields=['hour'], name='reminder_that_is_on_by_hour')],
                'constraints': [models.CheckConstraint(condition=models.Q(('hour__range', (0, 23))), name='reminder_hour_0_to_23')],
            },
        ),
        migrations.CreateModel(
            name='Run',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('start', models.DateTimeField(verbose_name='start')),
                ('day', models.DateField(verbose_name='day')),
                ('time_zone', models.CharField(max_length=64, verbose_name='time zone')),
                ('seconds', models.FloatField(help_text='seconds without pauses', verbose_name='duration')),
                ('elapsed_seconds', models.FloatField(blank=True, null=True, verbose_name='time with pauses')),
                ('metres', models.FloatField(blank=True, null=True, verbose_name='distance')),
                ('avg_hr', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='average heart rate')),
                ('max_hr', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='highest heart rate')),
                ('rpe', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(0), django.core.validators.MaxValueValidator(10)], verbose_name='effort')),
                ('title', models.CharField(blank=True, max_length=200, verbose_name='title')),
                ('told', models.CharField(blank=True, choices=[('easy', 'Easy'), ('moderate', 'Moderate'), ('hard', 'Hard'), ('long', 'Long'), ('race', 'Race'), ('cross', 'Cross-training')], max_length=8, verbose_name='kind, told')),
                ('kind', models.CharField(choices=[('easy', 'Easy'), ('moderate', 'Moderate'), ('hard', 'Hard'), ('long', 'Long'), ('race', 'Race'), ('cross', 'Cross-training')], default='easy', max_length=8, verbose_name='kind')),
                ('is_long', models.BooleanField(default=False, verbose_name='long')),
                ('kind_rule', models.CharField(default='default', max_length=20)),
                ('kind_confidence', models.CharField(default='low', max_length=6)),
                ('kind_facts', models.JSONField(default=dict)),
                ('source', models.CharField(blank=True, db_default='', default='', max_length=8, verbose_name='source')),
                ('damaged', models.BooleanField(db_default=False, default=False)),
                ('zone_told_by', models.CharField(blank=True, db_default='', default='', max_length=6)),
                ('fingerprint', models.CharField(blank=True, max_length=60)),
                ('device_key', models.CharField(blank=True, max_length=80)),
                ('came_with', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='runs', to='training.import')),
                ('found_as', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='run', to='training.importitem')),
                ('runner', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='runs', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'run',
                'indexes': [models.Index(fields=['runner', 'day'], name='run_of_runner_by_day'), models.Index(fields=['runner', 'start'], name='run_of_runner_by_start')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('fingerprint', ''), _negated=True), fields=('runner', 'fingerprint'), name='run_file_counts_once'), models.CheckConstraint(condition=models.Q(('seconds__gt', 0)), name='run_takes_time'), models.CheckConstraint(condition=models.Q(('metres__isnull', True), ('metres__gte', 0), _connector='OR'), name='run_distance_not_negative'), models.CheckConstraint(condition=models.Q(('rpe__isnull', True), ('rpe__range', (0, 10)), _connector='OR'), name='run_rpe_0_to_10')],
            },
        ),
        migrations.AddField(
            model_name='importitem',
            name='known_run',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='training.run'),
        ),
        migrations.CreateModel(
            name='SentReminder',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField()),
                ('when', models.CharField(choices=[('never', 'No reminders'), ('evening', 'The evening before'), ('morning', 'That morning')], max_length=7)),
                ('sent_at', models.DateTimeField()),
                ('runner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sent_reminders', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'sent reminder',
                'constraints': [models.UniqueConstraint(fields=('runner', 'day'), name='reminded_of_a_day_once')],
            },
        ),
        migrations.CreateModel(
            name='Session',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('day', models.DateField(verbose_name='day')),
                ('status', models.CharField(choices=[('planned', 'planned'), ('under-way', 'under way'), ('done', 'done'), ('skipped', 'skipped'), ('deleted', 'deleted')], default='under-way', max_length=9, verbose_name='status')),
                ('workout', models.CharField(choices=[('A', 'Workout A'), ('B', 'Workout B'), ('full', 'All seven'), ('own', 'Own workout')], max_length=4, verbose_name='workout')),
                ('title', models.CharField(blank=True, db_default='', default='', max_length=200, verbose_name='title')),
                ('light', models.BooleanField(default=False, verbose_name='light')),
                ('started_at', models.DateTimeField(blank=True, null=True, verbose_name='started')),
                ('finished_at', models.DateTimeField(blank=True, null=True, verbose_name='finished')),
                ('effort', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(0), django.core.validators.MaxValueValidator(10)], verbose_name='effort')),
                ('pain', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(0), django.core.validators.MaxValueValidator(10)], verbose_name='pain')),
                ('notes', models.TextField(blank=True, max_length=5000, verbose_name='notes')),
                ('morning_after', models.CharField(blank=True, choices=[('settled', 'gone, or as before the session'), ('lingering', 'still there'), ('worse', 'worse than in the session')], max_length=9, verbose_name='the morning after')),
                ('reasons', models.JSONField(blank=True, default=list)),
                ('changed_at', models.DateTimeField(blank=True, null=True, verbose_name='changed')),
                ('deleted_at', models.DateTimeField(blank=True, null=True, verbose_name='deleted')),
                ('deleted_from', models.CharField(blank=True, choices=[('planned', 'planned'), ('under-way', 'under way'), ('done', 'done'), ('skipped', 'skipped'), ('deleted', 'deleted')], max_length=9, verbose_name='status before')),
                ('source', models.CharField(blank=True, db_default='', default='', max_length=8, verbose_name='source')),
                ('key', models.CharField(blank=True, db_default='', default='', max_length=120)),
                ('came_with', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='sessions', to='training.import')),
                ('found_as', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='session', to='training.importitem')),
                ('runner', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='sessions', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'strength session',
                'indexes': [models.Index(fields=['runner', 'day'], name='session_of_runner_by_day'), models.Index(condition=models.Q(('key', ''), _negated=True), fields=['runner', 'key'], name='session_of_runner_by_key')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('status', 'planned')), fields=('runner', 'day'), name='session_planned_once_a_day'), models.CheckConstraint(condition=models.Q(('effort__isnull', True), ('effort__range', (0, 10)), _connector='OR'), name='session_effort_0_to_10'), models.CheckConstraint(condition=models.Q(('pain__isnull', True), ('pain__range', (0, 10)), _connector='OR'), name='session_pain_0_to_10')],
            },
        ),
        migrations.CreateModel(
            name='PlannedMovement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField()),
                ('order', models.PositiveSmallIntegerField()),
                ('targets', models.JSONField()),
                ('rest_seconds', models.PositiveSmallIntegerField(default=60)),
                ('why', models.JSONField(blank=True, default=dict)),
                ('skipped', models.BooleanField(default=False)),
                ('changed_at', models.DateTimeField(blank=True, null=True)),
                ('exercise', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='exercises.exercise')),
                ('variation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='exercises.variation')),
                ('session', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='movements', to='training.session')),
            ],
            options={
                'ordering': ['order', 'position'],
                'constraints': [models.UniqueConstraint(fields=('session', 'position'), name='planned_movement_once')],
            },
        ),
        migrations.CreateModel(
            name='LoggedSet',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, primary_key=True, serialize=False)),
                ('position', models.PositiveSmallIntegerField(help_text='place of the movement in the session')),
                ('number', models.PositiveSmallIntegerField(verbose_name='set')),
                ('reps', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='reps')),
                ('seconds', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='seconds')),
                ('kg', models.FloatField(blank=True, null=True, verbose_name='load')),
                ('per_leg', models.BooleanField(default=False, verbose_name='per leg')),
                ('rir', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='reps in reserve')),
                ('warm_up', models.BooleanField(default=False, verbose_name='warm-up')),
                ('logged_at', models.DateTimeField(verbose_name='logged')),
                ('changed_at', models.DateTimeField(verbose_name='changed')),
                ('removed', models.BooleanField(default=False, verbose_name='removed')),
                ('exercise', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='exercises.exercise')),
                ('variation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='exercises.variation')),
                ('session', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='sets', to='training.session')),
            ],
            options={
                'verbose_name': 'logged set',
                'ordering': ['position', 'number'],
                'indexes': [models.Index(fields=['session', 'exercise'], name='set_of_session_by_movement')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('reps__isnull', False), ('seconds__isnull', True)), models.Q(('reps__isnull', True), ('seconds__isnull', False)), _connector='OR'), name='set_has_reps_or_seconds'), models.CheckConstraint(condition=models.Q(('kg__isnull', True), ('kg__range', (0, 1000)), _connector='OR'), name='set_load_0_to_1000_kg'), models.CheckConstraint(condition=models.Q(('rir__isnull', True), ('rir__range', (0, 10)), _connector='OR'), name='set_rir_0_to_10')],
            },
        ),
        migrations.AddField(
            model_name='importitem',
            name='known_session',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='training.session'),
        ),
        migrations.CreateModel(
            name='CustomSet',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('position', models.PositiveSmallIntegerField()),
                ('number', models.PositiveSmallIntegerField(verbose_name='set')),
                ('reps', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='reps')),
                ('seconds', models.PositiveIntegerField(blank=True, null=True, verbose_name='seconds')),
                ('metres', models.FloatField(blank=True, null=True, verbose_name='distance')),
                ('kg', models.FloatField(blank=True, null=True, verbose_name='load')),
                ('rir', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='reps in reserve')),
                ('warm_up', models.BooleanField(default=False, verbose_name='warm-up')),
                ('notes', models.TextField(blank=True, max_length=1000, verbose_name='notes')),
                ('movement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sets', to='training.custommovement')),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='custom_sets', to='training.session')),
            ],
            options={
                'verbose_name': 'set of a movement of your own',
                'ordering': ['position', 'number'],
                'constraints': [models.UniqueConstraint(fields=('session', 'position', 'number'), name='custom_set_once'), models.CheckConstraint(condition=models.Q(('kg__isnull', True), ('kg__range', (0, 1000)), _connector='OR'), name='custom_set_load_0_to_1000_kg'), models.CheckConstraint(condition=models.Q(('rir__isnull', True), ('rir__range', (0, 10)), _connector='OR'), name='custom_set_rir_0_to_10')],
            },
        ),
        migrations.CreateModel(
            name='ShownWeek',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('made_on', models.DateField(verbose_name='made on')),
                ('start', models.DateField(verbose_name='first day')),
                ('days', models.JSONField(verbose_name='days')),
                ('recommended', models.JSONField(default=list, verbose_name='recommended days')),
                ('basis', models.JSONField(verbose_name='what it rests on')),
                ('runner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='shown_weeks', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'recommendation shown',
                'constraints': [models.UniqueConstraint(fields=('runner', 'made_on'), name='shown_week_once_a_day')],
            },
        ),
        migrations.CreateModel(
            name='WeeklyRun',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('metres', models.FloatField(blank=True, null=True, verbose_name='distance')),
                ('minutes', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(1440)], verbose_name='minutes')),
                ('hard', models.BooleanField(default=False, verbose_name='with faster parts')),
                ('weekday', models.PositiveSmallIntegerField(help_text='0 is Monday', verbose_name='weekday')),
                ('kind', models.CharField(choices=[('easy', 'Easy'), ('moderate', 'Moderate'), ('hard', 'Hard'), ('long', 'Long'), ('cross', 'Cross-training')], max_length=8, verbose_name='kind')),
                ('first', models.DateField(verbose_name='from')),
                ('last', models.DateField(blank=True, null=True, verbose_name='until')),
                ('runner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='weekly_runs', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'run of the weekly pattern',
                'constraints': [models.UniqueConstraint(fields=('runner', 'weekday', 'first'), name='weekly_run_once_a_weekday'), models.CheckConstraint(condition=models.Q(('weekday__range', (0, 6))), name='weekly_run_on_a_weekday'), models.CheckConstraint(condition=models.Q(('last__isnull', True), ('last__gte', models.F('first')), _connector='OR'), name='weekly_run_ends_after_start'), models.CheckConstraint(condition=models.Q(('metres__isnull', True), ('metres__gt', 0), _connector='OR'), name='weekly_run_has_length'), models.CheckConstraint(condition=models.Q(('minutes__isnull', True), ('minutes__range', (1, 1440)), _connector='OR'), name='weekly_run_takes_time')],
            },
        ),
        migrations.AddIndex(
            model_name='importitem',
            index=models.Index(fields=['came_with', 'outcome', 'position'], name='item_of_import_by_outcome'),
        ),
        migrations.AddConstraint(
            model_name='importitem',
            constraint=models.UniqueConstraint(fields=('came_with', 'position'), name='import_item_once'),
        ),
        migrations.RunPython(tell, forget),
    ]
