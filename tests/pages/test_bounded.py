"""Work that may take only so long."""

import signal
import threading
import time

import pytest

from graph.pages.bounded import bounded


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
    with pytest.raises(TimeoutError, match=r"more than 0\.05 seconds"), bounded(0.05):
        deaf()
    assert time.process_time() - begun < 2


def test_nothing_is_left_of_a_bound_behind_it() -> None:
    before = signal.getsignal(signal.SIGVTALRM)
    with bounded(0.05):
        pass
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0.0, 0.0)
    assert signal.getsignal(signal.SIGVTALRM) == before
    _busy(0.1)


def test_beside_the_main_thread_nothing_is_ended() -> None:
    done: list[bool] = []

    def work() -> None:
        with bounded(0.01):
            _busy(0.05)
        done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [True]
