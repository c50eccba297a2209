"""What PostgreSQL says that it does for a query."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction

# A table of fewer rows, the movements say, is read as a whole sooner than its index is.
SMALL = 200


@dataclass(frozen=True, slots=True)
class Cost:
    """`rows` are those read, thrown away ones too; `unindexed` the tables of which more was read than an index found.

    That is a table read as a whole, or along an index without a condition on it, unless it is small.
    """

    rows: int
    unindexed: tuple[str, ...]


def cost_of(sql: str) -> Cost:
    """Run the query for real, and undo it."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {sql}".replace("%", "%%"), [])
        (plan,) = cursor.fetchone()
        transaction.set_rollback(True)
    nodes = list(_nodes(plan[0]["Plan"]))
    scans = [node for node in nodes if "Relation Name" in node and "Scan" in node["Node Type"]]
    whole = [node for node in scans if _reads_all(node) and _rows(node) > SMALL]
    return Cost(sum(map(_rows, scans)), tuple(sorted({node["Relation Name"] for node in whole})))


def _reads_all(node: dict[str, Any]) -> bool:
    """Whether nothing but the end of the table, or a LIMIT, ends the scan."""
    if node["Node Type"] == "Seq Scan":
        return True
    return node["Node Type"] in ("Index Scan", "Index Only Scan") and "Index Cond" not in node


def _nodes(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield node
    for child in node.get("Plans", []):
        yield from _nodes(child)


def _rows(node: dict[str, Any]) -> int:
    removed = node.get("Rows Removed by Filter", 0) + node.get("Rows Removed by Index Recheck", 0)
    return round((node["Actual Rows"] + removed) * node["Actual Loops"])
