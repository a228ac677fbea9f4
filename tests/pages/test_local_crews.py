"""Processes that make pages do not outlive the one that hands out the work."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from graph.pages import local_crews
from graph.pages.batches import Batch
from graph.pages.made import Made

_WORK = """
import os, sys, time
from graph.pages import local_crews
from graph.pages.batches import Batch

class Waits:
    def prepare(self):
        pass

    def make(self, batch):
        alive = open(sys.argv[1], "w")
        print(1, file=alive, flush=True)
        time.sleep(600)

local_crews.processors = lambda: 2
with local_crews.processes(Waits()) as hands:
    for each in [hands.submit(Batch(0, number, number, ())) for number in range(hands.number)]:
        each.result()
"""


@pytest.mark.process
@pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux alone")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_processes_end_with_the_one_that_hands_out_work(
    tmp_path: Path, number: signal.Signals
) -> None:
    fifo = tmp_path / "alive.fifo"
    os.mkfifo(fifo)
    command = [sys.executable, "-c", _WORK, str(fifo)]
    with subprocess.Popen(command) as owner, fifo.open() as alive:
        assert [alive.readline(), alive.readline()] == ["1\n", "1\n"]
        owner.send_signal(number)
        assert owner.wait(30) == -number
        # What the processes hold ends when the last of them has ended.
        assert alive.read() == ""


def test_an_interruption_is_left_to_the_one_that_hands_out_work(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Shop:
        def make(self, batch: Batch) -> tuple[Made, ...]:
            return (Made(str(batch.begins), None),)

    ignored: list[object] = []
    monkeypatch.setattr(signal, "signal", lambda *each: ignored.append(each))
    monkeypatch.setattr("gc.freeze", lambda: None)
    local_crews._begin(Shop())  # type: ignore[arg-type]
    try:
        assert ignored == [(signal.SIGINT, signal.SIG_IGN)]
        assert local_crews._make(Batch(0, 7, 7, ())) == (Made("7", None),)
    finally:
        local_crews._SHOP.clear()
