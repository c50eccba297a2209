"""A table of cases in one test: thousands of small tests cost pytest more time than they take themselves.

pytest's own `subtests` name each case that fails as well, from a loop inside of the test instead of a table above it:
for cases that only a running test knows. They report each case that passes, too: 6,000 empty ones take 6 s of processor
time on two workers, 4 here, and 15 as tests of their own.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from inspect import signature
from typing import Any

import pytest

type Test = Callable[..., None]


def for_every(
    names: str | Sequence[str], values: Iterable[Any], ids: Iterable[str] | None = None
) -> Callable[[Test], Test]:
    """As pytest.mark.parametrize, but all cases in one test, which names every case that fails and shows why.

    For cases that leave nothing behind: they share the fixtures and the database of their test. Raises ValueError
    where there are none.
    """
    arguments = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
    rows = [_row(value, len(arguments)) for value in values]
    titles = [name or "-".join(map(str, row)) for name, row in rows] if ids is None else ids
    cases = [(title, dict(zip(arguments, row, strict=True))) for title, (_, row) in zip(titles, rows, strict=True)]
    if not cases:
        raise ValueError(f"no cases of {', '.join(arguments)}")

    def decorate(test: Test) -> Test:
        @wraps(test)
        def all_cases(*instance: Any, **fixtures: Any) -> None:
            failed: list[tuple[str, BaseException]] = []
            for title, case in cases:
                try:
                    test(*instance, **case, **fixtures)
                except (Exception, pytest.fail.Exception) as failure:  # the latter where nothing was raised
                    failure.add_note(f"case: {title}")
                    failed.append((title, failure))
            if failed:
                which = "; ".join(title for title, _ in failed)
                raise BaseExceptionGroup(f"{len(failed)} of {len(cases)} cases: {which}", [one for _, one in failed])

        asked = signature(test)
        others = [one for name, one in asked.parameters.items() if name not in arguments]
        all_cases.__signature__ = asked.replace(parameters=others)  # type: ignore[attr-defined]
        return all_cases

    return decorate


def _row(value: Any, count: int) -> tuple[str | None, Sequence[Any]]:
    """The name and the arguments of a case, written as pytest takes them."""
    if not isinstance(value, pytest.ParameterSet):
        return None, (value,) if count == 1 else value
    if value.marks:
        raise ValueError(f"a case with marks needs a test of its own: {value}")
    return value.id if isinstance(value.id, str) else None, value.values
