"""The API's documentation, drawn from its own OpenAPI schema: light, readable, and without a script."""

import json
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from config.http import AnyRequest, page
from training.api import api

EXAMPLE = {
    "days": [
        {"run": run, "minutes": minutes}
        for run, minutes in [
            ("rest", 0), ("easy", 45), ("hard", 55), ("easy", 45), ("rest", 0), ("easy", 40), ("long", 110)
        ]
    ],
    "target": 2,
    "style": "easy-days",
    "available": [True] * 7,
    "race": None,
    "history_sessions": 12,
}  # fmt: skip


@dataclass(frozen=True)
class Field:
    """A field of a request or an answer: its dotted name, its type in words, and whether it may be left out."""

    name: str
    type: str
    required: bool
    text: str


@require_safe
def api_docs(request: AnyRequest) -> HttpResponse:
    schema = api.get_openapi_schema()
    operations = [
        {
            "method": method.upper(),
            "path": path,
            "summary": operation["summary"],
            "description": operation.get("description", ""),
            "fields": fields(body_schema(operation.get("requestBody")), schema),
            "answers": [
                {"status": status, "fields": fields(body_schema(answer), schema)}
                for status, answer in operation["responses"].items()
            ],
        }
        for path, methods in schema["paths"].items()
        for method, operation in methods.items()
    ]
    context = {"operations": operations, "example": json.dumps(EXAMPLE, indent=2)}
    return page(request, "training/api_docs.html", context)


def body_schema(body: dict[str, Any] | None) -> dict[str, Any]:
    return body["content"]["application/json"]["schema"] if body and body.get("content") else {}


def fields(schema: dict[str, Any], root: dict[str, Any], prefix: str = "") -> list[Field]:
    """The schema's fields, those of nested objects and lists after the field that holds them."""
    schema = resolved(schema, root)
    rows = []
    for name, value in schema.get("properties", {}).items():
        value = resolved(value, root)
        inner = resolved(value.get("items", value), root)
        path = f"{prefix}{name}[]" if value.get("type") == "array" else f"{prefix}{name}"
        required = name in schema.get("required", [])
        rows.append(Field(path, type_in_words(value, inner), required, value.get("description", "")))
        rows += fields(inner, root, f"{path}.")
    return rows


def resolved(schema: dict[str, Any], root: dict[str, Any]) -> dict[str, Any]:
    """The schema behind a reference; of "this or null", this."""
    options = [option for option in schema.get("anyOf", schema.get("allOf", [])) if option.get("type") != "null"]
    if len(options) == 1:
        schema = {**schema, **options[0]}
    if "$ref" in schema:
        found: Any = root
        for part in schema["$ref"].removeprefix("#/").split("/"):
            found = found[part]
        return {**found, **{key: value for key, value in schema.items() if key == "description"}}
    return schema


def type_in_words(value: dict[str, Any], inner: dict[str, Any]) -> str:
    if choices := inner.get("enum"):
        return " | ".join(map(str, choices))
    words = str(inner.get("type", ""))
    low, high = inner.get("minimum", inner.get("exclusiveMinimum")), inner.get("maximum")
    if low is not None and high is not None:
        words += f", {low:g} to {high:g}"
    return f"list of {words}" if value.get("type") == "array" else words
