"""The page on which a reader walks the lines of a thesis."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from graph.argument.walk import walk_of
from graph.base import KnowledgeBase
from graph.pages.frame import Settings, SitePage
from graph.pages.site import Site
from tests.pages.conftest import ROOT
from tests.pages.rendered import words
from tests.small import lay_out

WALK = "walk/build-the-tram/"


def _pages(kb: KnowledgeBase) -> Mapping[str, SitePage]:
    return {each.file: each for each in Site(kb, Settings((ROOT / "templates",))).pages()}


@pytest.fixture(scope="module")
def pages(sample: KnowledgeBase) -> Mapping[str, SitePage]:
    return _pages(sample)


@pytest.mark.parametrize("prefix", ["", "nl/"])
def test_each_question_has_its_claim_three_answers_and_what_they_do_without_scripts(
    sample: KnowledgeBase, pages: Mapping[str, SitePage], prefix: str
) -> None:
    walk = walk_of(sample, "build-the-tram")
    assert walk is not None
    html = pages[f"{prefix}{WALK}index.html"].render()
    stops = re.findall(r'<fieldset class="stop".*?</fieldset>', html, re.DOTALL)
    assert len(stops) == len(walk.stops)
    for found, stop in zip(stops, walk.stops, strict=True):
        legend = re.search(r"<legend>.*?</legend>", found, re.DOTALL)
        assert legend is not None
        assert f'claims/{stop.claim}/"' in legend[0]
        assert re.findall(r'name="([^"]+)" value="(\w+)"', found) == [
            (stop.claim, answer) for answer in ("yes", "no", "unsure")
        ]
        without = re.search(r"<noscript>(.*?)</noscript>", found, re.DOTALL)
        assert without is not None
        assert words(without[1])


def test_what_nobody_says_and_a_condition_are_told_as_such(
    pages: Mapping[str, SitePage],
) -> None:
    html = pages[f"{WALK}index.html"].render()
    unsaid = re.search(r'data-stop="town-cares-for-quiet".*?</fieldset>', html, re.DOTALL)
    assert unsaid is not None
    assert "Nobody says this" in words(unsaid[0])
    first = re.search(r'<section class="ride condition".*?</section>', html, re.DOTALL)
    assert first is not None
    assert 'data-stop="bridge-bears-a-tram"' in first[0]
    assert "Only if this holds" in words(first[0])


def test_the_page_holds_what_scripts_need(
    sample: KnowledgeBase, pages: Mapping[str, SitePage]
) -> None:
    html = pages[f"{WALK}index.html"].render()
    held = re.search(r'<script type="application/json" id="walk">(.*?)</script>', html)
    assert held is not None
    data = json.loads(held[1])
    walk = walk_of(sample, "build-the-tram")
    assert walk is not None
    assert [stop["claim"] for stop in data["stops"]] == [stop.claim for stop in walk.stops]
    for stop in data["stops"]:
        assert stop["older"] == list(sample.claims[stop["claim"]].aliases)
    assert [line["link"] for line in data["lines"]] == list(walk.lines)
    assert data["stops"][0]["line"] == -1
    assert f"frameworks/{data['framework']}.json" in pages


@pytest.mark.parametrize("page", ["", "debates/tram/", "claims/build-the-tram/"])
def test_it_is_reached_from_the_lines_of_the_thesis(
    pages: Mapping[str, SitePage], page: str
) -> None:
    html = pages[f"{page}index.html"].render()
    assert f'{"../" * page.count("/")}{WALK}"' in html
    assert "Where do you get off?" in words(html)


def test_the_lines_of_other_claims_lead_to_no_walk(pages: Mapping[str, SitePage]) -> None:
    assert "walk/" not in pages["debates/tram/streets/index.html"].render()


def test_a_thesis_that_had_another_id_is_walked_at_its_older_address_too(
    pages: Mapping[str, SitePage],
) -> None:
    moved = pages["walk/elsterveen-needs-a-tram/index.html"].render()
    assert "walk/build-the-tram/" in moved


def test_where_nothing_leads_to_a_thesis_there_is_no_page(tmp_path: Path) -> None:
    lay_out(tmp_path)
    for record in (tmp_path / "claims/paths").glob("*.md"):
        text = record.read_text("utf-8")
        record.write_text(text.replace("supports:", "x_supports:"), "utf-8")
    kb = KnowledgeBase.load(tmp_path)
    assert not [file for file in _pages(kb) if file.startswith("walk/")]
