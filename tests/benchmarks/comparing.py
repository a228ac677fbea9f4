"""`python -m tests.benchmarks.comparing FILE`: whether a row became dearer since the last version.

Compares the results in a file with those that the last tag has. What is compared is the ratio to
plain MkDocs in the same run, as no two machines are as fast; seconds are those of processors.
"""

import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.results import RESULTS, Measurement, from_json
from tests.benchmarks.rows import PLAIN, ROWS

MOST = 1.2
"""So many times the ratio of the last version is one row allowed."""
_REPOSITORY = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Worse:
    """A row at a size, and its ratio to plain MkDocs in the last version and now."""

    claims: int
    row: str
    before: float
    now: float

    def __str__(self) -> str:
        return (
            f"{ROWS[self.row]['en']}, {self.claims:,} claims: {self.now:.3f} of plain MkDocs, "
            f"{self.before:.3f} in the last version ({self.now / self.before - 1:+.0%})"
        )


def worse(
    now: Iterable[Measurement], before: Iterable[Measurement], most: float = MOST
) -> list[Worse]:
    """The rows of our own that became dearer than is allowed, by size. What one of the two did not
    measure is not compared."""
    former = {each.claims: each for each in before}
    found = []
    for each in now:
        if (last := former.get(each.claims)) is None:
            continue
        for row in OURS:
            ratio, was = each.ratio(row), last.ratio(row)
            # What took no time that could be measured is not compared.
            if ratio and was and ratio > most * was:
                found.append(Worse(each.claims, row, was, ratio))
    return found


OURS = tuple(ROWS)[: tuple(ROWS).index(PLAIN)]
"""The rows that are work of this program."""


def results_of_last_tag() -> tuple[str, list[Measurement]]:
    """The last tag and its results; nothing where there is no tag, or where it has none."""
    tag = _git("describe", "--tags", "--abbrev=0")
    kept = _git("show", f"{tag}:{RESULTS.relative_to(_REPOSITORY).as_posix()}") if tag else ""
    return tag, from_json(kept) if kept else []


def _git(*arguments: str) -> str:
    command = ["git", "-C", str(_REPOSITORY), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()


def main(file: Path) -> int:
    """Say which rows became dearer; 1 where there are any."""
    now = from_json(file.read_text("utf-8"))
    tag, before = results_of_last_tag()
    if not {each.claims for each in now} & {each.claims for each in before}:
        print(f"Nothing to compare with: {tag or 'no tag'} has no results at these sizes.")
        return 0
    found = worse(now, before)
    for each in found:
        print(each)
    print(f"{len(found)} rows are more than {MOST - 1:.0%} dearer than in {tag}.")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
