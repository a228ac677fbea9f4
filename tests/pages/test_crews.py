"""Pages made by several at once: the same bytes and the same findings, whoever is lost."""

import os
import pickle
import re
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from graph.base import KnowledgeBase
from graph.cli import bound_process
from graph.errors import AnswerError
from graph.pages import crews, local_crews
from graph.pages.batches import Batch, batches
from graph.pages.crew_names import misnamed
from graph.pages.crews import crew
from graph.pages.frame import Settings
from graph.pages.hands import Crew, Hands
from graph.pages.local_crews import BOUND, _can_fork, processes, threads
from graph.pages.making import Making
from graph.pages.site import Run, Site
from graph.pages.views.bearing import uses
from graph.pages.workshop import Recipe, Workshop
from tests.pages.conftest import RECORDS, ROOT
from tests.pages.making_by import Outcome, made_by

SETTINGS = Settings((ROOT / "templates",), "https://example.org/kb/")


def _some(work: Sequence[Batch]) -> Sequence[Batch]:
    """Pages of claims, and others."""
    claims = [each for each in work if any("claims/cost/" in file for file in each.files)]
    return sorted({*work[:2], *claims, *work[-2:]})


@pytest.fixture
def copied(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes are copies of this one, with what is planted here. Threads of what runs the tests
    wait, and hold nothing that pages need."""
    if sys.platform != "linux":
        pytest.skip("processes are copied on Linux alone")
    monkeypatch.setattr(local_crews, "_can_fork", lambda: True)


@pytest.fixture
def unmade(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages of one claim cannot be made."""

    def fails(claim: Any) -> Any:
        if claim.id == "cost":
            raise ValueError("planted")
        return uses(claim)

    monkeypatch.setattr("graph.pages.kinds.claims.uses", fails)


def _alone(kb: KnowledgeBase) -> Outcome:
    return made_by(None, Making(Site(kb, SETTINGS)), _some)


@pytest.mark.process
@pytest.mark.usefixtures("copied", "unmade")
@pytest.mark.parametrize("together", [threads, processes])
def test_whoever_makes_pages_the_same_come_of_it_in_the_same_order_with_the_same_findings(
    small: KnowledgeBase, together: Crew
) -> None:
    alone = _alone(small)
    assert made_by(together, Making(Site(small, SETTINGS)), _some) == alone
    (finding,) = alone.findings
    assert finding[0] == "claims/d/cost.md"
    assert "ValueError: planted" in finding[2]


@pytest.mark.process
def test_a_process_that_is_no_copy_makes_the_same(
    small: KnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(local_crews, "_can_fork", lambda: False)
    monkeypatch.setattr(local_crews, "processors", lambda: 1)
    assert made_by(processes, Making(Site(small, SETTINGS)), _some) == _alone(small)


# ── Lost workers ─────────────────────────────────────────────────────────────


@pytest.mark.process
@pytest.mark.usefixtures("copied")
@pytest.mark.parametrize("times", [1, 5])
def test_what_a_killed_process_was_at_is_made_again_and_at_last_without_any(
    small: KnowledgeBase, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, times: int
) -> None:
    alone = _alone(small)
    here = os.getpid()

    def kills(claim: Any) -> Any:
        killed = len(list(tmp_path.iterdir()))
        if claim.id == "cost" and os.getpid() != here and killed < times:
            (tmp_path / str(killed)).touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return uses(claim)

    monkeypatch.setattr("graph.pages.kinds.claims.uses", kills)
    made, findings, told = made_by(processes, Making(Site(small, SETTINGS)), _some)
    assert (made, findings) == (alone.made, alone.findings)
    assert len(told) == min(times, 3)
    assert all("BrokenProcessPool" in each and "made again" in each for each in told)


def _never_there(_shop: Workshop) -> AbstractContextManager[Hands]:
    raise AnswerError("nobody is there")


def test_that_the_first_crew_is_not_there_is_an_error(small: KnowledgeBase) -> None:
    with pytest.raises(AnswerError, match="nobody is there"):
        made_by(_never_there, Making(Site(small, SETTINGS)), _some)


def test_where_a_later_crew_is_not_there_the_work_is_done_all_the_same(
    small: KnowledgeBase,
) -> None:
    came: list[Workshop] = []

    @contextmanager
    def once(shop: Workshop) -> Any:
        came.append(shop)
        if len(came) > 1:
            raise AnswerError("nobody is there any more")

        def lost(_batch: Batch) -> Any:
            raise ConnectionError("cut off")

        yield Hands(2, lost)

    made, _, told = made_by(once, Making(Site(small, SETTINGS)), _some)
    assert made == _alone(small).made
    assert len(told) == 3
    assert "ConnectionError: cut off" in told[0]
    assert told[1:] == ("nobody is there any more",) * 2


# ── Where nothing of this process is ─────────────────────────────────────────


def test_a_workshop_that_was_sent_makes_the_same(small: KnowledgeBase) -> None:
    making = Making(Site(small, SETTINGS))
    listed = [(place, file.file) for place, file in making.numbered()]
    work = _some(list(batches(listed, size=8)))
    sent = pickle.loads(pickle.dumps(Workshop.of(making)))
    # A batch that stands before what was made last, too.
    for batch in (*work, work[0]):
        assert sent.make(batch) == Workshop.of(making).make(batch)
    with pytest.raises(LookupError, match="the site has no nowhere"):
        sent.make(Batch(0, 0, 0, ("nowhere",)))


@pytest.mark.parametrize("wrong", ["{% if %}", "{{ nobody.there }}", "{% include 'none' %}"])
def test_a_mistake_in_a_template_is_told_alike_where_its_folder_is_not(
    tmp_path: Path, wrong: str
) -> None:
    for path, text in {**RECORDS, "own/claim.html": f"<p>\n{wrong}\n"}.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    (tmp_path / "own" / "picture.png").write_bytes(b"\x89PNG\xff")
    settings = replace(SETTINGS, templates=(tmp_path / "own", *SETTINGS.templates))
    recipe = Recipe.of(Site(KnowledgeBase.load(tmp_path), settings))
    here = made_by(None, recipe.making(), _some)
    abroad = recipe.abroad
    (tmp_path / "own").rename(tmp_path / "gone")
    assert made_by(None, abroad.making(), _some) == here
    assert {each[:2] for each in here.findings} == {("own/claim.html", 2)}


# ── Which crew ───────────────────────────────────────────────────────────────


def test_a_small_site_and_one_that_is_served_are_made_by_one_process_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(crews, "processors", lambda: 2)
    assert crew("", crews.FEW - 1) is None
    assert crew("", crews.FEW, serving=True) is None
    assert crew("serial", 10**6) is None
    assert crew("processes", 1) is processes
    monkeypatch.setattr(sys, "_is_gil_enabled", lambda: True, raising=False)
    assert crew("", crews.FEW) is processes
    monkeypatch.setattr(sys, "_is_gil_enabled", lambda: False, raising=False)
    assert crew("", crews.FEW) is threads
    monkeypatch.setattr(crews, "processors", lambda: 1)
    assert crew("", 10**6) is None


@pytest.mark.parametrize("name", ["nobody", "dask:", "dask", "Threads"])
def test_a_crew_that_there_is_not_is_told_with_those_that_there_are(name: str) -> None:
    assert misnamed(name)
    with pytest.raises(AnswerError, match=re.escape(f"{name} is none of serial, threads")):
        crew(name, 1)


def _asked_elsewhere(question: Callable[[], bool]) -> bool:
    answers: list[bool] = []
    thread = threading.Thread(target=lambda: answers.append(question()))
    thread.start()
    thread.join()
    return answers[0]


def test_a_process_is_copied_only_where_no_thread_can_hold_a_lock(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    main = threading.main_thread()
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(threading, "enumerate", lambda: [main])
    assert _can_fork()
    assert not _asked_elsewhere(_can_fork)
    bound, other = threading.Thread(name=BOUND), threading.Thread()
    monkeypatch.setattr(threading, "enumerate", lambda: [main, bound])
    assert _can_fork()
    monkeypatch.setattr(threading, "enumerate", lambda: [main, bound, other])
    assert not _can_fork()
    monkeypatch.setattr(threading, "enumerate", lambda: [main])
    monkeypatch.setattr("sys.platform", "darwin")
    assert not _can_fork()


def test_the_one_thread_of_a_build_has_the_name_by_which_it_is_known() -> None:
    assert f'"{BOUND}"' in Path(bound_process.__file__).read_text("utf-8")


def test_files_that_stand_far_apart_are_made_without_those_between_them(
    small: KnowledgeBase,
) -> None:
    site = Site(small, SETTINGS)
    making = Making(site)
    listed = [(place, file.file) for place, file in making.numbered()]
    runs = {run.name: number for number, run in enumerate(site.runs())}
    asked: list[str] = []
    for name in ("claim", "claims"):
        of_run = [each for each in listed if each[0].run == runs[name]]
        (batch,) = batches([of_run[0], of_run[-1]])
        assert batch.scattered
        with _listings(asked):
            made = Workshop.of(making).make(batch)
        assert tuple(each.file for each in made) == batch.files
    # Of all lists, one takes as long to find as to list the others.
    assert asked == ["claims"]


@contextmanager
def _listings(asked: list[str]) -> Iterator[None]:
    original = Making.listed

    def listed(making: Making, run: Run, *more: Any) -> Any:
        asked.append(run.name)
        return original(making, run, *more)

    with patch.object(Making, "listed", listed):
        yield
