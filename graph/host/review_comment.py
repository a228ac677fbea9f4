"""The review of a change, said on the change.

The report comes from a run that anybody's change may have steered. Which change it is about is
therefore asked of the hosting site, and the report is read as data, written down anew, and cut.
"""

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from graph.host.comment import keep_comment
from graph.host.connection import Host
from graph.host.event import Run, RunEvent
from graph.host.labels import keep_labels
from graph.review.telling.as_markdown import diff_markdown
from graph.review.telling.report import LARGEST, Report, ReportError, read_report

if TYPE_CHECKING:
    from github.PullRequest import PullRequest


MARK = "<!-- betoog: what a change does to the argument -->"
NAMES = ("the main branch", "this change, merged with it")
"""What is compared, in the words of whoever reads the change; the run knows commits only."""
REPORT = "report.json"
"""What `betoog diff --into` calls the report that is handed on."""


def review_comment(host: Host, event: RunEvent, folder: Path) -> tuple[str, ...]:
    """Comment on the change that a run was about, and label it; gives what was done.

    A run that is no longer about the newest commit of an open change says nothing.
    """
    run = event.workflow_run
    change = _change(host, run)
    if change is None:
        return ("there is no open change with this commit: nothing is said",)
    issue = change.as_issue()
    try:
        report = read_report(_read(folder / REPORT))
    except ReportError as error:
        text = f"What this change does to the argument cannot be told: {error}.\n"
        return (keep_comment(host, issue, MARK, f"{text}\n{_end(run)}"),)
    text = f"{diff_markdown(replace(report, names=NAMES))}\n{_end(run)}"
    said = keep_comment(host, issue, MARK, text, begin=_worth_saying(report))
    return (said, *keep_labels(host, issue, report.topics))


def _change(host: Host, run: Run) -> "PullRequest | None":
    if run.event != "pull_request" or run.head_repository is None or run.head_branch is None:
        return None
    head = f"{run.head_repository.owner.login}:{run.head_branch}"
    for change in host.repository.get_pulls(state="open", head=head):
        # The site matches only the owner and the branch, and both may have other namesakes.
        # A fork that was deleted is none at all.
        origin = getattr(change.head.repo, "full_name", None)
        if (change.head.sha, origin) == (run.head_sha, run.head_repository.full_name):
            return change
    return None


def _read(path: Path) -> bytes:
    """The bytes of a file, which must be one and not a link to another.

    Raises:
        ReportError: there is no such file, or it is too large.
    """
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        with os.fdopen(handle, "rb") as stream:
            return stream.read(LARGEST + 1)
    except OSError:
        raise ReportError("the run has left no report") from None


def _worth_saying(report: Report) -> bool:
    return bool(report.sections)


def _end(run: Run) -> str:
    return (
        f"---\nFor `{run.head_sha[:9]}`. A preview of the site, and this report with drawings "
        f"before and after, are among the artifacts of [its run]({run.html_url}).\n"
    )
