"""The records against the text of the article that they are read from."""

from pathlib import Path

import pytest

from graph.passages import Located, SourceText, Status, locate, paragraphs_of, verify_passage

# The article is somebody else's text and not in the repository; it may stand beside it.
ARTICLE = Path(__file__).parents[3] / "shared" / "article" / "article.nl.txt"

pytestmark = [
    pytest.mark.content,
    pytest.mark.skipif(not ARTICLE.exists(), reason="needs the article's text"),
]


@pytest.fixture(scope="module")
def article() -> SourceText:
    return paragraphs_of(ARTICLE.read_text("utf-8"))


def test_the_article_has_a_headline_and_eleven_paragraphs(article: SourceText) -> None:
    assert len(article.paragraphs) == 12
    assert "DeepSeek" in article.paragraphs[0]
    assert not any(text.endswith("nieuws") for text in article.paragraphs)


@pytest.mark.parametrize(
    ("paragraph", "start", "end", "words"),
    [
        (1, "Maar de impact", "nog komen", 10),
        (4, "als de toetredingsdrempels", "dan gedacht", 7),
        (5, "Programmeren wordt", "wordt makkelijker", 3),
        (6, "AI is als", "ons werk", 27),
        (9, "als koploper VS", "koploper VS", 3),
        (10, "De schaalvoordelen lijken", "groot", 5),
        (11, "een welkome", "afwisseling", 3),
    ],
)
def test_passages_of_the_article_are_found(
    article: SourceText, paragraph: int, start: str, end: str, words: int
) -> None:
    place = locate(article, paragraph, start, end)
    assert isinstance(place, Located)
    assert len(place.passage.split()) == words


def test_a_passage_one_paragraph_off_has_moved(article: SourceText) -> None:
    verdict = verify_passage(article, 5, "als de toetredingsdrempels", "dan gedacht", None)
    assert (verdict.status, verdict.paragraph) == (Status.MOVED, 4)
