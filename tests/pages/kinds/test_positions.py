"""The page of the positions of a debate."""

import json
import re
from collections.abc import Mapping

import pytest

from graph.argument.positions import differences, positions_of
from graph.base import KnowledgeBase
from graph.pages.frame import Settings, SitePage
from graph.pages.site import Site
from tests.pages.conftest import ROOT
from tests.pages.rendered import words

PAGE = "positions/tram/index.html"


def _pages(kb: KnowledgeBase) -> Mapping[str, SitePage]:
    return {each.file: each for each in Site(kb, Settings((ROOT / "templates",))).pages()}


@pytest.fixture(scope="module")
def pages(sample: KnowledgeBase) -> Mapping[str, SitePage]:
    return _pages(sample)


@pytest.mark.parametrize("prefix", ["", "nl/"])
def test_each_position_is_there_with_a_way_to_read_the_argument_by_it(
    sample: KnowledgeBase, pages: Mapping[str, SitePage], prefix: str
) -> None:
    html = pages[f"{prefix}{PAGE}"].render()
    for position in positions_of(sample, "tram"):
        assert f'<li id="{position.speaker}">' in html
        assert f'debates/tram/?as={position.speaker}"' in html


def test_what_a_position_makes_of_the_thesis_is_told(pages: Mapping[str, SitePage]) -> None:
    html = pages[PAGE].render()
    told = {
        found[1]: words(found[2])
        for found in re.finditer(r'<li id="([^"]+)"><h2>(.*?)</li>', html, re.DOTALL)
    }
    assert "Puts the thesis forward." in told["mira-holt"]
    assert "the thesis is disputed; the records leave it supported" in told["harbour-residents"]
    # Who changes nothing comes last.
    same = ["leaves the thesis and its lines as" in each for each in told.values()]
    assert same == sorted(same)


def test_any_two_who_part_stand_beside_each_other(
    sample: KnowledgeBase, pages: Mapping[str, SitePage]
) -> None:
    html = pages[PAGE].render()
    for one, other in differences(sample, "tram"):
        section = re.search(f'id="{one}--{other}".*?</section>', html, re.DOTALL)
        assert section is not None
    said = words(html)
    assert (
        "but Residents of the harbour The town cannot pay for a tram and for its schools." in said
    )


def test_scripts_find_every_position_in_one_file(
    sample: KnowledgeBase, pages: Mapping[str, SitePage]
) -> None:
    data = json.loads(pages["positions.json"].render())
    assert list(data) == sorted(each.speaker for each in positions_of(sample, "tram"))
    holt = next(each for each in positions_of(sample, "tram") if each.speaker == "mira-holt")
    assert data["mira-holt"] == {
        "name": {"en": "Mira Holt", "nl": "Mira Holt"},
        "accept": list(holt.endorses),
        "reject": list(holt.disputes),
    }


def test_home_and_the_pages_of_speakers_lead_there(pages: Mapping[str, SitePage]) -> None:
    speaker = pages["speakers/mira-holt/index.html"].render()
    assert 'href="../../positions/tram/#mira-holt"' in speaker
    assert "positions/" not in pages["speakers/rail-makers/index.html"].render()
    assert 'href="positions/tram/"' in pages["index.html"].render()


def test_where_nobody_has_said_enough_there_is_no_page(small: KnowledgeBase) -> None:
    pages = _pages(small)
    assert not [file for file in pages if file.startswith("positions/")]
    assert "positions/" not in pages["index.html"].render()
