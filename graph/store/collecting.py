"""The collector of garbage, kept from looking through records while they are read."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Iterator[None]:
    """A while in which much is made that stays: to look through all of it for garbage, again and
    again, would take longer than to make it."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
