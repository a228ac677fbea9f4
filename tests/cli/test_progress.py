import io
import threading

from rich.console import Console

from graph.cli.progress import progress


class _Screen(io.StringIO):
    """A screen that tells when it has been told what is going on."""

    def __init__(self) -> None:
        super().__init__()
        self.told = threading.Event()

    def write(self, text: str) -> int:
        if "Counting" in text:
            self.told.set()
        return super().write(text)


def test_progress_shows_on_a_terminal_once_it_takes_long() -> None:
    screen = _Screen()
    console = Console(file=screen, force_terminal=True, force_interactive=True)
    with progress(console, "Counting", 2, patience=0.01) as advance:
        advance()
        assert screen.told.wait(20)


def test_quick_work_shows_nothing() -> None:
    screen = io.StringIO()
    console = Console(file=screen, force_terminal=True, force_interactive=True)
    with progress(console, "Counting", 2, patience=30) as advance:
        advance()
    assert "Counting" not in screen.getvalue()


def test_progress_is_for_terminals_only() -> None:
    screen = io.StringIO()
    with progress(Console(file=screen), "Counting", patience=0.0) as advance:
        # Nobody is waiting to show something later.
        assert not any(isinstance(each, threading.Timer) for each in threading.enumerate())
        advance()
    assert screen.getvalue() == ""
