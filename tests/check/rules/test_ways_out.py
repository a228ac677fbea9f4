"""Ways out are said in terms of the knowledge base at hand."""

import pytest

from graph.check import check
from tests.small import read_texts

DEBATE = """\
title: Tramlijnen
question: Zijn trams goed?
theses: [trams-zijn-goed]
languages: [%s]
"""
CLAIMS = {
    "A201": "claim: {nl: Trams zijn goed.}\nkind: value\nsupports: [{claim: trams-zijn-stil}]\n",
    "F102": "kind: value\n",
    "F103": "claim: [Trams zijn goed.]\nkind: value\n",
    "F202": "claim: {nl: Trams zijn goed.}\nkind: value\nbase_score: 0.5\n",
}


@pytest.mark.parametrize("code", CLAIMS)
@pytest.mark.parametrize("languages", ["nl", "nl, de"])
def test_a_text_is_asked_for_in_the_languages_of_the_debate_alone(
    code: str, languages: str
) -> None:
    texts = {
        "claims/d/debate.yaml": DEBATE % languages,
        "claims/d/trams-zijn-goed.md": f"---\n{CLAIMS[code]}---\n",
        "claims/d/trams-zijn-stil.md": "---\nclaim: {nl: Trams zijn stil.}\nkind: fact\n---\n",
    }
    helps = [each.help for each in check(read_texts(texts)) if each.code == code]
    pattern = "{" + ", ".join(f"{each}: …" for each in languages.split(", ")) + "}"
    assert any(pattern in each for each in helps), helps
    assert not any("en: …" in each for each in helps)
