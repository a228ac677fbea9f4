"""An answer to an issue that proposes a claim, and a branch with its record once it is accepted."""

import re
from urllib.parse import quote, urlencode

from graph.base import KnowledgeBase
from graph.drafting.from_issue import from_issue
from graph.drafting.telling.proposed import missing_markdown
from graph.drafting.writing import Drafted
from graph.errors import AnswerError
from graph.host.comment import keep_comment, kept_text
from graph.host.connection import Host
from graph.host.event import IssueEvent
from graph.host.labels import give_label
from graph.review.telling.report import Topic
from graph.text.visible import visible
from graph.words.language import Language

MARK = "<!-- betoog: a claim from this issue -->"
ACCEPTED = "accepted"
"""The label by which an editor asks for the branch. Who may label issues may not push for that:
so it counts from somebody who may."""
_MAY_PUSH = frozenset(("admin", "write"))
_REFUSED, _EXISTS = 422, "already exists"
_NOT_THERE = 404
_TOLD = re.compile(r"`(?P<branch>claim/[a-z0-9-]+)`.*/compare/")
_SHOWN = 20_000
_LONGEST_RUN = 100
"""Backticks in a row that are shown: a fence is longer than any, and an answer has an end."""
_LONG_RUN = re.compile("`" * (_LONGEST_RUN + 1))
_FURTHER = range(2, 20)


def issue_reply(
    host: Host, kb: KnowledgeBase, event: IssueEvent, debate: str | None, today: str
) -> tuple[str, ...]:
    """Say what an issue lacks, or show its record; with a branch when it was just accepted. Which
    branch that was is said as long as that is there.

    One that came without the label of a proposed claim gets it. Gives what was done.
    """
    issue = host.repository.get_issue(event.issue.number)
    labelled = give_label(host, issue, Topic.NEW_CLAIM)
    outcome = from_issue(kb, event.issue.body or "", debate, today)
    words = outcome.words
    drafted, number = outcome.drafted, event.issue.number
    given = event.label.name if event.action == "labeled" and event.label else None
    if drafted is not None and given == ACCEPTED and _may_push(host, event):
        branch, made = _on_a_branch(host, number, drafted)
        way = _proposal(
            host, drafted.claim, branch, number, "branch" if made else "branch_before", words
        )
        done = f"{branch} is made" if made else f"{branch} is there already"
        return (*labelled, done, keep_comment(host, issue, MARK, way + _records(drafted)))
    way = ""
    if former := _branch_told(host, kept_text(host, issue, MARK)):
        if drafted is not None and _holds(host, former, drafted):
            way = _proposal(host, drafted.claim, former, number, "branch_before", words)
            return (*labelled, keep_comment(host, issue, MARK, way + _records(drafted)))
        claim = re.sub(rf"-{number}(?:-[0-9]+)?\Z", "", former.removeprefix("claim/"))
        way = _proposal(host, claim, former, number, "branch_former", words) + "\n"
    if drafted is None:
        said = missing_markdown(outcome.missing, words)
    else:
        complete = words.t("issue.reply.complete", label=f"`{ACCEPTED}`")
        said = f"{complete}\n{_records(drafted)}"
    return (*labelled, keep_comment(host, issue, MARK, way + said))


def _branch_told(host: Host, said: str) -> str:
    """The branch that an answer of ours begins with, where that is still there; empty for none.

    What an issue says is never in the first line.
    """
    from github import GithubException

    found = _TOLD.search(said.partition("\n")[0])
    if found is None:
        return ""
    try:
        host.repository.get_branch(found["branch"])
    except GithubException as error:
        if error.status != _NOT_THERE:
            raise
        return ""
    return found["branch"]


def _may_push(host: Host, event: IssueEvent) -> bool:
    """Whether it was done by somebody who may push to the repository."""
    if event.sender is None:
        return False
    return host.repository.get_collaborator_permission(event.sender.login) in _MAY_PUSH


def _on_a_branch(host: Host, number: int, drafted: Drafted) -> tuple[str, bool]:
    """The branch that the record of an issue is on, and whether it was put there now. What stands
    on one of its name may be the record of another issue, or of other words of this one."""
    named = f"claim/{drafted.claim}"
    for branch in (named, f"{named}-{number}", *(f"{named}-{number}-{n}" for n in _FURTHER)):
        if _branch(host, branch, drafted):
            return branch, True
        if _holds(host, branch, drafted):
            return branch, False
    raise AnswerError(f"there are branches of other records from {named} to {branch}: delete some")


def _holds(host: Host, branch: str, drafted: Drafted) -> bool:
    """Whether the files of a record are on a branch as they are."""
    from github import UnknownObjectException

    for path, text in drafted.files:
        try:
            found = host.repository.get_contents(path, ref=branch)
        except UnknownObjectException:
            return False
        if isinstance(found, list) or found.decoded_content != text.encode("utf-8"):
            return False
    return True


def _branch(host: Host, branch: str, drafted: Drafted) -> bool:
    """Commit the record on a new branch; False where there is one of that name."""
    from github import GithubException, InputGitTreeElement

    repository = host.repository
    tip = repository.get_branch(repository.default_branch).commit
    base = repository.get_git_commit(tip.sha)
    files = [
        InputGitTreeElement(each.path, "100644", "blob", content=each.text)
        for each in drafted.files
    ]
    tree = repository.create_git_tree(files, base.tree)
    commit = repository.create_git_commit(f"Add the claim {drafted.claim}", tree, [base])
    try:
        repository.create_git_ref(f"refs/heads/{branch}", commit.sha)
    except GithubException as error:
        # The same status says that a name is no name, and that a rule of the repository forbids it.
        said = error.data.get("message") if isinstance(error.data, dict) else None
        if error.status != _REFUSED or _EXISTS not in str(said):
            raise
        return False
    return True


def _proposal(host: Host, claim: str, branch: str, number: int, there: str, words: Language) -> str:
    """The way to propose what is on a branch; `there` is how it is told that it is there."""
    filled_in = {
        "expand": "1",
        "title": f"Add the claim {claim}",
        "body": f"Closes #{number}",
    }
    address = f"{host.repository.html_url}/compare/{quote(branch)}?{urlencode(filled_in)}"
    link = f"[{words.t('issue.reply.propose')}]({address})"
    return words.t(f"issue.reply.{there}", branch=f"`{branch}`", link=link) + "\n"


def _records(drafted: Drafted) -> str:
    """The files, each in a fence that nothing in it can end, as far as there is room for them."""
    said = []
    for path, text in drafted.files:
        text = _LONG_RUN.split(text, maxsplit=1)[0]
        shown = "\n".join(visible(line) for line in text[:_SHOWN].split("\n")).rstrip()
        longest = max((len(run) for run in re.findall(r"`+", shown)), default=0)
        fence = "`" * max(3, longest + 1)
        said.append(f"\n`{path}`\n\n{fence}yaml\n{shown}\n{fence}\n")
    return "".join(said)
