"""What topics are called, in the debate of the claim or in another."""

from graph.argument.finding import having
from graph.argument.topics import topic_title
from graph.base import KnowledgeBase
from graph.pages.views.reader import Reader
from graph.words.language import language
from tests.small import FILES, read_texts

OWN = (
    FILES["claims/paths/debate.yaml"]
    + "topics: [{topic: health, title: {en: good health, nl: gezondheid}}]\n"
)
OTHER = """\
title: {en: Trams, nl: Trams}
question: {en: "A tram?", nl: "Een tram?"}
topics:
  - {topic: health, title: {en: fitness, nl: fitheid}}
  - {topic: rain, title: {en: rainy days, nl: regendagen}}
"""


def _kb() -> KnowledgeBase:
    fit = FILES["claims/paths/cycling-keeps-fit.md"]
    return read_texts(
        {
            **FILES,
            "claims/paths/debate.yaml": OWN,
            "claims/aboard/debate.yaml": OTHER,
            "claims/paths/cycling-keeps-fit.md": fit.replace(
                "kind: causal", "kind: causal\ntopics: [health, rain, no-name]", 1
            ),
        },
    )


def test_a_topic_is_called_as_its_own_debate_says_else_as_another_does() -> None:
    kb = _kb()
    titles = [topic_title(kb, "cycling-keeps-fit", each) for each in ("health", "rain", "no-name")]
    assert [title and title.root["nl"] for title in titles] == ["gezondheid", "regendagen", None]


def test_a_page_shows_what_topics_are_called_or_their_own_words() -> None:
    kb = _kb()
    view = Reader(kb, language("nl")).claim("cycling-keeps-fit")
    assert view.topics == ("gezondheid", "regendagen", "no-name")


def test_a_claim_is_found_by_what_its_topics_are_called_in_any_language() -> None:
    kb = _kb()
    for word in ("regendagen", "rainy", "no-name"):
        assert having(kb, word) == {"cycling-keeps-fit"}
