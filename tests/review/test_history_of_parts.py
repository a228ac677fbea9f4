"""What a commit did is worked out of the debates that it can have done something to: it is what
comes of all of them.

`BETOOG_HISTORIES=200 pytest tests/review/test_history_of_parts.py` draws so many knowledge bases,
each with a few changes.
"""

import os
import random
from pathlib import Path

import pytest

from graph.base import KnowledgeBase
from graph.review.difference import difference
from graph.review.history import read_history
from tests.review.committing import Committed

DRAWN = int(os.environ.get("BETOOG_HISTORIES", "20"))
DEBATES = ("d", "e", "f", "g", "h", "apart")
SOURCES = ("one", "two", "three")
CLAIMS = tuple(f"{debate}-{number}" for debate in DEBATES for number in range(2))

pytestmark = [pytest.mark.process, pytest.mark.long]


class _Drawn:
    """The files of a knowledge base in which whatever can be named may be named by an older id."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.files: dict[str, str | bytes | None] = {}
        for source in SOURCES:
            self.files[f"claims/sources/{source}.yaml"] = self.source(source)
        for debate in DEBATES[:-1]:
            self.files[f"claims/{debate}/debate.yaml"] = self.debate(debate)
        for claim in CLAIMS:
            self.files[f"claims/{claim.partition('-')[0]}/{claim}.md"] = self.claim(claim)
        if self.chance.random() < 0.7:
            for number in range(2):
                del self.files[f"claims/apart/apart-{number}.md"]

    def named(self, id_: str) -> str:
        return self.chance.choice((id_, f"old-{id_}"))

    def rarely(self, text: str, often: float = 0.4) -> str:
        return text if self.chance.random() < often else ""

    def source(self, id_: str) -> str:
        level = self.chance.choice(("primary", "copy", "secondary"))
        others = [each for each in SOURCES if each < id_]
        original = self.rarely(f"original: {self.named(self.chance.choice(others or ['one']))}\n")
        return (
            f"type: report\ntitle: {id_}\naliases: [old-{id_}]\n"
            + self.rarely(f"quality: {{level: {level}}}\n")
            + (original if others else "")
        )

    def debate(self, id_: str) -> str:
        analysed = self.named(self.chance.choice(SOURCES))
        head = f"title: {{en: {id_}}}\nquestion: {{en: Q?}}\ntheses: [{id_}-0]\n"
        return head + self.rarely(f"source: [{analysed}]\n")

    def claim(self, id_: str) -> str:
        kind = self.chance.choice(("fact", "causal", "causal", "value"))
        text = f"---\nclaim: {{en: It is so with {id_}.}}\nkind: {kind}\naliases: [old-{id_}]\n"
        text += self.rarely(
            f"passages: [{{source: {self.named(self.chance.choice(SOURCES))}, start: We}}]\n"
        )
        score = self.chance.choice((0, 0.2, 0.8, 1))
        text += self.rarely(f"base_score: {score}\nbase_score_because: {{en: So.}}\n", 0.2)
        others = [each for each in CLAIMS if each != id_]
        for field in ("supports", "contradicts"):
            target = self.named(self.chance.choice(others))
            more = self.rarely(f", id: step-{id_}", 0.8) if field == "supports" else ""
            with_ = self.rarely(f", with: [{self.named(self.chance.choice(others))}]", 0.2)
            text += self.rarely(f"{field}: [{{claim: {target}{more}{with_}}}]\n", 0.3)
        step = self.chance.choice(others)
        name = self.chance.choice((f"step-{step}", f"{step} -> {self.chance.choice(others)}"))
        text += self.rarely(f"undercuts: [{{link: {name}}}]\n", 0.5)
        return f"{text}---\n"

    def change(self) -> dict[str, str | bytes | None]:
        """One file as it is drawn anew, or without it."""
        path = self.chance.choice(sorted(self.files))
        kind = {"sources": self.source}.get(Path(path).parent.name)
        if kind is None:
            kind = self.debate if path.endswith("debate.yaml") else self.claim
        id_ = Path(path).parent.name if path.endswith("debate.yaml") else Path(path).stem
        gone = self.chance.random() < 0.15
        return {path: None if gone else kind(id_)}


@pytest.mark.parametrize("seed", range(DRAWN))
def test_what_a_change_did_is_what_the_whole_knowledge_base_tells(
    seed: int, tmp_path: Path
) -> None:
    drawn = _Drawn(seed)
    committed = Committed(tmp_path / "kb")
    committed.commit(drawn.files)
    for _ in range(6):
        before = KnowledgeBase.load(committed.root)
        change = drawn.change()
        if change.items() <= drawn.files.items():
            continue
        drawn.files.update(change)
        drawn.files = {path: text for path, text in drawn.files.items() if text is not None}
        committed.commit(change)
        whole = difference(before, KnowledgeBase.load(committed.root))
        changes = read_history(committed.root, 1).changes
        told = changes[0].difference.balances if changes else ()
        assert told == whole.balances, change
