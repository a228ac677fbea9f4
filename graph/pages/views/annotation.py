"""An analyst's Markdown as HTML. Raw HTML and script links are text, images are links."""

from collections.abc import Callable, Iterable
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
    converter = _converter()
    tokens = converter.parse(text)
    if _addresses(tokens) > _ADDRESSES:
        return Markup("<pre>{}</pre>\n").format(escape(text))
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
    return Markup(converter.renderer.render(tokens, converter.options, {}))


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
