"""What answers measure, in the terms of JSON: bands, balances, and standings before and after."""

from typing import Annotated

from pydantic import Field

from graph.semantics import Standing

Unit = Annotated[float, Field(ge=0, le=1)]
"""A ground that is one number, in [0, 1]."""

Interval = Annotated[list[Unit], Field(min_length=2, max_length=2)]
"""A band of a strength or a force: its lower and its upper bound."""

Balanced = Annotated[list[Annotated[float, Field(ge=-1, le=1)]], Field(min_length=2, max_length=2)]
"""A band of a balance: its lower and its upper bound, in [-1, 1]."""

Turn = Annotated[list[Standing], Field(min_length=2, max_length=2)]
"""A standing before and after."""
