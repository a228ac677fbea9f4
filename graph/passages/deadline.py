"""One deadline for all of a request: looking up the host, connecting, redirects, headers and body.

A time limit of a connection begins anew with every byte that comes, and looking up a host has none.
"""

from collections.abc import Callable
from threading import Thread
from typing import TypeVar

T = TypeVar("T")


def in_time(seconds: float, work: Callable[[], T]) -> T:
    """What the work comes to, or what it raises.

    Work that takes longer is left alone: it ends when its server does, or with the program.

    Raises:
        TimeoutError: it is not done in so many seconds.
    """
    done: list[T] = []
    failed: list[BaseException] = []

    def run() -> None:
        try:
            done.append(work())
        except BaseException as error:
            failed.append(error)

    thread = Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if failed:
        raise failed[0]
    if not done:
        raise TimeoutError
    return done[0]
