from django.urls import path

from exercises import views

app_name = "exercises"

urlpatterns = [
    path("exercises/", views.exercises, name="exercises"),
    path("exercises/<slug:slug>/", views.guide, name="guide"),
    path("exercises/<slug:slug>/<slug:variation>.<slug:version>.svg", views.loop, name="loop"),
    path("why/", views.why, name="why"),
]
