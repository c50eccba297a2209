"""What happens by itself: a runner who signs up gets the time zone of the browser."""

from typing import Any

from allauth.account.signals import user_signed_up
from django.dispatch import receiver
from django.http import HttpRequest

from training.middleware import TIME_ZONE_COOKIE, known_zone
from training.models import Runner


@receiver(user_signed_up)
def keep_browser_time_zone(request: HttpRequest, user: Runner, **kwargs: Any) -> None:
    if zone := known_zone(request.COOKIES.get(TIME_ZONE_COOKIE, "")):
        user.time_zone = zone.key
        user.save(update_fields=["time_zone"])
