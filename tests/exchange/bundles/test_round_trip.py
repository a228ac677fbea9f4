"""What is exported and brought into an empty knowledge base is the same knowledge base."""

import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from graph.base import KnowledgeBase
from graph.exchange.bundles.bringing_in import brought_in, write_all
from graph.exchange.bundles.json_lines import json_lines
from graph.exchange.bundles.reading import FORMATS, read_bundle
from graph.exchange.bundles.spreadsheet import spreadsheet
from graph.exchange.bundles.yaml_bundle import yaml_bundle
from graph.records import Grades
from graph.store import Tree, read_bytes
from tests.examples import examples
from tests.hard_values import knowledge_bases
from tests.small import lay_out

WRITERS: Mapping[str, Callable[[KnowledgeBase], str]] = {
    "yaml": yaml_bundle,
    "jsonl": json_lines,
    "csv": spreadsheet,
}

NOTHING = [("text", None), ("grounds", Grades())]
"""Files that a bundle leaves out: texts of others, and grades that are the usual ones."""


def _said(kb: KnowledgeBase) -> dict[tuple[str, str, str], object]:
    """All that records and annotations say, by kind, id and folder."""
    return {
        (file.kind, f"{file.id} {file.language}", file.path.rpartition("/")[0]): (
            file.record,
            file.body.strip("\n"),
        )
        for file in kb.tree.files
        if (file.kind, file.record) not in NOTHING
        and (file.record is not None or file.body.strip("\n"))
    }


def _again(kb: KnowledgeBase, form: str, root: Path) -> KnowledgeBase:
    (root / "claims").mkdir(parents=True)
    empty = KnowledgeBase.load(root)
    raw = WRITERS[form](kb).encode("utf-8")
    outcome = brought_in(empty, read_bundle("records", raw, form), anyway=True)
    assert [each for each in outcome.findings if each.path == "records" and each.code < "A"] == []
    # What is an error there is an error here too, and no loss of the way between.
    write_all(empty.tree, outcome.files)
    return KnowledgeBase.load(root)


@pytest.mark.parametrize("form", FORMATS)
def test_the_small_knowledge_base_comes_out_and_in_again(form: str, tmp_path: Path) -> None:
    kb = KnowledgeBase.load(lay_out(tmp_path / "old"))
    new = _again(kb, form, tmp_path / "new")
    assert _said(new) == _said(kb)
    assert WRITERS[form](new) == WRITERS[form](kb)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    "keywords",
    ["{en: [tram]}", "{en: [tram, rail], nl: [tram]}", '{nl: ["a; b", c], zh-Hant-TW: ["-x"]}'],
)
def test_words_per_language_come_out_and_in_again(form: str, keywords: str, tmp_path: Path) -> None:
    root = lay_out(tmp_path / "old")
    for path in ("claims/paths/cycling-keeps-fit.md", "claims/sources/essay.yaml"):
        text = (root / path).read_text("utf-8").rstrip("\n").removesuffix("---")
        fence = "---\n" if path.endswith(".md") else ""
        (root / path).write_text(f"{text.rstrip()}\nkeywords: {keywords}\n{fence}", "utf-8")
    kb = KnowledgeBase.load(root)
    assert kb.sources["essay"].keywords is not None
    assert _said(_again(kb, form, tmp_path / "new")) == _said(kb)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    ("title", "languages"),
    [
        ("{nl: Paden, en: Paths}", ("nl", "en")),
        ("{nl: Paden, li: Paaj, en: Paths}", ("nl", "li", "en")),
        ("{und: Ada}", ("en",)),
    ],
)
def test_languages_that_follow_from_a_title_keep_their_order(
    form: str, title: str, languages: tuple[str, ...], tmp_path: Path
) -> None:
    root = lay_out(tmp_path / "old")
    debate = root / "claims/paths/debate.yaml"
    _, below = debate.read_text("utf-8").split("\n", 1)
    debate.write_text(f"title: {title}\n{below}", "utf-8")
    kb = KnowledgeBase.load(root)
    assert _again(kb, form, tmp_path / "new").languages == kb.languages == languages


@pytest.mark.parametrize("form", FORMATS)
@settings(
    max_examples=examples(0.05),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(files=knowledge_bases())
def test_any_records_without_faults_come_out_and_in_again(
    form: str, files: Mapping[str, bytes]
) -> None:
    read = [read_bytes(path, raw) for path, raw in sorted(files.items())]
    sound = tuple(file for file, problems in read if file is not None and not problems)
    debates = {file.debate for file in sound if file.kind == "debate"}
    placed = (
        file for file in sound if file.kind not in ("claim", "annotation") or file.debate in debates
    )
    kb = KnowledgeBase(Tree(Path(), tuple(placed), ()))
    with tempfile.TemporaryDirectory() as folder:
        assert _said(_again(kb, form, Path(folder) / "new")) == _said(kb)
