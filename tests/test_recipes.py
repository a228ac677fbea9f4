"""The recipes of CONTRIBUTING name the files to touch, all of them and no others."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
_RECIPE = re.compile(r"^- \*\*(?P<what>[^*]+)\*\*[^(]*\((?P<number>\d+)[^)]*\): (?P<text>.*)", re.S)
_PATH = re.compile(r"`((?:graph|site|templates|tests|claims|types)/[^`]*)`")


def _recipes() -> dict[str, tuple[int, str]]:
    """For each recipe how many files it names at first, and what it says of them."""
    page = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    section = page.partition("### Recipes\n")[2].partition("\n### ")[0]
    found = {}
    for item in re.split(r"\n(?=- )", section):
        if match := _RECIPE.match(item):
            found[match["what"]] = (int(match["number"]), match["text"])
    return found


RECIPES = _recipes()


def _first(what: str) -> list[str]:
    """The files of a recipe up to where it says what else there may be."""
    return _PATH.findall(RECIPES[what][1].split(". ")[0])


# What shows that a file is about the example of a recipe.
_EXAMPLES = {
    "A rule": r"\bA302\b",
    "A kind of page": r"\btemplates_kind\b|templates\.title\b|(?m:^templates:$)",
    "A format": r"\bBIBTEX\b|(?m:^  bibtex:$)",
    "A method of weighing": r"\bDFQuAD\b|\bDF_QUAD\b|df-quad\b",
}


def _about(pattern: str) -> set[str]:
    """The files of the program, its templates and its words that an example occurs in."""
    files = [*(ROOT / "graph").rglob("*"), *(ROOT / "templates").rglob("*")]
    return {
        path.relative_to(ROOT).as_posix()
        for path in files
        if path.suffix in {".py", ".html", ".yaml"} and re.search(pattern, path.read_text("utf-8"))
    }


@pytest.mark.parametrize("what", sorted(_EXAMPLES))
def test_a_recipe_names_every_file_that_its_example_took(what: str) -> None:
    named = {each for each in _first(what) if not each.startswith("tests/")}
    assert _about(_EXAMPLES[what]) == named


@pytest.mark.parametrize("what", sorted(RECIPES))
def test_a_recipe_names_files_that_are_there(what: str) -> None:
    missing = [each for each in _PATH.findall(RECIPES[what][1]) if not (ROOT / each).exists()]
    assert missing == []


@pytest.mark.parametrize("what", sorted(_EXAMPLES))
def test_a_recipe_counts_its_files(what: str) -> None:
    assert len(_first(what)) == RECIPES[what][0]


def test_there_is_a_recipe_for_whatever_is_often_added() -> None:
    assert {*_EXAMPLES, "A type of link", "A field of a claim"} <= set(RECIPES)
