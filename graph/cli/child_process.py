"""A process that ends when this program ends, or is told to, with all that it started."""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Timer
from types import FrameType, MappingProxyType

from graph.cli import bound_process

_ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)
_PATIENCE = 10.0
"""Seconds that the process has for ending by itself."""


def run(
    module: Sequence[str],
    folder: Path,
    farewell: signal.Signals,
    capture: bool = False,
    environment: Mapping[str, str] = MappingProxyType({}),
) -> tuple[int, str]:
    """Run a Python module, given by its name and its arguments, as a program in a folder; its exit
    status and, where it is captured, what it said. `environment` is added to that of this program.

    A signal by which this program is to end ends the process and those it started: all of them
    get `farewell`, and are killed if they are still there after a while. They also end when this
    program is killed.

    Raises:
        KeyboardInterrupt: the program was interrupted.
        SystemExit: the program was terminated or hung up.
    """
    # -P: a folder of records may hold a file called as a module is, such as graph.py.
    command = [sys.executable, "-P", bound_process.__file__, *module]
    heard: list[int] = []
    timers: list[Timer] = []
    process: subprocess.Popen[str] | None = None

    def end(number: int, _frame: FrameType | None) -> None:
        heard.append(number)
        if process is not None:
            say_goodbye(process)

    def say_goodbye(to: "subprocess.Popen[str]") -> None:
        _tell(to, farewell)
        late = Timer(_PATIENCE, _tell, (to, signal.SIGKILL))
        late.daemon = True
        late.start()
        timers.append(late)

    def go_on(_number: int, _frame: FrameType | None) -> None:
        """Ignored as before; but what is started does not inherit that, and can be told to end."""

    before = {each: signal.getsignal(each) for each in _ENDING}
    for each, handler in before.items():
        signal.signal(each, go_on if handler is signal.SIG_IGN else end)
    ends, kept = os.pipe()
    try:
        # In a group of its own, which can be told as a whole; terminals do not tell it.
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **environment},
            process_group=0,
            stdin=ends,
            stdout=subprocess.PIPE if capture else None,
            stderr=subprocess.STDOUT if capture else None,
            text=True,
            errors="replace",
        )
        if heard:
            say_goodbye(process)
        said, _ = process.communicate()
    finally:
        os.close(ends)
        os.close(kept)
        for late in timers:
            late.cancel()
        for each, handler in before.items():
            signal.signal(each, signal.SIG_DFL if handler is None else handler)
    if heard:
        _tell(process, signal.SIGKILL)
        if heard[0] == signal.SIGINT:
            raise KeyboardInterrupt
        raise SystemExit(128 + heard[0])
    return process.returncode, said or ""


def _tell(process: "subprocess.Popen[str]", number: signal.Signals) -> None:
    with suppress(ProcessLookupError):
        os.killpg(process.pid, number)
