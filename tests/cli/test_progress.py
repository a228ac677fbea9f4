import io
import time

from rich.console import Console

from graph.cli.progress import progress


def test_progress_shows_on_a_terminal_once_it_takes_long() -> None:
    screen = io.StringIO()
    console = Console(file=screen, force_terminal=True, force_interactive=True)
    with progress(console, "Counting", 2, patience=0.01) as advance:
        advance()
        time.sleep(0.3)
    assert "Counting" in screen.getvalue()


def test_quick_work_shows_nothing() -> None:
    screen = io.StringIO()
    console = Console(file=screen, force_terminal=True, force_interactive=True)
    with progress(console, "Counting", 2, patience=30) as advance:
        advance()
    assert "Counting" not in screen.getvalue()


def test_progress_is_for_terminals_only() -> None:
    screen = io.StringIO()
    with progress(Console(file=screen), "Counting", patience=0.0) as advance:
        time.sleep(0.05)
        advance()
    assert screen.getvalue() == ""
