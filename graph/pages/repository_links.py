"""Where the records' repository is kept, as far as readers are sent there to change something."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from graph.pages.frame import Settings


class _Site(NamedTuple):
    """A kind of site that hosts repositories, and the addresses that its documentation gives.

    What stands in braces is filled in, encoded; behind a plus sign slashes stay. `new_file` is
    None where no text can be given along. Lists of choices are filled in from an address
    nowhere, so no form with one is led to but `correction`, which has none.
    """

    name: str | None
    """None: readers know it by its domain."""
    domains: tuple[str, ...]
    """A part of the domain by which it is known."""
    new_file: str | None
    empty_file: str
    edit_file: str
    new_issue: str
    correction: str | None
    issue_forms: str


HOSTS: Mapping[str, _Site] = {
    "github": _Site(
        "GitHub",
        ("github",),
        new_file="/new/{+branch}/{+folder}{+above}?filename={name}&value={text}",
        empty_file="/new/{+branch}?filename={folder}{path}",
        edit_file="/edit/{+branch}/{+folder}{+path}",
        new_issue="/issues/new?title={title}&body={text}",
        correction="/issues/new?template=correction.yml&title={title}"
        "&where={where}&wrong={wrong}&right={right}",
        issue_forms="/issues/new/choose",
    ),
    "gitlab": _Site(
        "GitLab",
        ("gitlab",),
        new_file=None,
        empty_file="/-/new/{+branch}?file_name={folder}{path}",
        edit_file="/-/edit/{+branch}/{+folder}{+path}",
        new_issue="/-/issues/new?issue%5Btitle%5D={title}&issue%5Bdescription%5D={text}",
        correction=None,
        issue_forms="/-/issues/new",
    ),
    # Forgejo, that of Codeberg, and Gitea, from which it comes.
    "forgejo": _Site(
        None,
        ("codeberg", "forgejo", "gitea"),
        new_file="/_new/{+branch}/?filename={folder}{path}&value={text}",
        empty_file="/_new/{+branch}/?filename={folder}{path}",
        edit_file="/_edit/{+branch}/{+folder}{+path}",
        new_issue="/issues/new?title={title}&body={text}",
        correction=None,
        issue_forms="/issues/new/choose",
    ),
}
"""The kinds of site whose addresses we know how to make."""

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
