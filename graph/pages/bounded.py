"""Work that may take only so long: for what others wrote, and a library goes through.

Texts can be made for which a library of text needs hours, and nothing in it says so beforehand.
"""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_AGAIN = 0.1
"""Seconds after which it is said again, where something kept it from being heard."""


@contextmanager
def bounded(seconds: float) -> Iterator[None]:
    """Raises TimeoutError where what is done within takes this program more than so many seconds
    of computing, which depend less on what else a machine does than those of a clock. Outside of
    the main thread, where nothing can be interrupted, it takes as long as it takes."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def late(_number: int, _frame: FrameType | None) -> None:
        raise TimeoutError(f"it takes more than {seconds:g} seconds")

    before = signal.signal(signal.SIGVTALRM, late)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, _AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
