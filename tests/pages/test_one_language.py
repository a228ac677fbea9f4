"""A knowledge base has the languages that it says, in all that is built, and no others."""

from pathlib import Path

import pytest

from graph.base import KnowledgeBase
from graph.pages.bundled import TEMPLATES
from graph.pages.frame import Settings
from graph.pages.site import Site
from graph.words.interface import read_interface
from tests.pages.one_language import foreign_words, lay_out_in, words_of_records


@pytest.mark.long
@pytest.mark.parametrize("code", ["en", "nl", "de", "ar"])
def test_no_page_has_a_word_of_another_language(tmp_path: Path, code: str) -> None:
    kb = KnowledgeBase.load(lay_out_in(tmp_path, code))
    interface = read_interface(tmp_path, kb.languages)
    assert (interface.codes, interface.notes) == ((code,), ())
    known = words_of_records(kb, code)
    site = Site(kb, Settings((TEMPLATES,), "https://example.org/", interface=interface))
    pages = [each for each in site.pages() if each.language or each.file == "404.html"]
    # One rule is like another.
    pages = [each for each in pages if not each.path.startswith("rules/R")]
    assert not [each.file for each in pages if each.file.startswith(("en/", "nl/", "de/", "ar/"))]
    found = {each.file: foreign_words(each.render(), known) for each in pages}
    assert {file: said for file, said in found.items() if said} == {}


@pytest.mark.parametrize(("code", "told"), [("en", False), ("en, nl", True)])
def test_there_is_something_to_translate_where_there_are_languages_to_translate_to(
    tmp_path: Path, code: str, told: bool
) -> None:
    kb = KnowledgeBase.load(lay_out_in(tmp_path, "en"))
    interface = read_interface(tmp_path, tuple(code.split(", ")))
    site = Site(kb, Settings((TEMPLATES,), "https://example.org/", interface=interface))
    pages = [each.render() for each in site.pages() if each.file.endswith("upkeep/index.html")]
    assert any('id="untranslated"' in page for page in pages) == told
    assert all('id="unverified"' in page for page in pages)
