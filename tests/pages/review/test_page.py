"""The page of a review: what a change does, drawn before and after."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.base import KnowledgeBase
from graph.pages.review.page import DRAWN, review_page
from graph.pages.review.style import STYLE
from graph.review.review import Review
from graph.review.telling.sections import report
from tests.pages.conftest import RECORDS

Changes = dict[str, str | None]
D = "claims/d/"
RAISE = """\
---
claim: {en: Fit people live longer., nl: Fitte mensen leven langer.}
label: {en: Longer lives, nl: Langer leven}
kind: fact
implicit: true
supports:
  - {claim: top, because: {en: A long life is good., nl: Lang leven is goed.}}
---
"""


@pytest.fixture
def reviewed(tmp_path: Path) -> Callable[[Changes], str]:
    """The page of these changes to the small argument."""

    def loaded(name: str, files: Changes) -> KnowledgeBase:
        for path, text in files.items():
            if text is not None:
                (tmp_path / name / path).parent.mkdir(parents=True, exist_ok=True)
                (tmp_path / name / path).write_text(text, "utf-8")
        return KnowledgeBase.load(tmp_path / name)

    def made(*states: Changes) -> str:
        base, changes = states if len(states) > 1 else ({}, *states)
        review = Review(
            ("main", "mine"),
            loaded("before", {**RECORDS, **base}),
            loaded("after", {**RECORDS, **changes}),
        )
        return review_page(report(review), review)

    return made


def _figures(html: str) -> list[tuple[str, str]]:
    """Each drawing as when it is of, and its tags and boxes in words."""
    found = re.findall(r'<figure class="(\w+)">(.*?)</figure>', html, re.DOTALL)
    return [
        (when, " | ".join(re.findall(r"<text[^>]*>([^<]+)</text>", figure)))
        for when, figure in found
    ]


def test_what_came_is_marked_in_the_drawing_after(reviewed: Callable[[Changes], str]) -> None:
    html = reviewed({f"{D}lives.md": RAISE})
    (before, then), (after, now) = _figures(html)[:2]
    assert (before, after) == ("before", "after")
    assert "new" not in then
    assert "gone" not in then
    assert "▲ because · new | Longer lives" in now
    assert now.count("· new") == html.count('class="node changed"') == 1


def test_what_went_is_marked_in_the_drawing_before(reviewed: Callable[[Changes], str]) -> None:
    html = reviewed({f"{D}cost.md": None, f"{D}cheap.md": None})
    (_, then), (_, now) = _figures(html)[:2]
    assert "▼ but · gone | Paths cost too much." in then
    assert "◆ unless · gone | Paint costs little." in then
    assert "gone" not in now


def test_a_claim_that_was_only_renamed_has_neither_come_nor_gone(
    reviewed: Callable[[Changes], str],
) -> None:
    old = RECORDS[f"{D}fit.md"]
    html = reviewed(
        {
            f"{D}fit.md": None,
            f"{D}fitter.md": old.replace("speaker: ada", "speaker: ada\naliases: [fit]"),
            f"{D}lives.md": RAISE,
            f"{D}debate.yaml": RECORDS[f"{D}debate.yaml"].replace("[fit]", "[fitter]"),
        }
    )
    assert "fitter" in html
    assert "gone" not in "".join(words for _, words in _figures(html))


def test_where_nothing_came_or_went_one_drawing_does(reviewed: Callable[[Changes], str]) -> None:
    doubt = RAISE.replace("supports", "contradicts").replace("claim: top", "claim: fit")
    html = reviewed({f"{D}doubt.md": doubt})
    top, *others = _figures(html)
    assert top[0] == "after"
    assert "Before and after" in html
    assert "The arguments beside it are the same." in html
    assert [when for when, _ in others][:2] == ["before", "after"]


def test_a_new_claim_that_got_an_argument_has_no_drawing_before(
    reviewed: Callable[[Changes], str],
) -> None:
    doubt = RAISE.replace("supports", "contradicts").replace("claim: top", "claim: lives")
    html = reviewed({f"{D}lives.md": RAISE, f"{D}doubt.md": doubt})
    assert html.count("<b>New</b>") == 1


def test_theses_come_first_and_the_drawings_before_the_lists(
    reviewed: Callable[[Changes], str],
) -> None:
    html = reviewed({f"{D}lives.md": RAISE})
    headings = re.findall(r"<h2>(.*?) <small>", html)
    assert headings[0] == "Theses"
    assert headings.index("Before and after") < headings.index("Claims added")


def test_routes_are_told_in_names_and_claims_keep_their_ids(
    reviewed: Callable[[Changes], str],
) -> None:
    html = reviewed({f"{D}lives.md": RAISE})
    route = '<span class="name">Longer lives</span> → <span class="name">Build paths</span>'
    assert f"by way of {route}" in html
    assert "<code>lives</code>" in html


def test_more_claims_than_are_drawn_are_counted(reviewed: Callable[[Changes], str]) -> None:
    names = [f"other-{number}" for number in range(DRAWN + 2)]
    claim = RAISE.partition("supports")[0] + "---\n"
    link = RAISE.replace("claim: top", "claim: {}")
    changes: Changes = {f"{D}{name}.md": claim for name in names}
    changes.update({f"{D}for-{name}.md": link.replace("{}", name) for name in names})
    assert f"{2} more claims are not drawn" in reviewed(changes)


def test_the_page_stands_alone(reviewed: Callable[[Changes], str]) -> None:
    html = reviewed({f"{D}lives.md": RAISE})
    assert not re.search(r"<(a|img|script|link|iframe)\b|\bhref=|\bsrc=|@import|url\(", html)
    assert STYLE in html
    assert "&lt;paths&gt; &amp; more" in html


def test_a_change_that_matters_to_nothing_says_so(reviewed: Callable[[Changes], str]) -> None:
    html = reviewed({})
    assert "Nothing that matters to the argument changes." in html
    assert "<figure" not in html


def test_another_record_with_the_id_of_a_claim_is_not_called_by_its_name(
    reviewed: Callable[..., str],
) -> None:
    source = "type: report\ntitle: A report\nquality: {level: %s}\n"
    base: Changes = {
        "claims/sources/fit.yaml": source % "secondary",
        f"{D}lives.md": RAISE.replace(
            "implicit: true", "passages: [{source: fit, start: fit people}]"
        ),
    }
    html = reviewed(base, {**base, "claims/sources/fit.yaml": source % "primary"})
    assert "since the source <b>fit</b> changed" in html
    assert "<li>changed: <code>fit</code>" in html
