"""An analyst's Markdown as HTML. Raw HTML and script links are text, images are links."""

from functools import lru_cache

from markdown_it import MarkdownIt
from markupsafe import Markup


@lru_cache(maxsize=1)
def _converter() -> MarkdownIt:
    converter = MarkdownIt("commonmark", {"html": False, "typographer": False}).enable("table")
    # An image would be fetched from elsewhere: no page asks anything of another origin.
    return converter.disable("image")


def annotation_html(text: str, below: int = 2) -> Markup:
    """CommonMark to HTML, safe for any text.

    Headings stand below one of level `below` and leave out no level, whichever level the text
    begins with.
    """
    converter = _converter()
    tokens = converter.parse(text)
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
