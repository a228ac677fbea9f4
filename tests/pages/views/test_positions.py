"""How speakers read a thesis that has more lines than a page shows."""

import json
from collections.abc import Mapping

import pytest

from graph.base import KnowledgeBase
from graph.pages.frame import Settings
from graph.pages.site import Site
from graph.pages.views.positions import LINES, ReadingView, position_data, positions_view
from graph.pages.views.reader import Reader
from graph.records import Speaker
from graph.words.language import language
from tests.pages.conftest import ROOT
from tests.pages.rendered import words
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


def _kb(disputed: int, more: Mapping[str, str] | None = None) -> KnowledgeBase:
    """A thesis with many reasons, of which Cora disputes the weakest; with these files too."""
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
    return read_texts({**files, **(more or {})})


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


CAVEAT = """---
claim: {en: It may be long in coming.}
label: {en: Long in coming}
kind: causal
passages: [{source: reply, paragraph: 2, start: it may, end: in coming}]
undercuts: [{link: reason-0 -> build, because: {en: What is late helps less.}}]
---
"""


def test_what_a_speaker_says_against_their_own_step_is_told_and_not_put_on_scripts() -> None:
    said = "passages:\n  - {source: reply, paragraph: 1, start: what, end: said}\n"
    own = CLAIM.format(place=0, said=said, relevance=1)
    with_thesis = "---\nclaim: {en: Build it.}\nkind: recommendation\n" + said + "---\n"
    files = {
        "claims/line/build.md": with_thesis,
        "claims/line/reason-0.md": own,
        "claims/line/caveat.md": CAVEAT,
    }
    kb = _kb(1, files)
    reader = Reader(kb, language("en"))
    (view,) = positions_view(reader, "line").positions
    assert [each.label for each in view.caveats] == ["Long in coming"]
    (reading,) = view.readings
    assert "reason-0" not in {claim.id for claim, _ in reading.lines}
    data = position_data(reader, view.position, ("en",))
    assert "reason-0" in data["accept"]
    assert "caveat" not in data["accept"]
    pages = Site(kb, Settings((ROOT / "templates",))).pages()
    page = next(each for each in pages if each.file == "positions/line/index.html")
    assert (
        "A caveat of their own, which is weighed and not taken as true: “ Long in coming ”"
        in words(page.render())
    )


def test_the_file_of_positions_knows_older_ids_of_speakers() -> None:
    said = "passages:\n  - {source: reply, paragraph: 1, start: what, end: said}\n"
    files = {
        "claims/line/build.md": f"---\nclaim: {{en: Build it.}}\nkind: recommendation\n{said}---\n",
        "claims/line/reason-0.md": CLAIM.format(place=0, said=said, relevance=1),
        "claims/line/caveat.md": CAVEAT,
    }
    before = {each.path: each.text for each in _kb(1, files).tree.files}
    (speaker,) = (each for each in before if each.startswith("claims/speakers/"))
    kb = read_texts({**before, speaker: f"{before[speaker]}aliases: [older-name]\n"})
    pages = Site(kb, Settings((ROOT / "templates",))).pages()
    file = json.loads(next(each for each in pages if each.file == "positions.json").render())
    now = file.pop("older-name")
    assert [*file] == [now]
