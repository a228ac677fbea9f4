"""What an editor offers for a quotation that was pasted into a record."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from graph.base import KnowledgeBase
from graph.drafting.quoting import quoting
from graph.errors import BetoogError
from graph.records import Claim
from graph.store.splices import Splice

TEXTS = "BETOOG_TEXTS"
"""The variable of the environment that names the folder of texts, as for commands."""


class Recorded(NamedTuple):
    """What is offered, and the changes in the file's text that it takes."""

    said: str
    splices: tuple[Splice, ...]


def recordable(kb: KnowledgeBase, path: str, first: int, last: int) -> Iterator[Recorded]:
    """The passages without a fingerprint on these lines, counted from 1, whose words stand in one
    place of a text at hand."""
    file = kb.tree.by_path.get(path)
    if file is None or not isinstance(file.record, Claim):
        return
    given = os.environ.get(TEXTS)
    folder = kb.tree.root / Path(given).expanduser() if given else None
    for index, passage in enumerate(file.record.passages):
        fields = (("source",), ("start",), ("end",))
        lines = {kb.tree.span(path, ("passages", index, *each)).line for each in fields}
        if passage.fingerprint is not None or not any(first <= line <= last for line in lines):
            continue
        try:
            found, splices = quoting(kb, path, index, folder)
        except BetoogError:
            # It is offered where it can be done, and nobody asked for it elsewhere.
            continue
        where = f"paragraph {found.paragraph}" if found.paragraph else "the headline"
        yield Recorded(f"Record where these words stand: {where} of {found.source}", splices)
