"""One piece of work, measured in the process it is run in: `python -m tests.benchmarks.work`.

Prints one line of JSON. A process of its own for each measurement keeps what one leaves
behind in memory and caches out of the next.
"""

import json
import os
import resource
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path

from graph.argument.cruxes import cruxes_of
from graph.base import KnowledgeBase
from graph.check import check
from graph.review.review import review
from graph.review.telling.as_json import diff_answer
from graph.semantics import Framework, balances, labelling
from graph.store.cache_folder import SWITCH
from tests.benchmarks.commands import mebibytes
from tests.review.committing import git

_OBJECTION = """\
---
claim: {en: There is another side to it., nl: Er is een andere kant aan.}
kind: causal
implicit: true
contradicts: [{claim: claim-0}]
---
"""


def _read(folder: Path) -> Callable[[], object]:
    os.environ[SWITCH] = "off"
    return lambda: KnowledgeBase.load(folder)


def _read_again(folder: Path) -> Callable[[], object]:
    KnowledgeBase.load(folder)
    return lambda: KnowledgeBase.load(folder)


def _check(folder: Path) -> Callable[[], object]:
    return lambda: check(KnowledgeBase.load(folder))


def _diff(folder: Path) -> Callable[[], object]:
    changed = folder / "changed"
    if not changed.exists():
        _commit_and_change(folder, changed)
    return lambda: diff_answer(review(changed, "HEAD"))


def _commit_and_change(folder: Path, changed: Path) -> None:
    """Commit a copy of the records; then object to one claim and reword another."""
    shutil.copytree(folder / "claims", changed / "claims")
    git(changed, "init", "--quiet")
    git(changed, "add", "--all")
    git(changed, "commit", "--quiet", "--message=All claims")
    debate = changed / "claims" / "debate-0"
    (debate / "objection.md").write_text(_OBJECTION, "utf-8")
    reword(changed)


def reword(folder: Path) -> None:
    """Say the second claim of the first debate in other words."""
    [reworded] = (folder / "claims" / "debate-0").rglob("claim-1.md")
    text = reworded.read_text("utf-8")
    reworded.write_text(text.replace("  en: ", "  en: Now ", 1), "utf-8")


def _weigh(folder: Path) -> Callable[[], object]:
    loaded = KnowledgeBase.load(folder).framework
    # A framework that has worked out nothing yet.
    framework = Framework(loaded.grounds, loaded.links)
    return lambda: (balances(framework), labelling(framework))


def _cruxes(folder: Path) -> Callable[[], object]:
    kb = KnowledgeBase.load(folder)
    # What is weighed once is no part of it.
    assert kb.assessment.firm is not None
    return lambda: cruxes_of(kb, "claim-0", thesis=True)


def _serve(folder: Path) -> Callable[[], object]:
    """Look at all files, read what changed, and make the page of the reworded claim."""
    # What makes pages takes longer to load, and more memory, than most other work: none has it
    # that does not need it.
    from graph.serving.served_site import ServedSite

    page = "claims/claim-1/index.html"
    temporary = folder / "serving"
    temporary.mkdir(exist_ok=True)
    site = ServedSite(folder / "mkdocs.yml", temporary)
    before = site.content(page)
    reword(folder)

    def serve() -> None:
        assert site.content(page).content != before.content

    return serve


WORK: dict[str, Callable[[Path], Callable[[], object]]] = {
    "read": _read,
    "read again": _read_again,
    "check": _check,
    "diff": _diff,
    "weigh": _weigh,
    "cruxes": _cruxes,
    "serve": _serve,
}


def _mebibytes(who: int) -> float:
    return mebibytes(resource.getrusage(who).ru_maxrss)


def _processor_seconds() -> float:
    usages = (resource.getrusage(each) for each in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def main(name: str, folder: Path) -> None:
    """Do the work and print what it cost: seconds by the clock and of processors, and MiB.

    The memory is the peak of the whole process, or of a process it started where that is
    larger; the seconds are those of the work alone, without starting Python.
    """
    work = WORK[name](folder)
    clock, processor = time.perf_counter(), _processor_seconds()
    work()
    seconds = time.perf_counter() - clock
    peak = max(_mebibytes(resource.RUSAGE_SELF), _mebibytes(resource.RUSAGE_CHILDREN))
    cost = {"seconds": seconds, "processor": _processor_seconds() - processor, "mebibytes": peak}
    print(json.dumps(cost))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
