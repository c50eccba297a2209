"""What every part of the API shares: strict input, and mistakes told field by field."""

from ninja import Schema
from pydantic import ConfigDict


class Strict(Schema):
    """What is not asked for is a mistake worth hearing of."""

    model_config = ConfigDict(extra="forbid")


class FieldError(Schema):
    field: str
    message: str


class Invalid(Schema):
    errors: list[FieldError]
