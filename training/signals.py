"""What happens by itself: a runner who signs up gets the time zone of the browser and the language of the page."""

from typing import Any

from allauth.account.signals import user_signed_up
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils.translation import get_language

from training.middleware import TIME_ZONE_COOKIE, known_zone
from training.models import Runner


@receiver(user_signed_up)
def keep_time_zone_and_language(request: HttpRequest, user: Runner, **kwargs: Any) -> None:
    if zone := known_zone(request.COOKIES.get(TIME_ZONE_COOKIE, "")):
        user.time_zone = zone.key
    user.language = get_language()
    user.save(update_fields=["time_zone", "language"])
