"""By which change a claim has another ground than it had, and that a diff says so."""

from pathlib import Path

import pytest

from graph.cli.terminal import text_document
from graph.review.review import Review
from graph.review.telling.as_json import diff_answer
from graph.review.telling.as_text import diff_text
from graph.review.telling.sections import report
from tests.review.test_review import Changes, Files, _kb

BASE: Files = {
    "claims/d/debate.yaml": (
        "title: {en: Paths}\nquestion: {en: Paths or not?}\nsource: essay\ntheses: [top]\n"
    ),
    "claims/d/top.md": "---\nclaim: {en: We should build paths.}\nkind: value\n---\n",
    "claims/d/fit.md": (
        "---\nclaim: {en: Riding keeps us fit.}\nkind: causal\n"
        "passages: [{source: essay, start: fit}]\nsupports: [{claim: top}]\n---\n"
    ),
    "claims/d/count.md": (
        "---\nclaim: {en: Many trips are short.}\nkind: fact\n"
        "passages: [{source: news, start: short}, {source: survey, start: trips}]\n"
        "supports: [{claim: fit}]\n---\n"
    ),
    "claims/sources/essay.yaml": "type: article\ntitle: Why paths\n",
    "claims/sources/news.yaml": (
        "type: article-newspaper\ntitle: News\noriginal: survey\nquality: {level: secondary}\n"
    ),
    "claims/sources/survey.yaml": "type: report\ntitle: A survey\nquality: {level: copy}\n",
    "claims/grounds.yaml": "most: 0.9\n",
}
TOP, FIT, COUNT, DEBATE = (
    f"claims/d/{each}" for each in ("top.md", "fit.md", "count.md", "debate.yaml")
)
NEWS, SURVEY, GRADES = (
    "claims/sources/news.yaml",
    "claims/sources/survey.yaml",
    "claims/grounds.yaml",
)
CHANGES: dict[str, tuple[Changes, str, list[str], list[tuple[str, str]]]] = {
    "how good a source is": (
        {SURVEY: "type: report\ntitle: A survey\nquality: {level: primary}\n"},
        "count", ["count"], [("source", "survey")],
    ),
    "how good a source is, further up": (
        {SURVEY: "type: report\ntitle: A survey\nquality: {level: primary, interested: true}\n"},
        "top", ["count", "fit", "top"], [("source", "survey")],
    ),
    "another source beside one with which nothing changes": (
        {
            SURVEY: "type: report\ntitle: A survey\nquality: {level: primary}\n",
            NEWS: BASE[NEWS].replace("News", "The news").replace("secondary", "copy"),
        },
        "count", ["count"], [("source", "survey")],
    ),
    "what a source reports": (
        {NEWS: BASE[NEWS].replace("original: survey\n", "")},
        "count", ["count"], [("source", "news")],
    ),
    "an original between": (
        {
            NEWS: BASE[NEWS].replace("original: survey", "original: agency"),
            "claims/sources/agency.yaml": "type: report\ntitle: An agency\n",
        },
        "count", ["count"], [("source", "news")],
    ),
    "either of two sources": (
        {
            NEWS: "type: article\ntitle: News\nquality: {level: primary}\n",
            SURVEY: "type: report\ntitle: A survey\nquality: {level: primary}\n",
        },
        "count", ["count"], [("source", "news"), ("source", "survey")],
    ),
    "a source that is no more": (
        {SURVEY: None}, "count", ["count"], [("source", "survey")],
    ),
    "which text is analysed": (
        {DEBATE: BASE[DEBATE].replace("source: essay", "source: [essay, survey]")},
        "fit", ["count", "fit"], [("debate", "d")],
    ),
    "a grade": (
        {GRADES: "most: 0.9\ncopy: 0.8\n"}, "top", ["count", "fit", "top"], [("grounds", "")],
    ),
    "what the claim is": (
        {COUNT: BASE[COUNT].replace("kind: fact", "kind: causal")}, "fit", ["count", "fit"], [],
    ),
    "where it is said, beside a source that plays no part": (
        {
            COUNT: BASE[COUNT].replace(", {source: survey, start: trips}", ""),
            "claims/sources/essay.yaml": "type: article\ntitle: E\nquality: {level: copy}\n",
        },
        "count", ["count"], [],
    ),
    "a reason that its text gives no longer states": (
        {COUNT: BASE[COUNT].replace("kind: fact", "kind: fact\nimplicit: true")},
        "fit", ["count", "fit"], [],
    ),
    "a question that is answered by itself": (
        {COUNT: BASE[COUNT].replace("kind: fact", "kind: question")}, "fit", ["count", "fit"], [],
    ),
}  # fmt: skip


def _reviewed(folder: Path, changes: Changes) -> Review:
    after = {path: text for path, text in {**BASE, **changes}.items() if text is not None}
    states = _kb(folder / "before", BASE), _kb(folder / "after", after)
    return Review(("before", "after"), *states)


@pytest.mark.parametrize("changed", CHANGES)
def test_a_balance_is_led_back_to_the_record_that_changed_a_ground(
    tmp_path: Path, changed: str
) -> None:
    changes, claim, route, records = CHANGES[changed]
    answer = diff_answer(_reviewed(tmp_path, changes))
    (found,) = (each for each in answer["balances"] if each["id"] == claim)
    assert found["route"] == route
    assert [(each["kind"], each["id"]) for each in found["since"]] == records


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ("how good a source is", "since the source survey changed"),
        (
            "how good a source is, further up",
            "since the source survey changed, by way of (count) → (fit) → (top)",
        ),
        ("either of two sources", "since the source news and the source survey changed"),
        ("which text is analysed", "since the debate d changed, by way of (count) → (fit)"),
        ("a grade", "since the table of grades changed, by way of (count) → (fit)"),
    ],
)
def test_a_diff_says_since_which_record_changed(tmp_path: Path, changed: str, told: str) -> None:
    lines = text_document(diff_text(report(_reviewed(tmp_path, CHANGES[changed][0])))).splitlines()
    assert told in [each.strip() for each in lines]


def test_only_what_weighs_about_a_link_is_where_a_change_begins(tmp_path: Path) -> None:
    changes: Changes = {
        FIT: BASE[FIT].replace("{claim: top}", "{claim: top, because: {en: Health matters.}}"),
        SURVEY: "type: report\ntitle: A survey\nquality: {level: primary}\n",
    }
    assert _reviewed(tmp_path, changes).spread["top"].claims == ("count", "fit", "top")
