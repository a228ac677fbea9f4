"""The labels by which changes are told apart in a list."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from graph.host.connection import Host
from graph.review.telling.report import Topic

if TYPE_CHECKING:
    from github.Issue import Issue


_EXISTS = 422

LABELS = {
    Topic.NEW_CLAIM: ("0072b2", "Adds a claim"),
    Topic.STANDING: ("a84a00", "Some claim stands differently with it"),
    Topic.THESIS: ("7a3b8f", "A thesis changes, or how it stands"),
    Topic.UNVERIFIED: ("d4a017", "Has a passage that nobody has found in its source"),
    Topic.TRANSLATION: ("4c8c4a", "Changes what is said in one language only"),
}
"""For each topic the colour of its label and what it means."""


def keep_labels(host: Host, issue: "Issue", topics: Iterable[Topic]) -> tuple[str, ...]:
    """Give a change the labels of its topics and take away those of others; gives what changed.

    Labels that are no topic are left alone.
    """
    wanted = {topic.value for topic in topics}
    ours = {topic.value for topic in Topic}
    there = {label.name for label in issue.labels}
    for name in sorted(wanted - there):
        _make(host, Topic(name))
        issue.add_to_labels(name)
    for name in sorted((there & ours) - wanted):
        issue.remove_from_labels(name)
    return (
        *(f"+ {name}" for name in sorted(wanted - there)),
        *(f"- {name}" for name in sorted((there & ours) - wanted)),
    )


def give_label(host: Host, issue: "Issue", topic: Topic) -> tuple[str, ...]:
    """Give an issue or a change the label of a topic, if it lacks it; gives what changed."""
    if topic.value in {label.name for label in issue.labels}:
        return ()
    _make(host, topic)
    issue.add_to_labels(topic.value)
    return (f"+ {topic.value}",)


def _make(host: Host, topic: Topic) -> None:
    from github import GithubException

    colour, meaning = LABELS[topic]
    try:
        host.repository.create_label(topic.value, colour, meaning)
    except GithubException as error:
        if error.status != _EXISTS:
            raise
