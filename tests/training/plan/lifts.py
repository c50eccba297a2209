"""Sessions and targets of a movement in one readable line."""

from datetime import date, timedelta

from training.plan.progression import Performance, SetDone, Target

TODAY = date(2026, 11, 23)


def did(ago: int, sets: str, *, pain: float | None = None, light: bool = False) -> Performance:
    """A session some days ago, such as "12x20 11x20/1": reps (or seconds), kilograms, RIR."""
    parsed = []
    for word in sets.split():
        rest, _, rir = word.partition("/")
        amount, _, kg = rest.partition("x")
        parsed.append(SetDone(int(amount), float(kg) if kg else None, float(rir) if rir else None))
    return Performance(TODAY - timedelta(days=ago), tuple(parsed), pain, light)


def shown(target: Target) -> str:
    """A target in the notation of `did`."""
    return " ".join(f"{amount}" if kg is None else f"{amount}x{kg:g}" for amount, kg in target.sets)
