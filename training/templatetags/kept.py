"""A piece of a runner's page that is kept as long as nothing of it can have changed.

    {% kept "history" first last %}...{% endkept %}

Kept are pieces of views that are `stamped`, asked for by GET outside of a transaction. The key holds the runner with
all settings, the runner's date, the revisions of the runner's rows and of the guides, the language, the whole address
with its query, whether htmx asks, the piece's name and what is named after it (texts, numbers, dates). What depends on
anything else must be named or stand outside: messages, the clock below a day, cookies, confirmed addresses and
passkeys, what another request left in the session.

`{{ csrf_token }}` and `{{ csp_nonce }}` belong to one visitor and one answer: they are filled in behind the cache.
What is kept is bytes, and `stamped` puts them in their place in the answer: to join and encode a large page anew takes
longer than all the rest of it.
"""

import secrets
from datetime import date
from typing import Any
from uuid import UUID

from django import template
from django.core.cache import caches
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.utils.translation import get_language

from config.http import RunnerRequest
from training.stamp import key_of

register = template.Library()

# Words that nobody can have written, since they are made anew in every process, as the kept pieces are.
WORD = secrets.token_hex(16)
FILLED_IN = {name: f"{name}-{WORD}" for name in ("csrf_token", "csp_nonce")}
# Said in the context of a piece that is being made: one inside of it is a part of it.
FILLING = "kept_piece_is_made"
# By this Django remembers that the answer has a token in it.
TOKEN_TAKEN = "CSRF_COOKIE_NEEDS_UPDATE"


# What a named value may be: its text says all of it.
PLAIN = str | int | float | date | UUID | None


class KeptNode(template.Node):
    def __init__(self, nodelist: NodeList, varying: list[FilterExpression]) -> None:
        self.nodelist, self.varying = nodelist, varying

    def render(self, context: template.Context) -> str:
        key = None if FILLING in context else self.key(context)
        if key is None:
            return self.nodelist.render(context)
        pages = caches["pages"]
        piece: bytes | None = pages.get(key)
        if piece is None:
            piece, may_be_kept = self.made(context)
            if may_be_kept:
                pages.set(key, piece)
        for name, word in FILLED_IN.items():
            if word.encode() in piece:
                piece = piece.replace(word.encode(), str(context.get(name, "")).encode())
        request: RunnerRequest = context["request"]
        place = f"<!-- {WORD} {len(request.pieces)} -->"
        request.pieces[place.encode()] = piece
        return place

    def made(self, context: template.Context) -> tuple[bytes, bool]:
        """The piece with words to fill in; whether no token came into it in another way, which only one device has."""
        meta = context["request"].META
        taken_before = meta.pop(TOKEN_TAKEN, None)
        with context.push(**FILLED_IN, **{FILLING: True}):
            piece = str(self.nodelist.render(context)).encode()
        taken = meta.get(TOKEN_TAKEN)
        if taken_before:
            meta[TOKEN_TAKEN] = taken_before
        return piece, not taken

    def key(self, context: template.Context) -> str | None:
        """None where the piece must not be kept.

        Raises VariableDoesNotExist for a named value that the page has not, and TypeError for one that is not plain.
        """
        varying = [_plain(one, context) for one in self.varying]
        request: Any = context.get("request")
        address, htmx = request.build_absolute_uri(), request.headers.get("HX-Request")
        return key_of(request, address, htmx, get_language(), *varying)


def _plain(expression: FilterExpression, context: template.Context) -> PLAIN:
    if isinstance(expression.var, template.Variable):
        # Templates take what is missing for an empty text; a key must not.
        expression.var.resolve(context)
    value: Any = expression.resolve(context)
    if not isinstance(value, PLAIN):
        raise TypeError(f"kept takes texts, numbers and dates, not {value!r}")
    return value


@register.tag
def kept(parser: Parser, token: Token) -> KeptNode:
    _tag, *words = token.split_contents()
    if not words:
        raise template.TemplateSyntaxError('kept needs a name: {% kept "history" %}')
    nodelist = parser.parse(("endkept",))
    parser.delete_first_token()
    return KeptNode(nodelist, [parser.compile_filter(word) for word in words])
