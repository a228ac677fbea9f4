from pathlib import Path

import pytest

from graph.errors import AnswerError
from graph.serving.written import Configuration, OthersError
from tests.serving.project import CONFIGURATION, project, write


@pytest.mark.parametrize(
    "more",
    [
        "plugins: [search]",
        "plugins: [betoog, search]",
        "hooks: [own.py]",
        "extra_templates: [a.html]",
    ],
)
def test_what_others_make_a_part_of_is_left_to_mkdocs(tmp_path: Path, more: str) -> None:
    root = project(tmp_path / "kb")
    write(root, "own.py", "")
    key = more.partition(":")[0]
    kept = [each for each in CONFIGURATION.splitlines() if not each.startswith(key)]
    write(root, "mkdocs.yml", "\n".join((*kept, more)))
    with pytest.raises(OthersError):
        Configuration(root / "mkdocs.yml", tmp_path / "site")


@pytest.mark.parametrize(
    "wrong",
    [
        "site_nam: x\nplugins: {",
        "site_name: x\ndocs_dir: nowhere\n",
        "5",
        "a: " + "[" * 5_000,
        "INHERIT: mkdocs.yml",
        "site_name: x\nsite_url: http://[::1\n",
        "site_name: x\nextra: {day: 2024-02-30}\n",
        "site_name: x\ntheme: {name: null, custom_dir: 5}\n",
    ],
)
def test_a_configuration_that_cannot_be_used_is_named(tmp_path: Path, wrong: str) -> None:
    write(tmp_path, "mkdocs.yml", wrong)
    with pytest.raises(AnswerError, match=r"^mkdocs\.yml cannot be used"):
        Configuration(tmp_path / "mkdocs.yml", tmp_path / "site")


@pytest.mark.parametrize(
    "address", ["https://a.example/two words/", f"https://a.example/{'x' * 1900}/"]
)
def test_an_address_that_pages_cannot_be_cited_at_is_none_of_a_site(
    tmp_path: Path, address: str
) -> None:
    root = project(tmp_path / "kb")
    kept = [each for each in CONFIGURATION.splitlines() if not each.startswith("site_url")]
    write(root, "mkdocs.yml", "\n".join((*kept, f"site_url: {address}")))
    with pytest.raises(AnswerError, match=r"^mkdocs\.yml cannot be used: site_url: https://a"):
        Configuration(root / "mkdocs.yml", tmp_path / "site")


def test_what_a_configuration_takes_over_from_is_a_part_of_it(tmp_path: Path) -> None:
    root = project(tmp_path / "kb")
    write(root, "base/common.yml", CONFIGURATION)
    write(root, "mkdocs.yml", "INHERIT: 'base/common.yml'  # all else\nsite_name: Other\n")
    found = Configuration(root / "mkdocs.yml", tmp_path / "site")
    assert found.files == (root / "mkdocs.yml", root / "base/common.yml")
    assert found.mount == "/kb/"
