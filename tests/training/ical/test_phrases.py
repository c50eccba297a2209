import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.cases import for_every
from training.ical import understand
from training.plan.week import Kind

MILE = 1609.344

# Words of the entry -> kind, confidence, metres, minutes.
PHRASES: list[tuple[str, str | None, str, float | None, float | None]] = [
    ("Easy 8 km", "easy", "high", 8000, None),
    ("Easy 8-10 km", "easy", "high", 9000, None),
    ("Easy 6,5 km", "easy", "high", 6500, None),
    ("5 mi easy", "easy", "high", 5 * MILE, None),
    ("E 60", "easy", "high", None, 60),
    ("Easy Run (5 km)", "easy", "high", 5000, None),
    ("Easy Run - 45'", "easy", "high", None, 45),
    ("🏃 Easy Run 7km", "easy", "high", 7000, None),
    ("Easy 5k @ 5:30/km", "easy", "high", 5000, None),
    ("Week 3 Day 2: Easy 6 km", "easy", "high", 6000, None),
    ("Easy 5 mi + core", "easy", "high", 5 * MILE, None),
    ("Recovery 5 mi", "easy", "high", 5 * MILE, None),
    ("Recovery run: 30 min very easy + 4 strides", "easy", "high", None, 30),
    ("General Aerobic 8 mi + 10 x 100 m strides", "easy", "high", 8 * MILE, None),
    ("Pre-race shakeout 20 min + 4 strides", "easy", "high", None, 20),
    ("Zone 2 run 50min", "easy", "high", None, 50),
    ("Aerobic endurance 1 hr 15 min", "easy", "high", None, 75),
    ("Run/walk 30 min: 5 x (4 min run / 2 min walk)", "easy", "high", None, 30),
    ("Dauerlauf 10 km", "easy", "high", 10_000, None),
    ("Lockerer Dauerlauf 12 km", "easy", "high", 12_000, None),
    ("Ruhiger DL 10 km", "easy", "high", 10_000, None),
    ("Dauerlauf im ruhigen Tempo 50 min", "easy", "high", None, 50),
    ("Regenerationslauf 40 Min.", "easy", "high", None, 40),
    ("Lauf-ABC und 6 km locker", "easy", "high", 6000, None),
    ("5M easy", "easy", "high", None, None),
    ("Run 8 km", "easy", "low", 8000, None),
    ("8 km", "easy", "low", 8000, None),
    ("Morning Run", "easy", "low", None, None),
    ("Lauf 45 min", "easy", "low", None, 45),
    ("Run 5 miles + strides", "easy", "low", 5 * MILE, None),
    ("Rest or easy run", "easy", "low", None, None),
    ("Easy run or bike 45 min", "easy", "low", None, 45),
    ("Progression run 10k", "moderate", "high", 10_000, None),
    ("10 km steady", "moderate", "high", 10_000, None),
    ("12 km MP", "moderate", "high", 12_000, None),
    ("Medium-long run 13 mi", "moderate", "high", 13 * MILE, None),
    ("Marathon-pace run 16 mi w/ 12 mi @ marathon race pace", "moderate", "high", 16 * MILE, None),
    ("Zügiger Dauerlauf 8 km", "moderate", "high", 8000, None),
    ("Tempo 3 x 10 min", "hard", "high", None, None),
    ("35 min tempo run", "hard", "high", None, 35),
    ("10km (Tempo)", "hard", "high", 10_000, None),
    ("Warm up 2 km, 6 km tempo, cool down 2 km", "hard", "high", 10_000, None),
    ("Intervals 6x800", "hard", "high", None, None),
    ("6 × 800 m", "hard", "high", None, None),
    ("8 x 400 5-K pace", "hard", "high", None, None),
    ("2 km WU + 6 x 1 km + 2 km CD", "hard", "high", 10_000, None),
    ("15 min WU, 4x1km @ 4:10/km (2 min jog), 10 min CD", "hard", "high", None, None),
    ("Hill repeats: 8 x 60 sec", "hard", "high", None, None),
    ("Fartlek 40 min", "hard", "high", None, 40),
    ("half marathon pace 8 km", "hard", "high", 8000, None),
    ("VO2max 9 mi w/ 5 x 1200 m @ 5K race pace", "hard", "high", 9 * MILE, None),
    ("Tempolauf", "hard", "high", None, None),
    ("Tempodauerlauf 8 km im Halbmarathontempo", "hard", "high", 8000, None),
    ("Intervalle", "hard", "high", None, None),
    ("Schwellenlauf 3 x 2000 m", "hard", "high", None, None),
    ("Fahrtspiel 50 min", "hard", "high", None, 50),
    ("I 5 x 1000", "hard", "high", None, None),
    ("T 20 min", "hard", "high", None, 20),
    ("Team meeting about speed of delivery this month", "hard", "low", None, None),
    ("Long run 22k", "long", "high", 22_000, None),
    ("Long run 1h45", "long", "high", None, 105),
    ("Long run 1:45", "long", "high", None, 105),
    ("L 90", "long", "high", None, 90),
    ("Hilly long run 15 miles", "long", "high", 15 * MILE, None),
    ("Langer Lauf", "long", "high", None, None),
    ("Langer Lauf 28 km", "long", "high", 28_000, None),
    ("Lala 30 km", "long", "high", 30_000, None),
    ("Long 20", "long", "high", None, None),
    ("Race", "race", "high", None, None),
    ("10-K Race", "race", "high", 10_000, None),
    ("Tune-up race 8-15 km", "race", "high", 11_500, None),
    ("Race: City Half Marathon", "race", "high", 21_097.5, None),
    ("Wettkampf 10 km", "race", "high", 10_000, None),
    ("Berlin Marathon", "race", "low", 42_195, None),
    ("Halbmarathon Berlin", "race", "low", 21_097.5, None),
    ("parkrun", "race", "low", 5000, None),
    ("5K Time trial", "hard", "high", 5000, None),
    ("Cross-train 45 min", "cross", "high", None, 45),
    ("Bike 60 min Z2", "cross", "high", None, 60),
    ("Alternativtraining Rad 60 min", "cross", "high", None, 60),
    ("Rest / Cross-train", "cross", "low", None, None),
    ("Rest", "rest", "high", None, None),
    ("Day off", "rest", "high", None, None),
    ("Ruhetag", "rest", "high", None, None),
    ("Kein Lauf", "rest", "high", None, None),
    ("Dentist 9:30", None, "none", None, None),
    ("Off-site Berlin", None, "none", None, None),
    ("Race week", None, "none", None, None),
    ("Marathon training plan week 7", None, "none", None, None),
    ("", None, "none", None, None),
]


@for_every(("words", "kind", "confidence", "metres", "minutes"), PHRASES, ids=[row[0] or "nothing" for row in PHRASES])
def test_phrase(words: str, kind: str | None, confidence: str, metres: float | None, minutes: float | None) -> None:
    phrase = understand(words)
    assert (phrase.kind and phrase.kind.value, phrase.confidence) == (kind, confidence)
    assert (phrase.metres, phrase.minutes) == (pytest.approx(metres) if metres else None, minutes)
    assert not phrase.strength


@pytest.mark.parametrize("words", ["Strength training 30 min", "Gym", "Yoga", "Krafttraining", "Core & mobility"])
def test_strength_is_no_run(words: str) -> None:
    phrase = understand(words)
    assert phrase.strength
    assert phrase.kind is None


@pytest.mark.parametrize(
    ("title", "description", "hard"),
    [
        pytest.param("Long run 20 miles with last 5 at MP", "", True, id="marathon pace in the title"),
        pytest.param("Long run 18 km", "Last 5 km at marathon pace", True, id="marathon pace in the description"),
        pytest.param("Longrun 30km Endbeschleunigung", "", True, id="a fast finish in German"),
        pytest.param("Long run 18 km", "Keep an easy pace, heart rate in zone 2", False, id="an easy pace"),
        pytest.param("Long run 18 km", "No hard efforts", False, id="a warning of hard efforts"),
        pytest.param("Tempo 8 km", "", False, id="only long runs carry the mark"),
    ],
)
def test_a_long_run_with_faster_parts(title: str, description: str, hard: bool) -> None:
    assert understand(title, description).hard is hard


@pytest.mark.parametrize(
    ("title", "description", "kind", "minutes"),
    [
        pytest.param("Run", "Easy aerobic run, 50 minutes, HR < 145", Kind.EASY, 50, id="an easy run"),
        pytest.param("Workout", "4 x 5 min at threshold", Kind.HARD, None, id="a hard one"),
        pytest.param("Dentist", "Keep it relaxed", None, None, id="words that speak of no run"),
    ],
)
def test_the_description_alone_is_a_proposal(
    title: str, description: str, kind: Kind | None, minutes: float | None
) -> None:
    phrase = understand(title, description)
    assert (phrase.kind, phrase.minutes) == (kind, minutes)
    assert phrase.confidence != "high"


def test_the_title_goes_before_the_description() -> None:
    assert understand("Easy 8 km", "Yesterday were intervals 6 x 800").kind is Kind.EASY


@example("1" * 5000, "1h1" * 2000)  # what makes careless patterns try every digit
@given(st.text(max_size=80), st.text(max_size=80))
def test_any_text_gives_a_phrase_that_hangs_together(title: str, description: str) -> None:
    phrase = understand(title, description)
    assert (phrase.kind is None) == (phrase.confidence == "none" or phrase.strength)
    assert phrase.metres is None or 0 < phrase.metres <= 250_000
    assert phrase.minutes is None or 0 < phrase.minutes <= 1440
    assert phrase.kind or (phrase.metres, phrase.minutes) == (None, None)


JUMBLE = ["easy", "long", "run", "8", "km", "min", "x", "400", "+", "rest", "race", "10k", "(", ")", "@", "5:00", "wu"]


@given(st.lists(st.sampled_from(JUMBLE), max_size=9))
def test_any_jumble_of_plan_words_gives_possible_numbers(words: list[str]) -> None:
    phrase = understand(" ".join(words))
    assert phrase.metres is None or 0 < phrase.metres <= 250_000
    assert phrase.minutes is None or 0 < phrase.minutes <= 1440
