"""What the page of weak spots says of links and translations whose words have changed."""

import re
from pathlib import Path

import pytest

from graph.base import KnowledgeBase
from graph.pages.frame import Settings
from graph.pages.site import Site
from graph.pages.views.reader import Reader
from graph.pages.views.weak_spots import weak_spots
from graph.words.language import language
from tests.pages.conftest import RECORDS, ROOT

OTHER = "abcdefghij"


@pytest.fixture(scope="module")
def reworded(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    """The small argument with a link and a translation that were made for other words."""
    root: Path = tmp_path_factory.mktemp("reworded")
    for path, text in RECORDS.items():
        changed = text.replace("    with: [care]\n", f"    with: [care]\n    wording: {OTHER}\n")
        if path.endswith("/care.md"):
            changed = changed.replace("kind:", f"translates: {{nl: {OTHER}}}\nkind:")
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(changed, "utf-8")
    return KnowledgeBase.load(root)


def test_suspect_links_and_translations_are_weak_spots(reworded: KnowledgeBase) -> None:
    weak = weak_spots(Reader(reworded, language("en")))
    assert [view.claim.id for view in weak.suspect] == ["fit"]
    assert [view.id for view in weak.retranslate] == ["care"]


@pytest.mark.parametrize(("folder", "heading"), [("", "Links to be"), ("nl/", "Verbanden om")])
def test_the_page_lists_them_in_both_languages(
    reworded: KnowledgeBase, folder: str, heading: str
) -> None:
    pages = Site(reworded, Settings((ROOT / "templates",))).pages()
    page = next(each for each in pages if each.file == f"{folder}weak-spots/index.html").render()
    part = page.partition('id="suspect"')[2].partition('id="unverified"')[0]
    assert heading in part
    links, _, translations = part.partition('id="retranslate"')
    assert "claims/fit/" in links
    assert "claims/top/" in links
    assert "claims/care/" in translations


@pytest.mark.parametrize("folder", ["", "nl/"])
def test_the_page_begins_with_how_many_there_are_of_each_sort(
    reworded: KnowledgeBase, folder: str
) -> None:
    pages = Site(reworded, Settings((ROOT / "templates",))).pages()
    page = next(each for each in pages if each.file == f"{folder}weak-spots/index.html").render()
    contents = re.search(r'<nav class="weak-contents".*?</nav>', page, re.DOTALL)
    assert contents is not None
    listed = re.findall(r'<a href="#([a-z-]+)">[^<]+</a> <span class="num">(\d+)', contents[0])
    headed = re.findall(r'<h2 id="([a-z-]+)">[^<]+<small>(\d+)', page)
    assert listed == [(name, number) for name, number in headed if number != "0"]
    assert ("suspect", "1") in listed


def test_of_many_weak_spots_most_are_folded(crowd: KnowledgeBase) -> None:
    pages = Site(crowd, Settings((ROOT / "templates",))).pages()
    page = next(each for each in pages if each.file == "weak-spots/index.html").render()
    page = page.partition("<main")[2].partition("</main>")[0]
    at_once = re.sub(r'<details class="rest">.*?</details>', "", page, flags=re.DOTALL)
    assert page.count("<details") > 1
    assert at_once.count("<li>") < page.count("<li>") / 3
