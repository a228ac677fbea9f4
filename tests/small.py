"""A small knowledge base in which everything can be worked out by hand.

The thesis has one reason with a linked premise, and one objection, which is contradicted
itself and whose step is undercut. A primary source documents the objection: 0.9. All others are
granted: 0.5. So the objection stands at 0.9 - 0.5 = 0.4, and its step has the force 0.4·(1 - 0.5)
= 0.2; the reason has 0.5, so that the thesis stands at 1 - 0.5·0.5 - 0.2.
"""

from collections.abc import Mapping
from pathlib import Path

from graph.base import KnowledgeBase
from graph.store import Tree, read_file

THESIS_BALANCE = 0.55

TEXT = """\
Why cycle paths

Whoever rides to work every day stays fit without noticing. Doctors have said so for years, and
nobody doubts it.

Of course money is short. A path of one kilometre costs as much as a bus, and takes a year.

In the end we may ask ourselves who will ride there when it rains.
"""

FILES = {
    "claims/paths/debate.yaml": """\
title: {en: Cycle paths, nl: Fietspaden}
question: {en: Should we build cycle paths?, nl: Moeten we fietspaden aanleggen?}
theses: [build-cycle-paths]
""",
    "claims/paths/build-cycle-paths.md": """\
---
claim: {en: The town should build cycle paths., nl: De stad moet fietspaden aanleggen.}
label: {en: Build cycle paths, nl: Leg fietspaden aan}
kind: recommendation
implicit: true
raises: [who-rides-in-the-rain]
---
What it all comes down to.
""",
    "claims/paths/build-cycle-paths.nl.md": "Waar het op aankomt.\n",
    "claims/paths/cycling-keeps-fit.md": """\
---
claim: {en: Cycling keeps people fit., nl: Fietsen houdt mensen fit.}
kind: causal
speaker: ada-bron
passages:
  - {source: essay, paragraph: 1, start: stays fit, end: without noticing}
supports:
  - claim: build-cycle-paths
    with: [town-cares-for-health]
    scheme: positive-consequences
    because: {en: Health is worth paying for., nl: Gezondheid is geld waard.}
---
""",
    "claims/paths/town-cares-for-health.md": """\
---
claim: {en: The town cares for the health of its people., nl: De stad geeft om gezondheid.}
kind: value
implicit: true
---
""",
    "claims/paths/paths-cost-much.md": """\
---
claim: {en: Cycle paths cost much., nl: Fietspaden kosten veel.}
kind: fact
speaker: ada-bron
passages:
  - source: essay
    paragraph: 2
    start: A path of
    end: as a bus  # and no further
contradicts:
  - {claim: build-cycle-paths, because: {en: Money can be spent once., nl: Geld geef je eens uit.}}
aliases: [paths-are-expensive]
---
""",
    "claims/paths/roads-cost-more.md": """\
---
claim: {en: Roads cost more., nl: Wegen kosten meer.}
kind: fact
implicit: true
contradicts:
  - claim: paths-cost-much
    because: {en: Much is more than the other., nl: Veel is meer dan het andere.}
---
""",
    "claims/paths/money-is-granted.md": """\
---
claim: {en: Others pay for the paths., nl: Anderen betalen de paden.}
kind: fact
implicit: true
undercuts:
  - link: paths-cost-much -> build-cycle-paths
    because: {en: Only our own money counts., nl: Alleen ons eigen geld telt.}
---
""",
    "claims/paths/who-rides-in-the-rain.md": """\
---
claim: {en: Who rides in the rain?, nl: Wie fietst er in de regen?}
kind: question
speaker: ada-bron
passages:
  - {source: essay, paragraph: 3, start: who will ride, end: it rains}
---
""",
    "claims/sources/essay.yaml": """\
type: webpage
title: Why cycle paths
issued: 2020
language: en
URL: https://example.org/why-cycle-paths
quality: {level: primary}
""",
    "claims/speakers/ada-bron.yaml": "name: Ada Bron\n",
}


def read_texts(texts: Mapping[str, str]) -> KnowledgeBase:
    """A knowledge base of these files alone, which are nowhere on disk."""
    read = {path: read_file(path, text) for path, text in texts.items()}
    return KnowledgeBase(Tree(Path(), (), ()).with_files(read))


def lay_out(root: Path) -> Path:
    """Write the knowledge base below a root, and the source's text into `texts`."""
    for path, text in FILES.items():
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")
    (root / "texts").mkdir()
    (root / "texts" / "essay.txt").write_text(TEXT, "utf-8")
    return root
