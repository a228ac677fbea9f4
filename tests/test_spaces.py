"""Spaces that are not plain ones are text: they stay in files, answers, exports and on pages, and
make no difference where texts are compared."""

import html
import json
from pathlib import Path

import pytest

from graph.answers.find import found_claims
from graph.answers.show import show_answer
from graph.argument.likeness import alike
from graph.base import KnowledgeBase
from graph.check import Severity, check
from graph.drafting.formatting import formatting, write_formatting
from graph.exchange.bundles.bringing_in import brought_in, write_all
from graph.exchange.bundles.json_lines import json_lines
from graph.exchange.bundles.reading import FORMATS, read_bundle
from graph.exchange.bundles.spreadsheet import spreadsheet
from graph.exchange.bundles.yaml_bundle import yaml_bundle
from graph.pages.bundled import TEMPLATES
from graph.pages.frame import Settings
from graph.pages.making import Making
from graph.pages.site import Site
from graph.passages import (
    Located,
    fingerprint,
    is_fingerprint,
    link_words,
    locate,
    paragraphs_of,
    wording_mark,
)
from graph.store import read_tree
from graph.text.one_line import evenly_spaced
from tests.small import FILES, TEXT, read_texts

WRITERS = {"yaml": yaml_bundle, "jsonl": json_lines, "csv": spreadsheet}
CLAIM = "claims/paths/build-cycle-paths.md"
SENTENCE = "Faut-il 10\u202f000\u00a0m\u3000de pistes\u202f? «\u00a0Oui\u00a0!\u00a0»"
LABEL = "10\u00a0%\u2009net\u202f: des pistes"
TITLE = "Pourquoi\u00a0: des\u202fpistes\u3000?"
NAME = "Ada\u00a0van\u202fder\u3000Bron"
START = "who\u202fwill\u00a0ride"


@pytest.fixture
def spaced(tmp_path: Path) -> KnowledgeBase:
    """The small knowledge base with such spaces in fields of several kinds, laid out."""
    for path, text in FILES.items():
        place = tmp_path / path
        place.parent.mkdir(parents=True, exist_ok=True)
        text = text.replace("The town should build cycle paths.", f'"{SENTENCE}"')
        text = text.replace("Build cycle paths,", f'"{LABEL}",')
        text = text.replace("title: Why cycle paths", f'title:   "{TITLE}"')
        text = text.replace("name: Ada Bron", f"name:    {NAME} ")
        place.write_text(text.replace("start: who will ride", f"start: {START}"), "utf-8")
    (tmp_path / "texts").mkdir()
    tree = read_tree(tmp_path)
    write_formatting(tree, formatting(tree))
    return KnowledgeBase.load(tmp_path)


def test_files_keep_them_as_they_are_however_often_they_are_laid_out(
    spaced: KnowledgeBase,
) -> None:
    root = spaced.tree.root
    claim = (root / CLAIM).read_text("utf-8")
    assert SENTENCE in claim
    assert LABEL in claim
    assert (root / "claims/speakers/ada-bron.yaml").read_text("utf-8") == f"name: {NAME}\n"
    assert TITLE in (root / "claims/sources/essay.yaml").read_text("utf-8")
    assert any(START in path.read_text("utf-8") for path in root.rglob("*.md"))
    assert not formatting(read_tree(root)).changed


def test_nothing_is_found_wrong_with_them(spaced: KnowledgeBase) -> None:
    assert [each for each in check(spaced) if each.severity is Severity.ERROR] == []


def test_answers_in_json_have_them(spaced: KnowledgeBase) -> None:
    answer = json.loads(json.dumps(show_answer(spaced, "build-cycle-paths")))
    assert answer["claim"]["en"] == SENTENCE
    assert answer["label"]["en"] == LABEL


@pytest.mark.parametrize("form", FORMATS)
def test_they_come_out_and_in_again(spaced: KnowledgeBase, form: str, tmp_path: Path) -> None:
    (tmp_path / "new" / "claims").mkdir(parents=True)
    empty = KnowledgeBase.load(tmp_path / "new")
    bundle = read_bundle("records", WRITERS[form](spaced).encode("utf-8"), form)
    write_all(empty.tree, brought_in(empty, bundle, anyway=True).files)
    new = KnowledgeBase.load(tmp_path / "new")
    assert new.claims == spaced.claims
    assert new.sources == spaced.sources
    assert new.speakers == spaced.speakers


def test_pages_show_them(spaced: KnowledgeBase) -> None:
    making = Making(Site(spaced, Settings((TEMPLATES,), "https://example.org/")))
    pages = {
        "claims/build-cycle-paths/index.html": (SENTENCE, LABEL),
        "sources/essay/index.html": (TITLE,),
        "claims/who-rides-in-the-rain/index.html": (NAME, START),
    }
    made = {each.file: making.make(each) for each in making.files() if each.file in pages}
    for file, texts in pages.items():
        content = made[file].content
        assert content is not None
        page = html.unescape(content.decode("utf-8"))
        assert [each for each in texts if each not in page] == []


def test_a_link_opens_the_source_at_the_words_whichever_spaces_are_in_them() -> None:
    assert link_words(START, "it\u00a0rains") == ("who will ride", "it rains")


def test_what_proves_or_finds_words_is_the_same_with_plain_spaces(spaced: KnowledgeBase) -> None:
    plain = evenly_spaced(SENTENCE)
    assert plain != SENTENCE
    assert fingerprint(SENTENCE) == fingerprint(plain)
    assert is_fingerprint(fingerprint(plain), SENTENCE)
    assert wording_mark(SENTENCE) == wording_mark(plain)
    assert found_claims(spaced, plain, 5).claims == ("build-cycle-paths",)
    assert found_claims(spaced, SENTENCE, 5).claims == ("build-cycle-paths",)
    (found,) = alike(spaced, {"en": plain}, limit=1)
    assert (found.claim, found.score) == ("build-cycle-paths", 100.0)


def test_words_of_a_passage_are_found_in_its_source(spaced: KnowledgeBase) -> None:
    source = paragraphs_of(TEXT)
    (passage,) = spaced.claims["who-rides-in-the-rain"].passages
    assert passage.start == START
    found = locate(source, passage.paragraph, passage.start, passage.end)
    assert found == locate(source, passage.paragraph, "who will ride", passage.end)
    assert isinstance(found, Located)


def test_a_passage_with_another_kind_of_space_is_the_same_passage_twice() -> None:
    again = FILES["claims/paths/who-rides-in-the-rain.md"].replace(
        "passages:\n",
        f"passages:\n  - {{source: essay, paragraph: 3, start: {START}, end: it rains}}\n",
    )
    kb = read_texts({**FILES, "claims/paths/who-rides-in-the-rain.md": again})
    assert [each.message for each in check(kb) if "twice" in each.message] == [
        "the same passage twice"
    ]
