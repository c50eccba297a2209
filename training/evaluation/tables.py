"""The simulated runners as tables in Markdown, one row a week, as docs/progression.md holds them."""

from collections import Counter
from collections.abc import Iterator, Sequence

from training.evaluation.cast import CAST
from training.evaluation.simulated import WEEKS, SimulatedRunner, SimulatedSession, simulate
from training.plan.progression import Target

SHOWN = ("squat", "deadlift", "lunge", "plank", "calf-raise")


def tables() -> str:
    """All of them."""
    return "\n\n".join("\n".join(table(runner)) for runner in CAST)


def table(runner: SimulatedRunner) -> Iterator[str]:
    """The last target of each week for some movements, with its rule, and how many movements rose in that week."""
    by_week: dict[int, list[SimulatedSession]] = {}
    for session in simulate(runner):
        by_week.setdefault(session.week, []).append(session)
    yield f"### {runner.name}"
    yield ""
    yield "| week | " + " | ".join(movement.replace("-", " ") for movement in SHOWN) + " | sets | rises | worst pain |"
    yield "|---|" + "---|" * (len(SHOWN) + 3)
    for week in range(1, WEEKS + 1):
        yield "| " + " | ".join([str(week), *_cells(by_week.get(week, []))]) + " |"


def _cells(sessions: Sequence[SimulatedSession]) -> Iterator[str]:
    if not sessions:
        yield from ["off"] + [""] * (len(SHOWN) + 2)
        return
    for movement in SHOWN:
        done = [session.targets[movement] for session in sessions if movement in session.targets]
        yield cell(done[-1]) if done else ""
    targets = [target for session in sessions for target in session.targets.values()]
    pains = [session.pain for session in sessions if session.pain]
    yield str(sum(len(target.sets) for target in targets))
    yield str(Counter(target.why.rule.is_rise for target in targets)[True])
    yield str(max(pains, default=""))


def cell(target: Target) -> str:
    """3 × 12 @ 40 climb; 12·12·10 where the sets differ."""
    amounts = [one.amount for one in target.sets]
    alike = f"{len(amounts)} × {amounts[0]}" if len(set(amounts)) == 1 else "·".join(map(str, amounts))
    kg = max((one.kg or 0 for one in target.sets), default=0)
    return f"{alike}{f' @ {kg:g}' if kg else ''} {target.why.rule}"
