"""A small argument whose pages can be foretold."""

from collections.abc import Callable
from pathlib import Path

import pytest

from graph.base import KnowledgeBase
from graph.pages.views.reader import Reader
from graph.words.language import language

ROOT = Path(__file__).resolve().parent.parent.parent

RECORDS = {
    "claims/d/debate.yaml": """\
title: {en: Paths, nl: Paden}
question: {en: Should we build paths?, nl: Moeten we paden aanleggen?}
theses: [top]
themes:
  - id: health
    title: {en: Health, nl: Gezondheid}
    summary: {en: About health., nl: Over gezondheid.}
    roots: [fit]
""",
    "claims/d/top.md": """\
---
claim: {en: We should build <paths> & more., nl: We moeten paden aanleggen.}
label: {en: Build paths, nl: Leg paden aan}
kind: recommendation
implicit: true
raises: [rain]
---
<script>alert(1)</script> and [a link](javascript:alert(2)) and *this*.
""",
    "claims/d/fit.md": """\
---
claim: {en: Riding keeps us fit., nl: Fietsen houdt ons fit.}
kind: causal
speaker: ada
certainty: likely
passages:
  - {source: essay, paragraph: 2, start: fit as a, end: fiddle & bow}
supports:
  - claim: top
    with: [care]
    scheme: positive-consequences
    because: {en: Health is worth money., nl: Gezondheid is geld waard.}
---
""",
    "claims/d/care.md": """\
---
claim: {en: We care for health., nl: We geven om gezondheid.}
kind: value
implicit: true
---
""",
    "claims/d/cost.md": """\
---
claim: {en: Paths cost too much.}
kind: value
implicit: true
contradicts:
  - {claim: top, because: {en: Money is short., nl: Geld is schaars.}}
---
""",
    "claims/d/cheap.md": """\
---
claim: {en: Paint costs little., nl: Verf kost weinig.}
kind: fact
implicit: true
contradicts:
  - {claim: cost, because: {en: Paint makes a path., nl: Verf maakt een pad.}}
undercuts:
  - {link: cost -> top, because: {en: There are cheap ways., nl: Het kan goedkoop.}}
---
""",
    "claims/d/rain.md": """\
---
claim: {en: Who rides in the rain?, nl: Wie fietst er in de regen?}
kind: question
implicit: true
---
""",
    "claims/sources/essay.yaml": """\
type: webpage
title: On <paths>
author:
  - {family: Doe, given: Jane}
issued: 2020-05
URL: https://example.org/essay
accessed: 2021-02-03
quality: {level: primary, interested: true}
""",
    "claims/speakers/ada.yaml": "name: Ada Bron\n",
}


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    """The small argument."""
    root = tmp_path_factory.mktemp("small")
    for path, text in RECORDS.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    return KnowledgeBase.load(root)


@pytest.fixture(scope="session")
def read(small: KnowledgeBase) -> Callable[[str], Reader]:
    """A reader of the small argument in a language."""
    return lambda code: Reader(small, language(code))
