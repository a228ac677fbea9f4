"""What is said of what a claim has of itself."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from graph.argument.explanation import plainly
from graph.argument.grounding import grounded
from graph.base import KnowledgeBase
from graph.semantics import Framework
from graph.words.language import BUNDLED, language
from graph.words.sentence import Piece, told
from tests.argument.arguments import knowledge_base

_SOURCES = {
    "blom": "type: article-newspaper\ntitle: Column\nauthor: [{family: Blom}]\n",
    "speech": "type: speech\ntitle: Speech\n",
    "eurostat": "type: dataset\ntitle: Data\nauthor: [{literal: Eurostat}]\n"
    "quality: {level: primary}\n",
    "ilo": "type: report\ntitle: Data\nauthor: [{literal: ILO}]\nquality: {level: secondary}\n",
    "maker": "type: report\ntitle: Paper\nauthor: [{literal: Maker}]\n"
    "quality: {level: primary, peer_reviewed: true, interested: true}\n",
    "news": "type: webpage\ntitle: News\nauthor: [{literal: News}]\noriginal: eurostat\n"
    "quality: {level: secondary}\n",
    "mirror": "type: webpage\ntitle: Copy\nauthor: [{literal: Mirror}]\noriginal: eurostat\n"
    "quality: {level: copy}\n",
    "unknown": "type: webpage\ntitle: Page\nauthor: [{literal: Page}]\n",
}


def read(root: Path, claims: Mapping[str, str], analysed: str = "blom") -> KnowledgeBase:
    folder = root / "claims"
    for name in ("d", "sources", "speakers"):
        (folder / name).mkdir(parents=True)
    debate = f"title: {{en: T.}}\nquestion: {{en: Q?}}\ntheses: [c]\nsource: {analysed}\n"
    (folder / "d" / "debate.yaml").write_text(debate, "utf-8")
    (folder / "speakers" / "ada.yaml").write_text("name: {en: Ada, nl: Aad}\n", "utf-8")
    for name, fields in _SOURCES.items():
        (folder / "sources" / f"{name}.yaml").write_text(fields, "utf-8")
    for claim, fields in claims.items():
        text = f"---\nclaim: {{en: {claim.capitalize()}.}}\n{fields}---\n"
        (folder / "d" / f"{claim}.md").write_text(text, "utf-8")
    return KnowledgeBase.load(root)


def said_in(*sources: str) -> str:
    return f"passages: [{', '.join(f'{{source: {each}, start: x}}' for each in sources)}]\n"


def ground(root: Path, fields: str, more: str = "", analysed: str = "blom") -> str:
    """What is said of the ground of a claim, with a reason for it where `more` has one."""
    claims = {"c": fields, **({"r": more} if more else {})}
    kb = read(root, claims, analysed)
    return plainly(kb, grounded(kb, "c"), language("en"))


@pytest.mark.parametrize(
    ("sources", "told"),
    [
        (["eurostat"], "Documented: Eurostat, a primary source."),
        (["maker"], "Documented: Maker, a peer-reviewed source and an interested party."),
        (["unknown"], "Documented: Page, a source whose quality is not recorded."),
        (["news"], "Documented: Eurostat, as reported by News."),
        (["mirror"], "Documented: Eurostat, in a copy at Mirror."),
        # Three that say what one says count as one, by the best of them.
        (["news", "mirror", "eurostat"], "Documented: Eurostat, a primary source."),
        (
            ["ilo", "eurostat", "news"],
            "Documented by two independent sources, Eurostat (a primary source) among them.",
        ),
        (
            ["ilo", "mirror"],
            "Documented by two independent sources, Eurostat (in a copy at Mirror) among them.",
        ),
    ],
)
def test_a_documented_fact_names_its_best_source_and_counts_the_independent_ones(
    tmp_path: Path, sources: list[str], told: str
) -> None:
    assert ground(tmp_path, f"kind: fact\n{said_in(*sources)}") == told


_REASON = f"kind: fact\n{said_in('eurostat')}supports: [{{claim: c}}]\n"


@pytest.mark.parametrize(
    ("fields", "reason", "told"),
    [
        (said_in("blom"), "", "Taken for granted: the article gives no reason for it."),
        (
            said_in("blom"),
            _REASON,
            "The article takes it for granted; others give reasons for it.",
        ),
        (said_in("ilo"), "", "Taken for granted: on the word of ILO."),
        (said_in("ilo") + "speaker: ada\n", "", "Taken for granted: on the word of Ada."),
        (
            said_in("ilo"),
            _REASON,
            "Put forward by ILO without a reason; others give reasons for it.",
        ),
        (
            said_in("blom") + "stance: disputes\n",
            "",
            (
                "Granted for now: the article states it only to dispute it, and nobody gives a "
                "reason for it."
            ),
        ),
        (
            said_in("blom") + "stance: disputes\n",
            _REASON,
            "The article states it only to dispute it; others give reasons for it.",
        ),
        (
            said_in("blom") + "stance: reports\n",
            "",
            "Granted for now: the article only reports it, without a reason.",
        ),
        (
            said_in("blom") + "stance: reports\nspeaker: ada\n",
            _REASON,
            "Put forward by Ada without a reason; others give reasons for it.",
        ),
        (
            said_in("ilo") + "stance: disputes\n",
            "",
            (
                "Granted for now: the text in which it stands disputes it, and nobody gives a "
                "reason for it."
            ),
        ),
        ("implicit: true\n", "", "Taken for granted: an unstated premise."),
        ("", "", "Taken for granted: it is put forward here without a reason."),
    ],
)
def test_what_is_taken_for_granted_says_on_whose_word(
    tmp_path: Path, fields: str, reason: str, told: str
) -> None:
    assert ground(tmp_path, f"kind: causal\n{fields}", reason) == told


def test_a_text_that_is_no_article_is_called_a_text(tmp_path: Path) -> None:
    said = ground(tmp_path, f"kind: causal\n{said_in('speech')}", analysed="speech")
    assert said == "Taken for granted: the text that says so gives no reason for it."


def test_a_conclusion_stands_by_its_reasons_and_a_question_is_asked(tmp_path: Path) -> None:
    own = f"kind: fact\n{said_in('blom')}supports: [{{claim: c}}]\n"
    assert ground(tmp_path / "a", f"kind: causal\n{said_in('blom')}", own) == (
        "Concluded: it stands by its reasons."
    )
    assert ground(tmp_path / "b", "kind: question\n") == "A question we ask."


def test_a_ground_that_the_record_states_is_told_as_that() -> None:
    kb = knowledge_base(Framework({"c": 0.3}))
    assert grounded(kb, "c").pattern == "ground.stated"


@pytest.mark.parametrize(("code", "name"), [("en", "Ada"), ("nl", "Aad")])
def test_names_lead_to_pages_and_are_those_of_the_language(
    tmp_path: Path, code: str, name: str
) -> None:
    kb = read(tmp_path, {"c": f"kind: causal\n{said_in('ilo')}speaker: ada\n"})
    assert Piece(name, "speakers/ada/") in told(grounded(kb, "c"), language(code), Piece)


def test_every_quality_has_its_words_in_every_language() -> None:
    qualities = {frozenset(language(code).texts["ground"]["quality"]) for code in BUNDLED}
    levels = ("primary", "copy", "secondary", "reviewed", "reviewed_report")
    assert qualities == {
        frozenset(("unspecified", *levels, *(f"{each}_interested" for each in levels)))
    }
