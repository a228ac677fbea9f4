"""Two ways of working come to the same records, and one of them spares the other's trouble."""

from pathlib import Path
from typing import Any

import pytest

from graph.base import KnowledgeBase
from graph.check import check
from tests.benchmarks import newcomer


def test_the_way_that_spares_trouble_comes_to_the_same_argument(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(newcomer, "GROUPS", 2)
    found: list[Any] = []

    def look(root: Path) -> None:
        kb = KnowledgeBase.load(root)
        assert [each.message for each in check(kb) if each.severity == "error"] == []
        links = {id_: (link.record.premises, link.record.because) for id_, link in kb.links.items()}
        where = {id_: each.passages[0].paragraph for id_, each in kb.claims.items()}
        found.append((links, where))

    before, after = newcomer.worked(False, look), newcomer.worked(True, look)
    assert found[0] == found[1]
    assert (after.refusals, after.edits_by_hand, after.passages_looked_up) == (0, 0, 0)
    assert after.calls < before.calls
    assert after.characters_typed < before.characters_typed
