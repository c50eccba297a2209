"""SI inside, the runner's units at the edge: metres and kilograms in, numbers and words for people out."""

from dataclasses import dataclass

METRES_PER_MILE = 1609.344
KG_PER_POUND = 0.45359237


@dataclass(frozen=True, slots=True)
class Units:
    """A runner's units; `distance` and `load` are their symbols, for labels."""

    distance: str
    metres_per_distance: float
    load: str
    kg_per_load: float

    def to_distance(self, metres: float) -> float:
        return metres / self.metres_per_distance

    def to_metres(self, distance: float) -> float:
        return distance * self.metres_per_distance

    def to_load(self, kg: float) -> float:
        """Kilograms in the runner's unit, to a quarter: what a plate or a label says."""
        return round(kg / self.kg_per_load * 4) / 4

    def to_kg(self, load: float) -> float:
        return load * self.kg_per_load


METRIC = Units("km", 1000.0, "kg", 1.0)
IMPERIAL = Units("mi", METRES_PER_MILE, "lb", KG_PER_POUND)


def clock(seconds: float) -> str:
    """Hours, minutes and seconds as a watch shows them: 45:07, 1:02:30."""
    minutes, second = divmod(round(seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"


def hours_and_minutes(seconds: float) -> str:
    """A rough length for sums: 45 min, 3 h 20."""
    hours, minutes = divmod(round(seconds / 60), 60)
    return f"{hours} h {minutes:02}" if hours else f"{minutes} min"
