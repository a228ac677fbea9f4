"""What the topics of claims are called, which debates say of theirs."""

from collections.abc import Mapping

from graph.argument.kept import kept
from graph.base import KnowledgeBase
from graph.records import LocalizedText


def topic_title(kb: KnowledgeBase, claim: str, topic: str) -> LocalizedText | None:
    """What a topic of a claim is called: as its own debate says, else as the first that does; None
    where none does, so that it goes by its own word."""
    own = _by_debate(kb).get(kb.folders[claim], {})
    return own.get(topic) or _of_all(kb).get(topic)


@kept
def _by_debate(kb: KnowledgeBase) -> Mapping[str, Mapping[str, LocalizedText]]:
    return {
        debate.id: {each.topic: each.title for each in reversed(debate.topics)}
        for debate in kb.debates.values()
    }


@kept
def _of_all(kb: KnowledgeBase) -> Mapping[str, LocalizedText]:
    debates = reversed(list(_by_debate(kb).values()))
    return {topic: title for titles in debates for topic, title in titles.items()}
