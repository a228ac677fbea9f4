"""How a knowledge base is cited as a whole, by the file that says so."""

import json
import tomllib
from collections.abc import Callable
from functools import partial
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
import yaml

from graph.drafting.origin import Origin
from graph.drafting.scaffolding import beginning, scaffold_files
from graph.store.citation_file import citation_text, cited_whole
from graph.store.surroundings import CITATION
from tests.conftest import ROOT, SAMPLE

# As check-jsonschema carries it, unchanged from the Citation File Format.
SCHEMA = files("check_jsonschema") / "builtin_schemas/vendor/citation-file-format.json"


class _AsText(yaml.SafeLoader):
    """Dates and numbers stay text, as the schema has them."""

    yaml_implicit_resolvers = {}  # noqa: RUF012


def _begun(language: str) -> str:
    answers = beginning('Buses: "free"? {no}', language, "1.0", Origin("betoog", indexed=True))
    return dict(scaffold_files(answers))[CITATION]


TEXTS: dict[str, Callable[[], str]] = {
    "this repository": partial(citation_text, ROOT),
    "the sample": partial(citation_text, SAMPLE),
    **{f"begun in {each}": partial(_begun, each) for each in ("en", "nl", "de")},
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_citation_file_is_valid_by_its_schema_and_names_a_work(name: str) -> None:
    text = TEXTS[name]()
    jsonschema.validate(yaml.load(text, _AsText), json.loads(SCHEMA.read_text("utf-8")))
    whole = cited_whole(text)
    assert whole is not None
    assert [each.literal for each in whole.author if each.literal]


def test_this_repository_is_cited_in_the_version_that_was_released_last() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    said = yaml.load(citation_text(ROOT), _AsText)
    assert said["version"] == project["version"]
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert f"\n## [{said['version']}] - {said['date-released']}\n" in changelog


def test_persons_and_bodies_are_named_in_their_order() -> None:
    whole = cited_whole(
        "title: Paths\nauthors:\n- {family-names: Bron, given-names: Ada, name-particle: van der}\n"
        "- {name: Town}\n- 7\ndate-released: 2024-05-06\nurl: https://example.org/\n"
    )
    assert whole is not None
    assert [each.full for each in whole.author] == ["Ada van der Bron", "Town"]
    assert (whole.issued, whole.url) == ("2024-05-06", "https://example.org/")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "- a list",
        "title: [a, list]",
        "authors: [{name: A}]",
        "title: A\ndate-released: yesterday",
        "title: A\nurl: 'javascript:alert(1)'",
        "title: A\nauthors: {name: [b]}\nurl: [c]",
        "{",
    ],
)
def test_a_text_that_names_no_work_is_none(text: str) -> None:
    assert cited_whole(text) is None


@pytest.mark.parametrize(
    "author",
    [{"name": ""}, {"name": "a" * 5000}, {"family-names": "a" * 5000}, {"given-names": "a" * 5000}],
)
def test_an_author_whom_no_source_could_have_makes_no_work(author: dict[str, str]) -> None:
    assert cited_whole(json.dumps({"title": "A", "authors": [author]})) is None


def test_only_a_regular_file_of_a_bounded_size_is_read(tmp_path: Path) -> None:
    place = tmp_path / CITATION
    assert citation_text(tmp_path) == ""
    place.symlink_to("/etc/hostname")
    assert citation_text(tmp_path) == ""
    place.unlink()
    place.write_bytes(b"title: " + b"a" * (1 << 20))
    assert citation_text(tmp_path) == ""
