"""An issue for each source that is gone."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, ValidationError

from graph.base import KnowledgeBase
from graph.errors import AnswerError
from graph.host.comment import is_ours
from graph.host.connection import Host
from graph.passages.addresses import Outcome
from graph.store.regular_file import read_begun
from graph.text.inert import inert, inert_code

if TYPE_CHECKING:
    from github.Issue import Issue


LABEL = "broken source"
MOST = 20
"""Issues that one run opens at most."""
_CLAIMS = 20
_LARGEST = 5_000_000


class SourceOutcome(BaseModel):
    """What came of asking for one source."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    url: str
    outcome: Outcome
    detail: str = ""


class Answer(BaseModel):
    """What `betoog reach --json` gives."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    sources: tuple[SourceOutcome, ...]


def read_answer(path: Path) -> Answer:
    """What came of asking, from a file.

    Raises:
        AnswerError: it holds something else.
    """
    data = read_begun(path, _LARGEST)
    if len(data) <= _LARGEST:
        with suppress(ValidationError):
            return Answer.model_validate_json(data)
    raise AnswerError(f"{path} is not what betoog reach --json gives")


def source_issues(host: Host, kb: KnowledgeBase, answer: Answer) -> tuple[str, ...]:
    """Open an issue for each source that is gone and has none, and close those of sources that
    answer again or are cited no more; gives what was done."""
    known = [each for each in answer.sources if each.id in kb.sources]
    # A source may have two addresses, of which its own comes first.
    reached = {each.id for each in known if each.outcome is Outcome.REACHED}
    reached -= {each.id for each in known if each.outcome is not Outcome.REACHED}
    gone: dict[str, SourceOutcome] = {}
    for each in known:
        if each.outcome is Outcome.GONE:
            gone.setdefault(each.id, each)
    there = _open_issues(host)
    done = []
    for found in [each for each in gone.values() if each.id not in there][:MOST]:
        issue = host.repository.create_issue(
            f"Source gone: {found.id}", body=_body(kb, found), labels=[LABEL]
        )
        done.append(f"opened {issue.number} for {found.id}")
    for source, issue in sorted(there.items()):
        if source in reached or source not in kb.sources:
            why = "It answers again." if source in reached else "It is no longer cited."
            issue.create_comment(why)
            issue.edit(state="closed", state_reason="completed")
            done.append(f"closed {issue.number} for {source}")
    return tuple(done) or ("nothing has changed",)


def _mark(source: str) -> str:
    return f"<!-- betoog: source {source} -->"


def _open_issues(host: Host) -> "dict[str, Issue]":
    """Our open issues by the sources they are about."""
    found: dict[str, Issue] = {}
    for issue in host.repository.get_issues(state="open", labels=[LABEL]):
        first = (issue.body or "").split("\n", 1)[0].strip()
        words = first.removeprefix("<!-- betoog: source ").removesuffix(" -->")
        if is_ours(host, issue) and first == _mark(words):
            found.setdefault(words, issue)
    return found


def _body(kb: KnowledgeBase, found: SourceOutcome) -> str:
    path = kb.paths["source", found.id]
    claims = [
        claim.id
        for claim in kb.claims.values()
        if any(each.source == found.id for each in claim.passages)
    ]
    own = found.url != kb.sources[found.id].seen_at
    named = ", ".join(f"`{each}`" for each in claims[:_CLAIMS])
    if len(claims) > _CLAIMS:
        named += f" and {len(claims) - _CLAIMS} more"
    return (
        f"{_mark(found.id)}\n"
        f"“{inert(kb.sources[found.id].title, 200)}” is gone from "
        f"{'its address' if own else 'where its text was read'}: {inert(found.detail, 200)}.\n\n"
        f"- Address: `{inert_code(found.url, 500)}`\n"
        f"- Record: `{path}`\n"
        f"- Claims read from it: {named or 'none'}\n\n"
        f"Find where it has moved, and put that address under `{'URL' if own else 'seen_at'}:` in "
        "the record; that of a copy in an archive goes under `seen_at:`. If there is none, say so "
        "in the record, and look whether the claims still have a source. This issue is closed "
        "once every address of the record answers.\n"
    )
