"""The page of a claim."""

import re

import pytest

from graph.base import KnowledgeBase
from graph.pages.frame import Settings
from graph.pages.site import Site
from tests.pages.conftest import ROOT

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
