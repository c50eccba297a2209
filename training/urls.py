from django.urls import path

from training.views import history, home, imports, runs, sessions, settings, week, which_days

app_name = "training"

urlpatterns = [
    path("", home.home, name="home"),
    path("which-days/", which_days.which_days, name="which-days"),
    path("week/", week.week, name="week"),
    path("week/<int:year>-W<int:number>/", week.week, name="week-of"),
    path("runs/", runs.runs, name="runs"),
    path("runs/new/", runs.run_new, name="run-new"),
    path("runs/<int:pk>/", runs.run, name="run"),
    path("runs/<int:pk>/delete/", runs.run_delete, name="run-delete"),
    path("runs/import/", imports.run_import, name="run-import"),
    path("runs/imports/<int:pk>/", imports.imported, name="imported"),
    path("runs/imports/<int:pk>/undo/", imports.undo, name="import-undo"),
    path("sessions/", sessions.sessions, name="sessions"),
    path("sessions/new/", sessions.session_new, name="session-new"),
    path("sessions/<uuid:pk>/", sessions.session, name="session"),
    path("sessions/<uuid:pk>/delete/", sessions.session_delete, name="session-delete"),
    path("sessions/<uuid:pk>/sets/<uuid:set_id>/", sessions.session_set, name="session-set"),
    path("sessions/<uuid:pk>/sets/<uuid:set_id>/delete/", sessions.set_delete, name="set-delete"),
    path("sessions/<uuid:pk>/movements/<int:position>/", sessions.variation, name="session-variation"),
    path("history/", history.history, name="history"),
    path("history/<slug:slug>/", history.movement, name="movement-history"),
    path("settings/", settings.settings, name="settings"),
]
