"""Texts of records as a page in one language shows them."""

from markupsafe import Markup

from graph.records import LocalizedText


def said(text: LocalizedText | None, language: str) -> Markup:
    """The text in a language or in the one there is, then marked with it; empty for none."""
    if text is None:
        return Markup("")
    written_in, words = text.wording(language)
    if written_in == language:
        return Markup.escape(words)
    return Markup('<span lang="{}">{}</span>').format(written_in, words)
