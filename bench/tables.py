"""Tables of the documents, which the benchmarks write."""

from collections.abc import Iterable


def table(header: str, rows: Iterable[tuple[str, ...]]) -> str:
    columns = header.split("|")
    return "\n".join(["| " + " | ".join(cell.strip() for cell in columns) + " |", "|" + "---|" * len(columns),
                      *("| " + " | ".join(row) + " |" for row in rows)])  # fmt: skip


def put(page: str, name: str, text: str) -> str:
    """The page with a table between its marks."""
    before, mark, behind = page.partition(f"<!-- {name} -->\n")
    return f"{before}{mark}{text}\n<!-- end -->{behind.partition('<!-- end -->')[2]}"
