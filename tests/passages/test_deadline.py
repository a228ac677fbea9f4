import threading

import pytest

from graph.passages.deadline import in_time


def test_what_is_done_in_time_comes_back() -> None:
    assert in_time(5, lambda: 3) == 3


def test_what_goes_wrong_goes_wrong_for_whoever_waits() -> None:
    def wrong() -> None:
        raise ValueError("so it is")

    with pytest.raises(ValueError, match="so it is"):
        in_time(5, wrong)


def test_what_takes_longer_is_left_alone() -> None:
    over = threading.Event()
    with pytest.raises(TimeoutError):
        in_time(0.05, over.wait)
    over.set()
