"""Words of a language are text on every page, whatever stands in them."""

import pytest

from graph.base import KnowledgeBase
from graph.pages.bundled import TEMPLATES
from graph.pages.frame import Settings
from graph.pages.site import Site
from graph.words.interface import Interface, read_interface
from tests.hostile_words import come_alive, hostile_words


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Interface:
    root = tmp_path_factory.mktemp("words")
    (root / "languages").mkdir()
    (root / "languages" / "de.yaml").write_text(hostile_words(), "utf-8")
    return read_interface(root, ("en", "nl"))


def test_no_word_of_a_language_is_left_out_for_what_stands_in_it(hostile: Interface) -> None:
    assert hostile.notes == ()
    assert "<hostile" in hostile.language("de").t("home.hangs")


@pytest.mark.long
def test_no_word_of_a_language_becomes_an_element_of_a_page(
    sample: KnowledgeBase, hostile: Interface
) -> None:
    site = Site(sample, Settings((TEMPLATES,), "https://example.org/", interface=hostile))
    pages = {
        each.file: each.render()
        for each in site.pages()
        if each.language == "de" or each.file == "404.html"
    }
    assert len(pages) > 50
    assert all("hostile" in page for page in pages.values())
    assert {file: found for file, page in pages.items() if (found := come_alive(page))} == {}
    assert [file for file, page in pages.items() if "<hostile" in page] == []
