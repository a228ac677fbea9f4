"""Why git cannot do what it was asked."""

from enum import StrEnum

from graph.errors import BetoogError

LIKE_A_REPOSITORY = "the folder has in it what makes up a repository: HEAD, objects and refs"
"""Why git is not asked of a repository that is no `.git` of the folder or of one above it."""


class Obstacle(StrEnum):
    """Why there is no history to read."""

    NO_GIT = "no-git"
    NO_REPOSITORY = "no-repository"
    NOT_TRUSTED = "not-trusted"
    NO_COMMIT = "no-commit"
    UNREADABLE = "unreadable"


class GitError(BetoogError):
    """The repository cannot be read or added to: what stands in the way, and what git says."""

    def __init__(self, obstacle: Obstacle, detail: str) -> None:
        super().__init__(detail)
        self.obstacle = obstacle


class UnknownRevisionError(GitError):
    """No commit has this name; why, where git makes something else of it."""

    def __init__(self, name: str, why: str = "") -> None:
        said = f"there is no revision {name!r}"
        super().__init__(Obstacle.UNREADABLE, f"{said}: {why}" if why else said)


def git_error(said: str) -> GitError:
    """What git's own words come to."""
    lines = said.strip().splitlines() or ["git failed and does not say why"]
    detail = lines[0].removeprefix("fatal: ")
    if "not a git repository" in said or "must be run in a work tree" in said:
        return GitError(Obstacle.NO_REPOSITORY, detail)
    if "safe.bareRepository" in said or said == LIKE_A_REPOSITORY:
        return GitError(Obstacle.UNREADABLE, LIKE_A_REPOSITORY)
    if "dubious ownership" in said or "unsafe repository" in said:
        return GitError(Obstacle.NOT_TRUSTED, detail)
    if "tell me who you are" in said.lower():
        return GitError(Obstacle.UNREADABLE, "git knows no user.name and user.email to commit by")
    return GitError(Obstacle.UNREADABLE, detail)
