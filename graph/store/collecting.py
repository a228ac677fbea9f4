"""The collector of garbage, kept from looking through records while they are read."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_RARELY = (100_000, 50, 100)
"""Objects that are made between two looks at the newest, and looks between two at older ones."""
_UNASKED = (100_000, 10, 10)
"""The same where it is looked for garbage by hand, lest that be forgotten."""


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


@contextmanager
def collecting_rarely() -> Iterator[None]:
    """A while in which much is made that goes as soon as it is used, and needs no collector for
    that: it looks for circles a hundred times less often, and not through what is there already."""
    before = gc.get_threshold()
    gc.set_threshold(*_RARELY)
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)


def let_go() -> None:
    """Find all garbage there is, also among what was to stay for good."""
    gc.unfreeze()
    gc.collect()


def collect_by_hand() -> None:
    """From now on look for garbage by hand, when nobody waits. What is there by now stays for
    good, and is not looked through any more."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_UNASKED)
