"""Work that may take only so long: for what others wrote, and a library goes through.

Texts can be made for which a library of text needs hours, and nothing in it says so beforehand.
Only the main thread of a program can be interrupted. Where others do the work, as those of a
server, it waits for what they hand over (`attend`).
"""

import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from queue import SimpleQueue
from types import FrameType

_AGAIN = 0.1
"""Seconds after which it is said again, where something kept it from being heard."""


_handed_over: SimpleQueue[tuple[Callable[[], None], Future[None]] | None] = SimpleQueue()
_attended = threading.Event()


def attend(program: Callable[[], None]) -> None:
    """Run a program in another thread, and do in this one, which has to be the main one, what is
    bounded and asked for anywhere else, one after another, until the program ends. What interrupts
    this thread ends it, too.

    Raises:
        Exception: what the program raises.
    """
    ended = Future[None]()

    def run() -> None:
        _do(program, ended)
        _handed_over.put(None)

    _attended.set()
    try:
        threading.Thread(target=run, daemon=True).start()
        while (handed := _handed_over.get()) is not None:
            _do(*handed)
    finally:
        _attended.clear()
    ended.result()


def _do(work: Callable[[], None], done: Future[None]) -> None:
    try:
        work()
    except Exception as error:
        done.set_exception(error)
    else:
        done.set_result(None)


def do_within(seconds: float, work: Callable[[], None]) -> None:
    """Do what may take this program so many seconds of computing, which depend less on what else a
    machine does than those of a clock. In a thread beside the main one, while nobody attends to
    what is handed over there, it takes as long as it takes.

    Raises:
        TimeoutError: it takes longer.
        Exception: what the work raises.
    """

    def in_time() -> None:
        with _bounded(seconds):
            work()

    if threading.current_thread() is threading.main_thread():
        in_time()
    elif _attended.is_set():
        done = Future[None]()
        _handed_over.put((in_time, done))
        done.result()
    else:
        work()


@contextmanager
def _bounded(seconds: float) -> Iterator[None]:
    def late(_number: int, _frame: FrameType | None) -> None:
        raise TimeoutError(f"it takes more than {seconds:g} seconds")

    before = signal.signal(signal.SIGVTALRM, late)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, _AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
