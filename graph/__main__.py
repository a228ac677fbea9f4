"""The command `betoog`, also as `python -m graph`: it ends without a word when it is told to."""

import gc
import signal
import sys
from threading import Thread, main_thread
from time import sleep
from types import FrameType

_A_MOMENT = 0.001


def main() -> int:
    """Run the command line; the status to end with.

    An interruption ends it as it ends other programs: at once while modules are loaded, and when
    what was begun has been tidied up while a command runs.
    """
    heard = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    sys.unraisablehook = _unraisable
    try:
        if heard:
            signal.signal(signal.SIGINT, signal.SIG_DFL)
        # Modules stay: there is no garbage to be found in them while they are loaded.
        gc.disable()
        from graph.cli import main as command

        gc.enable()
        if heard:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        status = command()
        if heard:
            # There is nothing left to be tidied up.
            signal.signal(signal.SIGINT, signal.SIG_DFL)
        return status
    except KeyboardInterrupt:
        return 130


def _unraisable(said: "sys.UnraisableHookArgs") -> None:
    """Let an interruption count that came where Python lets nothing be raised, as it does between
    two modules that are loaded."""
    if issubclass(said.exc_type, KeyboardInterrupt):
        Thread(target=_interrupt_again, daemon=True).start()
    else:
        sys.__unraisablehook__(said)


def _interrupt_again() -> None:
    # Within the hook it would be lost as well.
    while _is_in_hook(sys._current_frames().get(main_thread().ident or 0)):
        sleep(_A_MOMENT)
    signal.raise_signal(signal.SIGINT)


def _is_in_hook(frame: FrameType | None) -> bool:
    while frame is not None and frame.f_code is not _unraisable.__code__:
        frame = frame.f_back
    return frame is not None


if __name__ == "__main__":
    sys.exit(main())
