"""Pages made by the workers of a Dask scheduler, some of which are killed meanwhile."""

import os
import signal
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from graph.base import KnowledgeBase
from graph.errors import AnswerError
from graph.pages import dask_crew as module
from graph.pages.batches import Batch
from graph.pages.crews import crew
from graph.pages.frame import Settings
from graph.pages.making import Making
from graph.pages.site import Site
from tests.pages.conftest import ROOT
from tests.pages.making_by import made_by

pytestmark = pytest.mark.process

SETTINGS = Settings((ROOT / "templates",), "https://example.org/kb/")


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """A scheduler and two workers on this machine, which nobody else can reach."""
    # Imported here: every worker of a test run reads this file, and one needs all that.
    from distributed import LocalCluster

    with LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        host="127.0.0.1",
        dashboard_address=None,
    ) as cluster:
        yield cluster


def _first(work: Sequence[Batch]) -> Sequence[Batch]:
    return work[:10]


def _kill_one(cluster: Any) -> None:
    os.kill(next(iter(cluster.workers.values())).process.pid, signal.SIGKILL)


def test_where_a_worker_is_killed_half_way_nothing_is_lost(
    small: KnowledgeBase, cluster: Any
) -> None:
    alone = made_by(None, Making(Site(small, SETTINGS)), _first)
    half = alone.made[len(alone.made) // 2][0]

    def kill(made: Any) -> None:
        if made.file == half:
            _kill_one(cluster)

    workers = crew(f"dask:{cluster.scheduler_address}", 1)
    outcome = made_by(workers, Making(Site(small, SETTINGS)), _first, kill)
    assert (outcome.made, outcome.findings) == (alone.made, alone.findings)


def _gone_when_asked(first: Path, own: str) -> str:
    try:
        first.touch(exist_ok=False)
    except FileExistsError:
        return own
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def test_a_worker_that_goes_while_it_is_asked_for_its_program_is_done_without(
    small: KnowledgeBase, cluster: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    first = tmp_path / "asked"
    asked = partial(_gone_when_asked, first, module.program())
    monkeypatch.setattr(module, "program", asked)
    workers = crew(f"dask:{cluster.scheduler_address}", 1)
    outcome = made_by(workers, Making(Site(small, SETTINGS)), _first)
    assert first.exists()
    assert outcome.made == made_by(None, Making(Site(small, SETTINGS)), _first).made


def _unready() -> str:
    raise ModuleNotFoundError("No module named 'graph'")


def test_a_worker_that_lacks_the_program_is_named_with_what_it_lacks(
    small: KnowledgeBase, cluster: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "program", _unready)
    workers = crew(f"dask:{cluster.scheduler_address}", 1)
    with pytest.raises(AnswerError, match=r"^tcp://127\.0\.0\.1:\d+ cannot run .*: No module"):
        made_by(workers, Making(Site(small, SETTINGS)), _first)


def test_workers_with_another_program_are_refused(
    small: KnowledgeBase, cluster: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_own", lambda: "another")
    workers = crew(f"dask:{cluster.scheduler_address}", 1)
    with pytest.raises(AnswerError, match="is not the one that is here"):
        made_by(workers, Making(Site(small, SETTINGS)), _first)


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("foo", "missing port"),
        ("tcp://", "missing port"),
        ("tcp://127.0.0.1:x", "invalid literal"),
        ("tcp://127.0.0.1:99999", "from 1 to 65535"),
        ("tcp://127.0.0.1:0", "from 1 to 65535"),
        ("tcp://[::1:8786", "needs brackets"),
        ("http://127.0.0.1:8786", "unknown address scheme"),
        ("inproc://here", "how to extract"),
        ("tls://127.0.0.1:8786", "no certificates"),
    ],
)
def test_an_address_that_is_none_is_told_before_anything_is_begun(
    small: KnowledgeBase, monkeypatch: pytest.MonkeyPatch, address: str, why: str
) -> None:
    monkeypatch.delattr("distributed.Client.__init__")
    with pytest.raises(AnswerError, match=why) as caught:
        made_by(crew(f"dask:{address}", 1), Making(Site(small, SETTINGS)), _first)
    assert str(caught.value).startswith(address)


def test_a_scheduler_that_does_not_answer_is_named(
    small: KnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "SECONDS", 0.2)
    with pytest.raises(AnswerError, match=r"no scheduler answers at tcp://127\.0\.0\.1:1"):
        made_by(crew("dask:tcp://127.0.0.1:1", 1), Making(Site(small, SETTINGS)), _first)
