"""What a new claim or link came to, as data and in words."""

from collections.abc import Iterator, Sequence
from difflib import unified_diff

from rich.console import Group, RenderableType
from rich.text import Text
from typing_extensions import TypedDict

from graph.answers.printed import claim_line
from graph.argument.likeness import Likeness
from graph.base import KnowledgeBase
from graph.check import Finding, Severity
from graph.drafting.draft import DraftFile
from graph.drafting.writing import Drafted
from graph.text.visible import visible


class FileAnswer(TypedDict):
    """A file as it was written, or would be; `path` is from the root."""

    path: str
    text: str


class LikenessAnswer(TypedDict):
    """A claim that says something like it."""

    id: str
    score: float
    """How alike the sentences are, of 100."""
    language: str
    """The language in which they are."""
    opposite: bool
    """Whether it looks like the opposite."""


class NewFinding(TypedDict):
    """Something that check would find with the files in place, and does not find now."""

    code: str
    severity: Severity
    path: str
    message: str
    help: str


class DraftedAnswer(TypedDict):
    """A claim with the files for it, what it resembles, and what would be found in them."""

    claim: str
    """The id of the claim that is new, or that has a new link."""
    written: bool
    files: list[FileAnswer]
    alike: list[LikenessAnswer]
    findings: list[NewFinding]


def drafted_answer(outcome: Drafted, written: bool) -> DraftedAnswer:
    """The outcome as data."""
    return {
        "claim": outcome.claim,
        "written": written,
        "files": [{"path": each.path, "text": each.text} for each in outcome.files],
        "alike": [
            {
                "id": each.claim,
                "score": round(each.score, 1),
                "language": each.language,
                "opposite": each.opposite,
            }
            for each in outcome.alike
        ],
        "findings": [new_finding(each) for each in outcome.findings],
    }


def new_finding(finding: Finding) -> NewFinding:
    """A finding that would be new, as data."""
    return {
        "code": finding.code,
        "severity": finding.severity,
        "path": finding.path,
        "message": finding.message,
        "help": finding.help,
    }


def drafted_text(kb: KnowledgeBase, outcome: Drafted, written: bool) -> RenderableType:
    """The outcome in words: what was written, what it resembles and what to do next."""
    lines: list[RenderableType] = []
    if outcome.errors:
        return Group(*(finding_line(each) for each in outcome.errors))
    if written:
        lines += [Text(f"Wrote {visible(each.path)}") for each in outcome.files]
    else:
        lines += [line for each in outcome.files for line in _unwritten(kb, each)]
    lines += [likeness_line(kb, each) for each in outcome.alike]
    if written and outcome.alike:
        lines.append(
            Text("If one of these is what you meant, delete the new file and use betoog link.")
        )
    lines += [finding_line(each) for each in outcome.findings]
    if written:
        lines.append(Text(f"Next: {_first(outcome.findings)}run betoog check."))
        lines.append(Text(f"betoog show {outcome.claim} tells how the claim stands."))
    return Group(*lines)


def finding_line(finding: Finding) -> Text:
    """A finding that would be new, on one line."""
    place = f"{visible(finding.path)}:{finding.line}:{finding.column}"
    way = f"; {visible(finding.help)}" if finding.help else ""
    return Text(f"{finding.severity}[{finding.code}] {place}: {visible(finding.message)}{way}")


def _first(findings: Sequence[Finding]) -> str:
    """What is to be done before checking; a translation may be left to others."""
    told = {each.code[0] for each in findings if each.severity is not Severity.HINT}
    if not told:
        return ""
    if told == {"T"}:
        return "translate it, or leave that to others, and "
    return "put right what is named above, then "


def _unwritten(kb: KnowledgeBase, file: DraftFile) -> Iterator[Text]:
    """A new file as it would be, or what would be new in one that is there."""
    there = kb.tree.by_path.get(file.path)
    if there is None:
        yield Text(f"Not written: {visible(file.path)}")
        yield Text(visible_lines(file.text))
        return
    yield Text(f"Not written: what would be new in {visible(file.path)}")
    lines = unified_diff(there.text.split("\n"), file.text.split("\n"), lineterm="", n=1)
    yield from (Text(visible(line)) for line in lines if not line.startswith(("---", "+++")))


def likeness_line(kb: KnowledgeBase, found: Likeness) -> Text:
    """A claim that a sentence resembles."""
    how = "Looks like the opposite of: " if found.opposite else "Looks like: "
    return Text.assemble(how, claim_line(kb, found.claim))


def visible_lines(text: str) -> str:
    """A text of more than one line, safe to print."""
    return "\n".join(visible(line) for line in text.split("\n"))
