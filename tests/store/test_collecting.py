"""The collector of garbage is as it was, whatever was done without it."""

import gc
from contextlib import suppress
from functools import partial

import pytest

from graph.store.collecting import (
    collect_by_hand,
    collecting_rarely,
    let_go,
    without_collecting,
)


def test_the_collector_looks_as_often_as_before_also_after_an_error() -> None:
    # A command that another test ran in this process may have changed it.
    stood = gc.get_threshold()
    try:
        gc.set_threshold(700, 10, 10)
        with suppress(LookupError), collecting_rarely():
            within = gc.get_threshold()
            raise LookupError
        assert within > (700, 10, 10)
        assert gc.get_threshold() == (700, 10, 10)
    finally:
        gc.set_threshold(*stood)


def test_the_collector_is_on_again_after_an_error() -> None:
    with suppress(LookupError), without_collecting():
        within = gc.isenabled()
        raise LookupError
    assert not within
    assert gc.isenabled()


def test_what_is_there_when_one_begins_to_collect_by_hand_is_not_looked_through(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    done: list[str] = []
    for each in ("collect", "freeze"):
        monkeypatch.setattr(gc, each, partial(done.append, each))
    stood = gc.get_threshold()
    try:
        gc.set_threshold(700, 10, 10)
        collect_by_hand()
        # What is garbage by then would stay with the rest.
        assert done == ["collect", "freeze"]
        assert gc.get_threshold()[0] > 700
    finally:
        gc.set_threshold(*stood)


def test_what_was_to_stay_is_looked_through_when_it_is_let_go(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    done: list[str] = []
    for each in ("collect", "unfreeze"):
        monkeypatch.setattr(gc, each, partial(done.append, each))
    let_go()
    assert done == ["unfreeze", "collect"]
