"""Work that may take only so long."""

import signal
import threading
import time
from collections.abc import Callable

import pytest

from graph.pages.bounded import attend, do_within


def _busy(seconds: float) -> None:
    begun = time.process_time()
    while time.process_time() - begun < seconds:
        sum(range(100))


def test_what_takes_too_long_is_ended_also_where_it_hears_of_nothing_at_first() -> None:
    def deaf() -> None:
        try:
            _busy(5)
        except TimeoutError:
            _busy(5)

    begun = time.process_time()
    with pytest.raises(TimeoutError, match=r"more than 0\.05 seconds"):
        do_within(0.05, deaf)
    assert time.process_time() - begun < 2


def test_nothing_is_left_of_a_bound_behind_it() -> None:
    before = signal.getsignal(signal.SIGVTALRM)
    do_within(0.05, lambda: None)
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0.0, 0.0)
    assert signal.getsignal(signal.SIGVTALRM) == before
    _busy(0.1)


def _raised_beside(work: Callable[[], None], attended: bool) -> list[Exception | None]:
    """What comes of bounded work in another thread, and of the same again."""
    raised: list[Exception | None] = []

    def beside() -> None:
        for _ in range(2):
            try:
                do_within(0.05, work)
            except Exception as error:
                raised.append(error)
            else:
                raised.append(None)

    if attended:
        attend(beside)
    else:
        thread = threading.Thread(target=beside)
        thread.start()
        thread.join()
    return raised


def test_beside_the_main_thread_nothing_is_ended_while_that_does_not_attend() -> None:
    assert _raised_beside(lambda: _busy(0.2), attended=False) == [None, None]


def test_what_is_handed_over_to_the_main_thread_is_ended_and_the_next_is_done() -> None:
    first, second = _raised_beside(lambda: _busy(5), attended=True)
    assert isinstance(first, TimeoutError)
    assert isinstance(second, TimeoutError)
    assert _raised_beside(lambda: None, attended=True) == [None, None]


def test_what_work_that_is_handed_over_raises_is_raised_where_it_was_asked_for() -> None:
    def fail() -> None:
        raise ValueError("so")

    assert [str(each) for each in _raised_beside(fail, attended=True)] == ["so", "so"]
    with pytest.raises(ValueError, match="so"):
        attend(fail)
