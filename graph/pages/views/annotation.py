"""An analyst's Markdown as HTML. Raw HTML and script links are text, images are links."""

from collections.abc import Iterable
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup, escape

_ADDRESSES = 100_000
"""The characters of addresses at most. An address that is written once can be named by a letter
thousands of times, and is written out each time."""


@lru_cache(maxsize=1)
def _converter() -> MarkdownIt:
    converter = MarkdownIt("commonmark", {"html": False, "typographer": False}).enable("table")
    # An image would be fetched from elsewhere: no page asks anything of another origin.
    return converter.disable("image")


def annotation_html(text: str, below: int = 2) -> Markup:
    """CommonMark to HTML, safe for any text.

    Headings stand below one of level `below` and leave out no level, whichever level the text
    begins with. A text whose links would be many times longer than itself is shown as it is typed.
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
    return Markup(converter.renderer.render(tokens, converter.options, {}))


def _addresses(tokens: Iterable[Token]) -> int:
    """How many characters the addresses of links have, each as often as it is named."""
    return sum(
        len(str(token.attrGet("href") or "")) + len(str(token.attrGet("title") or ""))
        for block in tokens
        for token in block.children or ()
    )
