"""Pieces of SVG as text: numbers as short as they can be, rectangles as path data, escaped words."""

from html import escape


def number(value: float) -> str:
    """One decimal at most: 12.0 is 12."""
    return f"{value:.1f}".removesuffix(".0")


def box(x: float, y: float, width: float, height: float) -> str:
    """Path data of a rectangle from its upper left corner."""
    return f"M{number(x)} {number(y)}h{number(width)}v{number(height)}h-{number(width)}z"


def text(css: str, x: float, y: float, words: str) -> str:
    """A <text> of that class; nothing for no words."""
    return f'<text class="{css}" x="{number(x)}" y="{number(y)}">{escape(words)}</text>' if words else ""
