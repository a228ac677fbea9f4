"""Where the knowledge base is."""

from pathlib import Path

from graph.errors import AnswerError


def find_root(given: Path | None) -> Path:
    """The folder that contains `claims/`: the one given, or the nearest one upward.

    Raises:
        AnswerError: there is none.
    """
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
