"""Where readers are sent to change a record, from the configuration of the site."""

import pytest

from graph.pages.frame import Settings
from graph.pages.repository_links import RepositoryLinks, repository_links


def _links(repo_url: str, edit_uri: str = "") -> RepositoryLinks | None:
    return repository_links(Settings((), repo_url=repo_url, edit_uri=edit_uri))


def test_github_and_gitlab_are_known_by_their_addresses() -> None:
    assert _links("https://github.com/some/argument") == RepositoryLinks(
        "github", "GitHub", "https://github.com/some/argument", "main", ""
    )
    found = _links("https://gitlab.example.org/some/argument.git/", "-/edit/trunk/kb/")
    assert found == RepositoryLinks(
        "gitlab", "GitLab", "https://gitlab.example.org/some/argument", "trunk", "kb/"
    )


def test_branch_and_folder_come_from_the_address_for_editing() -> None:
    found = _links("https://github.com/some/argument/", "edit/next/a/b/")
    assert found is not None
    assert (found.branch, found.folder) == ("next", "a/b/")
    assert found.issue_forms == "https://github.com/some/argument/issues/new/choose"


@pytest.mark.parametrize(
    "address", ["", "https://example.org/repo", "javascript:github.com", "git@github.com:a/b.git"]
)
def test_what_is_no_known_host_is_none(address: str) -> None:
    assert _links(address) is None
