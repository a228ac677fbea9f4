"""An analyst's Markdown as HTML. Raw HTML and script links are text, images are links."""

import re
from collections.abc import Callable, Iterable
from copy import copy
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, table
from markdown_it.token import Token
from markupsafe import Markup, escape

_ADDRESSES = 100_000
"""The characters of addresses at most. An address that is written once can be named by a letter
thousands of times, and is written out each time."""

_CELLS = 4
"""The cells of a table at most, for each character of it. A cell that is there takes two."""

_AT_ONCE = 300
"""The characters of a note that a page shows at once; of a longer one, the sentences that go into
so many, and the first of them in any case."""
_LAST = 40
"""The characters that are not parted from the rest: so few are shown with it."""

# A row of stops is looked at once, from where it begins.
_SENTENCE_ENDS = re.compile(r"(?<![.!?…؟])[.!?…؟]+[\"'”’»)\]]*(?:\s+(?=\S)|$)|[。！？]+(?=\S)")


@lru_cache(maxsize=1)
def _converter() -> MarkdownIt:
    converter = MarkdownIt("commonmark", {"html": False, "typographer": False}).enable("table")
    converter.block.ruler.at("table", _filled_table, {"alt": ["paragraph", "reference"]})
    # An image would be fetched from elsewhere: no page asks anything of another origin.
    return converter.disable("image")


def _filled_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A table, but for one of which most cells are not there: each line of it, however short, is
    filled up to the longest. That is no table, and shown as it is typed."""
    if not table(state, start, end, True):
        return False
    last = start + 2
    while last < end and not state.isEmpty(last):
        last += 1
    columns = state.src.count("|", state.bMarks[start + 1], state.eMarks[start + 1]) + 1
    typed = state.eMarks[last - 1] - state.bMarks[start]
    if columns * (last - start) > _CELLS * typed:
        return False
    return silent or table(state, start, end, False)


def annotation_html(text: str, below: int = 2, lead: Callable[[str], str] | None = None) -> Markup:
    """CommonMark to HTML, safe for any text.

    Headings stand below one of level `below` and leave out no level, whichever level the text
    begins with. `lead` gives the address to which a link is to lead instead of its own, empty for
    none. A text whose links would be many times longer than itself is shown as it is typed.
    """
    tokens = _tokens(text, below, lead)
    return _typed(text) if tokens is None else _rendered(tokens)


def annotation_begun(text: str) -> tuple[Markup, Markup]:
    """The same in two parts, the first of which is no longer than a page shows at once.

    It ends with a sentence or a block; the other part is empty for a text that is short enough.
    """
    tokens = _tokens(text, 2, None)
    if tokens is None:
        return _typed(text), Markup("")
    inline = tokens[1] if len(tokens) > 2 and tokens[0].type == "paragraph_open" else None
    if inline is None or _length(tokens) <= _AT_ONCE + _LAST:
        return _rendered(tokens), Markup("")
    first, others = tokens[:3], tokens[3:]
    parted = _parted(inline.children or [])
    if parted is None:
        return _rendered(first), _rendered(others)
    begun, rest = ([first[0], _with(inline, each), first[2]] for each in parted)
    return _rendered(begun), _rendered([*rest, *others])


def _typed(text: str) -> Markup:
    return Markup("<pre>{}</pre>\n").format(escape(text))


def _rendered(tokens: list[Token]) -> Markup:
    converter = _converter()
    return Markup(converter.renderer.render(tokens, converter.options, {}))


def _tokens(text: str, below: int, lead: Callable[[str], str] | None) -> list[Token] | None:
    """The parts of a text as they are shown; None where its links would be too long."""
    tokens = _converter().parse(text)
    if _addresses(tokens) > _ADDRESSES:
        return None
    above: list[int] = []
    for token in tokens:
        if token.type == "heading_open":
            level = int(token.tag[1:])
            while above and above[-1] >= level:
                above.pop()
            above.append(level)
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(below + len(above), 6)}"
        if lead is not None:
            for link in token.children or ():
                if link.type == "link_open":
                    _lead(link, lead(str(link.attrGet("href") or "")))
    return tokens


def _length(tokens: Iterable[Token]) -> int:
    """The characters of a text that are read."""
    return sum(
        len(token.content) if token.children is None else _length(token.children)
        for token in tokens
    )


def _parted(children: list[Token]) -> tuple[list[Token], list[Token]] | None:
    """A line of text before and after the end of a sentence; None where it has but one, or where
    it is not longer than what is shown at once."""
    if _length(children) <= _AT_ONCE:
        return None
    best: tuple[int, int] | None = None
    depth = read = 0
    for at, token in enumerate(children):
        ends = _SENTENCE_ENDS.finditer(token.content) if token.type == "text" else ()
        for end in ends:
            if depth or not _goes_on(children[at + 1 :], token.content[end.end() :]):
                continue
            if best is not None and read + end.end() > _AT_ONCE:
                break
            best = (at, end.end())
        depth += token.nesting
        read += len(token.content)
    if best is None:
        return None
    at, place = best
    token = children[at]
    before, after = _with(token, None), _with(token, None)
    before.content, after.content = token.content[:place].rstrip(), token.content[place:]
    return [*children[:at], before], [after, *children[at + 1 :]]


def _goes_on(children: list[Token], rest: str) -> bool:
    """Whether another sentence begins with the rest of a text, or on the line after it."""
    if rest:
        return not rest[0].islower()
    return len(children) > 1 and children[0].type == "softbreak"


def _with(token: Token, children: list[Token] | None) -> Token:
    made = copy(token)
    made.children = children
    return made


def _lead(link: Token, address: str) -> None:
    if address:
        link.attrSet("href", address)
    else:
        link.attrs.pop("href", None)


def _addresses(tokens: Iterable[Token]) -> int:
    """How many characters the addresses of links have, each as often as it is named."""
    return sum(
        len(str(token.attrGet("href") or "")) + len(str(token.attrGet("title") or ""))
        for block in tokens
        for token in block.children or ()
    )
