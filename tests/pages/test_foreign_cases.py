"""Cases of one debate do not stand in the guide of another."""

import re

import pytest

from graph.pages.bundled import SITE
from graph.pages.foreign_cases import without_foreign_cases

TEXT = """\
# A guide

What is general.

*Case.* [One](../claims/one/index.html) and [another](../nl/claims/another/index.html#x).

| Kind | It says | Case |
|---|---|---|
| `a` | what \\| is | [One](../claims/one/index.html) |
| `b` | what [may](../method.md) be | [Another](../claims/another/index.html) |

The end.
"""


def test_of_claims_that_are_here_all_stays() -> None:
    assert without_foreign_cases(TEXT, {"one", "another"}) == TEXT


@pytest.mark.parametrize("here", [(), ("one",), ("another",)])
def test_paragraphs_and_columns_with_others_go(here: tuple[str, ...]) -> None:
    assert without_foreign_cases(TEXT, here) == (
        "# A guide\n\nWhat is general.\n\n"
        "| Kind | It says |\n|---|---|\n| `a` | what \\| is |\n"
        "| `b` | what [may](../method.md) be |\n\nThe end.\n"
    )


@pytest.mark.parametrize("name", ["modelling.md", "modelling.nl.md", "modelling.de.md"])
def test_the_guide_to_modelling_says_something_without_its_cases(name: str) -> None:
    text = (SITE / "guides" / name).read_text("utf-8")
    bare = without_foreign_cases(text, ())
    assert not re.search(r"claims/|deepseek|nvidia|chip", bare, re.IGNORECASE)
    assert re.findall(r"<h2.*", bare) == re.findall(r"<h2.*", text)
    assert len(bare) > len(text) / 3
    assert bare.count("\n| `") == text.count("\n| `") == 10
