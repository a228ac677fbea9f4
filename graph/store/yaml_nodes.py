"""A YAML text as the nodes of libyaml's composer, which knows where each of them stands."""

import re
from typing import Any

import yaml
from yaml._yaml import CParser

from graph.store.problem import Fault
from graph.store.syntax import Slip, diagnose, unprintable

DEEPEST = 16
"""How many fields and lists can stand within each other."""

# libyaml's composer recurses on the C stack, where too deep a nesting cannot be caught.
_BRACKETS_TO_COUNT = 400
_LONG_MARGIN = re.compile(r"(?m)^[ \t?:-]{200}")
_OLD_BREAKS = "\r\x85\u2028\u2029"


class _Composer(CParser):
    """libyaml's composer with a resolver that only tells plain scalars from quoted ones."""

    def resolve(self, kind: type, value: Any, implicit: Any) -> str:
        if kind is yaml.ScalarNode:
            return "plain" if implicit[0] else "quoted"
        return "collection"

    def descend_resolver(self, current: Any, index: Any) -> None:
        """Path resolvers are not used."""

    def ascend_resolver(self) -> None:
        """Path resolvers are not used."""


def without_old_breaks(text: str) -> str:
    """The text with a space for each sign that YAML 1.1 alone takes for a line break.

    YAML 1.2 and editors do not, so that what is read stands where a person sees it; every other
    character keeps its place.
    """
    for sign in _OLD_BREAKS:
        text = text.replace(sign, " ")
    return text


def compose(text: str, lines: list[str]) -> Any:
    """The root node of a text without old breaks; None where there is none, or the slip that
    makes the text no YAML. `lines` are those of the text."""
    if (slip := unprintable(text)) is not None:
        return slip
    parser = None
    try:
        brackets = text.count("[") + text.count("{")
        if brackets > _BRACKETS_TO_COUNT or _LONG_MARGIN.search(text):
            slip = _too_deep(text)
            if slip is not None:
                return slip
        parser = _Composer(text)
        return parser.get_single_node()
    except yaml.MarkedYAMLError as error:
        return diagnose(lines, error)
    except (yaml.YAMLError, ValueError) as error:
        return Slip(Fault.SYNTAX, 0, 0, str(error).splitlines()[0])
    finally:
        if parser is not None:
            parser.dispose()


def written_out(node: yaml.Node, most: int) -> int:
    """How many values there are below a node where each alias is written out; `most` where there
    are that many, or no end of them."""
    known: dict[int, int] = {}
    waiting: list[tuple[yaml.Node, bool]] = [(node, False)]
    while waiting:
        each, all_known = waiting.pop()
        if all_known:
            number = 1 + sum(known[id(below)] for below in _values(each))
            known[id(each)] = min(number, most)
        elif id(each) not in known:
            # One that stands within itself comes to this before it is known.
            known[id(each)] = most
            waiting.append((each, True))
            waiting.extend((below, False) for below in _values(each))
    return known[id(node)]


def place_beyond(text: str, most: int) -> tuple[int, int] | None:
    """Where the first value begins in a text of YAML that has more of them, or of names of fields,
    than so many: a line and a column, from 0. None where there are no more, or the text is no
    YAML before that."""
    # Each follows one of these signs, begins the text, or is left out behind one that does.
    if 2 * sum(text.count(each) for each in ",:[{?-\n") + 2 <= most:
        return None
    number = 0
    try:
        for event in yaml.parse(text, Loader=yaml.CLoader):
            number += isinstance(event, yaml.NodeEvent)
            if number > most:
                mark: Any = event.start_mark
                return mark.line, mark.column
    except (yaml.YAMLError, ValueError):
        return None
    return None


def _values(node: yaml.Node) -> list[yaml.Node]:
    if isinstance(node, yaml.MappingNode):
        return [part for pair in node.value for part in pair]
    return node.value if isinstance(node, yaml.SequenceNode) else []


def is_plain(text: str) -> bool:
    """Whether any reader of YAML can take a text in, if it is YAML at all: nothing in it is nested
    too deeply, and nothing stands for something else, by which a few lines become millions."""
    depth = 0
    try:
        for event in yaml.parse(text, Loader=yaml.CLoader):
            depth += _deeper(event)
            if depth > 4 * DEEPEST or isinstance(event, yaml.AliasEvent):
                return False
    except (yaml.YAMLError, ValueError):
        # Others stop there, too.
        return True
    return True


def _too_deep(text: str) -> Slip | None:
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CLoader):
        depth += _deeper(event)
        if depth > 4 * DEEPEST:
            mark: Any = event.start_mark
            return Slip(Fault.TOO_DEEP, mark.line, mark.column, "nested too deeply")
    return None


def _deeper(event: Any) -> int:
    """By how much what follows an event is nested deeper."""
    if isinstance(event, yaml.CollectionStartEvent):
        return 1
    return -1 if isinstance(event, yaml.CollectionEndEvent) else 0
