"""What the page of upkeep says of links and translations whose words have changed."""

from pathlib import Path

import pytest

from graph.base import KnowledgeBase
from graph.pages.frame import Settings
from graph.pages.site import Site
from graph.pages.views.reader import Reader
from graph.pages.views.upkeep import upkeep
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


def test_suspect_links_and_translations_are_upkeep(reworded: KnowledgeBase) -> None:
    work = upkeep(Reader(reworded, language("en")))
    assert [view.claim.id for view in work.suspect] == ["fit"]
    assert [view.id for view in work.retranslate] == ["care"]


@pytest.mark.parametrize(("folder", "heading"), [("", "Links to be"), ("nl/", "Verbindingen om")])
def test_the_page_lists_them_in_both_languages(
    reworded: KnowledgeBase, folder: str, heading: str
) -> None:
    pages = Site(reworded, Settings((ROOT / "templates",))).pages()
    page = next(each for each in pages if each.file == f"{folder}upkeep/index.html").render()
    part = page.partition('<h2 id="suspect"')[2].partition('<h2 id="unverified"')[0]
    assert heading in part
    links, _, translations = part.partition('<h2 id="retranslate"')
    assert "claims/fit/" in links
    assert "claims/top/" in links
    assert "claims/care/" in translations


def test_where_there_is_nothing_to_be_done_the_page_says_so(tmp_path: Path) -> None:
    for path, text in RECORDS.items():
        if not path.endswith(".md"):
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(text, "utf-8")
    pages = Site(KnowledgeBase.load(tmp_path), Settings((ROOT / "templates",))).pages()
    said = {each.file: each for each in pages}
    assert "There is nothing to be done." in said["upkeep/index.html"].render()
    weak = said["weak-spots/index.html"].render()
    assert "Nothing is left open here." in weak
    assert "weak-contents" not in weak
