from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from config.http import AnyRequest, page
from exercises.models import Exercise
from training.public_pages import home_page
from training.views.which_days import example, planner


@require_safe
def home(request: AnyRequest) -> HttpResponse:
    """What it is, for strangers, with the recommender to try; a runner is sent to the week."""
    if request.user.is_authenticated:
        return redirect("training:week")
    context = {"public": home_page(), "exercises": Exercise.objects.for_cards()}
    return page(request, "training/home.html", planner(example()) | context)
