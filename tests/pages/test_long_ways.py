"""Pages of a long chain of claims show both ends of the way, and are not the longer for it."""

import pytest

from graph.pages.frame import Settings
from graph.pages.site import Site
from tests.conftest import ROOT
from tests.shapes import chain, shaped


@pytest.mark.parametrize(
    ("prefix", "between"), [("", "claims between"), ("nl/", "beweringen ertussen")]
)
def test_the_middle_of_a_long_way_is_told_in_a_number(prefix: str, between: str) -> None:
    site = Site(shaped(chain(100)), Settings((ROOT / "templates",)))
    pages = {each.file: each for each in site.pages()}
    page = pages[f"{prefix}claims/c99/index.html"].render()
    assert f"… 77 {between} …" in page
    assert "claims/c2/" in page
    assert "claims/c3/" not in page
    middle = pages[f"{prefix}claims/c60/index.html"].render()
    assert len(page) < 1.1 * len(middle)


@pytest.mark.long
def test_an_outline_names_the_way_down_to_its_claim_as_far_as_a_page_can_be_led_to_by_it() -> None:
    site = Site(shaped(chain(1000)), Settings((ROOT / "templates",)))
    reader = site.edition("en").reader
    assert reader.claim("c23").way_down == tuple(f"c{n}" for n in range(24))
    assert reader.claim("c24").way_down == ("c24",)
    pages = {each.file: each for each in site.pages()}
    page, deep = (pages[f"claims/c{n}/index.html"].render() for n in (60, 990))
    assert len(deep) < 1.05 * len(page)
