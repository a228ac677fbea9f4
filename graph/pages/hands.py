"""A crew at work: what every kind of crew gives to whoever hands out the work."""

from collections.abc import Callable
from concurrent.futures import Future
from contextlib import AbstractContextManager
from typing import NamedTuple

from graph.pages.batches import Batch
from graph.pages.made import Made
from graph.pages.workshop import Workshop


class Hands(NamedTuple):
    """`number` batches can be made at once, each of which is handed to `submit`."""

    number: int
    submit: Callable[[Batch], "Future[tuple[Made, ...]]"]


Crew = Callable[[Workshop], AbstractContextManager[Hands]]
"""Brings a crew to a workshop for as long as the context lasts."""
