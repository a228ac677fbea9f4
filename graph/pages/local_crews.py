"""The processors of this machine, used by threads or by processes."""

import gc
import multiprocessing
import os
import signal
import sys
import threading
import warnings
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from multiprocessing.connection import wait

from graph.pages.batches import Batch
from graph.pages.hands import Hands
from graph.pages.made import Made
from graph.pages.workshop import Workshop

BOUND = "bound to the program that started this one"
"""The name of a thread of `betoog build`: it waits for the end of a pipe, and holds no lock."""


def processors() -> int:
    """How many processors this process may use."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed is not None else os.cpu_count() or 1


@contextmanager
def threads(shop: Workshop) -> Iterator[Hands]:
    """Threads of this process, as many as there are processors."""
    number = processors()
    pool = ThreadPoolExecutor(number)
    try:
        yield Hands(number, lambda batch: pool.submit(shop.make, batch))
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def processes(shop: Workshop) -> Iterator[Hands]:
    """Processes, as many as there are processors. Where this one can be copied as it is, they have
    its site from the beginning; elsewhere they get the recipe."""
    number = processors()
    forking = _can_fork()
    if forking:
        shop.prepare()
    context = multiprocessing.get_context("fork" if forking else "spawn")
    pool = ProcessPoolExecutor(number, context, _begin, (shop,))
    try:
        with warnings.catch_warnings():
            # Of threads, which `_can_fork` has looked at. The first task starts all processes.
            warnings.simplefilter("ignore", DeprecationWarning)
            pool.submit(int)
        yield Hands(number, lambda batch: pool.submit(_make, batch))
    finally:
        pool.shutdown(cancel_futures=True)


def _can_fork() -> bool:
    """Whether a copy of this process is sound: Linux alone has libraries that stand it, and no lock
    may be held by a thread that the copy does not have.

    The main thread asks, so it holds none; of the others, those that are not known to hold none
    are taken to hold one.
    """
    return (
        sys.platform == "linux"
        and threading.current_thread() is threading.main_thread()
        and all(
            each is threading.main_thread() or each.name == BOUND for each in threading.enumerate()
        )
    )


_SHOP: list[Workshop] = []
"""In a process that was started to work: where it does so."""


def _begin(shop: Workshop) -> None:
    # An interruption is for the process that hands out work, which then ends this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_the_other, daemon=True).start()
    # What is shared stays shared: the collector would write beside every object.
    gc.freeze()
    _SHOP[:] = [shop]


def _end_with_the_other() -> None:
    """End where the process that hands out work was killed, and could not say so."""
    other = multiprocessing.parent_process()
    if other is not None:
        wait([other.sentinel])
        os._exit(1)


def _make(batch: Batch) -> tuple[Made, ...]:
    return _SHOP[0].make(batch)
