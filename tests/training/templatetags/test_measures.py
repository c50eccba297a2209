import pytest
from django.template import Context, Template
from django.test import RequestFactory

from training.models import Runner


def shown(template: str, units: str = "metric", **context: object) -> str:
    request = RequestFactory().get("/")
    request.user = Runner(units=units)
    return Template("{% load measures %}" + template).render(Context({"request": request, **context}))


@pytest.mark.parametrize(
    ("template", "units", "expected"),
    [
        ("{% distance 8046.72 %}", "metric", "8.0 km"),
        ("{% distance 8046.72 %}", "imperial", "5.0 mi"),
        ("{% distance 8960 %}", "metric", "9.0 km"),
        ("{% distance None %}", "metric", ""),
        ("{% pace 10000 3000 %}", "metric", "5:00 /km"),
        ("{% pace 1609.344 480 %}", "imperial", "8:00 /mi"),
        ("{% pace None 480 %}", "metric", ""),
        ("{% weight 20 %}", "metric", "20 kg"),
        ("{% weight 22.5 %}", "metric", "22.5 kg"),
        ("{% weight 22.6796185 %}", "imperial", "50 lb"),
        ("{% weight None %}", "metric", "bodyweight"),
        ("{% unit 'distance' %}", "imperial", "mi"),
        ("{{ 100|plain_number }}", "metric", "100"),
        ("{{ 62.5|plain_number }}", "metric", "62.5"),
    ],
)
def test_a_measure_in_the_runners_units(template: str, units: str, expected: str) -> None:
    assert shown(template, units) == expected
