"""What the page of weak spots says of links and translations whose words have changed."""

from pathlib import Path

import pytest

from graph.base import KnowledgeBase
from graph.pages.frame import Settings
from graph.pages.language import language
from graph.pages.site import Site
from graph.pages.views import Reader
from graph.pages.weak_spots import weak_spots
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
