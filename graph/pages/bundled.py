"""What the program brings to every site: the theme, its styles and scripts, general pages.

In a checkout these stand where they are made; a wheel carries a copy inside the package.
"""

from collections.abc import Iterator
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
_INSTALLED = _PACKAGE / "_bundled"
_ROOT = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent

TEMPLATES = _ROOT / "templates"
SITE = _ROOT / "site"
COMES_ALONG = (
    "api.md",
    "assets",
    "decisions",
    "glossary.de.md",
    "glossary.md",
    "glossary.nl.md",
    "guides/modelling.de.md",
    "guides/modelling.md",
    "guides/modelling.nl.md",
    "method.de.md",
    "method.md",
    "method.nl.md",
)
"""What of `site/` is about the program and the method, not about one debate; the wheel's
configuration in pyproject.toml lists the same."""


def bundled_files() -> Iterator[str]:
    """The files that come along, as paths below `SITE`, sorted."""
    for name in COMES_ALONG:
        path = SITE / name
        found = sorted(path.rglob("*")) if path.is_dir() else [path]
        yield from (each.relative_to(SITE).as_posix() for each in found if each.is_file())
