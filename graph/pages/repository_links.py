"""Where the records' repository is kept, as far as readers are sent there to change something."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from graph.pages.frame import Settings
from graph.pages.repository_hosts import HOSTS

_EDIT_URI = re.compile(
    r"/?(?:-/)?(?:_?edit|blob|tree|src/branch)/(?P<branch>[^/]+)(?:/(?P<folder>.*))?\Z"
)
_FIELD = re.compile(r"\{(\+?)(branch|folder)\}")


@dataclass(frozen=True)
class RepositoryLinks:
    """A repository on a site whose addresses we know how to make.

    `name` is what readers know the site by. `addresses` are those of `new_file`, `empty_file`,
    `edit_file`, `new_issue`, `correction` and `issue_forms`, as far as the site has them, with
    what a reader gives still in braces.
    """

    name: str
    repository: str
    addresses: Mapping[str, str]

    @property
    def issue_forms(self) -> str:
        """Where a reader chooses what to write to the editors about."""
        return self.addresses["issue_forms"]


def repository_links(settings: Settings) -> RepositoryLinks | None:
    """The repository that the configuration names; None without one or where its kind is unknown.

    The kind is what the configuration says, or what the domain does. Branch and folder come from
    `edit_uri`, as in `edit/main/`.
    """
    repository = settings.repo_url.rstrip("/").removesuffix(".git")
    if not repository.startswith(("https://", "http://")):
        return None
    domain = urlsplit(repository).netloc.lower()
    kinds = (each for each, site in HOSTS.items() if any(part in domain for part in site.domains))
    kind = settings.host or next(kinds, None)
    if kind is None:
        return None
    edit = _EDIT_URI.match(settings.edit_uri.removeprefix(repository))
    branch, folder = (edit["branch"], edit["folder"] or "") if edit else ("main", "")
    given = {"branch": branch, "folder": f"{folder.strip('/')}/".lstrip("/")}

    def filled(address: str) -> str:
        return quote(repository, safe=":/%@~+") + _FIELD.sub(
            lambda field: quote(given[field[2]], safe="/" if field[1] else ""), address
        )

    known = "Codeberg" if "codeberg" in domain else domain
    site = HOSTS[kind]._asdict()
    forms = {name: form for name, form in site.items() if name not in ("name", "domains") and form}
    return RepositoryLinks(
        HOSTS[kind].name or known,
        repository,
        {name: filled(form) for name, form in forms.items()},
    )
