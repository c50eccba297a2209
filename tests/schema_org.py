"""What schema.org and search engines ask of the types that our pages use, so that a test can say what is wrong.

Properties by type are those of schema.org, version 29, as far as we use them; what is required is what Google asks of a
how-to, a list and an article, and for an exercise plan what makes it one.
"""

import re
from collections.abc import Iterator
from typing import Any

type Node = dict[str, Any]

THING = {"@type", "@id", "name", "description", "url", "image"}
WORK = THING | {"inLanguage", "publisher", "author", "mainEntityOfPage", "isAccessibleForFree"}
PROPERTIES = {
    "HowTo": WORK | {"step", "tool", "supply", "totalTime"},
    "HowToStep": THING | {"position", "text"},
    "HowToTool": THING,
    "ExercisePlan": WORK
    | {"exerciseType", "category", "repetitions", "activityDuration", "additionalVariable", "restPeriods"}
    | {"activityFrequency", "associatedAnatomy", "intensity", "workload"},
    "Muscle": THING,
    "QuantitativeValue": THING | {"value", "minValue", "maxValue", "unitCode", "unitText"},
    "ItemList": THING | {"itemListElement"},
    "ListItem": THING | {"position"},
    "Article": WORK | {"headline"},
    "WebSite": WORK,
    "WebApplication": WORK | {"applicationCategory", "operatingSystem"},
    "Organization": THING | {"logo"},
    "ImageObject": THING | {"width", "height"},
}
REQUIRED = {
    "HowTo": {"name", "step", "description", "image"},
    "HowToStep": {"text", "position", "url"},
    "HowToTool": {"name"},
    "ExercisePlan": {"name", "exerciseType", "category", "restPeriods", "activityFrequency", "additionalVariable"},
    "Muscle": {"name"},
    "ItemList": {"name", "itemListElement"},
    "ListItem": {"position", "url", "name"},
    "Article": {"headline", "image", "author", "description"},
    "WebSite": {"name", "url"},
    "WebApplication": {"name", "applicationCategory", "operatingSystem"},
    "Organization": {"name", "url"},
    "ImageObject": {"url"},
}
KINDS_OF_ACTIVITY = {
    f"https://schema.org/{name}"
    for name in ["AerobicActivity", "AnaerobicActivity", "Balance", "Flexibility", "StrengthTraining"]
}
# Seconds in UN/CEFACT's code list.
UNIT_CODES = {"SEC"}


def nodes(value: Any) -> Iterator[Node]:
    """Every thing in it, itself among them."""
    if isinstance(value, list):
        for one in value:
            yield from nodes(one)
    elif isinstance(value, dict):
        if "@type" in value:
            yield value
        for one in value.values():
            yield from nodes(one)


def faults(value: Any) -> list[str]:
    """What is wrong with it, one sentence each."""
    return [f"{node['@type']}: {fault}" for node in nodes(value) for fault in _faults(node)]


def _faults(node: Node) -> Iterator[str]:
    kind = node["@type"]
    if kind not in PROPERTIES:
        yield "no type that we know"
        return
    for name in node.keys() - PROPERTIES[kind]:
        yield f"has no property {name}"
    for name in REQUIRED.get(kind, set()) - {name for name, value in node.items() if value not in ("", [], None)}:
        yield f"needs {name}"
    for name in {"url", "logo", "mainEntityOfPage", "@id"} & node.keys():
        if not re.match(r"https?://[^/]+/", node[name]):
            yield f"{name} is no whole address: {node[name]}"
    yield from _own_faults(kind, node)


def _own_faults(kind: str, node: Node) -> Iterator[str]:
    if kind in {"HowTo", "ItemList"}:
        things = node.get("step", []) or node.get("itemListElement", [])
        if [one.get("position") for one in things] != list(range(1, len(things) + 1)):
            yield "positions must count from 1"
        if len(things) < 2:
            yield "needs two things at least"
    if kind == "ExercisePlan":
        if len({"repetitions", "activityDuration"} & node.keys()) != 1:
            yield "needs repetitions or activityDuration, not both"
        if node.get("category") not in KINDS_OF_ACTIVITY:
            yield "category is no kind of physical activity"
    if kind == "QuantitativeValue":
        if not ({"value"} <= node.keys() or {"minValue", "maxValue"} <= node.keys()):
            yield "needs a value or both ends"
        if node.get("minValue", 0) > node.get("maxValue", 0):
            yield "minValue is above maxValue"
        if "unitText" not in node and node.get("unitCode") not in UNIT_CODES:
            yield "needs a unit"
    if kind == "Article" and len(node.get("headline", "")) > 110:
        yield "headline is over 110 characters"
