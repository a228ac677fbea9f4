"""What the hosting site says has happened, as far as it matters here.

https://docs.github.com/webhooks/webhook-events-and-payloads
"""

from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from graph.errors import AnswerError
from graph.store.regular_file import read_begun

LARGEST = 5_000_000
"""Bytes of an event at most."""

E = TypeVar("E", bound="Event")


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class Owner(_Part):
    """Who owns a repository."""

    login: str


class HeadRepository(_Part):
    """The repository that a change comes from."""

    full_name: str
    owner: Owner


class Run(_Part):
    """A run of a workflow: for what commit, of what branch, from where.

    `head_repository` is absent when the repository that the change came from is gone.
    """

    id: int
    event: str
    head_sha: str
    head_branch: str | None
    head_repository: HeadRepository | None
    html_url: str


class Account(_Part):
    """Somebody on the hosting site."""

    login: str


class Label(_Part):
    """A label of an issue."""

    name: str


class Issue(_Part):
    """An issue: whoever may read the repository may have written it."""

    number: int
    body: str | None = None
    labels: tuple[Label, ...] = ()


class Event(_Part):
    """Something that has happened."""


class RunEvent(Event):
    """A workflow has run."""

    workflow_run: Run


class IssueEvent(Event):
    """An issue was opened, edited or labelled, by `sender`; `label` is the one it was given."""

    action: str
    issue: Issue
    label: Label | None = None
    sender: Account | None = None


def read_event(path: Path, kind: type[E]) -> E:
    """The event in a file that the hosting site wrote.

    Raises:
        AnswerError: it is no such event.
    """
    data = read_begun(path, LARGEST)
    if len(data) > LARGEST:
        raise AnswerError(f"{path} is larger than {LARGEST:,} bytes, and no event")
    try:
        return kind.model_validate_json(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(map(str, first["loc"])) or "its beginning"
        raise AnswerError(f"{path} is not the event that was expected: at {where}, "
                          f"{first['msg'].lower()}") from None  # fmt: skip
