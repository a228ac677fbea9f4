"""Independent sources behind a claim and behind what speaks against it."""

from pathlib import Path

import pytest

from graph.argument.roots import descendants, roots_against, roots_for, source_roots
from graph.base import KnowledgeBase

_SOURCES = {
    "study": "",
    "news": "original: study\n",
    "blog": "original: news\n",
    "survey": "",
    "makers": "",
    "text": "",
}
_CLAIMS = {
    "thesis": ("causal", [], ""),
    "reason": ("causal", ["text"], "supports: [{claim: thesis, with: [premise]}]\n"),
    "premise": ("fact", ["survey"], ""),
    "fact": ("fact", ["news"], "supports: [reason]\n"),
    "other-fact": ("fact", ["blog", "text"], "supports: [reason]\n"),
    "needed": ("fact", ["makers"], "supports: [{claim: thesis, scheme: necessary-condition}]\n"),
    "objection": ("fact", ["study"], "contradicts: [thesis]\n"),
    "behind-it": ("fact", ["makers"], "supports: [objection]\n"),
    "doubt": ("fact", ["survey"], "undercuts: [{link: objection -> thesis}]\n"),
}


@pytest.fixture
def kb(tmp_path: Path) -> KnowledgeBase:
    folder, sources = tmp_path / "claims" / "d", tmp_path / "claims" / "sources"
    folder.mkdir(parents=True)
    sources.mkdir()
    (folder / "debate.yaml").write_text(
        "title: {en: T.}\nquestion: {en: Q?}\ntheses: [thesis]\nsource: text\n", "utf-8"
    )
    for name, fields in _SOURCES.items():
        (sources / f"{name}.yaml").write_text(f"type: report\ntitle: T\n{fields}", "utf-8")
    for claim, (kind, cited, fields) in _CLAIMS.items():
        passages = ", ".join(f"{{source: {each}, start: x}}" for each in cited)
        fields = fields.replace("[reason]", "[{claim: reason}]")
        fields = fields.replace("[thesis]", "[{claim: thesis}]")
        fields = fields.replace("[objection]", "[{claim: objection}]")
        text = f"claim: {{en: {claim}.}}\nkind: {kind}\npassages: [{passages}]\n{fields}"
        (folder / f"{claim}.md").write_text(f"---\n{text}---\n", "utf-8")
    return KnowledgeBase.load(tmp_path)


def test_reports_of_one_study_behind_several_reasons_are_one_root(kb: KnowledgeBase) -> None:
    assert roots_for(kb, "reason") == {"study"}
    assert roots_for(kb, "other-fact") == {"study"}


def test_roots_are_those_behind_all_premises_of_the_reasons_and_not_of_conditions(
    kb: KnowledgeBase,
) -> None:
    assert roots_for(kb, "thesis") == {"study", "survey"}


def test_roots_against_are_those_behind_the_objections(kb: KnowledgeBase) -> None:
    assert roots_against(kb, "thesis") == {"study", "makers"}
    assert roots_against(kb, "reason") == set()


def test_an_unknown_claim_is_an_error(kb: KnowledgeBase) -> None:
    with pytest.raises(KeyError):
        roots_for(kb, "nobody")


def test_sources_that_go_back_to_one_are_known_with_the_way_they_do(kb: KnowledgeBase) -> None:
    assert list(descendants(kb, "study")) == [("news", "study"), ("blog", "news")]
    assert list(descendants(kb, "news")) == [("blog", "news")]
    assert list(descendants(kb, "blog")) == []
    assert source_roots(kb) == {"study", "survey", "makers", "text"}


def test_in_a_circle_every_source_goes_back_to_the_others_once(tmp_path: Path) -> None:
    folder = tmp_path / "claims/sources"
    folder.mkdir(parents=True)
    for source, original in (("a", "b"), ("b", "a"), ("c", "gone")):
        text = f"type: report\ntitle: T\noriginal: {original}\n"
        (folder / f"{source}.yaml").write_text(text, "utf-8")
    kb = KnowledgeBase.load(tmp_path)
    assert [list(descendants(kb, each)) for each in ("a", "b", "gone")] == [
        [("b", "a")],
        [("a", "b")],
        [("c", "gone")],
    ]
    assert source_roots(kb) == {"a", "gone"}
