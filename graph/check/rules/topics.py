"""The rules on topics: what a debate calls them, and which its claims have."""

from collections.abc import Iterator, Mapping, Set

from graph.base import KnowledgeBase
from graph.check.finding import Severity
from graph.check.rule import Remark, at, rule
from graph.check.suggestions import Suggestions


@rule("I113", "topic-twice", Severity.WARNING)
def topic_twice(kb: KnowledgeBase) -> Iterator[Remark]:
    """A debate says twice what a topic is called.

    ## Why

    Readers see the first title, and nobody sees the other.

    ## Example

        topics:
          - {topic: chips, title: {en: Chips, nl: Chips}}
          - {topic: chips, title: {en: Semiconductors, nl: Halfgeleiders}}

    ## Way out

    Keep the title that is meant, or write the other topic that was meant.
    """
    for debate in kb.debates.values():
        met = set[str]()
        for index, each in enumerate(debate.topics):
            if each.topic in met:
                yield at(
                    kb,
                    kb.paths["debate", debate.id],
                    ("topics", index, "topic"),
                    f"what the topic `{each.topic}` is called is said twice in this debate",
                    "keep one of the two",
                )
            met.add(each.topic)


@rule("R307", "topic-without-claims", Severity.HINT)
def topic_without_claims(kb: KnowledgeBase) -> Iterator[Remark]:
    """A debate says what a topic is called that none of its claims has.

    ## Why

    The title is shown nowhere: often the claims have the topic in another spelling.

    ## Example

    `{topic: chip, title: …}` in a debate whose claims have `topics: [chips]`

    ## Way out

    Write the topic as the claims have it, or take it out.
    """
    topics, suggestions = _topics(kb), Suggestions()
    broken = {folder for path in kb.tree.broken_paths for folder in path.split("/")[1:2]}
    for debate in kb.debates.values():
        # The claim that has it may be among those that cannot be read.
        if debate.id in broken:
            continue
        used = topics[debate.id]
        for index, each in enumerate(debate.topics):
            if each.topic not in used:
                yield at(
                    kb,
                    kb.paths["debate", debate.id],
                    ("topics", index, "topic"),
                    f"no claim of this debate has the topic `{each.topic}`",
                    suggestions.of(each.topic, used, debate.id)
                    or "take it out, or give it to a claim",
                )


@rule("T108", "topic-without-title", Severity.HINT)
def topic_without_title(kb: KnowledgeBase) -> Iterator[Remark]:
    """A claim has a topic that its debate does not name, though it names others.

    ## Why

    The topic goes by its own word, in every language; and a word that is spelt in two ways makes
    two topics of one.

    ## Example

    `topics: [entry-barrier]` in a debate that calls `entry-barriers` “Entry barriers”

    ## Way out

    Write the topic as the debate has it, or say in `debate.yaml` what the new one is called.
    """
    titled = {
        debate.id: {each.topic for each in debate.topics}
        for debate in kb.debates.values()
        if debate.topics
    }
    suggestions = Suggestions()
    for claim in kb.claims.values():
        known = titled.get(kb.folders[claim.id])
        for index, topic in enumerate(claim.topics if known else ()):
            if known and topic not in known:
                yield at(
                    kb,
                    kb.paths["claim", claim.id],
                    ("topics", index),
                    f"the debate does not say what the topic `{topic}` is called",
                    suggestions.of(topic, known, kb.folders[claim.id])
                    or "name it under `topics` in debate.yaml",
                )


def _topics(kb: KnowledgeBase) -> Mapping[str, Set[str]]:
    """Those of the claims of each debate."""
    found: dict[str, set[str]] = {debate: set() for debate in kb.debates}
    for claim in kb.claims.values():
        if (folder := kb.folders[claim.id]) in found:
            found[folder].update(claim.topics)
    return found
