"""Progress of work that takes longer than a reader likes to wait in silence."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Timer

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

PATIENCE = 1.0
"""Seconds after which progress is shown."""


@contextmanager
def progress(
    console: Console, description: str, total: int | None = None, patience: float = PATIENCE
) -> Iterator[Callable[[], None]]:
    """Show that work is being done, once it has taken `patience` seconds; on terminals only.

    Gives a function to call after each of `total` parts; without a total the bar only moves.
    """
    if not console.is_interactive:
        yield lambda: None
        return
    bar = Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        TimeElapsedColumn(),
        console=console,
        transient=True,
    )
    task = bar.add_task(description, total=total)
    timer = Timer(patience, bar.start)
    timer.daemon = True
    timer.start()
    try:
        yield lambda: bar.advance(task)
    finally:
        timer.cancel()
        # Between cancelling and stopping it may have begun.
        timer.join()
        bar.stop()
