"""The files that come with the program and that those of a knowledge base take the place of."""

from importlib.resources import files
from pathlib import Path

from graph.errors import AnswerError
from graph.pages.bundled import SITE, TEMPLATES, bundled_files
from graph.text.nearest import nearest
from graph.text.visible import visible

_WORDS = Path(str(files("graph.words") / "languages"))
_TEXTS = frozenset((".html", ".yaml", ".md", ".css", ".js", ".svg"))


def originals() -> tuple[str, ...]:
    """Their names, from the folder of a knowledge base."""
    return tuple(sorted(_files()))


def original_text(name: str) -> str:
    """The text of one.

    Raises:
        AnswerError: there is none of this name.
    """
    found = _files()
    if name not in found:
        near = nearest(name, found)
        hint = f"did you mean {' or '.join(near)}?" if near else "betoog original names them all"
        raise AnswerError(f"no file {visible(name)} comes with betoog; {hint}")
    return found[name].read_text("utf-8")


def _files() -> dict[str, Path]:
    templates = {f"templates/{each.relative_to(TEMPLATES).as_posix()}": each
                 for each in TEMPLATES.rglob("*")}  # fmt: skip
    words = {f"languages/{each.name}": each for each in _WORDS.glob("*.yaml")}
    pages = {f"site/{each}": SITE / each for each in bundled_files()}
    return {
        name: path
        for name, path in {**templates, **words, **pages}.items()
        if path.suffix in _TEXTS
    }
