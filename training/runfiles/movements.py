"""Proposes which of our movements and variations an exercise of another app or watch is.

A proposal for a person to confirm: words are looked for in the title, in the languages that apps come in. What is none
of our seven movements gets none, and stays what it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from training.runfiles.sets import Guess, ImportedSet
from training.runfiles.table import plain

type Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A movement by the slug of its guide, and one of its variations, None where the title fits none exactly."""

    movement: str
    variation: str | None


@dataclass(frozen=True, slots=True)
class Rule:
    """A variation is meant where any of each of its groups of words is in the title, the first such rule first."""

    variation: str | None
    groups: tuple[Words, ...] = ()

    def fits(self, title: str) -> bool:
        return all(any(word in title for word in group) for group in self.groups)


@dataclass(frozen=True, slots=True)
class Movement:
    """Words for a movement, words that mean another exercise in spite of them, and the rules of its variations."""

    slug: str
    words: Words
    not_words: Words
    rules: tuple[Rule, ...]


# All words as `plain` gives them: lower case, without accents.
ONE_LEG = ("single leg", "single-leg", "one leg", "one-leg", "einbein", "una pierna", "a una gamba", "unilateral",
           "uma perna", "une jambe", "monopod", "een been", "et ben", "ett ben", "tek bacak")  # fmt: skip
BARBELL = (
    "barbell",
    "langhantel",
    "(barra",
    " barra",
    "barre",
    "bilanciere",
    "halterstang",
    "skivstang",
    "stang)",
    "(bar)",
)
DUMBBELL = ("dumbbell", "db ", "kurzhantel", "mancuern", "halter", "manubri", "handvagt", "hantlar", "dambıl")
LOADED = (*BARBELL, *DUMBBELL, "kettlebell", "weighted", "gewicht", "lastrad", "lest", "machine", "maschine", "maquina",
          "macchina", "makine", "smith", "cable", "plate", "loaded", "multipower", "peso adicional")  # fmt: skip
MACHINE = ("machine", "maschine", "maquina", "macchina", "makine", "freemotion", "smith", "multipower", "hack",
           "pendul", "belt", "kabel", "cable", "landmine")  # fmt: skip
SEATED = ("seated", "sitz", "sentad", "assis", "seduto", "zittend")
BACKWARDS = ("reverse", "ruckwarts", "nach hinten", "invers", "hacia atras", "para tras", "arriere", "indietro",
             "achter", "bagud", "bakat")  # fmt: skip

STIFF = ("stiff", "straight", "gestreckt", "gambe tese", "jambes tendues", "rigidas", "rigida", "esticadas")
JUMP = ("jump", "sprung", "saut", "salto", "zıplama")
# These mean the opposite of a load, and have a word for one in them.
BODYWEIGHT = ("korpergewicht", "eigengewicht", "ohne gewicht")

MOVEMENTS = (
    Movement(
        "step-up",
        ("step up", "step-up", "stepup", "aufsteig", "aufstieg", "subida al", "subida no", "subida a caj", "montee sur",
         "salita su", "opstap"),
        ("calf", "jump"),
        (
            Rule(None, (("lateral step", "side step", "seitlich"),)),
            Rule("high-step-up", (("high", "hoh", "knee", "knie", "rodilla", "joelho"),)),
            Rule("loaded-step-up", (LOADED,)),
            Rule("low-step-up", (("low", "niedrig", "baj", "baix"),)),
            Rule("bench-step-up"),
        ),
    ),
    Movement(
        "glute-bridge",
        ("bridge", "hip thrust", "hip-thrust", "hipthrust", "hip raise", "huftstoss", "brucke", "beckenheb", "huftheb",
         "glute thrust", "puente de glut", "puente glut", "empuje de cadera", "ponte de glut", "ponte glut",
         "ponte per glut", "elevacao pelv", "elevacao de quadril", "pont fessier", "releve de bassin"),
        ("frog", "b-stance", "side bridge"),
        (
            Rule(None, (("thrust", "huftstoss"), ONE_LEG)),
            Rule("single-leg-bridge", (ONE_LEG,)),
            Rule("marching-bridge", (("march", "marsch"),)),
            Rule("loaded-hip-thrust", (("thrust", "huftheb", "huftstoss", "empuje", "pelv", "quadril"), LOADED)),
            Rule("hip-thrust", (("thrust", "huftheb", "huftstoss", "empuje", "pelv", "quadril"),)),
            Rule(None, (LOADED,)),
            Rule("two-leg-bridge"),
        ),
    ),
    Movement(
        "calf-raise",
        ("calf raise", "calf press", "calf extension", "heel raise", "soleus", "wadenheb", "wadendruck", "wadenpress",
         "elevacion de talon",
         "elevacion de gemelo", "gemelos", "pantorrilla", "panturrilha", "mollet", "polpacc", "kuit", "læg", "vadpress",
         "tahav"),
        ("stretch", "dehn", "jump"),
        (
            Rule(None, (("press", "druck", "donkey"),)),
            Rule("bent-knee-calf-raise", (("bent knee", "bent-knee", "gebeugt"),)),
            # Ours with bent knees or with a load are of one leg; those of a machine are mostly of both.
            Rule("bent-knee-calf-raise", ((*SEATED, "soleus"), ONE_LEG)),
            Rule(None, ((*SEATED, "soleus"),)),
            Rule("loaded-calf-raise", (ONE_LEG, LOADED)),
            Rule("loaded-calf-raise", (("loaded calf", "wadenheben mit gewicht"),)),
            Rule(None, (LOADED,)),
            Rule("single-leg-calf-raise", (ONE_LEG,)),
            Rule(None, (("extension",),)),
            Rule("step-calf-raise", (("step", "stufe", "escalon", "degrau", "deficit", "marche"),)),
            Rule("floor-calf-raise"),
        ),
    ),
    Movement(
        "squat",
        ("squat", "kniebeug", "sentadilla", "agachamento", "knebøj", "kneboj", "knaboj", "kniebuig", "przysiad",
         "bulgar", "rfess"),
        (*JUMP, "push up", "push-up", "pushup", "sissy", "thruster", "snatch", "clean"),
        (
            Rule("bulgarian-split-squat", (("bulgar", "rear foot elevated", "rfess"),)),
            Rule(None, (MACHINE,)),
            Rule("split-squat", (("split",),)),
            Rule(None, (("pistol", "isometr", "wall", "wand", "overhead", "zercher", *ONE_LEG),)),
            Rule("goblet-squat", (("goblet", "kelch"),)),
            Rule("front-squat", (("front", "delantera"),)),
            Rule("box-squat", (("box", "chair", "kasten", "stuhl", "cajon", "silla", "cadeira", "caixa"),)),
            Rule("back-squat", ((*BARBELL, "back squat", "high bar", "low bar", "hintere"),)),
            Rule("bodyweight-squat", (("bodyweight", "body weight", "body squat", "air squat", "peso corporal",
                                        "poids du corps", "corpo libero"),)),
            Rule(None),
        ),
    ),
    Movement(
        "deadlift",
        ("deadlift", "dead lift", "kreuzheb", "peso muerto", "levantamento terra", "souleve de terre", "stacc",
         "dødløft", "marklyft", "martwy ciag", "rdl", "sldl", "stiff",
         "hip hinge", "huftbeuge"),
        ("high pull", "row"),
        (
            Rule("hip-hinge", (("hip hinge", "huftbeuge"),)),
            Rule("single-leg-deadlift", (ONE_LEG,)),
            Rule("dumbbell-romanian-deadlift", (("romanian", "ruman", "rumeno", "romeno", "roumain", "roemeens", "rdl",
                                                 *STIFF), DUMBBELL)),
            Rule(None, (("romanian", "ruman", "rumeno", "romeno", "roumain", "roemeens", "rdl", "sldl", *STIFF,
                         "sumo", "trap", "hex", "deficit", "block", "suitcase", "kettlebell", "kb ", "band)", "banded",
                         *MACHINE, *DUMBBELL),)),
            Rule("barbell-deadlift"),
        ),
    ),
    Movement(
        "lunge",
        ("lunge", "ausfallschritt", "zancada", "estocada", "desplante", "afundo", "avanco", "fente", "affond",
         "uitvalspas", "utfall", "udfald", "wykrok"),
        (*JUMP, "stretch", "dehn"),
        (
            Rule(None, (("side", "lateral", "seit", "curtsy", *MACHINE),)),
            Rule("walking-lunge", (("walking", "gehen", "camina", "andando", "passada", "marche", "cammin"),)),
            Rule("dumbbell-lunge", (DUMBBELL,)),
            Rule(None, ((*BARBELL, "safety bar"),)),
            Rule("reverse-lunge", (BACKWARDS,)),
            Rule("supported-lunge", (("support", "assist", "halt"),)),
            Rule("forward-lunge"),
        ),
    ),
    Movement(
        "plank",
        ("plank", "stutz", "plancha", "prancha", "gainage", "planche", "deska", "side bridge"),
        ("copenhagen", "reverse", "plank up", "row", "jack", "push up", "push-up", "liegestutz", "handstutz"),
        (
            Rule("side-plank", (("side", "seit", "lateral", "lado", "costado"),)),
            Rule("shoulder-tap-plank", (("shoulder", "schulter", "hombro", "ombro", "epaule"), ("tap", "tipp", "toque",
                                                                                              "touch"))),
            Rule("leg-lift-plank", (("leg", "bein", "pierna", "perna", "jambe"), ("lift", "raise", "heb", "eleva"))),
            Rule("knee-plank", (("knee", "knie", "rodilla", "joelho", "genou"),)),
            Rule(None, (("weighted", "mit gewicht", "ball"),)),
            Rule("forearm-plank"),
        ),
    ),
)  # fmt: skip

# FIT's categories of exercises, and the names in them that our guides stand for.
FIT_SQUAT, FIT_DEADLIFT, FIT_LUNGE, FIT_HIP_RAISE, FIT_PLANK, FIT_CALF_RAISE = 28, 8, 17, 10, 19, 1
# What nobody gave a name.
UNNAMED = "Exercise without a name"
FIT_STEP_UPS = (11, 17, 26, 32, 41, 66, 67, 92)
CATEGORIES: Mapping[int, str] = {
    FIT_SQUAT: "squat",
    FIT_DEADLIFT: "deadlift",
    FIT_LUNGE: "lunge",
    FIT_HIP_RAISE: "glute-bridge",
    FIT_PLANK: "plank",
    FIT_CALF_RAISE: "calf-raise",
}
NAMES: Mapping[tuple[int, int], tuple[str, str]] = {
    (1, 18): ("calf-raise", "floor-calf-raise"),
    (1, 15): ("calf-raise", "single-leg-calf-raise"),
    (1, 16): ("calf-raise", "loaded-calf-raise"),
    (1, 17): ("calf-raise", "loaded-calf-raise"),
    (1, 19): ("calf-raise", "loaded-calf-raise"),
    (1, 20): ("calf-raise", "loaded-calf-raise"),
    (1, 6): ("calf-raise", "bent-knee-calf-raise"),
    (1, 7): ("calf-raise", "bent-knee-calf-raise"),
    (1, 9): ("calf-raise", "bent-knee-calf-raise"),
    (1, 10): ("calf-raise", "bent-knee-calf-raise"),
    (8, 0): ("deadlift", "barbell-deadlift"),
    (8, 4): ("deadlift", "dumbbell-romanian-deadlift"),
    (8, 23): ("deadlift", "dumbbell-romanian-deadlift"),
    (8, 14): ("deadlift", "single-leg-deadlift"),
    (10, 11): ("glute-bridge", "two-leg-bridge"),
    (10, 24): ("glute-bridge", "marching-bridge"),
    (10, 30): ("glute-bridge", "single-leg-bridge"),
    (10, 0): ("glute-bridge", "loaded-hip-thrust"),
    (10, 1): ("glute-bridge", "loaded-hip-thrust"),
    (17, 7): ("squat", "bulgarian-split-squat"),
    (17, 18): ("squat", "bulgarian-split-squat"),
    (17, 13): ("squat", "split-squat"),
    (17, 32): ("lunge", "forward-lunge"),
    (17, 77): ("lunge", "walking-lunge"),
    (17, 78): ("lunge", "walking-lunge"),
    (17, 79): ("lunge", "walking-lunge"),
    (17, 82): ("lunge", "dumbbell-lunge"),
    (19, 22): ("plank", "knee-plank"),
    (19, 43): ("plank", "forearm-plank"),
    (19, 66): ("plank", "side-plank"),
    (19, 94): ("plank", "shoulder-tap-plank"),
    (19, 133): ("plank", "leg-lift-plank"),
    (28, 6): ("squat", "back-squat"),
    (28, 8): ("squat", "front-squat"),
    (28, 28): ("squat", "split-squat"),
    (28, 37): ("squat", "goblet-squat"),
    (28, 61): ("squat", "box-squat"),
    (28, 100): ("squat", "bodyweight-squat"),
    (28, 17): ("step-up", "loaded-step-up"),
    (28, 32): ("step-up", "loaded-step-up"),
    (28, 67): ("step-up", "loaded-step-up"),
    (28, 66): ("step-up", "bench-step-up"),
}


def of_title(title: str) -> Proposal | None:
    """What an exercise of this title is among our movements, None for none of them."""
    words = plain(title.replace("_", " "))
    for word in BODYWEIGHT:
        words = words.replace(word, "bodyweight")
    for movement in MOVEMENTS:
        if any(word in words for word in movement.words) and not any(word in words for word in movement.not_words):
            return Proposal(movement.slug, next(rule.variation for rule in movement.rules if rule.fits(words)))
    return None


def of_set(one: ImportedSet) -> Proposal | None:
    """What a set was of: by its title, else by what the watch took it for first. Equal for sets of one `title_key`."""
    if one.exercise:
        return of_title(one.exercise)
    return _of_guess(one.guesses[0]) if one.guesses else None


def _of_guess(guess: Guess) -> Proposal | None:
    if known := NAMES.get((guess.category, -1 if guess.name is None else guess.name)):
        return Proposal(*known)
    if guess.category == FIT_SQUAT and guess.name in FIT_STEP_UPS:
        return Proposal("step-up", None)
    # A leg press is one of the squats there.
    if guess.name is not None and guess.title:
        return of_title(guess.title)
    return Proposal(CATEGORIES[guess.category], None) if guess.category in CATEGORIES else None


def title_of(one: ImportedSet) -> str:
    """What a set was of, for people: as its app calls it, else as FIT's profile calls what the watch took it for."""
    return one.exercise or (one.guesses[0].title if one.guesses else "") or UNNAMED


def title_key(one: ImportedSet) -> str:
    """Equal for two spellings of one title, and for two sets that a watch took for the same."""
    if one.exercise:
        return plain(one.exercise)[:200]
    return f"fit {one.guesses[0].category} {one.guesses[0].name}" if one.guesses else "fit"


def by_hand(title: str) -> bool:
    """Whether a title tells of dumbbells, of which apps count one hand's."""
    words = plain(title)
    return any(word in words for word in DUMBBELL) and not any(word in words for word in BARBELL)
