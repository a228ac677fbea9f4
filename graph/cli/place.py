"""Where the knowledge base is, and where what is told of it is not written."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from graph.errors import AnswerError
from graph.text.visible import visible

_KEPT = ("claims", "languages", "templates", ".git", ".github", "mkdocs.yml", "CITATION.cff")


GONE = "the folder that this is run in was removed: change to one that is there"


def is_gone() -> bool:
    """Whether the folder that this is run in was removed, so that no path leads from there."""
    try:
        Path.cwd()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return False


def find_root(given: Path | None) -> Path:
    """The folder that contains `claims/`: the one given, or the nearest one upward.

    Raises:
        AnswerError: there is none, or none can be named: the folder that this is run in is gone.
    """
    if is_gone():
        raise AnswerError(GONE)
    if given is not None:
        if not (given / "claims").is_dir():
            raise AnswerError(f"there is no claims folder in {given}")
        return given
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "claims").is_dir():
            # As a person would name it, where that is possible.
            return Path() if folder == here else folder
    raise AnswerError(f"there is no claims folder in {here} or above it: name one with --root DIR")


def require_apart(root: Path, targets: Iterable[Path]) -> None:
    """Let no answer be written where a person writes: among the records, words and templates of the
    knowledge base below `root` or in its repository, in place of its configuration, or of a page.

    Raises:
        AnswerError: one of the targets is there.
    """
    kept = {_identity(root / name): name for name in _KEPT}
    pages = {**kept, _identity(root / "site"): "site"}
    apart: set[Path] = set()
    for target in targets:
        # Whatever is in the way of writing there is told by who writes.
        place = Path(os.path.realpath(target))
        page = place.suffix == ".md" and place.exists()
        for above in (place, *place.parents):
            # Many files are written to one folder: it is looked up once, and what it stands in.
            if above in apart and not page:
                break
            identity = _identity(above)
            name = (pages if page else kept).get(identity)
            if identity is not None and name is not None:
                raise AnswerError(
                    f"{visible(str(target))}: {name} is kept for what a person writes; name "
                    "another place"
                )
            apart.add(above)


def _identity(place: Path) -> tuple[int, int] | None:
    """What all paths to a place have alike, on a disk that makes no difference of capitals too;
    None for a place that nothing is at."""
    with suppress(OSError, ValueError):
        found = place.stat()
        return found.st_dev, found.st_ino
    return None


def claim_names(root: Path, beginning: str) -> list[str]:
    """The claim ids that begin so, from the names of files alone; sorted."""
    names = {path.stem for path in (root / "claims").rglob("*.md") if path.name.count(".") == 1}
    return sorted(name for name in names if name.startswith(beginning))


def record_names(root: Path, folder: str, beginning: str) -> list[str]:
    """The ids of sources or speakers, which have a folder of their own, that begin so; sorted."""
    names = {path.stem for path in (root / "claims" / folder).glob("*.yaml")}
    return sorted(name for name in names if name.startswith(beginning))


def debate_names(root: Path, beginning: str) -> list[str]:
    """The ids of debates, which are the names of their folders, that begin so; sorted."""
    names = {path.parent.name for path in (root / "claims").glob("*/debate.yaml")}
    return sorted(name for name in names if name.startswith(beginning))
