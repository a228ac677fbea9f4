"""A finding: one thing wrong at one place, with a way out."""

from dataclasses import dataclass
from enum import StrEnum

from graph.check.fix import Fix, Way


class Severity(StrEnum):
    """How much a finding matters: an error breaks the argument, a warning weakens it."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True)
class Finding:
    """One thing wrong at one place.

    `path` is relative to the root, with forward slashes; `line` and the columns count
    characters from 1 and `end_column` is the one after the last; `claim` is the id of the
    claim whose record the finding is about, None outside claim records; `fix` is the way out where
    there is one that nobody can be in doubt of; `ways` are all there are, where there are several.
    """

    code: str
    severity: Severity
    path: str
    line: int
    column: int
    end_column: int
    message: str
    help: str = ""
    claim: str | None = None
    fix: Fix | None = None
    ways: tuple[Way, ...] = ()

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """The order of findings: by place, then by code."""
        return (self.path, self.line, self.column, self.code, self.message)

    @property
    def known_by(self) -> tuple[str, str, str]:
        """What it is recognised by in another state of the records, wherever in its file."""
        return (self.code, self.path, self.message)

    def __lt__(self, other: "Finding") -> bool:
        return self.sort_key < other.sort_key


def counts(findings: tuple[Finding, ...]) -> dict[Severity, int]:
    """The number of findings of each severity, gravest first."""
    return {severity: sum(each.severity is severity for each in findings) for severity in Severity}
