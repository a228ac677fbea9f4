"""One comment of ours on an issue or a change, kept up to date."""

from typing import TYPE_CHECKING

from graph.host.connection import Host

if TYPE_CHECKING:
    from github.Issue import Issue
    from github.IssueComment import IssueComment


def is_ours(host: Host, written: "Issue | IssueComment") -> bool:
    """Whether we wrote an issue or a comment; of one whose author is gone nobody knows."""
    # The library's types leave out that an account may be deleted.
    return getattr(written.user, "login", None) == host.login


def keep_comment(host: Host, issue: "Issue", mark: str, text: str, begin: bool = True) -> str:
    """Write a comment that begins with an invisible mark, or bring ours with that mark up to date.

    Without `begin`, none is written where there is none. Anybody can write such a mark, so only a
    comment under our own name is changed. Says what was done.
    """
    body = f"{mark}\n{text}"
    comment = _kept(host, issue, mark)
    if comment is not None:
        if _body(comment).strip() == body.strip():
            return "the comment says so already"
        comment.edit(body)
        return "the comment is brought up to date"
    if not begin:
        return "there is nothing to say"
    issue.create_comment(body)
    return "a comment is written"


def kept_text(host: Host, issue: "Issue", mark: str) -> str:
    """What our comment with a mark says; empty where there is none."""
    comment = _kept(host, issue, mark)
    return "" if comment is None else _body(comment).removeprefix(mark).removeprefix("\n")


def _kept(host: Host, issue: "Issue", mark: str) -> "IssueComment | None":
    found = (each for each in issue.get_comments() if is_ours(host, each))
    return next((each for each in found if _body(each).startswith(mark)), None)


def _body(comment: "IssueComment") -> str:
    # The site keeps line ends as it likes, and of some comments it gives no text.
    return (getattr(comment, "body", None) or "").replace("\r\n", "\n")
