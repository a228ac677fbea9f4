"""The headings of every type of page, of several debates as of one or of none."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from graph.base import KnowledgeBase
from graph.pages.site import Site
from tests.pages.conftest import RECORDS
from tests.pages.test_site import SETTINGS

OTHER = {
    "claims/e/debate.yaml": """\
title: {en: Lamps, nl: Lampen}
question: {en: Should we light paths?, nl: Moeten we paden verlichten?}
theses: [light]
themes:
  - id: dark
    title: {en: The dark, nl: Het donker}
    summary: {en: About the dark., nl: Over het donker.}
    roots: [fear]
""",
    "claims/e/light.md": """\
---
claim: {en: We should light paths., nl: We moeten paden verlichten.}
kind: recommendation
implicit: true
---
""",
    "claims/e/fear.md": """\
---
claim: {en: The dark frightens., nl: Het donker maakt bang.}
kind: causal
implicit: true
supports: [{claim: light}]
---
""",
}
NUMBERS = {0: {"claims/speakers/ada.yaml": "name: Ada Bron\n"}, 1: RECORDS, 2: RECORDS | OTHER}


@pytest.mark.parametrize("debates", NUMBERS)
def test_a_page_has_one_heading_of_the_first_level_and_skips_none(
    tmp_path: Path, debates: int
) -> None:
    for path, text in NUMBERS[debates].items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    kb = KnowledgeBase.load(tmp_path)
    assert len(kb.debates) == debates
    pages = [each for each in Site(kb, SETTINGS).pages() if each.file.endswith(".html")]
    assert len(pages) > 20
    for page in pages:
        levels = [int(each) for each in re.findall(r"<h([1-6])[ >]", page.render())]
        assert (levels[:1], levels.count(1)) == ([1], 1), page.file
        for above, below in pairwise(levels):
            assert below <= above + 1, f"{page.file}: {levels}"
