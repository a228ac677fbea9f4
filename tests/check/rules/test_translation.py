"""What is said of languages holds of debates that can be read."""

from pathlib import Path

import pytest

from graph.base import KnowledgeBase
from graph.check import check
from graph.store import Tree, read_file

DEBATE = "{title}: {{en: Trams, nl: Trams}}\nquestion: {{en: Are they good?, nl: Zijn ze goed?}}\n"
CLAIM = "---\nclaim: {en: Trams are good., nl: Trams zijn goed.}\nkind: value\n---\n"


@pytest.mark.parametrize(
    ("debate", "told"),
    [
        (DEBATE.format(title="title"), 0),
        (DEBATE.format(title="title") + "languages: [en]\n", 3),
        (DEBATE.format(title="titel"), 0),
        (DEBATE.format(title="title: []\ntitel"), 0),
        (DEBATE.format(title="title:\ntitle"), 0),
        (DEBATE.format(title="title") + "languages: english\n", 0),
    ],
)
def test_no_language_is_strange_while_a_debate_cannot_be_read_in_full(
    debate: str, told: int
) -> None:
    texts = {"claims/d/debate.yaml": debate, "claims/d/trams-are-good.md": CLAIM}
    read = [read_file(path, text) for path, text in texts.items()]
    files = tuple(file for file, _ in read if file is not None)
    problems = tuple(each for _, found in read for each in found)
    findings = check(KnowledgeBase(Tree(Path(), files, problems)))
    assert [each.code for each in findings].count("T201") == told
    # Nor is anything said of languages that would have followed from the title.
    assert not [each.message for each in findings if "factory" in each.message]
