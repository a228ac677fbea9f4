"""How speakers read a thesis that has more lines than a page shows."""

import pytest

from graph.base import KnowledgeBase
from graph.pages.views.positions import LINES, ReadingView, positions_view
from graph.pages.views.reader import Reader
from graph.records import Speaker
from graph.words.language import language
from tests.small import read_texts

REASONS = 12
CLAIM = """---
claim: {{en: Reason {place} holds.}}
kind: causal
{said}supports:
  - claim: build
    relevance: {relevance}
    because: {{en: It would help.}}
---
"""


def _kb(disputed: int) -> KnowledgeBase:
    """A thesis with many reasons, of which Cora disputes the weakest."""
    files = {
        "claims/line/debate.yaml": "title: {en: A}\nquestion: {en: A?}\ntheses: [build]\n",
        "claims/line/build.md": "---\nclaim: {en: Build it.}\nkind: recommendation\n---\n",
        "claims/speakers/cora.yaml": "name: Cora Critic\nrole: {en: reader}\n",
        "claims/sources/reply.yaml": (
            "type: article-newspaper\ntitle: A reply\nauthor: [{family: Critic, given: Cora}]\n"
            "issued: 2025-02-10\nlanguage: en\nURL: https://example.org/\n"
            "quality: {level: primary}\n"
        ),
    }
    said = (
        "stance: disputes\npassages:\n  - {source: reply, paragraph: 1, start: what, end: said}\n"
    )
    for place in range(REASONS):
        weak = place >= REASONS - disputed
        files[f"claims/line/reason-{place}.md"] = CLAIM.format(
            place=place, said=said if weak else "", relevance=0.3 if weak else 1
        )
    return read_texts(files)


def _reading(disputed: int) -> ReadingView:
    view = positions_view(Reader(_kb(disputed), language("en")), "line")
    (position,) = view.positions
    assert isinstance(position.speaker, Speaker)
    (reading,) = position.readings
    return reading


@pytest.mark.parametrize("disputed", [2, LINES, LINES + 2])
def test_all_lines_count_whether_or_not_a_page_shows_them(disputed: int) -> None:
    reading = _reading(disputed)
    assert not reading.same
    assert len(reading.lines) == min(disputed, LINES)
    assert len(reading.lines) + reading.more == disputed
