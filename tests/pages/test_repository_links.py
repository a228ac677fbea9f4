"""Where readers are sent to change a record, from the configuration of the site."""

import pytest

from graph.pages.frame import Settings
from graph.pages.repository_links import Host, host


def _host(repo_url: str, edit_uri: str = "") -> Host | None:
    return host(Settings((), repo_url=repo_url, edit_uri=edit_uri))


def test_github_and_gitlab_are_known_by_their_addresses() -> None:
    assert _host("https://github.com/some/argument") == Host(
        "github", "GitHub", "https://github.com/some/argument", "main", ""
    )
    found = _host("https://gitlab.example.org/some/argument.git/", "-/edit/trunk/kb/")
    assert found == Host(
        "gitlab", "GitLab", "https://gitlab.example.org/some/argument", "trunk", "kb/"
    )


def test_branch_and_folder_come_from_the_address_for_editing() -> None:
    found = _host("https://github.com/some/argument/", "edit/next/a/b/")
    assert found is not None
    assert (found.branch, found.folder) == ("next", "a/b/")
    assert found.issue_forms == "https://github.com/some/argument/issues/new/choose"


@pytest.mark.parametrize(
    "address", ["", "https://example.org/repo", "javascript:github.com", "git@github.com:a/b.git"]
)
def test_what_is_no_known_host_is_none(address: str) -> None:
    assert _host(address) is None
