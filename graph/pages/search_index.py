"""The search index over the finished pages, made by Pagefind, one per language."""

import json
import subprocess
import sys
from pathlib import Path

from graph.errors import BetoogError


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
    # Pagefind lists the languages in the order of a hash map, which differs from run to run;
    # two builds of one commit are to be the same, byte for byte.
    entry = folder / "pagefind" / "pagefind-entry.json"
    if entry.is_file():
        data = json.loads(entry.read_text("utf-8"))
        entry.write_text(json.dumps(data, sort_keys=True, separators=(",", ":")), encoding="utf-8")
