"""Whatever a check accepts can be built: every page, picture and download, from whole knowledge
bases of hard values.

`BETOOG_HARD_VALUES=2000 pytest tests/pages/test_hard_values.py` tries so many.
"""

import datetime
import os
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, currently_in_test_context, event, given, settings
from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from graph.base import KnowledgeBase
from graph.check import Severity, check
from graph.pages.bundled import TEMPLATES, bundled_files
from graph.pages.frame import Settings
from graph.pages.making import Making
from graph.pages.site import Site
from graph.review.difference import difference
from graph.review.history import Change, History, Revision
from graph.store import Tree
from tests.examples import examples
from tests.hard_values import LINKS, knowledge_bases, texts
from tests.slips import lay_out
from tests.soundness import faults

EXAMPLES = int(os.environ.get("BETOOG_HARD_VALUES", examples(0.05)))
SITE = "https://example.org/kb/"
_TOLD_OF_THE_PROGRAM = ("rules/", "schema/", "templates/")
"""Pages that tell nothing of records."""
_WRITTEN = tuple(
    f"{each.removesuffix('.md').removesuffix('index')}/index.html".replace("//", "/")
    for each in ("about.md", "contribute.md", *bundled_files())
    if each.endswith(".md")
)


class _Compiled(BytecodeCache):
    """Templates compiled once for all sites, which takes as long as all the rest."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._kept:
            bucket.bytecode_from_string(self._kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[bucket.key] = bucket.bytecode_to_string()


@pytest.fixture(scope="module", autouse=True)
def compiled_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patched:
        environment = partial(Environment, bytecode_cache=_Compiled())
        patched.setattr("graph.pages.frame.Environment", environment)
        yield


def _history(kb: KnowledgeBase, subject: str) -> History:
    """As if all of it had been added in one revision, and a change had made it what it is."""
    nothing = KnowledgeBase(Tree(kb.tree.root, (), ()))
    time = datetime.datetime(2025, 1, 31, tzinfo=datetime.UTC)
    return History((Change(Revision("0" * 40, time, subject), difference(nothing, kb)),))


def told(files: Mapping[str, bytes], subject: str) -> list[str]:
    """What is wrong with the site that is made of these files."""
    with TemporaryDirectory() as folder:
        lay_out(Path(folder), files)
        kb = KnowledgeBase.load(Path(folder))
        errors = {each.code for each in check(kb) if each.severity is Severity.ERROR}
        if currently_in_test_context():
            event("accepted" if not errors else f"refused: {min(errors)}")
        # What is refused is built all the same by `betoog serve`: nothing may break there either.
        history = _history(kb, subject)
        site = Site(kb.addressable, Settings((TEMPLATES,), SITE), history)
        prefixes = [each.prefix for each in site.frame.languages]
        left_out = [f"{each}{path}" for each in prefixes for path in _TOLD_OF_THE_PROGRAM]
        # Of each picture, the one in the first language is made.
        left_out += [f"{each}share/" for each in prefixes[1:]]
        making = Making(site)
        listed = {file.file: file for file in making.files()}
        wanted = (each for path, each in listed.items() if not path.startswith(tuple(left_out)))
        contents = {each.file: each.content for each in making.taken(map(making.make, wanted))}
    assert "X001" not in errors
    findings = [f"{each.path}: {each.code} {each.message}" for each in making.findings]
    made = {path: content for path, content in contents.items() if content is not None}
    written = {f"{prefix}{path}" for prefix in prefixes for path in _WRITTEN}
    return findings + faults(made, {*listed, *written, *bundled_files()}, SITE, LINKS)


# A smaller example costs as many sites as it takes to find one: the one that failed is told.
@settings(
    max_examples=EXAMPLES,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(files=knowledge_bases(), subject=texts)
def test_whatever_is_accepted_is_built_whole(files: dict[str, bytes], subject: str) -> None:
    assert told(files, subject) == []


@pytest.mark.parametrize("sentence", [".", "..", "…", "-", "?", "1", "\u200d", "🙂"])
def test_a_sentence_of_a_single_sign_is_built(sentence: str) -> None:
    """Nobody may take the sign away where the sentence stands within another."""
    claim = f"---\nclaim: {{en: '{sentence}', nl: Ja.}}\nkind: causal\nSTEP---\n"
    files = {
        "claims/d/debate.yaml": "title: {en: D}\nquestion: {en: Why?}\ntheses: [one]\n",
        "claims/d/one.md": claim.replace("STEP", ""),
        "claims/d/two.md": claim.replace("STEP", "supports: [{claim: one}]\n"),
    }
    assert told({path: text.encode() for path, text in files.items()}, "Added") == []


@pytest.mark.parametrize("places", [(0, 1), (1, 0), (1, 1), (1, 2), (2, 1), (1, None), (9, 1)])
@pytest.mark.parametrize("licence", ["MIT", ""])
def test_a_claim_that_is_read_twice_has_a_place_of_its_own_for_each(
    places: tuple[int | None, ...], licence: str
) -> None:
    """Marked in the text, where that is shown and has it, or beside the paragraph."""
    passages = "".join(
        f"  - {{source: text, start: {start}{'' if at is None else f', paragraph: {at}'}}}\n"
        for start, at in zip(("A claim.", "Nowhere"), places, strict=True)
    )
    shown = f"licence: {licence}\n" if licence else ""
    files = {
        "claims/d/debate.yaml": "title: {en: D}\nquestion: {en: Why?}\ntheses: [one]\n",
        "claims/d/one.md": "---\nclaim: {en: It rains.}\nkind: causal\n"
        f"passages:\n{passages}---\n",
        "claims/sources/text.yaml": f"type: book\ntitle: T\ntext: text.txt\n{shown}",
        "claims/sources/text.txt": "Title\n\nA claim. Why?\n\nThe end.\n",
    }
    assert told({path: text.encode() for path, text in files.items()}, "Added") == []
