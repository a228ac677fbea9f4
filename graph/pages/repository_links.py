"""Where the records' repository is kept, as far as readers are sent there to change something."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from graph.pages.frame import Settings

_EDIT_URI = re.compile(r"(?:-/)?(?:edit|blob)/(?P<branch>[^/]+)/(?P<folder>.*)\Z")


@dataclass(frozen=True)
class RepositoryLinks:
    """A repository on a site whose addresses we know how to make.

    `kind` is `github` or `gitlab`, `name` what readers know it by; `folder` is that of the
    knowledge base within the repository, empty or with a slash at its end.
    """

    kind: str
    name: str
    repository: str
    branch: str
    folder: str

    @property
    def issue_forms(self) -> str:
        """Where a reader chooses what to write to the editors about."""
        return f"{self.repository}/{'issues' if self.kind == 'github' else '-/issues'}/new" + (
            "/choose" if self.kind == "github" else ""
        )


def repository_links(settings: Settings) -> RepositoryLinks | None:
    """The repository that the configuration names; None without one or where its kind is unknown.

    Branch and folder come from `edit_uri`, as in `edit/main/`.
    """
    domain = urlsplit(settings.repo_url).netloc.lower()
    known = {"github": "GitHub", "gitlab": "GitLab"}
    kind = next((each for each in known if each in domain), None)
    if kind is None or not settings.repo_url.startswith(("https://", "http://")):
        return None
    edit = _EDIT_URI.match(settings.edit_uri)
    return RepositoryLinks(
        kind,
        known[kind],
        settings.repo_url.rstrip("/").removesuffix(".git"),
        edit["branch"] if edit else "main",
        edit["folder"] if edit else "",
    )
