"""The command `betoog`, also as `python -m graph`: it ends without a word when it is told to."""

import signal
import sys
from threading import Timer


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
        from graph.cli import main as command

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
        again = Timer(0, signal.raise_signal, (signal.SIGINT,))
        again.daemon = True
        again.start()
    else:
        sys.__unraisablehook__(said)


if __name__ == "__main__":
    sys.exit(main())
