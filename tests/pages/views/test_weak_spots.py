"""What the page of weak spots says, and of how many."""

import re

import pytest

from graph.base import KnowledgeBase
from graph.pages.frame import Settings
from graph.pages.site import Site
from tests.pages.conftest import ROOT


@pytest.mark.parametrize("folder", ["", "nl/"])
def test_the_page_begins_with_how_many_there_are_of_each_sort(
    small: KnowledgeBase, folder: str
) -> None:
    pages = Site(small, Settings((ROOT / "templates",))).pages()
    page = next(each for each in pages if each.file == f"{folder}weak-spots/index.html").render()
    contents = re.search(r'<nav class="weak-contents".*?</nav>', page, re.DOTALL)
    assert contents is not None
    listed = re.findall(r'<a href="#([a-z-]+)">[^<]+</a> <span class="num">(\d+)', contents[0])
    headed = re.findall(r'<h2 id="([a-z-]+)">[^<]+<small>(\d+)', page)
    assert listed == headed
    assert listed
    assert "0" not in dict(headed).values()


def test_of_many_weak_spots_most_are_folded(crowd: KnowledgeBase) -> None:
    pages = Site(crowd, Settings((ROOT / "templates",))).pages()
    page = next(each for each in pages if each.file == "weak-spots/index.html").render()
    page = page.partition("<main")[2].partition("</main>")[0]
    at_once = re.sub(r'<details class="rest">.*?</details>', "", page, flags=re.DOTALL)
    assert page.count("<details") > 1
    assert at_once.count("<li>") < page.count("<li>") / 3
