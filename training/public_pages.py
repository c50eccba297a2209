"""What search engines and link previews are told of the pages that show the recommender."""

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from config.public_page import SITE, PublicPage, publisher
from config.site_address import site_address


def home_page() -> PublicPage:
    path = reverse("training:home")
    description = _(
        "Strength training that fits your running: which days this week, and why. Seven movements, honest evidence, "
        "your runs."
    )
    site = {
        "@type": "WebSite",
        "name": SITE,
        "url": site_address(path),
        "description": description,
        "inLanguage": get_language(),
        "publisher": publisher(),
    }
    return PublicPage(
        path=path,
        title=_("Strength training for runners"),
        description=description,
        picture="home",
        picture_alt=_("Lift on the right days. A runner steps up on a box."),
        nodes=[site],
    )


def which_days_page() -> PublicPage:
    path = reverse("training:which-days")
    title = _("Which days should a runner lift?")
    description = _(
        "Tap your running week together and see which days suit strength training, with the reason for each day and "
        "its evidence."
    )
    recommender = {
        "@type": "WebApplication",
        "name": title,
        "url": site_address(path),
        "description": description,
        "applicationCategory": "HealthApplication",
        "operatingSystem": "Any",
        "isAccessibleForFree": True,
        "inLanguage": get_language(),
        "publisher": publisher(),
    }
    return PublicPage(
        path=path,
        title=title,
        description=description,
        picture="which-days",
        picture_alt=_("A week of seven lanes with runs on five days and strength on two."),
        nodes=[recommender],
    )
