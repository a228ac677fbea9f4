"""Which sources still answer at their addresses."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple
from urllib.parse import urlsplit

from rich.console import Group, RenderableType
from rich.text import Text
from typing_extensions import TypedDict

from graph.argument.lookup import find_record
from graph.argument.phrases import count
from graph.base import KnowledgeBase
from graph.errors import AnswerError
from graph.passages.addresses import Outcome, Reached, reach
from graph.text.visible import visible

AT_ONCE = 8
"""Hosts that are asked at the same time. One host is asked one thing at a time."""


class SourceAnswer(TypedDict):
    """A source, an address of it, and what came of asking for that."""

    id: str
    url: str
    outcome: Outcome
    detail: str
    """What its host said, or why there was no answer."""


class ReachAnswer(TypedDict):
    """All addresses that were asked for, and how many had which outcome. A source whose text was
    read elsewhere than at its own address has two."""

    sources: list[SourceAnswer]
    counts: dict[Outcome, int]


class Asked(NamedTuple):
    """A source, an address of it, and what came of asking for that."""

    source: str
    url: str
    reached: Reached


def addresses(kb: KnowledgeBase, sources: Sequence[str] = ()) -> tuple[tuple[str, str], ...]:
    """These sources, or all, each with an address: its own and, where that is another, the one
    where its text was read. Some have none.

    Raises:
        AnswerError: there is no source of a name.
    """
    wanted = [find_record(kb, "source", each) for each in sources] or sorted(kb.sources)
    return tuple(
        (each, url)
        for each in wanted
        for url in dict.fromkeys((kb.sources[each].url, kb.sources[each].seen_at))
        if url is not None
    )


def reach_sources(
    wanted: Sequence[tuple[str, str]],
    advance: Callable[[], None],
    ask: Callable[[str], Reached] = reach,
) -> tuple[Asked, ...]:
    """Ask for every address, in the order given; `advance` is called after each."""
    hosts: dict[str, list[tuple[str, str]]] = {}
    for source, url in wanted:
        hosts.setdefault(_host(url), []).append((source, url))

    def of_one_host(asked: Iterable[tuple[str, str]]) -> list[Asked]:
        found = []
        for source, url in asked:
            found.append(Asked(source, url, ask(url)))
            advance()
        return found

    with ThreadPoolExecutor(AT_ONCE) as pool:
        found = [each for several in pool.map(of_one_host, hosts.values()) for each in several]
    order = {each: place for place, each in enumerate(wanted)}
    return tuple(sorted(found, key=lambda each: order[each.source, each.url]))


def require_network(found: Sequence[Asked]) -> None:
    """See that anybody answered at all: otherwise it is not the sources that are gone.

    Raises:
        AnswerError: nobody did who was asked.
    """
    asked = [each.reached for each in found if each.reached.asked]
    if asked and not any(each.answered for each in asked):
        raise AnswerError("no host answers at all: is this machine on the network?")


def _host(url: str) -> str:
    try:
        return urlsplit(url).netloc
    except ValueError:
        return url


def reach_answer(found: Sequence[Asked]) -> ReachAnswer:
    """What came of asking, as data."""
    return {
        "sources": [
            {
                "id": each.source,
                "url": each.url,
                "outcome": each.reached.outcome,
                "detail": each.reached.detail,
            }
            for each in found
        ],
        "counts": {outcome: _number(found, outcome) for outcome in Outcome},
    }


def reach_text(found: Sequence[Asked]) -> RenderableType:
    """Those that were not reached, gone ones first, and how many were."""
    lines = [
        Text.assemble((f"{outcome.value}: ", "bold"), each.source, " ", (visible(each.url), "dim"),
                      ": ", visible(each.reached.detail))
        for outcome in (Outcome.GONE, Outcome.UNCLEAR)
        for each in found
        if each.reached.outcome is outcome
    ]  # fmt: skip
    numbers = ", ".join(f"{_number(found, outcome)} {outcome.value}" for outcome in Outcome)
    asked = count(len({each.source for each in found}), "source")
    if len(found) > len({each.source for each in found}):
        asked += f" at {count(len(found), 'address', 'addresses')}"
    return Group(*lines, Text(f"{asked}: {numbers}"))


def _number(found: Sequence[Asked], outcome: Outcome) -> int:
    return sum(each.reached.outcome is outcome for each in found)
