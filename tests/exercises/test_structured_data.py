import json

import pytest
from django.test import Client

from exercises.models import Exercise
from exercises.structured_data import exercise_plan, how_to, item_list

pytestmark = pytest.mark.django_db


def guide(slug: str) -> Exercise:
    return Exercise.objects.for_guides().get(slug=slug)


def test_the_steps_are_those_of_the_guide() -> None:
    squat = guide("squat")
    told = how_to(squat, title="Squat", picture="squat")
    assert [step["text"] for step in told["step"]] == [step.text for step in squat.steps.all()]
    assert told["description"] == squat.essence


@pytest.mark.parametrize(("slug", "tools"), [("squat", []), ("step-up", ["Step"]), ("deadlift", ["Stick"])])
def test_the_tools_are_those_of_the_version_that_a_newcomer_begins_with(slug: str, tools: list[str]) -> None:
    told = how_to(guide(slug), title="-", picture=slug)
    assert [tool["name"] for tool in told["tool"]] == tools


def test_reps_are_repetitions_and_seconds_a_duration() -> None:
    reps, seconds = exercise_plan(guide("lunge")), exercise_plan(guide("plank"))
    assert reps["repetitions"] == {
        "@type": "QuantitativeValue",
        "minValue": 10,
        "maxValue": 10,
        "unitText": "reps per leg",
    }
    assert seconds["activityDuration"] == {
        "@type": "QuantitativeValue",
        "minValue": 30,
        "maxValue": 60,
        "unitCode": "SEC",
    }
    assert "repetitions" not in seconds


def test_the_list_is_in_the_order_of_the_page() -> None:
    told = item_list(Exercise.objects.all(), title="Seven")
    assert [one["name"] for one in told["itemListElement"]] == [one.name for one in Exercise.objects.all()]


def test_what_an_editor_writes_cannot_leave_the_script(client: Client) -> None:
    Exercise.objects.filter(slug="squat").update(essence_en="</script><script>alert(1)</script> & <!-- ü")
    markup = client.get("/exercises/squat/").content.decode()
    data = markup.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    assert json.loads(data)["@graph"][0]["description"] == "</script><script>alert(1)</script> & <!-- ü"
    assert "alert(1)</script>" not in markup
