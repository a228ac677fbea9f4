"""What installers note of where the program came from, and what installs it again."""

import json
from pathlib import Path
from typing import Any

import pytest

from graph.drafting.origin import Origin, origin

MADE = "./wheels/betoog-1.2-py3-none-any.whl[host]"
INDEX = Origin("betoog[host]==1.2", indexed=True)


def from_(**noted: Any) -> Origin:
    return origin(json.dumps(noted), "1.2")


def test_a_git_address_keeps_its_commit() -> None:
    git = {"vcs": "git", "commit_id": "abc123", "requested_revision": "main"}
    address = "https://git.example.org/them/betoog.git"
    assert from_(url=address, vcs_info=git) == Origin(MADE, f"git+{address}@abc123")
    assert from_(url="ssh://git@git.example.org/b", vcs_info=git, subdirectory="a/b") == Origin(
        MADE, "git+ssh://git@git.example.org/b@abc123#subdirectory=a/b"
    )


@pytest.mark.parametrize("editable", [True, False])
def test_a_folder_is_what_the_wheel_is_made_from(tmp_path: Path, editable: bool) -> None:
    folder = tmp_path / "a copy"
    folder.mkdir()
    noted = from_(url=folder.as_uri(), dir_info={"editable": editable} if editable else {})
    assert noted == Origin(MADE, str(folder))
    folder.rmdir()
    assert from_(url=folder.as_uri(), dir_info={}) == INDEX


def test_a_wheel_of_this_machine_comes_along_while_it_is_there(tmp_path: Path) -> None:
    wheel = tmp_path / "betoog-1.2-py3-none-any.whl"
    wheel.touch()
    found = from_(url=wheel.as_uri(), archive_info={"hash": "sha256=1"})
    assert found == Origin(MADE, wheel=wheel)
    wheel.unlink()
    assert from_(url=wheel.as_uri(), archive_info={}) == INDEX


def test_the_address_of_a_wheel_is_named_without_anybodys_name() -> None:
    address = "git.example.org/dl/betoog-1.2-py3-none-any.whl"
    found = from_(url=f"https://me:secret@{address}?token=1", archive_info={})
    assert found == Origin(f"betoog[host] @ https://{address}")


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "{",
        "[]",
        "{}",
        '{"url": 1}',
        '{"url": "https://[nonsense"}',
        '{"url": "https://a.example/b$(c)", "vcs_info": {"vcs": "git", "commit_id": "a"}}',
        '{"url": "https://a.example/b", "vcs_info": {"vcs": "git", "commit_id": "a\\n\\tb"}}',
        '{"url": "https://a.example/b", "vcs_info": {"vcs": "hg", "commit_id": "a"}}',
        '{"url": "ftp://a.example/b.whl", "archive_info": {}}',
    ],
)
def test_all_else_is_taken_for_an_index(text: str | None) -> None:
    assert origin(text, "1.2") == INDEX
