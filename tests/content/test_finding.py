"""The words that readers of the article have find its claims."""

import pytest

from graph.argument.finding import having, unknown_words
from graph.base import KnowledgeBase


@pytest.mark.parametrize("word", ["exportrestricties", "bezemwagen", "Jevons", "AI-leraar"])
def test_a_word_of_the_article_finds_a_few_claims(live: KnowledgeBase, word: str) -> None:
    assert 0 < len(having(live, word)) < 60


def test_the_word_of_the_article_finds_all_that_is_about_its_topic(live: KnowledgeBase) -> None:
    about = {claim.id for claim in live.claims.values() if "export-restrictions" in claim.topics}
    assert about <= having(live, "exportrestricties")


def test_a_slip_of_the_pen_is_put_right(live: KnowledgeBase) -> None:
    assert unknown_words(live, "exportrestrictes") == {"exportrestrictes": ("exportrestricties",)}
