"""Three ways of working come to the same records, each sparing trouble of the one before."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from graph.base import KnowledgeBase
from graph.check import check
from tests.benchmarks import newcomer


@pytest.mark.long
def test_the_ways_that_spare_trouble_come_to_the_same_argument(
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

    ways = (newcomer.Newcomer(False), newcomer.Newcomer(True), newcomer.InASpreadsheet())
    costs = [newcomer.worked(each, look) for each in ways]
    assert found[0] == found[1] == found[2]
    for more, less in pairwise(costs):
        assert (less.refusals, less.edits_by_hand, less.passages_looked_up) == (0, 0, 0)
        assert less.calls < more.calls
        assert less.characters_typed < more.characters_typed
        assert less.of_claims_and_reasons == more.of_claims_and_reasons
