"""The fields of a record that is to be written, as an editor fills them in one by one."""

import re
from collections.abc import Callable, Iterable
from itertools import count

from graph.base import KnowledgeBase
from graph.records import Kind, Level, SourceType

_STOP = re.compile(r"\$\{\d+\|([^,|}]*)[^}]*\|\}|\$\{\d+:([^}]*)\}|\$\d+")
Stop = Callable[[str], str]


def skeleton(kb: KnowledgeBase, kind: str, debate: str = "") -> str:
    """A record of this kind with what it cannot do without, and what most have; the places to fill
    in are those of the protocol: `${1:words}`, `${1|one,of,these|}`."""
    number = count(1)

    def stop(words: str) -> str:
        return f"${{{next(number)}:{words}}}"

    def choice(words: Iterable[str]) -> str:
        return f"${{{next(number)}|{','.join(words)}|}}"

    own = kb.debates.get(debate)
    languages = own.languages if own is not None else kb.languages

    def texts(words: str) -> str:
        return "".join(f"\n  {each}: {stop(words)}" for each in languages)

    def in_line(words: str) -> str:
        return "{" + ", ".join(f'{each}: "{stop(words)}"' for each in languages) + "}"

    if kind == "claim":
        return (
            f"---\nclaim:{texts('One full sentence.')}\n"
            f"label: {in_line('A few words')}\n"
            f"kind: {choice(each.value for each in Kind)}\n"
            "implicit: true\n"
            f"supports:\n  - claim: {stop('id')}\n"
            f"    because: {in_line('Why it does.')}\n"
            "---\n$0\n"
        )
    if kind == "source":
        types = sorted(SourceType, key=lambda each: each is not SourceType.WEBPAGE)
        return (
            f"type: {choice(each.value for each in types)}\n"
            f'title: "{stop("Its title")}"\n'
            f"author:\n  - {{family: {stop('Family')}, given: {stop('Given')}}}\n"
            f"issued: {stop('2025-01-31')}\n"
            f"URL: {stop('https://example.org')}\n"
            f"quality: {{level: {choice(each.value for each in Level)}}}\n$0"
        )
    if kind == "speaker":
        return f"name: {stop('Given Family')}\n$0"
    if kind == "debate":
        return f"title:{texts('The debate')}\nquestion:{texts('What is it about?')}\ntheses: []\n$0"
    return ""


def without_stops(text: str) -> str:
    """A skeleton for an editor that does not lead from place to place, with the words there."""
    return _STOP.sub(lambda stop: stop[1] or stop[2] or "", text)
