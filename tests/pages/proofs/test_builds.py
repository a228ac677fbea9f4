"""What is said of hand-written pages before a site is made, held against what a strict build says.

`BETOOG_HARD_PAGES=200 pytest tests/pages/proofs/test_builds.py` tries so many sites.
"""

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from graph.base import KnowledgeBase
from graph.check import Severity, check
from graph.pages.proofs.proofreading import with_proofs
from tests.examples import examples
from tests.pages.proofs.hard_pages import hard_pages
from tests.strict_build import lay_out_small_project, strict_build

EXAMPLES = int(os.environ.get("BETOOG_HARD_PAGES", examples(0.2)))

pytestmark = pytest.mark.process

_ANCHOR = re.compile(r"but the doc '(.+?)' does not contain an anchor")
_UNMADE = re.compile(r"- +site/(.+?):\d+: B101 .+ could not be made")
_TOLD = re.compile(r"Doc file '(.+?)' contains|site/(.+?):\d+: [BS]\d|Excluding '(.+?)' from")


def _stopping(said: str, pages: Mapping[str, str]) -> Iterator[str]:
    """The pages at which a build stopped, by what it says; those that it says nothing of by name
    are one without a name. A page that could not be made has no anchors: of links to these, the
    check tells once it can."""
    unmade = {_plain(each) for each in _UNMADE.findall(said)}
    for line in said.splitlines():
        if "- " not in line:
            continue
        if (led := _ANCHOR.search(line)) and _plain(led[1]) in unmade:
            continue
        found = _TOLD.search(line)
        name = "" if found is None else next(filter(None, found.groups()))
        plain = _plain(name)
        named = (name, plain, plain.replace(".md", ".nl.md"), name.removesuffix(".nl.md"))
        yield next((each for each in named if each in pages), name)


def _plain(name: str) -> str:
    """The name of a page without its language: in others, it has a name of its own."""
    return re.sub(r"\.(nl|de)\.md$", ".md", name)


def held_against_a_build(pages: Mapping[str, str]) -> None:
    """Check a small project with these pages, and build it."""
    with TemporaryDirectory() as name:
        root = lay_out_small_project(Path(name))
        (root / "templates" / "own.html").write_text("{{ page.content }}", "utf-8")
        for path, text in pages.items():
            place = root / "site" / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(text.encode())
        (root / "site" / "own.png").write_bytes(b"a picture")
        (root / "site" / "own file.txt").write_bytes(b"a text")
        kb = KnowledgeBase.load(root)
        found = with_proofs(kb, check(kb))
        errors = [each for each in found if each.severity is Severity.ERROR]
        status, said = strict_build(root, made_empty=True)
        told = {each.path.removeprefix("site/") for each in errors}
        assert told == set(_stopping(said, pages)), said
        assert bool(status) == bool(errors)
        for each in errors:
            lines = (root / each.path).read_bytes().decode("utf-8-sig").splitlines()
            written = (lines or [""])[each.line - 1][each.column - 1 : each.end_column - 1]
            if each.code in ("R107", "R108", "R109") and (each.line, each.column) != (1, 1):
                assert f"`{written}`" in each.message or not written.isprintable()


@settings(
    max_examples=EXAMPLES,
    # The same sites each time, unless more are asked for: what is drawn anew is to be looked for by
    # whoever has the time to look at it.
    derandomize="BETOOG_HARD_PAGES" not in os.environ,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(pages=hard_pages())
def test_a_build_stops_at_the_pages_that_are_told_and_at_no_others(pages: dict[str, str]) -> None:
    held_against_a_build(pages)
