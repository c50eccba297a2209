from collections.abc import Iterator

from django.utils import translation

from training.runfiles import Doubt, UnreadableFile
from training.runfiles.duplicates import Reason, Why
from training.runfiles.errors import NotAnActivity, NoTrack, Truncated
from training.runfiles.zones import ToldBy
from training.wording.run_files import CONTENTS, DOUBTS, KEPT, MATCHES, REFUSALS, ZONES, refusal


def refusals(base: type[UnreadableFile] = UnreadableFile) -> Iterator[type[UnreadableFile]]:
    yield base
    for refined in base.__subclasses__():
        yield from refusals(refined)


def test_every_refusal_can_be_said_in_other_languages() -> None:
    with translation.override(None):
        assert {error.code: error.template for error in refusals()} == {c: str(s) for c, s in REFUSALS.items()}


def test_every_kind_of_content_can_be_said_in_other_languages() -> None:
    said = {kind: str(words) for kind, words in CONTENTS.items()}
    assert said == dict(NotAnActivity.KINDS) | dict(NoTrack.KINDS)


def test_refusals_with_their_facts() -> None:
    assert refusal(NotAnActivity("course")) == NotAnActivity("course").sentence
    assert refusal(Truncated(format="GPX")) == Truncated(format="GPX").sentence


def test_doubts_that_a_runner_can_do_something_about_are_said() -> None:
    assert Doubt.SPORT_UNKNOWN in DOUBTS
    assert Doubt.HEART_RATE_FROM_POINTS not in DOUBTS


def test_matches_and_zones_are_said() -> None:
    assert (set(MATCHES), set(KEPT), set(ZONES)) == (set(Reason), set(Why), set(ToldBy))
    for said in (*MATCHES.values(), *KEPT.values(), *ZONES.values()):
        assert str(said).endswith(".")
