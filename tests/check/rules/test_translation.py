"""What is said of languages holds of debates that can be read."""

import pytest

from graph.check import check
from tests.small import read_texts

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
    findings = check(read_texts(texts))
    assert [each.code for each in findings].count("T201") == told
    # Nor is anything said of languages that would have followed from the title.
    assert not [each.message for each in findings if "factory" in each.message]


@pytest.mark.parametrize(
    "texts",
    [
        {"claims/d/trams-are-good.md": CLAIM},
        {
            "claims/d/debate.yaml": DEBATE.format(title="titel") + "languages: [en, de]\n",
            "claims/d/trams-are-good.md": CLAIM,
            "claims/e/debate.yaml": DEBATE.format(title="title") + "languages: [de]\n",
        },
    ],
)
def test_no_finding_says_what_debates_have_while_that_is_not_known(texts: dict[str, str]) -> None:
    findings = check(read_texts(texts))
    assert findings
    assert not [each for each in findings if "no debate has" in each.message + each.help]
