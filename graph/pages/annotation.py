"""An analyst's Markdown as HTML. Raw HTML and script links are text, images are links."""

from functools import lru_cache

from markdown_it import MarkdownIt
from markupsafe import Markup


@lru_cache(maxsize=1)
def _converter() -> MarkdownIt:
    converter = MarkdownIt("commonmark", {"html": False, "typographer": False}).enable("table")
    # An image would be fetched from elsewhere: no page asks anything of another origin.
    return converter.disable("image")


def annotation_html(text: str) -> Markup:
    """CommonMark to HTML, safe for any text."""
    # The page has its own h1 and h2; a heading in an annotation stands below them.
    html = _converter().render(text)
    for level in (4, 3, 2, 1):
        html = html.replace(f"<h{level}>", f"<h{level + 2}>").replace(
            f"</h{level}>", f"</h{level + 2}>"
        )
    return Markup(html)
