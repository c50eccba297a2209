import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    # A database that has had all of these goes on from here; what they moved, a new one never had.
    replaces = [
        ("exercises", "0001_initial"),
        ("exercises", "0002_aliases_of_muscles_and_equipment"),
        ("exercises", "0003_exercise_changed_at"),
        ("exercises", "0004_texts_in_two_languages"),
        ("exercises", "0005_guides_revision"),
    ]

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Equipment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(unique=True)),
                ('name_en', models.CharField(max_length=60)),
                ('name_de', models.CharField(blank=True, max_length=60)),
                ('aliases_en', models.CharField(blank=True, help_text='Other names people search for, with commas.', max_length=300)),
                ('aliases_de', models.CharField(blank=True, help_text='Other names people search for, with commas.', max_length=300)),
                ('instead_en', models.CharField(blank=True, help_text='What does the job at home.', max_length=200)),
                ('instead_de', models.CharField(blank=True, help_text='What does the job at home.', max_length=200)),
                ('is_weight', models.BooleanField(default=False, help_text='A load to lift, not a thing to stand on or lean on.')),
                ('position', models.PositiveSmallIntegerField()),
            ],
            options={
                'verbose_name_plural': 'equipment',
                'ordering': ['position'],
            },
        ),
        migrations.CreateModel(
            name='GuideFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=100, unique=True)),
                ('digest', models.CharField(max_length=64)),
                ('loaded', models.JSONField(default=dict, editable=False)),
            ],
            options={
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='Evidence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.CharField(help_text='E11', max_length=4, unique=True)),
                ('order', models.PositiveSmallIntegerField(unique=True)),
                ('section', models.CharField(choices=[('why', 'Why, how often, how heavy'), ('injury', 'Strength and injury: be modest'), ('spacing', 'Recovery and spacing'), ('same-day', 'Running and lifting on one day'), ('season', 'Long runs, races and breaks'), ('runs', 'Reading a running log'), ('progress', 'Getting stronger, step by step'), ('symptoms', 'Pain, warming up and warning signs')], max_length=10)),
                ('claim_en', models.TextField(help_text='One plain sentence of our own.')),
                ('claim_de', models.TextField(blank=True, help_text='One plain sentence of our own.')),
                ('numbers_en', models.TextField(blank=True, help_text='Only numbers that were read in the source.')),
                ('numbers_de', models.TextField(blank=True, help_text='Only numbers that were read in the source.')),
                ('grade', models.CharField(choices=[('A', 'Meta-analysis, or several trials that agree'), ('A-', 'Meta-analysis of small or mixed trials'), ('B', 'A few trials, or one large cohort'), ('C+', 'Small trials that agree'), ('C', 'Small or indirect trials'), ('C/D', 'Little data, mostly coaching practice'), ('D', 'Expert opinion, or derived by us')], max_length=3)),
                ('grade_note_en', models.CharField(blank=True, max_length=80)),
                ('grade_note_de', models.CharField(blank=True, max_length=80)),
                ('source', models.TextField(blank=True, help_text='References that were read, at least in abstract.')),
                ('also_cited', models.TextField(blank=True, help_text='References cited without checking their numbers.')),
                ('url', models.URLField(blank=True)),
                ('checked', models.BooleanField(default=False)),
            ],
            options={
                'verbose_name_plural': 'evidence',
                'ordering': ['order'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('numbers_de', ''), ('numbers_en', '')), ('checked', True), _connector='OR'), name='evidence_prints_only_checked_numbers'), models.CheckConstraint(condition=models.Q(models.Q(('source', ''), _negated=True), ('checked', False), _connector='OR'), name='evidence_checked_names_its_source'), models.CheckConstraint(condition=models.Q(('also_cited', ''), ('source', ''), _negated=True), name='evidence_has_a_reference'), models.CheckConstraint(condition=models.Q(('grade__in', ['A', 'A-', 'B', 'C+', 'C', 'C/D', 'D'])), name='evidence_grade_is_known')],
            },
        ),
        migrations.CreateModel(
            name='Exercise',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(unique=True)),
                ('position', models.PositiveSmallIntegerField()),
                ('name_en', models.CharField(max_length=60)),
                ('name_de', models.CharField(blank=True, max_length=60)),
                ('aliases_en', models.CharField(blank=True, help_text='Other names people search for, with commas.', max_length=300)),
                ('aliases_de', models.CharField(blank=True, help_text='Other names people search for, with commas.', max_length=300)),
                ('essence_en', models.CharField(help_text='The movement in one sentence.', max_length=200)),
                ('essence_de', models.CharField(blank=True, help_text='The movement in one sentence.', max_length=200)),
                ('in_30_seconds_en', models.TextField(help_text='What to read in the gym, just before the first set.')),
                ('in_30_seconds_de', models.TextField(blank=True, help_text='What to read in the gym, just before the first set.')),
                ('why_en', models.TextField(help_text='What it does for a runner.')),
                ('why_de', models.TextField(blank=True, help_text='What it does for a runner.')),
                ('setup_en', models.TextField()),
                ('setup_de', models.TextField(blank=True)),
                ('breathing_en', models.TextField()),
                ('breathing_de', models.TextField(blank=True)),
                ('tempo_en', models.TextField()),
                ('tempo_de', models.TextField(blank=True)),
                ('sets', models.PositiveSmallIntegerField()),
                ('reps_low', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('reps_high', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('seconds_low', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('seconds_high', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('per_leg', models.BooleanField(default=False)),
                ('rest_seconds', models.PositiveSmallIntegerField()),
                ('dose_growth_en', models.TextField(help_text='How the dose grows.')),
                ('dose_growth_de', models.TextField(blank=True, help_text='How the dose grows.')),
                ('changed_at', models.DateTimeField(auto_now=True)),
                ('evidence', models.ManyToManyField(blank=True, related_name='exercises', to='exercises.evidence')),
            ],
            options={
                'ordering': ['position'],
            },
        ),
        migrations.CreateModel(
            name='GuidesRevision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.BigIntegerField(default=0)),
                ('triggers', models.CharField(max_length=64)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('pk', 1)), name='guides_revision_is_one_row')],
            },
        ),
        migrations.CreateModel(
            name='Muscle',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(unique=True)),
                ('name_en', models.CharField(max_length=60)),
                ('name_de', models.CharField(blank=True, max_length=60)),
                ('aliases_en', models.CharField(blank=True, help_text='Other names people search for, with commas.', max_length=300)),
                ('aliases_de', models.CharField(blank=True, help_text='Other names people search for, with commas.', max_length=300)),
                ('plain_name_en', models.CharField(help_text='What a runner calls it: “front of the thigh”.', max_length=120)),
                ('plain_name_de', models.CharField(blank=True, help_text='What a runner calls it: “front of the thigh”.', max_length=120)),
                ('region', models.CharField(choices=[('hip', 'Hips'), ('thigh', 'Thighs'), ('lower-leg', 'Lower legs'), ('trunk', 'Trunk'), ('upper-body', 'Upper body')], max_length=12)),
                ('position', models.PositiveSmallIntegerField()),
            ],
            options={
                'ordering': ['position'],
                'constraints': [models.CheckConstraint(condition=models.Q(('region__in', ['hip', 'thigh', 'lower-leg', 'trunk', 'upper-body'])), name='muscle_region_is_known')],
            },
        ),
        migrations.CreateModel(
            name='ExerciseMuscle',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('primary', 'Primary'), ('secondary', 'Secondary')], max_length=9)),
                ('exercise', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='muscle_links', to='exercises.exercise')),
                ('muscle', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='exercise_links', to='exercises.muscle')),
            ],
            options={
                'ordering': ['exercise', 'role', 'muscle__position'],
                'constraints': [models.UniqueConstraint(fields=('exercise', 'muscle'), name='exercise_muscle_once'), models.CheckConstraint(condition=models.Q(('role__in', ['primary', 'secondary'])), name='exercise_muscle_role_is_known')],
            },
        ),
        migrations.AddField(
            model_name='exercise',
            name='muscles',
            field=models.ManyToManyField(related_name='exercises', through='exercises.ExerciseMuscle', to='exercises.muscle'),
        ),
        migrations.CreateModel(
            name='Step',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField()),
                ('text_en', models.TextField()),
                ('text_de', models.TextField(blank=True)),
                ('exercise', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='exercises.exercise')),
            ],
            options={
                'ordering': ['exercise', 'position'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('exercise', 'position'), name='step_position_once')],
            },
        ),
        migrations.CreateModel(
            name='Variation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField()),
                ('position', models.PositiveSmallIntegerField()),
                ('name_en', models.CharField(max_length=60)),
                ('name_de', models.CharField(blank=True, max_length=60)),
                ('description_en', models.TextField()),
                ('description_de', models.TextField(blank=True)),
                ('move_up_en', models.TextField(help_text='The test that says: ready for the next rung.')),
                ('move_up_de', models.TextField(blank=True, help_text='The test that says: ready for the next rung.')),
                ('move_down_en', models.TextField(help_text='The reason to take the rung below.')),
                ('move_down_de', models.TextField(blank=True, help_text='The reason to take the rung below.')),
                ('per_leg', models.BooleanField(default=False, help_text='Counted for each leg or side.')),
                ('timed', models.BooleanField(default=False, help_text='A hold, counted in seconds.')),
                ('loaded', models.BooleanField(default=False, help_text='Takes kilograms.')),
                ('reps_low', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('reps_high', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('seconds_low', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('seconds_high', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('is_default', models.BooleanField(default=False, help_text='The one a newcomer starts with.')),
                ('fit_category', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('fit_name', models.PositiveIntegerField(blank=True, null=True)),
                ('equipment', models.ManyToManyField(blank=True, related_name='variations', to='exercises.equipment')),
                ('exercise', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='variations', to='exercises.exercise')),
            ],
            options={
                'ordering': ['exercise', 'position'],
                'constraints': [models.UniqueConstraint(fields=('exercise', 'slug'), name='variation_slug_once_per_exercise'), models.UniqueConstraint(fields=('exercise', 'position'), name='variation_rung_once_per_exercise'), models.UniqueConstraint(condition=models.Q(('is_default', True)), fields=('exercise',), name='variation_one_default_per_exercise'), models.CheckConstraint(condition=models.Q(models.Q(('reps_high__isnull', True), ('reps_low__isnull', True)), models.Q(('timed', False), ('reps_high__gte', models.F('reps_low')), ('reps_high__isnull', False), ('reps_low__gte', 1), ('reps_low__isnull', False)), _connector='OR'), name='variation_reps_range_fits'), models.CheckConstraint(condition=models.Q(models.Q(('seconds_high__isnull', True), ('seconds_low__isnull', True)), models.Q(('timed', True), ('seconds_high__gte', models.F('seconds_low')), ('seconds_high__isnull', False), ('seconds_low__gte', 1), ('seconds_low__isnull', False)), _connector='OR'), name='variation_seconds_range_fits'), models.CheckConstraint(condition=models.Q(('fit_name__isnull', True), ('fit_category__isnull', False), _connector='OR'), name='variation_fit_name_needs_category')],
            },
        ),
        migrations.CreateModel(
            name='Cue',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField()),
                ('text_en', models.CharField(max_length=120)),
                ('text_de', models.CharField(blank=True, max_length=120)),
                ('exercise', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='cues', to='exercises.exercise')),
            ],
            options={
                'ordering': ['exercise', 'position'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('exercise', 'position'), name='cue_position_once')],
            },
        ),
        migrations.CreateModel(
            name='Caution',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField()),
                ('when_en', models.CharField(max_length=120)),
                ('when_de', models.CharField(blank=True, max_length=120)),
                ('instead_en', models.TextField()),
                ('instead_de', models.TextField(blank=True)),
                ('exercise', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='cautions', to='exercises.exercise')),
            ],
            options={
                'ordering': ['exercise', 'position'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('exercise', 'position'), name='caution_position_once')],
            },
        ),
        migrations.CreateModel(
            name='Mistake',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField()),
                ('looks_like_en', models.TextField()),
                ('looks_like_de', models.TextField(blank=True)),
                ('why_it_matters_en', models.TextField()),
                ('why_it_matters_de', models.TextField(blank=True)),
                ('instead_en', models.TextField()),
                ('instead_de', models.TextField(blank=True)),
                ('exercise', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mistakes', to='exercises.exercise')),
            ],
            options={
                'ordering': ['exercise', 'position'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('exercise', 'position'), name='mistake_position_once')],
            },
        ),
        migrations.AddConstraint(
            model_name='exercise',
            constraint=models.CheckConstraint(condition=models.Q(('sets__gte', 1), ('sets__lte', 10)), name='exercise_sets_between_1_and_10'),
        ),
        migrations.AddConstraint(
            model_name='exercise',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('reps_high__gte', models.F('reps_low')), ('reps_high__isnull', False), ('reps_low__gte', 1), ('reps_low__isnull', False), ('seconds_high__isnull', True), ('seconds_low__isnull', True)), models.Q(('reps_high__isnull', True), ('reps_low__isnull', True), ('seconds_high__gte', models.F('seconds_low')), ('seconds_high__isnull', False), ('seconds_low__gte', 1), ('seconds_low__isnull', False)), _connector='OR'), name='exercise_dose_is_reps_or_seconds'),
        ),
    ]
