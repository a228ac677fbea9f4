"""What answers measure, in the terms of JSON: bands, and standings before and after."""

from typing import Annotated

from pydantic import Field

from graph.semantics import Standing

Unit = Annotated[float, Field(ge=0, le=1)]
"""A base score or a strength that is one number, in [0, 1]."""

Interval = Annotated[list[Unit], Field(min_length=2, max_length=2)]
"""A band: its lower and its upper bound."""

Turn = Annotated[list[Standing], Field(min_length=2, max_length=2)]
"""A standing before and after."""
