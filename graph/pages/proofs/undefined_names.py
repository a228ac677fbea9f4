"""Names in templates of a site's own that nothing gets, where a page surely asks for them.

What stands in a branch, a loop or a macro may never be filled in, and is not looked into; what only
stands in a call, a list or an assignment is handed on as it is, and shows later, if at all.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from jinja2 import nodes
from jinja2.defaults import DEFAULT_NAMESPACE

from graph.base import KnowledgeBase
from graph.pages.frame import GLOBALS
from graph.pages.kinds.registry import TEMPLATES
from graph.pages.proofs.generated import ALWAYS
from graph.pages.shared_context import SharedContext

LAYOUT, _HOME, WRITTEN = "layout.html", "home.html", "main.html"
_ALWAYS = frozenset(
    (*DEFAULT_NAMESPACE, *GLOBALS, "self", "super", "loop", "caller", "varargs", "kwargs")
)
_OF_MKDOCS = frozenset(
    (
        *("base_url", "build_date_utc", "config", "extra_css", "extra_javascript"),
        *("mkdocs_version", "nav", "page", "pages"),
    )
)
"""What MkDocs gives to the templates of hand-written pages."""
_LOOKING = frozenset(
    "count e escape first join last length list lower string title trim upper".split()
)
"""The filters that look at whatever they get."""

Read = Callable[[str], nodes.Template | None]
"""What reads a template by its name."""


class UndefinedName(NamedTuple):
    """A name that a template asks for and does not get, and the line in which it does."""

    name: str
    line: int


def surely_filled_in(kb: KnowledgeBase) -> frozenset[str]:
    """The templates that at least one page of a site is made with."""
    kinds = (
        ("claim", kb.claims),
        ("debate", kb.debates),
        ("source", kb.sources),
        ("speaker", kb.speakers),
    )
    pages = (each.removesuffix("/index.html") for each in ALWAYS)
    return frozenset(
        (
            *(f"{each}.html" for each in pages if each != "index.html"),
            *(f"{kind}.html" for kind, records in kinds if records),
            *(_HOME, LAYOUT, WRITTEN, "missing.html", "rule.html"),
        )
    )


def undefined_names(name: str, read: Read) -> Iterator[UndefinedName]:
    """The names that a template of the program's name surely asks for though it gets none."""
    page = _HOME if name == LAYOUT else name
    chain = _chain(page, read)
    own = read(name)
    if own is None or not chain or (name == LAYOUT and own is not chain[-1]):
        return
    known = {*_given(page), *(each for one in chain for each in _stored(one))}
    for node in _filled_in(own, chain):
        for asked in _asked(node, strict=page != WRITTEN):
            if asked.name not in known:
                yield UndefinedName(asked.name, asked.lineno)


def _chain(name: str, read: Read) -> list[nodes.Template]:
    """A template and those that it extends, one after another; none where that is only known when
    it is filled in."""
    found: list[nodes.Template] = []
    while (tree := read(name)) is not None and tree not in found:
        found.append(tree)
        extended = [each for each in tree.body if isinstance(each, nodes.Extends)]
        if not extended:
            return [] if tree.find(nodes.Extends) else found
        if len(extended) > 1 or not isinstance(extended[0].template, nodes.Const):
            return []
        name = str(extended[0].template.value)
    return []


def _given(name: str) -> Iterator[str]:
    yield from _ALWAYS
    yield from SharedContext.__dataclass_fields__
    for each in TEMPLATES:
        if each.file == name:
            yield from each.own.__dataclass_fields__
    if name == WRITTEN:
        yield from _OF_MKDOCS


def _stored(tree: nodes.Template) -> Iterator[str]:
    """The names that a template gives to something, wherever in it."""
    yield from (each.name for each in tree.find_all(nodes.Name) if each.ctx != "load")
    yield from (each.name for each in tree.find_all(nodes.Macro))
    yield from (each.target for each in tree.find_all(nodes.Import))
    for taken in tree.find_all(nodes.FromImport):
        yield from (each if isinstance(each, str) else each[1] for each in taken.names)


def _filled_in(own: nodes.Template, chain: list[nodes.Template]) -> Iterator[nodes.Node]:
    """What of a template is filled in for each page: where it extends others, the blocks that all
    pages have there; where others extend it, what is in no block."""
    if own is not chain[0]:
        yield from own.body
    elif chain[1:]:
        there = {each.name for each in chain[-1].body if isinstance(each, nodes.Block)}
        for each in own.body:
            if isinstance(each, nodes.Block) and each.name in there:
                yield from _opened(each.body)
    else:
        yield from _opened(own.body)


def _opened(body: list[nodes.Node]) -> Iterator[nodes.Node]:
    for node in body:
        if isinstance(node, nodes.Block):
            yield from _opened(node.body)
        else:
            yield node


def _asked(node: nodes.Node, *, strict: bool) -> Iterator[nodes.Name]:
    """The names at which a statement stops where they are undefined. Where that is not `strict`,
    one that is undefined can be shown, and asked whether it is true."""
    if isinstance(node, nodes.Output):
        for each in node.nodes:
            yield from _looked_at(each, strict)
    elif isinstance(node, nodes.If):
        yield from _looked_at(node.test, strict)
    elif isinstance(node, nodes.For):
        yield from _looked_at(node.iter, strict)
    elif isinstance(node, nodes.Assign | nodes.ExprStmt):
        yield from _within(node.node, strict)


def _looked_at(node: nodes.Node, strict: bool) -> Iterator[nodes.Name]:
    """The names in an expression whose value is looked at, where that is `strict`."""
    if not isinstance(node, nodes.Name):
        yield from _within(node, strict)
    elif strict:
        yield node


def _within(node: nodes.Node, strict: bool) -> Iterator[nodes.Name]:
    """The names in an expression that is worked out."""
    if isinstance(node, nodes.Getattr | nodes.Getitem | nodes.Call | nodes.Neg | nodes.Pos):
        yield from _looked_at(node.node, True)
        for each in _handed_on(node):
            yield from _within(each, strict)
    elif isinstance(node, nodes.And | nodes.Or):
        yield from _looked_at(node.left, strict)
    elif isinstance(node, nodes.BinExpr):
        for each in (node.left, node.right):
            yield from _looked_at(each, True)
    elif isinstance(node, nodes.Concat):
        for each in node.nodes:
            yield from _looked_at(each, strict)
    elif isinstance(node, nodes.Not):
        yield from _looked_at(node.node, strict)
    elif isinstance(node, nodes.CondExpr):
        yield from _looked_at(node.test, strict)
    elif isinstance(node, nodes.Filter) and node.node is not None:
        yield from _looked_at(node.node, strict and node.name in _LOOKING)
    elif isinstance(node, nodes.Test):
        yield from _within(node.node, strict)
    elif isinstance(node, nodes.List | nodes.Tuple):
        for each in node.items:
            yield from _within(each, strict)


def _handed_on(node: Any) -> Iterable[nodes.Node]:
    if isinstance(node, nodes.Call):
        return (*node.args, *(each.value for each in node.kwargs))
    return (node.arg,) if isinstance(node, nodes.Getitem) else ()
