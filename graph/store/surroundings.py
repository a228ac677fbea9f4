"""What a build reads beside the records: pages, templates and words, which may be anybody's too.

All of it is published, or decides what is. So it must be regular files, neither endless nor too
large, and no link may bring in what was never meant to be read here.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from graph.store.problem import Fault, Problem, Span
from graph.store.regular_file import Refusal, refusal
from graph.store.walk import walk

CONFIGURATION = "mkdocs.yml"
CITATION = "CITATION.cff"
"""How the whole is cited, in a file of its own."""
USUAL = ("site", "templates", "languages")
"""The folders of pages, templates and words, where the configuration names no others."""
LARGEST_TEXT = 1024 * 1024
"""The largest file that is read as text, in bytes."""
LARGEST_FILE = 100 * 1024 * 1024
"""The largest file that goes along as it is, such as a picture, in bytes."""
MARKDOWN = (".markdown", ".mdown", ".mkdn", ".mkd", ".md")
"""How the names of files end that MkDocs takes for pages."""
_TEXTS = frozenset((".atom", ".css", ".html", ".js", ".xml", ".yaml", ".yml", *MARKDOWN))
_TOP = Span(1, 1, 2)


def surroundings(root: Path, folders: Iterable[Path] | None = None) -> tuple[Problem, ...]:
    """What is not to be read beside the records below a root: of the configuration, the file
    that says how the whole is cited, and these folders, or the usual ones. Opens nothing.

    No folder may be a link, and nothing in it may lead out of it.
    """
    found = [*_file(root / CONFIGURATION, CONFIGURATION, root)]
    found.extend(_file(root / CITATION, CITATION, root))
    for folder in (root / each for each in USUAL) if folders is None else folders:
        path = folder.relative_to(root).as_posix() if folder.is_relative_to(root) else str(folder)
        if folder.is_symlink():
            detail = "this is a symbolic link, not a folder"
            found.append(_problem(path, Refusal(Fault.OUTSIDE, detail)))
        elif not folder.is_dir():
            found.extend(_file(folder, path, root))
        else:
            for each in walk(folder):
                below = f"{path}/{each.path}"
                if each.refusal is not None:
                    found.append(_problem(below, each.refusal))
                else:
                    found.extend(_file(Path(each.place), below, folder))
    return tuple(sorted(dict.fromkeys(found), key=lambda each: each.path))


def _file(place: Path, path: str, folder: Path) -> Iterator[Problem]:
    # Some editors mark a file that is open by a link beside it that leads nowhere.
    absent = not place.is_symlink() and not place.exists()
    if absent or (place.name.startswith(".#") and not place.exists()):
        return
    largest = LARGEST_TEXT if place.suffix in _TEXTS else LARGEST_FILE
    if (refused := refusal(place, folder, largest)) is not None:
        yield _problem(path, refused)


def _problem(path: str, refused: Refusal) -> Problem:
    return Problem(path, refused.fault, _TOP, refused.detail)
