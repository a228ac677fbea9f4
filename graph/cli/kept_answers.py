"""What `betoog new` keeps from one time to the next, in the folder of what can be made again."""

import json
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from graph.store.regular_file import Refusal, read_regular
from graph.store.saving import put_below
from graph.store.surroundings import LARGEST_TEXT

PLACE = Path(".cache") / "betoog" / "new.json"
"""From the root of the knowledge base; git is told to leave it out."""


class Kept(BaseModel):
    """The answers of a claim that was not finished, the options they were given with, and where
    the last claim was read and who said it."""

    model_config = ConfigDict(frozen=True)

    answers: tuple[str, ...] = ()
    options: str = ""
    source: str = ""
    paragraph: int | None = None
    speaker: str = ""


def kept(root: Path) -> Kept:
    """What was kept; nothing where there is nothing that can be read."""
    raw = read_regular(root / PLACE, root, LARGEST_TEXT)
    if isinstance(raw, Refusal):
        return Kept()
    try:
        return Kept.model_validate_json(raw)
    except ValidationError:
        return Kept()


def keep(root: Path, what: Kept) -> None:
    """Keep this for the next time.

    Raises:
        NotSavedError: it cannot be written.
    """
    text = json.dumps(what.model_dump(), ensure_ascii=False, indent=2) + "\n"
    put_below(root, [(str(PLACE), text)])
