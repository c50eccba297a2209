"""The triggers in SQLite. There is one writer at a time, so that they act at once, row by row."""

from collections.abc import Iterator

from training.triggers.watched import Tables

ROWS = {"INSERT": ("NEW",), "UPDATE": ("OLD", "NEW"), "DELETE": ("OLD",)}


def statements(tables: Tables) -> Iterator[str]:
    """What makes them all, where none is. A number is 64 random bits: none comes again, not even after a rollback."""
    for name, key in ((tables.runner_revision, "runner_id"), (tables.guides_revision, "id")):
        number = f"UPDATE {name} SET number = random() WHERE {key} = NEW.{key};"
        yield from _watch(name, {"INSERT": number, "UPDATE": number}, "number")
    of_runner = f"""
  INSERT INTO {tables.runner_revision} (runner_id, number) VALUES (NEW.id, 0)
  ON CONFLICT (runner_id) DO UPDATE SET number = 0;"""
    yield from _watch(tables.runner, {"INSERT": of_runner, "UPDATE": of_runner})
    for table in tables.of_runners:
        of_row = f"UPDATE {tables.runner_revision} SET number = 0 WHERE runner_id IN"
        yield from _watch(table.name, {event: f"{of_row} ({table.runners(*rows)});" for event, rows in ROWS.items()})
    of_guides = f"UPDATE {tables.guides_revision} SET number = 0;"
    for name in tables.of_guides:
        yield from _watch(name, dict.fromkeys(ROWS, of_guides))


def _watch(table: str, acts: dict[str, str], what: str = "watch") -> Iterator[str]:
    for event, act in acts.items():
        yield f"CREATE TRIGGER revise_{table}_{what}_{event.lower()} AFTER {event} ON {table} BEGIN\n  {act}\nEND"


IN_PLACE = "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'revise\\_%' ESCAPE '\\'"


def drop(trigger: str, table: str) -> str:
    return f"DROP TRIGGER {trigger}"
