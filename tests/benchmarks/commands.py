"""What a command costs: the processes it starts are counted with it."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Cost:
    """What a piece of work cost: seconds by the clock and of processors, and peak MiB."""

    seconds: float
    processor: float
    mebibytes: float


def cost_of(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Cost:
    """Run a command in a folder. Its memory is that of the largest of its processes.

    Raises:
        subprocess.CalledProcessError: it did not end well.
    """
    began = time.perf_counter()
    with subprocess.Popen(
        command, cwd=folder, env={**os.environ, **environment}, stdout=subprocess.DEVNULL
    ) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - began
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Cost(seconds, used.ru_utime + used.ru_stime, mebibytes(used.ru_maxrss))


def mebibytes(peak: int) -> float:
    """MiB, of what the system says a process had in memory at most."""
    # Kibibytes, but bytes on macOS.
    return peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)
