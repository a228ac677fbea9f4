"""Links of hand-written texts, whichever language has the root of the site."""

import pytest

from graph.pages.written_texts import WrittenTexts

TEXT = "[A](nl/schemes/index.html#x) [b](../nl/add/index.html) [c](add/index.html) [d](nl/x.md)"


@pytest.mark.parametrize("codes", [("nl",), ("nl-BE", "en")])
def test_links_to_pages_of_the_first_language_lead_to_the_root(codes: tuple[str, ...]) -> None:
    texts = WrittenTexts([], ["method.nl.md", "method.md"], codes)
    assert texts.within(TEXT, "", codes[0]) == (
        "[A](schemes/index.html#x) [b](../add/index.html) [c](add/index.html) [d](nl/x.md)"
    )


@pytest.mark.parametrize("codes", [("en", "nl"), ("de", "nl")])
def test_links_to_pages_of_another_stay(codes: tuple[str, ...]) -> None:
    texts = WrittenTexts([], ["method.nl.md", "method.md"], codes)
    assert texts.within(TEXT, "", "nl") == TEXT
