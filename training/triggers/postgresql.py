"""The triggers in PostgreSQL.

They wait for the end of the transaction (DEFERRED): the lock on the runner's revision is the last one that it takes, so
that no two transactions wait for each other. A transaction of 10,000 rows writes the revision once.
"""

from collections.abc import Iterator

from training.triggers.watched import Table, Tables

# A number is 19 random bits and 44 of the transaction's own number, which serve for 55 years of 10,000 a second. The
# random ones are for databases that were restored or failed over: they count transactions from an earlier one again.
TRANSACTION = (1 << 44) - 1
RANDOM = 1 << 19

# Operators on bits all bind alike, from left to right: hence the brackets.
OWN_NUMBER = f"(pg_current_xact_id()::text::bigint & {TRANSACTION})"

NUMBER = f"""
CREATE OR REPLACE FUNCTION training_revision_number() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.number := (floor(random() * {RANDOM})::bigint << 44) | {OWN_NUMBER};
  RETURN NEW;
END $$"""

# Two marks, since either alone can come again: the row's xmin after four billion transactions, the number's in a
# database that was restored.
NOT_YET = f"((r.number & {TRANSACTION}) <> {OWN_NUMBER} OR r.xmin <> pg_current_xact_id()::xid)"

# Whose rows were written last in this transaction.
LAST = "training.revised"


def statements(tables: Tables) -> Iterator[str]:
    """What makes them all, where none is."""
    yield NUMBER
    for name in (tables.runner_revision, tables.guides_revision):
        yield (
            f"CREATE TRIGGER revision_number BEFORE INSERT OR UPDATE ON {name} "
            "FOR EACH ROW EXECUTE FUNCTION training_revision_number()"
        )
    of_runner = f"""
  INSERT INTO {tables.runner_revision} AS r (runner_id, number)
  SELECT id, 0 FROM {tables.runner} WHERE id = NEW.id
  ON CONFLICT (runner_id) DO UPDATE SET number = 0 WHERE {NOT_YET};"""
    yield from _watch(tables.runner, of_runner, "INSERT OR UPDATE")
    for table in tables.of_runners:
        runners = table.runners("OLD", "NEW")
        of_row = f"UPDATE {tables.runner_revision} r SET number = 0 WHERE r.runner_id IN ({runners}) AND {NOT_YET};"
        yield from _watch(table.name, _once(table, of_row))
    of_guides = f"UPDATE {tables.guides_revision} r SET number = 0 WHERE {NOT_YET};"
    for name in tables.of_guides:
        yield from _watch(name, of_guides)


def _once(table: Table, act: str) -> str:
    """The act, but not again for a row that comes next and belongs to the same session or runner.

    Of all that a trigger does, finding out that the revision is written already takes most. What is remembered ends
    with the transaction, and is taken back to a savepoint together with the revision.
    """
    old, new = f"OLD.{table.column}", f"NEW.{table.column}"
    owner = f"'{table.via.name if table.via else 'runner'} ' || coalesce({new}, {old})"
    return f"""IF {old} <> {new} OR {owner} IS DISTINCT FROM current_setting('{LAST}', true) THEN
    {act}
    PERFORM set_config('{LAST}', {owner}, true);
  END IF;"""


def _watch(table: str, act: str, events: str = "INSERT OR UPDATE OR DELETE") -> Iterator[str]:
    function = f"revise_{table}"
    yield (
        f"CREATE OR REPLACE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql AS $$\n"
        f"BEGIN\n  {act}\n  RETURN NULL;\nEND $$"
    )
    # Triggers of a row go by name: those of foreign keys (RI_...) come before this one.
    yield (
        f"CREATE CONSTRAINT TRIGGER revise AFTER {events} ON {table} DEFERRABLE INITIALLY DEFERRED "
        f"FOR EACH ROW EXECUTE FUNCTION {function}()"
    )


# Every trigger of ours in this schema, with its table.
IN_PLACE = """
SELECT tgname, relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
WHERE tgname IN ('revise', 'revision_number') AND relnamespace = current_schema()::regnamespace ORDER BY relname"""


def drop(trigger: str, table: str) -> str:
    return f"DROP TRIGGER {trigger} ON {table}"
