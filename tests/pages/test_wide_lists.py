"""A claim about which very many argue has pages of a bounded length, which count the rest."""

import re

import pytest

from graph.pages.frame import Settings
from graph.pages.site import Site
from tests.conftest import ROOT
from tests.shapes import hub, shaped

PAGES = ("", "claims/c0/", "debates/d/", "debates/d/map/")


def _pages(size: int, prefix: str) -> list[str]:
    site = Site(shaped(hub(size)), Settings((ROOT / "templates",)))
    pages = {each.file: each for each in site.pages()}
    return [pages[f"{prefix}{each}index.html"].render() for each in PAGES]


@pytest.mark.parametrize(
    ("prefix", "told", "every"),
    [
        ("", "and {n} more, with no more force than these", "All claims"),
        ("nl/", "en nog {n}, met niet meer kracht dan deze", "Alle beweringen"),
    ],
)
def test_lists_show_the_most_forceful_and_count_the_rest(
    prefix: str, told: str, every: str
) -> None:
    # Of 649 claims about the first, 129 object to it.
    # Home names a few, each of which leads to its page.
    for page, rest in zip(_pages(650, prefix), (set(), {420, 29}, {449}, {449}), strict=True):
        lines = {420} if 'class="lines"' in page else set()
        found = re.findall(re.escape(told).replace(r"\{n\}", r"(\d+)"), page)
        assert {int(each) for each in found} == rest | lines
        assert every in page


@pytest.mark.long
def test_pages_of_claims_with_more_reasons_are_not_the_longer_for_it() -> None:
    for page, other in zip(_pages(600, ""), _pages(1200, ""), strict=True):
        assert len(other) < 1.1 * len(page)
