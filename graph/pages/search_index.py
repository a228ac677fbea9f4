"""The search index over the finished pages, made by Pagefind, one per language."""

import subprocess
import sys
from pathlib import Path

from graph.errors import BetoogError
from graph.pages.index_order import in_order

INDEX = "pagefind"
"""The folder that it is in, below the site's."""


class SearchIndexError(BetoogError):
    """Pagefind could not make the index; the message is what it said."""


def make_search_index(folder: Path) -> None:
    """Index every searchable page below the site's folder into `pagefind/`.

    Raises:
        SearchIndexError: Pagefind failed.
    """
    command = [sys.executable, "-P", "-m", "pagefind", "--site", str(folder), "--silent"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SearchIndexError(done.stderr.strip() or done.stdout.strip())
    in_order(folder / INDEX)
