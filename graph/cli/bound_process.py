"""A Python module as a program that does not outlive the one that started it.

Started as a script, not as a part of the package: what it runs needs none of the command line. Its
standard input is a pipe whose other end the starting program has, and keeps without writing. That
ends with it, however it ended, also where no signal can tell.
"""

import gc
import os
import runpy
import signal
import sys
import time
from threading import Thread

_PATIENCE = 10.0
"""Seconds that the program has for ending by itself."""


def _end_with_the_other() -> None:
    while os.read(0, 1):
        pass
    # All of its group, which holds what it started too.
    os.killpg(0, signal.SIGINT)
    time.sleep(_PATIENCE)
    os.killpg(0, signal.SIGKILL)


if __name__ == "__main__":
    # What has nothing to tidy up ends at once, also while it is loaded.
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    # Pages may be made by copies of this process: it is known by its name to hold no lock.
    name = "bound to the program that started this one"
    Thread(target=_end_with_the_other, name=name, daemon=True).start()
    # Most of what it makes stays, or goes as soon as it is used: circles are seldom looked for.
    gc.set_threshold(100_000, 50, 100)
    del sys.argv[0]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
