"""Grounds: what claims have of themselves."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.base import Ground, KnowledgeBase
from graph.base.grounds import grounds_of
from graph.records import Claim, Kind, LocalizedText, Passage, Source, SourceType
from graph.records.grades import Grades
from graph.records.source import Level, Quality
from graph.semantics import GroundKind, Standing

DOCUMENTED, GRANTED, CONCLUDED = GroundKind

_DEBATE = "title: {en: T.}\nquestion: {en: Q?}\ntheses: [top]\nsource: [text, other-text]\n"
_SOURCES = {
    "text": "",
    "other-text": "original: study\n",
    "copy-of-text": "original: text\nquality: {level: copy}\n",
    "copy-of-copy": "original: copy-of-text\nquality: {level: copy}\n",
    # What this reports goes back to the study, but it does so by way of a text under analysis.
    "report-of-other-text": "original: other-text\nquality: {level: secondary}\n",
    "study": "quality: {level: primary, peer_reviewed: true}\n",
    "news": "original: study\nquality: {level: secondary}\n",
    "makers": "quality: {level: primary, interested: true}\n",
    "unknown": "",
}


def read(root: Path, claims: Mapping[str, str], grades: str = "") -> KnowledgeBase:
    """A knowledge base of claims by their fields; the kind is `fact` where none is given."""
    debate, sources = root / "claims" / "d", root / "claims" / "sources"
    debate.mkdir(parents=True)
    sources.mkdir()
    (debate / "debate.yaml").write_text(_DEBATE, "utf-8")
    for name, fields in _SOURCES.items():
        (sources / f"{name}.yaml").write_text(f"type: report\ntitle: {name}\n{fields}", "utf-8")
    for claim, fields in claims.items():
        kind = "" if "kind:" in fields else "kind: fact\n"
        text = f"---\nclaim: {{en: {claim}.}}\n{kind}{fields}---\n"
        (debate / f"{claim}.md").write_text(text, "utf-8")
    if grades:
        (root / "claims" / "grounds.yaml").write_text(grades, "utf-8")
    return KnowledgeBase.load(root)


def said_in(*sources: str) -> str:
    """The field that names passages in these sources."""
    return f"passages: [{', '.join(f'{{source: {each}, start: x}}' for each in sources)}]\n"


def ground(root: Path, *fields: str, grades: str = "") -> Ground:
    return read(root, {"top": "".join(fields)}, grades).grounds["top"]


@pytest.mark.parametrize(
    ("sources", "value", "roots"),
    [
        (["study"], 0.9, ("study",)),
        (["news"], 0.75, ("study",)),
        (["makers"], 0.75, ("makers",)),
        (["unknown"], 0.7, ("unknown",)),
        (["news", "study"], 0.9, ("study",)),
        (["unknown", "news"], 1 - 0.3 * 0.25, ("study", "unknown")),
        (["study", "unknown"], 0.95, ("study", "unknown")),
        (["text", "study"], 0.9, ("study",)),
    ],
)
def test_a_fact_is_documented_by_the_roots_of_its_sources(
    tmp_path: Path, sources: list[str], value: float, roots: tuple[str, ...]
) -> None:
    found = ground(tmp_path, said_in(*sources))
    assert (found.kind, found.roots) == (DOCUMENTED, roots)
    assert found.value == pytest.approx(value)


@pytest.mark.parametrize(
    "source", ["text", "other-text", "copy-of-text", "copy-of-copy", "report-of-other-text"]
)
def test_texts_under_analysis_and_what_copies_them_document_nothing(
    tmp_path: Path, source: str
) -> None:
    assert ground(tmp_path, said_in(source)) == Ground(GRANTED, 0.5)


def test_another_report_of_what_a_text_under_analysis_reports_documents(tmp_path: Path) -> None:
    # `other-text` reports the study too; that does not make the study its own.
    assert ground(tmp_path, said_in("news", "other-text")).sources == ("news",)


@pytest.mark.parametrize(
    "kind", [kind for kind in Kind if kind not in (Kind.FACT, Kind.DEFINITION)]
)
def test_only_facts_and_definitions_are_documented(tmp_path: Path, kind: Kind) -> None:
    found = ground(tmp_path, f"kind: {kind.value}\n", said_in("study"))
    assert found.kind is not DOCUMENTED
    assert found.sources == ()


def test_a_definition_is_documented_as_a_fact_is(tmp_path: Path) -> None:
    assert ground(tmp_path, "kind: definition\n", said_in("study")).kind is DOCUMENTED


SUPPORTS = "supports: [{claim: top}]\n"


@pytest.mark.parametrize(
    ("top", "reason", "kind"),
    [
        ("kind: causal\n" + said_in("text"), SUPPORTS + said_in("text"), CONCLUDED),
        ("kind: causal\n" + said_in("text"), SUPPORTS + "implicit: true\n", CONCLUDED),
        ("kind: causal\n", SUPPORTS, CONCLUDED),
        # Somebody else's reason does not make it a conclusion of this text.
        ("kind: causal\n" + said_in("text"), SUPPORTS + said_in("study"), GRANTED),
        ("kind: causal\n" + said_in("text"), SUPPORTS, GRANTED),
        ("kind: causal\nimplicit: true\n", SUPPORTS + "implicit: true\n", GRANTED),
        # What would have to hold for it is no reason for it.
        (
            "kind: causal\n" + said_in("text"),
            "supports: [{claim: top, scheme: necessary-condition}]\n" + said_in("text"),
            GRANTED,
        ),
        ("kind: causal\n" + said_in("text"), "contradicts: [{claim: top}]\n", GRANTED),
        # A fact with a source of its own is documented, also where reasons are given for it.
        (said_in("study"), SUPPORTS + said_in("study"), DOCUMENTED),
        # And one that only the text itself states is concluded like anything else.
        (said_in("text"), SUPPORTS + said_in("text"), CONCLUDED),
    ],
)
def test_a_claim_is_concluded_when_its_own_text_gives_a_reason(
    tmp_path: Path, top: str, reason: str, kind: GroundKind
) -> None:
    found = read(tmp_path, {"top": top, "reason": reason}).grounds["top"]
    assert found.kind is kind
    assert (found.value == 0.0) is (kind is CONCLUDED)


def test_a_linked_premise_of_the_same_text_does_not_make_a_reason_its_own(tmp_path: Path) -> None:
    claims = {
        "top": "kind: causal\n" + said_in("text"),
        "reason": "supports: [{claim: top, with: [other]}]\n" + said_in("study"),
        "other": said_in("text"),
    }
    assert read(tmp_path, claims).grounds["top"].kind is GRANTED


@pytest.mark.parametrize(
    ("own", "kind"), [(said_in("study"), DOCUMENTED), (said_in("text"), GRANTED)]
)
def test_a_base_score_is_the_ground_whatever_would_be_worked_out(
    tmp_path: Path, own: str, kind: GroundKind
) -> None:
    found = ground(tmp_path, own, "base_score: 0.3\nbase_score_because: {en: Seen.}\n")
    assert (found.kind, found.value, found.stated) == (kind, 0.3, True)


def test_a_concluded_claim_with_a_base_score_has_something_of_itself(tmp_path: Path) -> None:
    score = "base_score: {}\nbase_score_because: {{en: Seen.}}\n"
    fields = "kind: causal\n" + said_in("text")
    reason = SUPPORTS + said_in("text")
    for value, kind in ((0.3, GRANTED), (0.0, CONCLUDED)):
        claims = {"top": fields + score.format(value), "reason": reason}
        found = read(tmp_path / str(value), claims).grounds["top"]
        assert (found.kind, found.value, found.stated) == (kind, value, True)


def test_a_knowledge_base_can_have_grades_of_its_own(tmp_path: Path) -> None:
    grades = "primary: 0.6\npeer_reviewed: 0.6\nmost: 0.8\ngranted: 0.2\n"
    claims = {
        "top": said_in("study"),
        "two": said_in("study", "unknown"),
        "put-forward": said_in("text"),
    }
    found = read(tmp_path, claims, grades).grounds
    assert found["top"].value == 0.6
    assert found["two"].value == 0.8
    assert found["put-forward"] == Ground(GRANTED, 0.2)


def test_a_question_has_nothing_to_be_weighed(tmp_path: Path) -> None:
    assert ground(tmp_path, "kind: question\n", said_in("study")).value == 0.0


def test_a_documented_fact_stands_documented_and_one_that_only_the_text_says_granted(
    tmp_path: Path,
) -> None:
    kb = read(tmp_path, {"top": said_in("news"), "other": said_in("text")})
    assert kb.assessment.standings == {"top": Standing.DOCUMENTED, "other": Standing.GRANTED}


# Sources that report each other or nobody, and how good each is.
_NAMES = ("a", "b", "c", "d", "e")
_qualities = st.builds(
    Quality, level=st.sampled_from(Level), peer_reviewed=st.booleans(), interested=st.booleans()
)
_sources = st.fixed_dictionaries(
    {
        name: st.tuples(
            st.sampled_from((None, *_NAMES[place + 1 :], "unseen")), st.none() | _qualities
        )
        for place, name in enumerate(_NAMES)
    }
)
_Sources = Mapping[str, tuple[str | None, Quality | None]]


def documented(sources: _Sources, cited: Sequence[str]) -> float:
    """The ground of a fact with passages in these sources."""
    claim = Claim(
        id="x",
        claim=LocalizedText({"en": "X."}),
        kind=Kind.FACT,
        passages=tuple(Passage(source=each, start="x") for each in cited),
    )
    records = {
        name: Source(
            id=name, type=SourceType.REPORT, title=name, original=original, quality=quality
        )
        for name, (original, quality) in sources.items()
    }
    found = grounds_of({"x": claim}, records, (), {"x": frozenset()}, Grades())["x"]
    return found.value if found.kind is DOCUMENTED else 0.0


def root(sources: _Sources, name: str) -> str:
    original = sources[name][0] if name in sources else None
    return name if original is None else root(sources, original)


@given(_sources, st.sets(st.sampled_from(_NAMES), min_size=1), st.sampled_from(_NAMES))
def test_a_report_of_a_root_that_is_there_adds_no_more_than_its_better_grade(
    sources: _Sources, cited: set[str], added: str
) -> None:
    before = documented(sources, sorted(cited))
    after = documented(sources, sorted({*cited, added}))
    same = [
        Grades().of(sources[each][1])
        for each in cited
        if root(sources, each) == root(sources, added)
    ]
    assert after >= before - 1e-9
    if same:
        better = max(0.0, Grades().of(sources[added][1]) - max(same))
        assert after - before <= better + 1e-9


@given(_sources, st.lists(st.sampled_from(_NAMES), min_size=1, unique=True))
def test_reports_of_one_study_count_as_the_best_of_them(
    sources: _Sources, cited: list[str]
) -> None:
    of_one = {name: (None if name == "a" else "a", each[1]) for name, each in sources.items()}
    best = max(Grades().of(of_one[name][1]) for name in cited)
    assert documented(of_one, cited) == pytest.approx(min(best, Grades().most))


@given(_sources, st.lists(st.sampled_from(_NAMES), min_size=2, max_size=5))
def test_the_order_of_passages_and_a_second_passage_in_one_source_change_nothing(
    sources: _Sources, cited: list[str]
) -> None:
    assert documented(sources, cited) == documented(sources, sorted(set(cited)))
