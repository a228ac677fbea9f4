"""The repository on the hosting site, through its programming interface."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.errors import AnswerError

if TYPE_CHECKING:
    from github.Repository import Repository

_SERVICE = "https://api.github.com"
_PATIENCE = 30
"""Seconds to wait for an answer."""


@dataclass(frozen=True)
class Host:
    """The repository, and the name under which we write there."""

    repository: "Repository"
    login: str


@contextmanager
def connected(environment: Mapping[str, str], login: str) -> Iterator[Host]:
    """The repository that the environment of a workflow names, with its token.

    Raises:
        AnswerError: the library is not installed, the environment lacks something, or the site
            refuses.
    """
    # Imported when asked for, since the library is an extra that few need.
    try:
        import requests
        from github import Auth, Github, GithubException
    except ImportError as error:
        raise AnswerError(
            "this needs the library for the hosting site: pip install 'betoog[host]'"
        ) from error
    missing = [each for each in ("GITHUB_TOKEN", "GITHUB_REPOSITORY") if not environment.get(each)]
    if missing:
        raise AnswerError(f"{' and '.join(missing)} must be in the environment, as in a workflow")
    service = environment.get("GITHUB_API_URL") or _SERVICE
    # Writing is spaced out, as the site asks; on one's own machine nobody needs that.
    own = service.startswith("http://127.0.0.1:")
    hub = Github(
        base_url=service,
        auth=Auth.Token(environment["GITHUB_TOKEN"]),
        timeout=_PATIENCE,
        per_page=100,
        seconds_between_requests=0 if own else 0.25,
        seconds_between_writes=0 if own else 1.0,
        retry=None if own else 3,
        lazy=True,
    )
    try:
        yield Host(hub.get_repo(environment["GITHUB_REPOSITORY"]), login)
    except GithubException as error:
        message = error.data.get("message") if isinstance(error.data, dict) else None
        raise AnswerError(f"the hosting site answers {error.status}: {message or 'no'}") from error
    except requests.RequestException as error:
        raise AnswerError(f"the hosting site cannot be reached: {type(error).__name__}") from error
    finally:
        hub.close()
