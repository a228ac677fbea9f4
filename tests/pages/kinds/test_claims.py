"""The page of a claim."""

import re

import pytest

from graph.base import KnowledgeBase
from graph.pages.frame import Settings
from graph.pages.site import Site
from tests.pages.conftest import ROOT
from tests.pages.rendered import words
from tests.small import read_texts

HEADINGS = {"": "Holds only if", "nl/": "Geldt alleen als"}


@pytest.mark.parametrize("prefix", HEADINGS)
def test_conditions_have_a_section_of_their_own_and_are_no_reasons(
    sample: KnowledgeBase, prefix: str
) -> None:
    pages = {each.file: each for each in Site(sample, Settings((ROOT / "templates",))).pages()}
    html = pages[f"{prefix}claims/build-the-tram/index.html"].render()
    parts = re.split(r'<h2 id="(reasons|conditions|objections|reject)">', html)
    found = dict(zip(parts[1::2], parts[2::2], strict=True))
    here = 'id="link-bridge-bears-a-tram--build-the-tram" class="is-conditions"'
    assert [each for each, part in found.items() if here in part] == ["conditions"]
    assert found["conditions"].startswith(HEADINGS[prefix])
    assert "is-conditions" in pages[f"{prefix}debates/tram/index.html"].render()
    without = pages[f"{prefix}claims/tram-pays-for-itself/index.html"].render()
    assert 'id="conditions"' not in without


@pytest.mark.parametrize("prefix", HEADINGS)
def test_what_search_finds_a_claim_by_has_its_label_and_its_topics(
    sample: KnowledgeBase, prefix: str
) -> None:
    pages = {each.file: each for each in Site(sample, Settings((ROOT / "templates",))).pages()}

    def sought(claim: str) -> list[str]:
        html = pages[f"{prefix}claims/{claim}/index.html"].render()
        return re.findall(r"<(?:h1|dd)[^>]* data-pagefind-body[^>]*>([^<]*)<", html)

    label = sample.claims["elsterveen-is-no-exception"].label
    assert label is not None
    assert sought("elsterveen-is-no-exception")[1:] == [label.wording(prefix[:2] or "en").text]
    assert sought("three-ways-to-pay")[-1] == "costs"


_ARGUES = {
    "supports: [{claim: top, with: [beside]}]": "a reason for: Top.",
    "contradicts: [{claim: top, with: [beside]}]": "an objection to: Top.",
    "supports: [{claim: top, scheme: necessary-condition, with: [beside]}]": "a condition of: Top.",
    "undercuts: [{link: reason -> top, with: [beside]}]": (
        "a doubt about the step from “Reason” to: Top."
    ),
    "undercuts: [{link: doubter -> (reason -> top), with: [beside]}]": (
        "what defends the step from “Reason” against the doubt: Doubter."
    ),
    "undercuts: [{link: second -> (doubter -> (reason -> top)), with: [beside]}]": (
        "a doubt about a reply: Second."
    ),
}


@pytest.mark.parametrize("argues", _ARGUES)
def test_a_claim_beside_the_one_that_argues_is_called_a_premise(argues: str) -> None:
    record = "---\nclaim: {{en: {0}.}}\nlabel: {{en: {0}}}\nkind: fact\n{1}\n---\n"
    arguing = {
        "top": "",
        "beside": "",
        "reason": "supports: [{claim: top}]",
        "doubter": "undercuts: [{link: reason -> top}]",
        "second": "undercuts: [{link: doubter -> (reason -> top)}]",
        "first": argues,
    }
    claims = {f"claims/d/{id_}.md": (id_.capitalize(), how) for id_, how in arguing.items()}
    texts = {path: record.format(*said) for path, said in claims.items()}
    debate = "title: {en: D}\nquestion: {en: D?}\ntheses: [top]\n"
    kb = read_texts({"claims/d/debate.yaml": debate, **texts})
    assert not kb.tree.problems
    site = Site(kb, Settings((ROOT / "templates",)))
    pages = {each.file: words(each.render()) for each in site.pages()}
    assert f"It is a premise of {_ARGUES[argues]}" in pages["claims/beside/index.html"]
    assert "It is a premise" not in pages["claims/first/index.html"]
