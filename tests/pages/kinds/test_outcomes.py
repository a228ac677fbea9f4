"""What became of predictions: on their pages, where they are used, and in a list."""

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from graph.answers.show import show_text
from graph.base import KnowledgeBase
from graph.check import check
from graph.pages.frame import Settings, SitePage
from graph.pages.site import Site
from graph.semantics import Standing
from tests.conftest import SAMPLE
from tests.pages.conftest import ROOT
from tests.pages.rendered import words
from tests.printed import printed

SHOWN_BY = {"": "Built stretch by stretch", "nl/": "Stuk voor stuk aangelegd"}
FAILED = {"": "did not come true", "nl/": "niet uitgekomen"}


@pytest.fixture(scope="module")
def pages(sample: KnowledgeBase) -> Mapping[str, SitePage]:
    return {each.file: each for each in Site(sample, Settings((ROOT / "templates",))).pages()}


@pytest.mark.parametrize("prefix", FAILED)
def test_the_page_of_a_prediction_says_what_became_of_it_above_the_arguments(
    pages: Mapping[str, SitePage], prefix: str
) -> None:
    html = pages[f"{prefix}claims/shopkeepers-lose-two-years/index.html"].render()
    before, _, rest = html.partition('<section class="became"')
    became = words(rest.partition("</section>")[0])
    verdict = before.partition('class="verdict"')[2].partition('class="pair"')[0]
    assert 'href="#outcome"' in verdict
    assert f"✕ {FAILED[prefix]}" in words(verdict)
    assert f"✕ {FAILED[prefix].capitalize()}" in became
    assert "2021" in became
    assert 'claims/built-in-short-stretches/"' in rest.partition("</section>")[0]


@pytest.mark.parametrize("prefix", FAILED)
def test_a_step_from_a_prediction_says_what_became_of_it_and_what_shows_it(
    pages: Mapping[str, SitePage], prefix: str
) -> None:
    html = pages[f"{prefix}claims/shops-do-well/index.html"].render()
    pair = html.partition('<div class="pair">')[2].partition("</section>\n</div>")[0]
    outline = html.partition('<h2 id="objections">')[2].partition("<aside")[0]
    for part in (pair, outline):
        assert f"✕ {FAILED[prefix]}" in words(part)
        assert "claims/built-in-short-stretches/" in part


def test_that_it_is_too_early_to_tell_is_said_on_its_own_page_and_in_no_list(
    pages: Mapping[str, SitePage],
) -> None:
    assert "○ Still open" in words(pages["claims/shops-do-well/index.html"].render())
    assert "still open" not in words(pages["lists/speaker/mira-holt/index.html"].render())


def test_a_claim_without_an_outcome_says_nothing_of_one(pages: Mapping[str, SitePage]) -> None:
    assert 'class="became"' not in pages["claims/build-the-tram/index.html"].render()


@pytest.mark.parametrize("prefix", FAILED)
def test_all_predictions_are_listed_by_how_they_turned_out(
    pages: Mapping[str, SitePage], sample: KnowledgeBase, prefix: str
) -> None:
    html = pages[f"{prefix}outcomes/index.html"].render().partition('<h2 id="predictions">')[2]
    groups = re.findall(r'<h2 id="([a-z-]+)">', html)
    assert groups == ["came-true", "partly", "failed", "open", "unjudged"]
    table = "".join(re.findall(r"<tbody>.*?</tbody>", html, re.DOTALL))
    rows = re.findall(r'<tr><td><a href="[^"]*claims/([a-z-]+)/"', table)
    predictions = [each.id for each in sample.claims.values() if each.kind == "prediction"]
    assert sorted(rows) == sorted(predictions)
    assert rows[:2] == ["trams-can-run-often", "ferry-serves-the-harbour"]
    assert '<time datetime="2021-11-30">' in table


@pytest.mark.parametrize("prefix", FAILED)
def test_what_is_drawn_of_the_thesis_and_the_predictions_in_time_is_said_in_words_too(
    pages: Mapping[str, SitePage], prefix: str
) -> None:
    html = pages[f"{prefix}outcomes/index.html"].render()
    course = html.partition('<section class="over-time"')[2].partition("</section>")[0]
    rows = re.findall(r'<tr><th scope="row"><time datetime="([0-9-]+)">', course)
    assert rows == ["2021-03-14", "2021-04-30"]
    turns = re.findall(r"<li><time", course.partition("</ol>")[0])
    assert len(turns) == len(re.findall("<circle ", course)) == 1
    for claim in ("old-trees-must-go", "town-cannot-pay"):
        assert f"claims/{claim}/" in course
    ledger = html.partition('<section class="ledger"')[2].partition("</section>")[0]
    assert len(re.findall(r'<svg class="seen-', ledger)) == 1
    listed = words(ledger.partition('<ul class="unseen">')[2].partition("</ul>")[0])
    assert listed.endswith((", April 2021", ", april 2021"))
    assert listed.startswith(("speaks against it: ", "pleit ertegen: "))


def test_predictions_can_be_narrowed_down_by_what_became_of_them(
    pages: Mapping[str, SitePage],
) -> None:
    html = pages["lists/outcome/failed/index.html"].render()
    assert re.findall(r'<ul class="rows"><li><a href="[^"]*claims/([a-z-]+)/"', html) == [
        "shopkeepers-lose-two-years"
    ]
    assert "lists/outcome/unjudged/index.html" in pages


def test_a_debate_without_predictions_has_a_page_that_says_so(small: KnowledgeBase) -> None:
    pages = Site(small, Settings((ROOT / "templates",))).pages()
    html = next(each for each in pages if each.file == "outcomes/index.html").render()
    assert "<table" not in html
    assert "Nothing is predicted here." in html


MADE_UP = """\
---
claim: {en: The council never built a stretch., nl: De raad heeft nooit een stuk aangelegd.}
label: {en: Never built, nl: Nooit aangelegd}
kind: fact
passages: [{source: hoek-2018, paragraph: 1, start: not one, end: was built}]
contradicts:
  - claim: built-in-short-stretches
    because: {en: What was not built was not built in stretches., nl: Er is niets aangelegd.}
    relevance: RELEVANCE
---
"""


@pytest.mark.parametrize(
    ("relevance", "standing", "told_in_dutch"),
    [("1.0", Standing.OPPOSED, "bestreden"), ("0.9", Standing.DISPUTED, "omstreden")],
)
def test_of_what_shows_an_outcome_and_has_fallen_it_is_told_how_it_stands(
    tmp_path: Path, relevance: str, standing: Standing, told_in_dutch: str
) -> None:
    shutil.copytree(SAMPLE / "claims", tmp_path / "claims")
    (found,) = tmp_path.rglob("built-in-short-stretches.md")
    objection = MADE_UP.replace("RELEVANCE", relevance)
    (found.parent / "never-built.md").write_text(objection, "utf-8")
    kb = KnowledgeBase.load(tmp_path)
    assert kb.assessment.standings["built-in-short-stretches"] is standing
    pages = {each.file: each for each in Site(kb, Settings((ROOT / "templates",))).pages()}
    for prefix, word in (("", standing.value), ("nl/", told_in_dutch)):
        for file in ("claims/shopkeepers-lose-two-years", "claims/shops-do-well", "outcomes"):
            told = words(pages[f"{prefix}{file}/index.html"].render())
            assert re.search(rf"{SHOWN_BY[prefix]} [”’] \( {word} :", told), told
    assert f" · {standing.value}" in printed(show_text(kb, "shopkeepers-lose-two-years"))
    assert "A609" in {each.code for each in check(kb)}


def test_of_what_shows_an_outcome_and_holds_nothing_more_is_told(
    sample: KnowledgeBase, pages: Mapping[str, SitePage]
) -> None:
    for prefix, name in SHOWN_BY.items():
        told = words(pages[f"{prefix}claims/shopkeepers-lose-two-years/index.html"].render())
        assert f"{name} ”" in told or f"{name} ’" in told
        assert not re.search(rf"{name} [”’] \(", told), told
    assert "A609" not in {each.code for each in check(sample)}
