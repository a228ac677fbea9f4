"""Where readers are sent to change a record, from the configuration of the site."""

from urllib.parse import quote

import pytest

from graph.pages.frame import Settings
from graph.pages.repository_hosts import HOSTS
from graph.pages.repository_links import RepositoryLinks, repository_links


def _links(repo_url: str, edit_uri: str = "", host: str = "") -> RepositoryLinks | None:
    settings = Settings((), repo_url=repo_url, edit_uri=edit_uri, host=host)
    return repository_links(settings)


def _addresses(repo_url: str, edit_uri: str = "", host: str = "") -> dict[str, str]:
    """The addresses of a repository, below it and filled in as the script of the form does."""
    links = _links(repo_url, edit_uri, host)
    assert links is not None
    values = {
        "path": "claims/d/a.md", "above": "claims/d", "name": "a.md", "text": "a: b\n",
        "title": "A & b", "where": "a", "wrong": "w", "right": "r",
    }  # fmt: skip
    filled = {}
    for name, address in links.addresses.items():
        whole = address
        for key, value in values.items():
            whole = whole.replace(f"{{{key}}}", quote(value, safe=""))
            whole = whole.replace(f"{{+{key}}}", quote(value))
        assert "{" not in whole
        assert whole.startswith(links.repository)
        filled[name] = whole.removeprefix(links.repository)
    return filled


def test_the_addresses_of_github_are_those_of_its_documentation() -> None:
    assert _addresses("https://github.com/some/argument") == {
        "new_file": "/new/main/claims/d?filename=a.md&value=a%3A%20b%0A",
        "empty_file": "/new/main?filename=claims%2Fd%2Fa.md",
        "edit_file": "/edit/main/claims/d/a.md",
        "new_issue": "/issues/new?title=A%20%26%20b&body=a%3A%20b%0A",
        "correction": "/issues/new?template=correction.yml&title=A%20%26%20b"
        "&where=a&wrong=w&right=r",
        "issue_forms": "/issues/new/choose",
    }


def test_the_addresses_of_gitlab_are_those_of_its_documentation() -> None:
    assert _addresses("https://gitlab.example.org/group/sub/argument.git/") == {
        "empty_file": "/-/new/main?file_name=claims%2Fd%2Fa.md",
        "edit_file": "/-/edit/main/claims/d/a.md",
        "new_issue": "/-/issues/new?issue%5Btitle%5D=A%20%26%20b"
        "&issue%5Bdescription%5D=a%3A%20b%0A",
        "issue_forms": "/-/issues/new",
    }


@pytest.mark.parametrize(
    ("repo_url", "host", "name"),
    [
        ("https://codeberg.org/some/argument", "", "Codeberg"),
        ("https://gitea.example.org/some/argument", "", "gitea.example.org"),
        ("https://git.example.org/some/argument", "forgejo", "git.example.org"),
    ],
)
def test_the_addresses_of_forgejo_are_those_of_its_documentation(
    repo_url: str, host: str, name: str
) -> None:
    links = _links(repo_url, host=host)
    assert links is not None
    assert links.name == name
    assert _addresses(repo_url, host=host) == {
        "new_file": "/_new/main/?filename=claims%2Fd%2Fa.md&value=a%3A%20b%0A",
        "empty_file": "/_new/main/?filename=claims%2Fd%2Fa.md",
        "edit_file": "/_edit/main/claims/d/a.md",
        "new_issue": "/issues/new?title=A%20%26%20b&body=a%3A%20b%0A",
        "issue_forms": "/issues/new/choose",
    }


@pytest.mark.parametrize("kind", HOSTS)
@pytest.mark.parametrize(
    ("edit_uri", "place"),
    [
        ("edit/next/a/b/", "next/a/b/claims"),
        ("edit/next", "next/claims"),
        ("-/edit/trunk/kb", "trunk/kb/claims"),
        ("/_edit/trunk/", "trunk/claims"),
        ("src/branch/trunk/", "trunk/claims"),
        ("blob/trunk/k b/", "trunk/k%20b/claims"),
        ("https://git.example.org/some/argument/edit/trunk/", "trunk/claims"),
        ("", "main/claims"),
        ("?of=another", "main/claims"),
    ],
)
def test_branch_and_folder_come_from_the_address_for_editing(
    kind: str, edit_uri: str, place: str
) -> None:
    found = _addresses("https://git.example.org/some/argument", edit_uri, kind)
    assert f"/{place}/d/a.md" in found["edit_file"]
    folder = place.partition("/")[2].removesuffix("claims").replace("/", "%2F")
    assert f"={folder}claims%2Fd%2Fa.md" in found["empty_file"]


@pytest.mark.parametrize(
    "address",
    ["", "https://example.org/repo", "javascript:github.com", "git@github.com:a/b.git", "github"],
)
def test_what_is_no_known_host_is_none(address: str) -> None:
    assert _links(address) is None
    assert address.startswith("https") or _links(address, host="github") is None


def test_a_brace_in_an_address_is_not_filled_in() -> None:
    found = _links("https://github.com/some/{path}", "edit/{text}/{name}/")
    assert found is not None
    assert found.addresses["edit_file"] == (
        "https://github.com/some/%7Bpath%7D/edit/%7Btext%7D/%7Bname%7D/{+path}"
    )
