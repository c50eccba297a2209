"""Who the invented runner is."""

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True)
class Person:
    """`easy_pace` is seconds a kilometre when the diary begins; `strength` scales every load."""

    easy_pace: float = 362.0
    weekly_km: float = 31.0
    max_heart_rate: int = 188
    strength: float = 1.0
    diligence: float = 0.9
    target: int = 2
    time_zone: str = "Europe/Berlin"

    @classmethod
    def drawn(cls, seed: str) -> "Person":
        """Somebody of a population: slow or fast, keen or not; the same for the same seed."""
        rng = Random(seed)
        return cls(
            easy_pace=rng.uniform(310, 430),
            weekly_km=rng.triangular(14, 60, 28),
            max_heart_rate=round(rng.gauss(184, 9)),
            strength=rng.uniform(0.7, 1.4),
            diligence=rng.uniform(0.45, 0.95),
            target=rng.choice([1, 2, 2, 2, 3]),
            time_zone=rng.choice(["Europe/Berlin", "Europe/London", "America/New_York", "Australia/Sydney"]),
        )
