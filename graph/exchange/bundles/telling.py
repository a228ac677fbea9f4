"""What bringing in a bundle came to, as data and in words."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from rich.console import Group, RenderableType
from rich.text import Text
from typing_extensions import TypedDict

from graph.base import KnowledgeBase
from graph.check import Finding, Severity
from graph.check.finding import counts
from graph.check.reports.json import PlacedFinding, placed
from graph.check.reports.text import text_report
from graph.exchange.bundles.bringing_in import BroughtIn, Record
from graph.exchange.bundles.entry import PLURALS, Bundle
from graph.records import limits
from graph.store import RecordFile
from graph.text.visible import visible

_NAMED = 50
"""The files that are named; the others are counted."""


class BroughtRecord(TypedDict):
    """A record of the file that is brought in. `path` is from the root; `row` counts the records
    of the file, or the rows of a spreadsheet, from 1, and `line` its lines."""

    kind: str
    id: str
    path: str
    row: int
    line: int


class BroughtFinding(PlacedFinding):
    """Something found in the file that is brought in or, with it in place, in another."""


class BroughtAnswer(TypedDict):
    """What bringing in many records came to."""

    written: bool
    new: list[BroughtRecord]
    """Those that are written, or would be."""
    there: list[BroughtRecord]
    """Those that are in the knowledge base already, the same."""
    findings: list[BroughtFinding]
    """The gravest first."""
    untold: int
    """How many more findings there are."""


def brought_answer(outcome: BroughtIn, written: bool) -> BroughtAnswer:
    """The outcome as data."""
    told = _told(outcome.findings)
    return {
        "written": written,
        "new": [_record(each) for each in outcome.new],
        "there": [_record(each) for each in outcome.there],
        "findings": [placed(each) for each in told],
        "untold": len(outcome.findings) - len(told),
    }


def _record(each: Record) -> BroughtRecord:
    return {
        "kind": each.kind,
        "id": each.id,
        "path": each.path,
        "row": each.row,
        "line": each.line,
    }


def brought_text(
    kb: KnowledgeBase, outcome: BroughtIn, written: bool, colour: bool = False
) -> RenderableType:
    """The outcome in words: errors alone where there are any, or else what is written."""
    if outcome.errors:
        return Text.from_ansi(_report(kb, outcome.bundle, outcome.errors, colour))
    lines: list[RenderableType] = []
    verb = "Wrote" if written else "Would write"
    paths = [each.path for each in outcome.files]
    lines += [Text(f"{verb} {visible(each)}") for each in paths[:_NAMED]]
    if len(paths) > _NAMED:
        lines.append(Text(f"{verb} {len(paths) - _NAMED:,} more files"))
    if outcome.there:
        lines.append(Text(f"There already, and the same: {_number(outcome.there)}"))
    lines.append(Text(f"{_number(outcome.new)} {'written' if written else 'to write'}."))
    if outcome.findings and written:
        number = [f"{many} {each}{'' if many == 1 else 's'}"
                  for each, many in counts(outcome.findings).items() if many]  # fmt: skip
        lines.append(Text(f"Next: betoog check tells of {' and '.join(number)} new with them."))
    elif outcome.findings:
        lines.append(Text.from_ansi(_report(kb, outcome.bundle, outcome.findings, colour)))
    return Group(*lines)


def _report(kb: KnowledgeBase, bundle: Bundle, findings: Sequence[Finding], colour: bool) -> str:
    told = _told(findings)
    tree = kb.tree.with_file(bundle.name, RecordFile(bundle.name, "text", "", "", bundle.text))
    more = len(findings) - len(told)
    report = text_report(tuple(told), replace(tree, problems=()), colour).rstrip()
    return f"{report}\n{more:,} more: put right what is told, and try again" if more else report


def _told(findings: Iterable[Finding]) -> list[Finding]:
    gravest = list(Severity)
    ordered = sorted(findings, key=lambda each: (gravest.index(each.severity), each.sort_key))
    return ordered[: limits.FINDINGS]


def _number(records: Sequence[Record]) -> str:
    """`36 claims, 3 sources` or, of none, `no records`."""
    found = Counter(each.kind for each in records)
    parts = [
        f"{found[kind]:,} {kind if found[kind] == 1 else plural}"
        for kind, plural in PLURALS.items()
        if found[kind]
    ]
    return ", ".join(parts) or "no records"
