import pytest

from training.models import Run
from training.wording.run_kind import grounds

HEART = {"average_percent": 88.6, "peak_percent": 93.0, "hr_max": 190.0}


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        pytest.param({"kind_rule": "told"}, "you said so", id="told"),
        pytest.param({"kind_rule": "rpe", "rpe": 8}, "you rated its effort 8 of 10", id="effort"),
        pytest.param(
            {"kind_rule": "heart-rate", "kind_confidence": "high", "kind_facts": HEART},
            "your average heart rate was 89 % of your maximum",
            id="heart rate, with a maximum of the runner's own",
        ),
        pytest.param(
            {"kind_rule": "heart-rate", "kind_confidence": "medium", "kind_facts": HEART},
            "your average heart rate was 89 % of 190, the highest of your hard runs",
            id="heart rate, with a maximum that stands in",
        ),
        pytest.param(
            {
                "kind_rule": "heart-rate",
                "kind_confidence": "high",
                "kind_facts": HEART | {"average_percent": 82.0, "peak_percent": 96.0},
            },
            "your heart rate averaged 82 % of your maximum and peaked at 96 %",
            id="intervals",
        ),
        pytest.param(
            {"kind_rule": "pace", "kind_facts": {"ratio": 1.09}},
            "it was 9 % faster than most of your runs of the eight weeks before",
            id="faster than usual",
        ),
        pytest.param(
            {"kind_rule": "pace", "kind_facts": {"ratio": 0.968}},
            "it was 3 % slower than most of your runs of the eight weeks before",
            id="slower than usual",
        ),
        pytest.param(
            {"kind_rule": "pace", "kind_facts": {"ratio": 1.0}},
            "it was as fast as most of your runs of the eight weeks before",
            id="as fast as usual",
        ),
        pytest.param(
            {"kind_rule": "pace", "kind_facts": {"ratio": 1.12, "ask": "race"}},
            "its distance and its pace or effort look like a race",
            id="perhaps a race",
        ),
        pytest.param(
            {"kind_rule": "default", "metres": 8000.0},
            "there is no effort, no usable heart rate and too few runs to compare its pace with: it is a guess",
            id="a guess",
        ),
        pytest.param(
            {"kind_rule": "default", "metres": None},
            "there is no effort, no usable heart rate and no distance to tell from: it is a guess",
            id="a guess without a distance",
        ),
    ],
)
def test_why_it_counts_as_hard_or_easy(fields: dict[str, object], said: str) -> None:
    assert grounds(Run(**fields))[0].text == said


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"minutes": 105.0}, "it took 1:45:00, and 90 minutes or more count as long"),
        ({"times_median": 1.66}, "it was 1.7 times as far as most of your runs of the four weeks before"),
        ({"week_percent": 41.6}, "it was by far the longest of its week, with 42 % of the distance"),
    ],
    ids=["minutes", "beside the last weeks", "beside its week"],
)
def test_why_it_is_long(facts: dict[str, float], said: str) -> None:
    effort, length = grounds(Run(kind_rule="told", kind_facts=facts))
    assert (length.text, length.evidence) == (said, ("E36",))
    assert effort.evidence == ()
