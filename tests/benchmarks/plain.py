"""The same pages in plain MkDocs: what each of our pages says, as Markdown.

In two measures. As *prose*: headings and paragraphs with the same words, which Markdown
converts fastest. In *full*: with the nested lists and the links between pages as well, which
MkDocs converts, resolves and checks.
"""

import re
from html.parser import HTMLParser
from pathlib import Path

_TEMPLATE = """\
<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{{ page.title }}</title></head>
<body>{{ page.content }}</body>
</html>
"""
_CONFIG = """\
site_name: Plain
docs_dir: docs
site_dir: out
theme: {name: null, custom_dir: theme}
plugins: []
not_in_nav: "*"
"""
_SPECIAL = re.compile(r"([\\`*_\[\]<>#])")
_BLOCKS = {"h1": "# ", "h2": "## ", "h3": "### ", "h4": "#### ", "p": "", "dt": "", "dd": ""}
_SKIPPED = frozenset(("svg", "script", "style", "header", "footer", "head", "noscript"))


class _Markdown(HTMLParser):
    def __init__(self, full: bool) -> None:
        super().__init__()
        self._full = full
        self.parts: list[str] = []
        self._skipping = 0
        self._depth = 0
        self._links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SKIPPED:
            self._skipping += 1
        elif self._skipping:
            return
        elif tag in _BLOCKS:
            indent = "    " * self._depth if self._full else ""
            self.parts.append("\n\n" + indent + _BLOCKS[tag])
        elif tag in ("ul", "ol"):
            self._depth += 1
        elif tag == "li":
            self.parts.append("\n\n" + ("    " * (self._depth - 1) + "-   " if self._full else ""))
        elif tag == "a":
            href = dict(attrs).get("href") or ""
            # MkDocs resolves and checks links to source files; so do these.
            page = self._full and href.startswith("..") and href.endswith("/")
            target = f"{href}index.md" if page else ""
            self._links.append(target)
            self.parts.append("[" if target else "")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SKIPPED:
            self._skipping -= 1
        elif self._skipping:
            return
        elif tag in ("ul", "ol"):
            self._depth -= 1
        elif tag == "a" and self._links:
            target = self._links.pop()
            self.parts.append(f"]({target})" if target else "")

    def handle_data(self, data: str) -> None:
        if not self._skipping:
            self.parts.append(_SPECIAL.sub(r"\\\1", re.sub(r"\s+", " ", data)))


def as_markdown(html: str, full: bool) -> str:
    """The content of a page as Markdown, without what a theme puts around it."""
    parser = _Markdown(full)
    parser.feed(html)
    return re.sub(r"\n{3,}", "\n\n", "".join(parser.parts)).strip() + "\n"


def write_plain_project(site: Path, folder: Path, full: bool) -> int:
    """Write an MkDocs project with a page for each HTML page of a site; how many there are."""
    (folder / "theme").mkdir(parents=True)
    (folder / "theme" / "main.html").write_text(_TEMPLATE, "utf-8")
    (folder / "mkdocs.yml").write_text(_CONFIG, "utf-8")
    pages = 0
    for page in site.rglob("index.html"):
        target = folder / "docs" / page.relative_to(site).with_suffix(".md")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(as_markdown(page.read_text("utf-8"), full), "utf-8")
        pages += 1
    return pages
