import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('training', '0001_initial'),
    ]

    operations = [
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
            },
        ),
        migrations.AddIndex(
            model_name='planimport',
            index=models.Index(fields=['runner', '-created_at'], name='plan_import_of_runner_newest'),
        ),
        migrations.AddIndex(
            model_name='plannedrun',
            index=models.Index(fields=['runner', 'day'], name='planned_run_of_runner_by_day'),
        ),
        migrations.AddConstraint(
            model_name='plannedrun',
            constraint=models.UniqueConstraint(condition=models.Q(('uid', ''), _negated=True), fields=('runner', 'uid'), name='planned_run_event_once'),
        ),
        migrations.AddConstraint(
            model_name='plannedrun',
            constraint=models.CheckConstraint(condition=models.Q(('metres__isnull', True), ('metres__gt', 0), _connector='OR'), name='planned_run_has_length'),
        ),
        migrations.AddConstraint(
            model_name='plannedrun',
            constraint=models.CheckConstraint(condition=models.Q(('minutes__isnull', True), ('minutes__range', (1, 1440)), _connector='OR'), name='planned_run_takes_time'),
        ),
        migrations.AddConstraint(
            model_name='race',
            constraint=models.UniqueConstraint(fields=('runner', 'day'), name='race_once_a_day'),
        ),
        migrations.AddConstraint(
            model_name='race',
            constraint=models.CheckConstraint(condition=models.Q(('metres__isnull', True), ('metres__gt', 0), _connector='OR'), name='race_has_length'),
        ),
        migrations.AddConstraint(
            model_name='race',
            constraint=models.CheckConstraint(condition=models.Q(('priority__in', ['A', 'B', 'C'])), name='race_priority_a_b_c'),
        ),
        migrations.AddConstraint(
            model_name='weeklyrun',
            constraint=models.UniqueConstraint(fields=('runner', 'weekday', 'first'), name='weekly_run_once_a_weekday'),
        ),
        migrations.AddConstraint(
            model_name='weeklyrun',
            constraint=models.CheckConstraint(condition=models.Q(('weekday__range', (0, 6))), name='weekly_run_on_a_weekday'),
        ),
        migrations.AddConstraint(
            model_name='weeklyrun',
            constraint=models.CheckConstraint(condition=models.Q(('last__isnull', True), ('last__gte', models.F('first')), _connector='OR'), name='weekly_run_ends_after_start'),
        ),
        migrations.AddConstraint(
            model_name='weeklyrun',
            constraint=models.CheckConstraint(condition=models.Q(('metres__isnull', True), ('metres__gt', 0), _connector='OR'), name='weekly_run_has_length'),
        ),
        migrations.AddConstraint(
            model_name='weeklyrun',
            constraint=models.CheckConstraint(condition=models.Q(('minutes__isnull', True), ('minutes__range', (1, 1440)), _connector='OR'), name='weekly_run_takes_time'),
        ),
    ]
