"""Hand-written pages in the languages of a site."""

import pytest

from graph.pages.written_texts import WrittenText, WrittenTexts

BROUGHT = ("api.md", "method.de.md", "method.md", "method.nl.md", "decisions/index.md")


def _texts(own: tuple[str, ...], *codes: str, brought: tuple[str, ...] = ()) -> dict[str, str]:
    """For each page in each language its file, with the language of the text where another."""
    return {
        f"{each.language}/{each.page}": each.file + (f" ({each.written_in})" * each.stands_in)
        for each in WrittenTexts(own, brought, codes)
    }


def test_a_page_has_its_text_in_each_language_and_another_stands_in() -> None:
    assert _texts(("about.md", "about.nl.md", "visit.md"), "en", "nl") == {
        "en/about.md": "about.md", "nl/about.md": "about.nl.md",
        "en/visit.md": "visit.md", "nl/visit.md": "visit.md (en)",
    }  # fmt: skip


def test_a_text_without_a_language_is_in_the_first_that_has_none_of_its_own() -> None:
    assert _texts(("about.md",), "de", "en")["de/about.md"] == "about.md"
    both = _texts(("about.md", "about.nl.md"), "nl", "en", "fr")
    assert both == {
        "nl/about.md": "about.nl.md", "en/about.md": "about.md", "fr/about.md": "about.nl.md (nl)"
    }  # fmt: skip


def test_what_comes_along_is_in_english_where_it_does_not_say_otherwise() -> None:
    assert _texts((), "de", brought=BROUGHT) == {
        "de/api.md": "api.md (en)",
        "de/decisions/index.md": "decisions/index.md (en)",
        "de/method.md": "method.de.md",
    }
    assert _texts((), "fr", "nl", brought=BROUGHT)["fr/method.md"] == "method.nl.md (nl)"
    assert _texts((), "de-AT", brought=BROUGHT)["de-AT/method.md"] == "method.de.md"
    assert _texts((), "fr", brought=BROUGHT)["fr/method.md"] == "method.md (en)"


def test_a_page_of_the_knowledge_base_s_own_comes_before_one_that_comes_along() -> None:
    mixed = _texts(("method.md",), "nl", "en", brought=("method.de.md", "method.nl.md"))
    assert mixed == {"nl/method.md": "method.md", "en/method.md": "method.md (nl)"}


def test_texts_in_languages_that_the_site_does_not_have_are_left_out() -> None:
    assert _texts(("about.md", "about.nl.md", "alone.nl.md"), "en")["en/about.md"] == "about.md"
    assert "en/about.nl.md" not in _texts(("about.md", "about.nl.md"), "en")


def test_a_name_with_a_point_that_is_no_language_is_a_page() -> None:
    assert _texts(("release.v2.md", "release.md"), "en").keys() == {
        "en/release.md", "en/release.v2.md"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("language", "link", "led"),
    [
        ("de", "[a](method.md)", "[a](method.md)"),
        ("de", "[a](method.de.md#end)", "[a](method.md#end)"),
        ("nl", "[a](method.md)", "[a](method.nl.md)"),
        ("nl", "[a](decisions/index.md#x), [b](method.nl.md)",
         "[a](decisions/index.nl.md#x), [b](method.nl.md)"),
        ("nl", "[a](https://example.org/method.md) `method.md` [b](none.md) [c](claims/a/)",
         "[a](https://example.org/method.md) `method.md` [b](none.md) [c](claims/a/)"),
        ("nl", "[a](claims/index.html#x)", "[a](nl/claims/index.html#x)"),
        ("de", "[a](de/claims/index.html) [b](nl/claims/index.html)",
         "[a](claims/index.html) [b](nl/claims/index.html)"),
    ],
)  # fmt: skip
def test_links_stay_within_the_language_of_the_page(language: str, link: str, led: str) -> None:
    texts = WrittenTexts((), BROUGHT, ("de", "nl"))
    text = WrittenText(f"method.{language}.md", "method.md", language, language)
    assert texts.within(link, text, {"claims/index.html"}) == led


def test_links_are_followed_from_the_folder_of_the_page() -> None:
    texts = WrittenTexts(("guides/start.md", "start.md"), BROUGHT, ("en", "nl"))
    said = "[a](start.md) [b](../method.md) [c](../guides/start.md) [d](../claims/index.html)"
    led = "[a](start.nl.md) [b](../method.nl.md) [c](start.nl.md) [d](../nl/claims/index.html)"
    text = WrittenText("guides/start.md", "guides/start.md", "nl", "en")
    assert texts.within(said, text, {"claims/index.html"}) == led


@pytest.mark.parametrize("codes", [("nl",), ("nl-BE", "en")])
def test_links_to_pages_of_the_first_language_lead_to_the_root(codes: tuple[str, ...]) -> None:
    texts = WrittenTexts([], ["method.nl.md", "method.md"], codes)
    said = "[A](nl/schemes/index.html#x) [c](add/index.html) [d](nl/x.md)"
    led = "[A](schemes/index.html#x) [c](add/index.html) [d](nl/x.md)"
    text = WrittenText("method.nl.md", "method.md", codes[0], codes[0])
    assert texts.within(said, text, {"schemes/index.html", "add/index.html"}) == led
