"""The kinds of site that host repositories, and the addresses that each has for what a reader
changes."""

from collections.abc import Mapping
from typing import NamedTuple


class HostingSite(NamedTuple):
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


HOSTS: Mapping[str, HostingSite] = {
    "github": HostingSite(
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
    "gitlab": HostingSite(
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
    "forgejo": HostingSite(
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
