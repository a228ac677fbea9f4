"""What an analysis found, on home and on the page of its debate; and what keywords do on pages."""

import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from graph.base import KnowledgeBase
from graph.pages.frame import Settings
from graph.pages.site import Site
from tests.pages.conftest import RECORDS, ROOT

FINDINGS = """\
findings:
  - finding: {en: It all <turns> on money., nl: Het draait om geld.}
    claims: [cost, gone-since, top]
  - {finding: {en: Nobody asks about rain.}, claims: [rain]}
editors: [Ada Bron, Bo & Co]
"""
_BLOCK = re.compile(r'<section class="findings".*?</section>', re.DOTALL)
Page = Callable[[str], str]


def _pages(root: Path, changes: dict[str, str]) -> Page:
    for path, text in {**RECORDS, **changes}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    site = Site(KnowledgeBase.load(root), Settings((ROOT / "templates",)))
    pages = {each.file: each for each in site.pages()}
    return cache(lambda path: pages[f"{path}index.html"].render())


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Page:
    cost = RECORDS["claims/d/cost.md"]
    keyed = cost.replace("---\n", '---\nkeywords: {en: [price "tag"], nl: [prijs]}\n', 1)
    return _pages(
        tmp_path_factory.mktemp("findings"),
        {
            "claims/d/debate.yaml": RECORDS["claims/d/debate.yaml"] + FINDINGS,
            "claims/d/cost.md": keyed,
        },
    )


@pytest.mark.parametrize("where", ["", "debates/d/"])
@pytest.mark.parametrize(
    ("prefix", "heading", "said", "signed"),
    [
        ("", "What the analysis found", "It all &lt;turns&gt; on money.", "— Editors: "),
        ("nl/", "Wat de analyse vond", "Het draait om geld.", "— Redactie: "),
    ],
)
def test_findings_are_listed_in_order_with_their_claims_and_who_signs_them(
    page: Page, where: str, prefix: str, heading: str, said: str, signed: str
) -> None:
    (block,) = _BLOCK.findall(page(f"{prefix}{where}"))
    assert f'<h2 id="findings">{heading}</h2>' in block
    first, second = re.findall(r"<li>(.*?)</li>", block, re.DOTALL)
    assert said in first
    # An id that is no claim's leads nowhere, and is told by a rule.
    assert re.findall(r"claims/([a-z-]+)/", first) == ["cost", "top"]
    assert "Nobody asks about rain." in second
    assert f"{signed}Ada Bron, Bo &amp; Co" in block


def test_they_stand_below_the_thesis_and_above_its_lines(page: Page) -> None:
    html = page("")
    assert html.index("data-standing-of") < html.index('id="findings"') < html.index("lines brief")


def test_a_debate_without_findings_has_no_such_section(tmp_path: Path) -> None:
    without = _pages(tmp_path, {})
    assert [_BLOCK.search(without(path)) for path in ("", "debates/d/")] == [None, None]


def test_machines_are_told_the_keywords_of_a_claim(page: Page) -> None:
    text = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page("claims/cost/"))[
        0
    ]
    node = next(each for each in json.loads(text)["@graph"] if each["@type"] == "Claim")
    assert node["keywords"] == ['price "tag"', "prijs"]


@pytest.mark.parametrize("prefix", ["", "nl/"])
def test_keywords_of_all_languages_are_for_search_and_not_shown(page: Page, prefix: str) -> None:
    html = page(f"{prefix}claims/cost/")
    body = re.sub(r"<script.*?</script>", "", html, flags=re.DOTALL)
    found = re.findall(r'data-pagefind-index-attrs="data-words" data-words="([^"]*)"', body)
    assert {"price", "tag", "prijs"} <= set(found[0].split())
    assert "prijs" not in re.sub(r"<[^>]*>", "", body)
    assert "prijs" not in page(f"{prefix}claims/top/")
