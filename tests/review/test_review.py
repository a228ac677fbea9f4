"""What the review of a change says, kind of change by kind."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from syrupy.assertion import SnapshotAssertion

from graph.base import KnowledgeBase
from graph.check import check
from graph.cli.terminal import text_document
from graph.exchange.answer_schemas import answer_schema
from graph.pages.review.page import review_page
from graph.passages import wording_mark
from graph.review.review import Review
from graph.review.telling.as_json import diff_answer
from graph.review.telling.as_markdown import LONGEST, diff_markdown
from graph.review.telling.as_text import diff_text
from graph.review.telling.drawing import diff_drawing
from graph.review.telling.mermaid import MOST_NODES, mermaid
from graph.review.telling.report import Topic, read_report
from graph.review.telling.sections import report
from graph.review.telling.topics import diff_topics
from graph.semantics import Label
from tests.small import read_texts

Files = dict[str, str]
Changes = dict[str, str | None]

TOP = "claim: {en: We should build paths., nl: We moeten paden bouwen.}\nkind: value\n"
FIT = """\
claim: {en: Riding keeps us fit., nl: Fietsen houdt ons fit.}
kind: causal
implicit: true
supports:
  - {claim: top, because: {en: Health matters., nl: Gezondheid telt.}}
"""
COST = """\
claim: {en: Paths cost too much., nl: Paden kosten te veel.}
kind: fact
implicit: true
contradicts:
  - {claim: top, because: {en: Money is short., nl: Geld is schaars.}}
"""
CHEAP = """\
claim: {en: Paint costs very little., nl: Verf kost heel weinig.}
kind: fact
implicit: true
undercuts:
  - {link: cost -> top, because: {en: Paint makes a path., nl: Verf maakt een pad.}}
"""
CARE = (
    "claim: {en: We care for health., nl: We geven om gezondheid.}\nkind: value\nimplicit: true\n"
)
WORTH = """\
claim: {en: Most trips are short., nl: De meeste ritten zijn kort.}
kind: fact
implicit: true
supports:
  - {claim: fit, because: {en: Short trips can be ridden., nl: Korte ritten kan men fietsen.}}
"""
WHO = "claim: {en: Who pays for it?, nl: Wie betaalt het?}\nkind: question\n"


def _record(text: str) -> str:
    return f"---\n{text}---\n"


BASE: Files = {
    "claims/d/debate.yaml": (
        "title: {en: Paths, nl: Paden}\nquestion: {en: Paths or not?, nl: Paden of niet?}\n"
        "theses: [top]\n"
    ),
    "claims/d/top.md": _record(TOP),
    "claims/d/fit.md": _record(FIT),
    "claims/d/cost.md": _record(COST),
    "claims/d/cheap.md": _record(CHEAP),
    "claims/d/care.md": _record(CARE),
    "claims/d/worth.md": _record(WORTH),
    "claims/d/who.md": _record(WHO),
    "claims/speakers/ada.yaml": "name: Ada Bron\n",
    "claims/sources/report.yaml": "type: report\ntitle: A report\nissued: 2024\nlanguage: en\n",
}
D = "claims/d/"
THESES, TURNED = "Theses", "Claims that stand differently"
OPEN, FINDINGS = "New objections without a reply", "Findings new with this change"
ERRORS = "Errors new with this change"
ADDED, REMOVED = "Claims added", "Claims removed"
REWORDED, RENAMED = "Claims reworded", "Claims renamed"
OTHERWISE = "Claims changed otherwise"
LINKED, UNLINKED, MOVED = "Links added", "Links removed", "Links moved"
WARRANTED, RELINKED = "Links with another warrant", "Links changed otherwise"
SUSPECT = "To be looked at again, since the words have changed"
DEBATES, SOURCES, SPEAKERS = "Debates", "Sources", "Speakers"
GRADES = "How much sources carry, and what is granted"
FOUND = "What the analysis found"
SHIFTED = "Claims that become stronger or weaker only"

NEW = _record(
    "claim: {en: Cars are louder than bicycles., nl: Auto's zijn luider dan fietsen.}\n"
    "kind: fact\nimplicit: true\n"
    "supports:\n  - {claim: top, because: {en: Quiet is good., nl: Rust is goed.}}\n"
)
ANSWER = _record(
    "claim: {en: The town has saved for it., nl: De stad heeft ervoor gespaard.}\n"
    "kind: fact\nimplicit: true\n"
    "contradicts:\n  - {claim: cost, because: {en: The money is there., nl: Het geld is er.}}\n"
)
FIRST_REASON = """\
claim: {en: Nobody likes to be ill., nl: Niemand is graag ziek.}
kind: value
implicit: true
supports:
  - {claim: care, because: {en: One sees to what one likes., nl: Men let op wat men graag heeft.}}
"""
OBJECTION = ANSWER.replace("claim: cost", "claim: fit")


def _with(path: str, text: str, old: str, new: str) -> Changes:
    assert old in text
    return {f"{D}{path}.md": _record(text.replace(old, new))}


KINDS: dict[str, tuple[Changes, set[str]]] = {
    "nothing": ({}, set()),
    "another layout": (
        _with("fit", FIT, "kind: causal\n", "kind:   'causal'  # the same\n"), set(),
    ),
    "filed elsewhere in the debate": ({f"{D}fit.md": None, f"{D}more/fit.md": _record(FIT)}, set()),
    "a claim without links": ({f"{D}new.md": _record(CARE.replace("health", "quiet"))}, {ADDED}),
    "a reason": ({f"{D}new.md": NEW}, {ADDED, THESES}),
    "an objection": ({f"{D}new.md": OBJECTION}, {ADDED, OPEN, THESES, SHIFTED}),
    "an answer to an objection": ({f"{D}new.md": ANSWER}, {ADDED, OPEN, THESES, TURNED}),
    "the same again": (
        {f"{D}new.md": _record(CARE.replace("We care", "We do care"))}, {ADDED},
    ),
    "the opposite": (
        {
            f"{D}new.md": _record(
                CARE.replace("We care", "We do not care").replace("geven", "geven niet")
            )
        },
        {ADDED},
    ),
    "findings": (
        {
            f"{D}debate.yaml": (
                "title: {en: Paths, nl: Paden}\nquestion: {en: Paths or not?, nl: Paden of niet?}\n"
                "theses: [top]\neditors: [Ada Bron]\nfindings:\n"
                "  - {finding: {en: Money is a detail., nl: Geld is bijzaak.}, claims: [cost]}\n"
            )
        },
        {FOUND, DEBATES},
    ),
    "a question": ({f"{D}new.md": _record(WHO.replace("pays", "builds"))}, {ADDED}),
    "a claim gone with its links": (
        {f"{D}worth.md": None}, {REMOVED, THESES, TURNED},
    ),
    "an answer gone": ({f"{D}cheap.md": None}, {REMOVED, OPEN, THESES}),
    "other words in one language": (
        _with("top", TOP, "should build", "should quickly build"), {REWORDED, SUSPECT},
    ),
    "other words in both languages": (
        {f"{D}top.md": _record(TOP.replace("build", "make").replace("bouwen", "maken"))},
        {REWORDED, SUSPECT},
    ),
    "another id": (
        {
            f"{D}worth.md": None,
            f"{D}trips.md": _record(WORTH + "aliases: [worth]\n"),
        },
        {RENAMED},
    ),
    "another id and other words": (
        {
            f"{D}worth.md": None,
            f"{D}trips.md": _record(WORTH.replace("Most", "Nearly all") + "aliases: [worth]\n"),
        },
        {RENAMED, REWORDED, SUSPECT},
    ),
    "another id and the old one lost": (
        {f"{D}worth.md": None, f"{D}trips.md": _record(WORTH)}, {RENAMED},
    ),
    "another kind": (_with("worth", WORTH, "kind: fact", "kind: prediction"), {OTHERWISE}),
    "a label": (_with("worth", WORTH, "kind:", "label: {en: Short, nl: Kort}\nkind:"), {OTHERWISE}),
    "a topic": (_with("worth", WORTH, "kind:", "topics: [traffic]\nkind:"), {OTHERWISE}),
    "an annotation": ({f"{D}worth.md": _record(WORTH) + "Counted in 2019.\n"}, {OTHERWISE}),
    "a base score": (
        _with(
            "worth", WORTH, "kind:",
            "base_score: 0.9\nbase_score_because: {en: Counted., nl: Geteld.}\nkind:",
        ),
        {OTHERWISE, THESES, SHIFTED},
    ),
    "a link more": (
        _with(
            "care", CARE, "implicit: true\n",
            "implicit: true\nsupports:\n  - {claim: fit, because: {en: A., nl: B.}}\n",
        ),
        {LINKED, THESES, SHIFTED},
    ),
    "a link less": (
        _with("worth", WORTH, WORTH[WORTH.index("supports") :], ""),
        {UNLINKED, THESES, TURNED},
    ),
    "a link to something else": (
        _with("worth", WORTH, "claim: fit", "claim: top"), {MOVED, TURNED},
    ),
    "two links to something else": (
        {
            **_with(
                "worth", WORTH, WORTH[WORTH.index("supports") :],
                "supports:\n  - {claim: top, because: {en: B.}}\n"
                "  - {claim: care, because: {en: A.}}\n",
            ),
        },
        {LINKED, UNLINKED, TURNED},
    ),
    "another warrant": (
        _with("cost", COST, "Money is short.", "Money is very short."), {WARRANTED, SUSPECT},
    ),
    "another warrant in Dutch": (
        _with("cost", COST, "Geld is schaars.", "Geld is erg schaars."), {WARRANTED, SUSPECT},
    ),
    "a scheme": (_with("cost", COST, "because:", "scheme: cause-to-effect, because:"), {RELINKED}),
    "a relevance": (
        _with("cost", COST, "because:", "relevance: 0.5, because:"), {RELINKED, THESES},
    ),
    "a premise more": (
        _with("fit", FIT, "claim: top,", "claim: top, with: [care],"), {RELINKED, THESES},
    ),
    "a reason that becomes an objection": (
        _with("worth", WORTH, "supports:", "contradicts:"), {RELINKED, OPEN, THESES, TURNED},
    ),
    "another title of the debate": (
        {f"{D}debate.yaml": BASE[f"{D}debate.yaml"].replace("Paths,", "Cycle paths,")}, {DEBATES},
    ),
    "another thesis": (
        {f"{D}debate.yaml": BASE[f"{D}debate.yaml"].replace("[top]", "[top, fit]")}, {DEBATES},
    ),
    "a source": (
        {"claims/sources/more.yaml": BASE["claims/sources/report.yaml"].replace("A r", "My r")},
        {SOURCES},
    ),
    "a source changed": (
        {"claims/sources/report.yaml": BASE["claims/sources/report.yaml"].replace("2024", "2025")},
        {SOURCES},
    ),
    "a grade": ({"claims/grounds.yaml": "granted: 0.3\n"}, {GRADES, THESES, SHIFTED}),
    "a speaker": ({"claims/speakers/bob.yaml": "name: Bob Pad\n"}, {SPEAKERS}),
    "a speaker gone": ({"claims/speakers/ada.yaml": None}, {SPEAKERS}),
    "a link to nothing": (
        _with("worth", WORTH, "claim: fit", "claim: fitt"),
        {UNLINKED, ERRORS, THESES, TURNED},
    ),
    "a circle of support": (
        _with(
            "top", TOP, "kind: value\n",
            "kind: value\nsupports:\n  - {claim: worth, because: {en: C., nl: D.}}\n",
        ),
        {LINKED, ERRORS, THESES, TURNED, SHIFTED},
    ),
    "a file that cannot be read": (
        {f"{D}worth.md": "---\nclaim: {en: [\n---\n"},
        {REMOVED, ERRORS, THESES, TURNED},
    ),
}  # fmt: skip


def _kb(root: Path, files: Files) -> KnowledgeBase:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    return KnowledgeBase.load(root)


def _reviewed(folder: Path, changes: Changes) -> Review:
    kept = {path: text for path, text in {**BASE, **changes}.items() if text is not None}
    before, after = _kb(folder / "before", BASE), _kb(folder / "after", kept)
    return Review(("before", "after"), before, after)


def _text(review: Review) -> str:
    return text_document(diff_text(report(review)))


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_change_is_told_for_what_it_is(
    tmp_path: Path, kind: str, snapshot: SnapshotAssertion
) -> None:
    changes, sections = KINDS[kind]
    review = _reviewed(tmp_path, changes)
    titles = [each.title for each in report(review).sections]
    # What breaks the argument is not to be overlooked below what changes in it.
    assert ERRORS not in titles[1:]
    found = set(titles)
    if FINDINGS not in sections:
        # Small records lack this and that; what they lack is not what is looked at here.
        found.discard(FINDINGS)
    assert found == sections
    assert _text(review) == snapshot


@pytest.mark.parametrize("kind", ["nothing", "another layout", "filed elsewhere in the debate"])
def test_what_does_not_matter_gives_an_empty_review(tmp_path: Path, kind: str) -> None:
    review = _reviewed(tmp_path, KINDS[kind][0])
    assert not review
    answer = diff_answer(review)
    for part in (answer["claims"], answer["links"]):
        assert dict(part) == {"added": [], "removed": [], "changed": []}
    assert (answer["standings"], answer["findings"]) == ([], [])


def test_what_stands_beside_the_records_which_no_revision_has_is_not_said_to_be_new(
    tmp_path: Path,
) -> None:
    review = _reviewed(tmp_path, {"site/about.md": "<!-- to write: who -->\n"})
    assert [each.code for each in check(review.after) if each.path == "site/about.md"] == ["S221"]
    assert not review


@pytest.fixture(scope="module")
def schema() -> Draft202012Validator:
    """What holds an answer to its schema."""
    return Draft202012Validator(answer_schema("diff"))


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_change_is_answered_as_the_schema_says(
    tmp_path: Path, kind: str, schema: Draft202012Validator
) -> None:
    answer = json.loads(json.dumps(diff_answer(_reviewed(tmp_path, KINDS[kind][0]))))
    errors = schema.iter_errors(answer)
    assert [f"{each.json_path}: {each.message}" for each in errors] == []


DEBATE = BASE["claims/d/debate.yaml"]
FINDINGS_BEFORE = """\
findings:
  - {finding: {en: Health decides., nl: Gezondheid beslist.}, claims: [fit, care]}
  - {finding: {en: Money is a detail., nl: Geld is bijzaak.}, claims: [cost]}
editors: [Ada Bron]
"""


def test_findings_that_came_went_changed_or_stand_in_another_order_are_told(
    tmp_path: Path,
) -> None:
    now = FINDINGS_BEFORE.replace("Health decides", "Health decides it").replace(
        "  - {finding: {en: Money is a detail., nl: Geld is bijzaak.}, claims: [cost]}",
        "  - {finding: {en: Rides are short., nl: Ritten zijn kort.}, claims: [worth]}",
    )
    before = _kb(tmp_path / "before", {**BASE, "claims/d/debate.yaml": DEBATE + FINDINGS_BEFORE})
    after = _kb(tmp_path / "after", {**BASE, "claims/d/debate.yaml": DEBATE + now})
    review = Review(("before", "after"), before, after)
    titles = [each.title for each in report(review).sections]
    assert FOUND in titles
    assert DEBATES not in titles
    said = _text(review)
    assert "added: Rides are short." in said
    assert "removed: Money is a detail." in said
    assert "changed: Health decides it." in said
    turned = "\n".join(reversed(FINDINGS_BEFORE.splitlines()[1:3]))
    moved = f"findings:\n{turned}\neditors: [Ada Bron]\n"
    other = _kb(tmp_path / "moved", {**BASE, "claims/d/debate.yaml": DEBATE + moved})
    lines = _text(Review(("", ""), before, other)).splitlines()
    told = lines.index(f"{FOUND} (1)") + 1
    assert lines[told].strip() == "in another order: the findings of d"


def test_a_claim_of_a_finding_that_stands_differently_says_that_it_is_to_be_read_again(
    tmp_path: Path,
) -> None:
    files = {**BASE, "claims/d/debate.yaml": DEBATE + FINDINGS_BEFORE}
    before = _kb(tmp_path / "before", files)
    after = _kb(tmp_path / "after", {**files, f"{D}new.md": ANSWER})
    review = Review(("before", "after"), before, after)
    assert "cost" in [each.id for each in review.difference.standings]
    again = "named by a finding of the debate, to be read again: Money is a detail."
    assert _text(review).replace("\n", " ").count(again) == 1


def test_the_route_leads_from_what_was_changed_to_the_thesis(tmp_path: Path) -> None:
    answer = diff_answer(_reviewed(tmp_path, {f"{D}new.md": OBJECTION}))
    assert [each["id"] for each in answer["balances"]] == ["top", "fit"]
    assert answer["balances"][0]["route"] == ["new", "fit", "top"]
    assert answer["balances"][0]["thesis"]
    assert answer["open_objections"][0]["id"] == "new -> fit"
    assert json.loads(json.dumps(answer)) == answer


def test_a_claim_that_has_another_word_alone_is_not_counted_as_stronger_or_weaker(
    tmp_path: Path,
) -> None:
    debate, care = (
        "claims/d/debate.yaml",
        CARE.replace("implicit: true\n", "").replace("value", "fact"),
    )
    granted = {
        **BASE,
        debate: f"{BASE[debate]}source: report\n",
        f"{D}care.md": _record(f"{care}passages: [{{source: report, start: Half, end: short}}]\n"),
    }
    before = _kb(tmp_path / "before", granted)

    def told(name: str, **more: str) -> str:
        added = {f"{D}{each}.md": text for each, text in more.items()}
        after = _kb(tmp_path / name, {**granted, **added})
        return " ".join(_text(Review(("before", "after"), before, after)).split())

    alone = told("alone", reason=_record(FIRST_REASON))
    assert "1 claim stands otherwise: none stronger or weaker, 1 with another standing" in alone
    assert "from granted to supported (0.50)" in alone
    assert "no longer granted 0.50: with a reason in its own text it stands by its" in alone
    with_reason = _kb(tmp_path / "with", {**granted, f"{D}reason.md": _record(FIRST_REASON)})
    back = " ".join(_text(Review(("before", "after"), with_reason, before)).split())
    assert "granted 0.50 now: there is no reason for it in its own text any more" in back
    both = told("both", reason=_record(FIRST_REASON), answer=ANSWER)
    assert "3 claims stand otherwise: 2 stronger or weaker, 2 with another standing" in both


@given(st.floats(0.2, 1.0), st.floats(0.2, 1.0))
def test_whoever_is_told_to_be_stronger_or_weaker_is_counted_so(was: float, now: float) -> None:
    def at(relevance: float) -> Files:
        cost = COST.replace("because", f"relevance: {relevance:.3f}, because")
        return {**BASE, f"{D}cost.md": _record(cost)}

    review = Review(("before", "after"), read_texts(at(was)), read_texts(at(now)))
    told = " ".join(_text(review).split())
    directions = re.findall(r": (stronger|weaker|hardly moves), stays ", told)
    turned = re.findall(r": from \w+ to \w+ \(([^)]+)\)", told)
    head = re.search(r"(\d+) claims? stands? (?:otherwise: (\w+) )?stronger or weaker", told)
    if head is None:
        assert not directions
        assert not turned
        return
    assert int(head[1]) == len(directions) + len(turned)
    still = directions.count("hardly moves")
    if head[2] is None:
        assert not still
    else:
        moved = int(head[2].replace("none", "0"))
        assert len(directions) - still <= moved <= int(head[1]) - still


def test_likeness_and_denial_are_named(tmp_path: Path) -> None:
    same = diff_answer(_reviewed(tmp_path / "one", KINDS["the same again"][0]))
    assert [(each["other"], each["opposite"]) for each in same["alike"]] == [("care", False)]
    denial = diff_answer(_reviewed(tmp_path / "two", KINDS["the opposite"][0]))
    assert [(each["other"], each["opposite"]) for each in denial["alike"]] == [("care", True)]


def test_a_new_warrant_means_that_the_link_was_looked_at(tmp_path: Path) -> None:
    changes: Changes = {
        **_with("top", TOP, "should build", "should quickly build"),
        **_with("cost", COST, "Money is short.", "Money is short this year."),
    }
    answer = diff_answer(_reviewed(tmp_path, changes))
    assert sorted(answer["suspect"]["links"]) == ["cheap -> (cost -> top)", "fit -> top"]
    assert answer["suspect"]["translations"] == [{"id": "top", "language": "nl"}]


def test_two_links_of_one_claim_that_move_at_once_are_told_apart_by_their_warrants(
    tmp_path: Path,
) -> None:
    both = (
        "supports:\n  - {{claim: {}, because: {{en: Short trips.}}}}\n"
        "  - {{claim: {}, because: {{en: Healthy trips.}}}}\n"
    )
    bare = WORTH[: WORTH.index("supports")]
    before = {**BASE, f"{D}worth.md": _record(bare + both.format("fit", "top"))}
    after = {**BASE, f"{D}worth.md": _record(bare + both.format("care", "cost"))}
    review = Review(("a", "b"), _kb(tmp_path / "a", before), _kb(tmp_path / "b", after))
    moved = {each.before.target: each.after.target for each in review.difference.links.changed}
    assert moved == {"fit": "care", "top": "cost"}
    assert not review.difference.links.added


def test_of_the_passages_of_a_claim_only_those_that_changed_are_told(tmp_path: Path) -> None:
    passages = "passages: [{source: report, start: We care}, {source: report, start: About%s}]\n"
    before, after = (
        CARE.replace("implicit: true\n", passages % fit)
        for fit in ("", ", fit: {bears: partly, read: 2026-11-29}")
    )
    states = [_kb(tmp_path / each, {**BASE, f"{D}care.md": _record(text)})
              for each, text in (("before", before), ("after", after))]  # fmt: skip
    text = _text(Review(("before", "after"), *states))
    assert "About" in text
    assert '{"bears": "partly", "read": "2026-11-29"}' in text
    assert "We care" not in text.partition("passages:")[2].partition("\n\n")[0]


def test_a_link_that_was_confirmed_with_the_change_is_not_suspect(tmp_path: Path) -> None:
    words = "We should quickly build paths."
    marked = COST.replace("claim: top,", f"claim: top, wording: {wording_mark(words)},")
    changes: Changes = {
        f"{D}top.md": _record(TOP.replace("We should build paths.", words)),
        f"{D}cost.md": _record(marked),
    }
    assert [each.id for each in _reviewed(tmp_path, changes).suspect_links] == ["fit -> top"]


def test_a_link_made_for_words_that_are_gone_is_suspect_at_once(tmp_path: Path) -> None:
    marked = NEW.replace("claim: top,", "claim: top, wording: aaaaaaaaaa,")
    review = _reviewed(tmp_path, {f"{D}new.md": marked})
    assert [each.id for each in review.suspect_links] == ["new -> top"]


def test_an_objection_to_the_step_of_a_renamed_claim_is_not_new(tmp_path: Path) -> None:
    changes: Changes = {
        f"{D}cost.md": None,
        f"{D}price.md": _record(COST + "aliases: [cost]\n"),
        f"{D}cheap.md": _record(CHEAP.replace("cost -> top", "price -> top")),
    }
    review = _reviewed(tmp_path, changes)
    assert [each.id for each in review.difference.claims.changed] == ["price"]
    assert review.open_objections == ()
    labels = review.after.assessment.labelling.links
    assert labels["cheap -> (price -> top)"] is Label.IN


def test_findings_of_what_was_moved_or_renamed_are_not_new(tmp_path: Path) -> None:
    who, care = BASE[f"{D}who.md"], BASE[f"{D}care.md"]
    moved: Changes = {f"{D}who.md": None, f"{D}deeper/who.md": who}
    aliased = care.replace("kind:", "aliases: [care]\nkind:")
    renamed: Changes = {f"{D}care.md": None, f"{D}caring.md": aliased}
    for place, changes in enumerate((moved, renamed)):
        review = _reviewed(tmp_path / str(place), changes)
        (path,) = [each for each, text in changes.items() if text]
        assert [each.path for each in check(review.after)].count(path) > 0
        assert review.findings == ()


TOPICS: dict[str, tuple[Changes, set[Topic]]] = {
    "nothing": ({}, set()),
    "a claim without links": ({f"{D}new.md": _record(WHO)}, {Topic.NEW_CLAIM}),
    "a reason": ({f"{D}new.md": NEW}, {Topic.NEW_CLAIM, Topic.THESIS}),
    "a scheme": (KINDS["a scheme"][0], set()),
    "a relevance": (KINDS["a relevance"][0], {Topic.THESIS}),
    "another thesis": (KINDS["another thesis"][0], {Topic.THESIS}),
    "an objection": (
        {f"{D}new.md": OBJECTION}, {Topic.NEW_CLAIM, Topic.STANDING, Topic.THESIS},
    ),
    "other words of a thesis in the language it is translated into": (
        _with("top", TOP, "moeten paden", "moeten snel paden"),
        {Topic.THESIS, Topic.TRANSLATION},
    ),
    "other words in both languages": (
        {f"{D}care.md": _record(CARE.replace("health", "rest").replace("gezondheid", "rust"))},
        set(),
    ),
    "an annotation translated": (
        {f"{D}care.nl.md": "Waarom.\n"}, {Topic.TRANSLATION},
    ),
    "a passage that nobody has found": (
        _with(
            "care", CARE, "implicit: true\n",
            "passages:\n  - {source: report, paragraph: 1, start: We care}\n",
        ),
        {Topic.UNVERIFIED},
    ),
    "a passage of which it is said how it bears": (
        {
            f"{D}care.md": _record(
                CARE.replace(
                    "implicit: true\n",
                    "passages:\n  - {source: report, paragraph: 1, start: We care, "
                    f"fingerprint: 'sha256:{'0' * 64}', "
                    "fit: {bears: partly, read: 2026-11-29}}\n",
                )
            )
        },
        set(),
    ),
    "a passage that was found": (
        _with(
            "care", CARE, "implicit: true\n",
            "passages:\n  - {source: report, paragraph: 1, start: We care, "
            f"fingerprint: 'sha256:{'0' * 64}'}}\n",
        ),
        set(),
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", TOPICS)
def test_a_change_is_labelled_by_what_it_is_about(tmp_path: Path, kind: str) -> None:
    changes, topics = TOPICS[kind]
    assert set(diff_topics(_reviewed(tmp_path, changes))) == topics


def test_a_reason_that_becomes_a_condition_is_told_as_one(tmp_path: Path) -> None:
    needed = "claim: fit, scheme: necessary-condition"
    review = _reviewed(tmp_path, _with("worth", WORTH, "claim: fit", needed))
    text = _text(review)
    assert "only if Most trips are short. (worth): type, scheme" in text
    assert "type: a reason for → a condition of" in text
    assert "scheme: none → necessary-condition" in text
    assert "n0 ==>|only if| n1" in diff_markdown(report(review))


# ── Reports on the hosting site ───────────────────────────────────────────────


@pytest.mark.parametrize("kind", ["an objection", "a reason that becomes an objection"])
def test_the_comment_says_the_same_in_markdown(
    tmp_path: Path, kind: str, snapshot: SnapshotAssertion
) -> None:
    review = _reviewed(tmp_path, KINDS[kind][0])
    assert diff_markdown(report(review)) == snapshot


HOSTILE = (
    "@everyone and @org/team",
    "#1 GH-1 org/repo#2 !3",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "[click](https://evil.example) ![x](https://evil.example/x.png) <https://evil.example>",
    "https://evil.example/path www.evil.example someone@evil.example",
    "``` ` ~~~ **bold** __bold__ ~~gone~~ $x$ | a | b |",
    "# Heading\n\n- item\n\n<!-- betoog --> <details>",
    "\u202eright to left\u202c \u200bnothing\x1b[31m red\x07",
    "deadbeefdeadbeefdeadbeefdeadbeefdeadbeef",
    "&lt;b&gt; &#64;someone",
    "word " * 20_000,
    "x" * 100_000,
)


def _hostile(text: str) -> str:
    quoted = json.dumps(text)
    return (
        f"---\nclaim: {{en: {quoted}, nl: {quoted}}}\nkind: fact\nimplicit: true\n"
        f"contradicts:\n  - {{claim: fit, because: {{en: {quoted}, nl: {quoted}}}}}\n---\n{text}\n"
    )


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_nothing_that_a_record_says_moves_a_report(tmp_path: Path, number: int) -> None:
    text = HOSTILE[number]
    review = _reviewed(tmp_path, {f"{D}new.md": _hostile(text), f"{D}we`ird <b>.md": "no record"})
    found = report(review)
    said = diff_markdown(found)
    assert len(said) <= LONGEST
    outside = re.sub(r"`[^`\n]*`", "", said.split("<details>")[0])
    for notice in (r"@\w", r"#\d", r"(?i)GH-\d", r"://\S", r"www\.", r"[0-9a-f]{7,}"):
        assert re.search(notice, outside) is None, notice
    assert re.search(r"(?<!\\)<", outside) is None
    assert re.search(r"(?<!\\)\]\(|(?<!\\)!\[|<!--", outside) is None
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x08\x1b]", said)
    html = review_page(found, review)
    assert len(html) < 400_000
    assert re.search(r"<(script|img|a|iframe|form|link|object)\b", html) is None
    assert re.search(r"\son\w+=", re.sub(r">[^<]*<", "><", html)) is None
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x08\x1b]", html)
    assert "\x1b" not in _text(review)


def test_a_line_of_a_report_in_pieces_is_no_more_alive_than_one_in_one_piece() -> None:
    pieces = ("@", "octocat see #", "1 and https:", "//evil.example/login and _www.evil.example")
    for roles in (("words",), ("words", "strong"), ("quote", "id", "added"), ("strong", "removed")):
        parts = [[roles[place % len(roles)], piece] for place, piece in enumerate(pieces)]
        handed = {
            "names": ["a", "b"],
            "gist": [],
            "sections": [{"title": "t", "lines": [{"parts": parts}]}],
        }
        said = diff_markdown(read_report(json.dumps(handed).encode()))
        outside = re.sub(r"[*~]|`[^`\n]*`", "", said)
        assert [each for each in ("@octocat", "#1", "://", "www.") if each in outside] == []
        assert "octocat" in said


def test_the_drawing_is_bounded_and_of_plain_words(tmp_path: Path) -> None:
    many: Changes = {
        f"{D}new-{number}.md": _hostile('"]; click n0 "https://evil.example" <b>' + str(number))
        for number in range(60)
    }
    drawing = mermaid(diff_drawing(_reviewed(tmp_path, many)))
    nodes = re.findall(r'^  n\d+(?:\(\["|\[")([^"]*)"', drawing, re.MULTILINE)
    assert 2 < len(nodes) <= MOST_NODES
    assert not any(re.search(r'["<>\[\](){}`:/@#]', node.removeprefix("new: ")) for node in nodes)
    for line in drawing.splitlines()[1:]:
        assert re.fullmatch(
            r'  n\d+(\(\["[^"]*"\]\)|\["[^"]*"\])|  n\d+ -\.?->\|[a-z, ]+\| n\d+', line
        )


@pytest.mark.parametrize("label", ["🚌 > 🚗", "(*)", "?", "\u200b"])
def test_a_claim_whose_label_is_of_signs_only_is_drawn_by_its_sentence(
    tmp_path: Path, label: str
) -> None:
    renamed = _record(FIT + f'label: {{en: "{label}", nl: Fit}}\n')
    drawing = mermaid(diff_drawing(_reviewed(tmp_path, {f"{D}fit.md": renamed, f"{D}x.md": NEW})))
    moved = _reviewed(tmp_path / "two", {f"{D}fit.md": renamed, f"{D}worth.md": None})
    assert '""' not in drawing
    assert '["Riding keeps us fit."]' in mermaid(diff_drawing(moved))


def test_a_claim_without_a_letter_anywhere_is_drawn_by_its_id(tmp_path: Path) -> None:
    drawing = mermaid(
        diff_drawing(
            _reviewed(tmp_path, {f"{D}x.md": NEW.replace("Cars are louder than bicycles.", "'!?'")})
        )
    )
    assert '["new: x"]' in drawing


@pytest.mark.long
def test_a_change_of_500_files_stays_within_limits_and_counts_the_rest(tmp_path: Path) -> None:
    many: Changes = {
        f"{D}new-{number}.md": _hostile(f"Sentence {number} " + "long " * 50)
        for number in range(500)
    }
    review = _reviewed(tmp_path, many)
    said = diff_markdown(report(review))
    assert len(said) <= LONGEST
    assert "Claims added (500)" in said
    assert "```mermaid" in said
    assert re.search(r"… and 49\d more", said)
