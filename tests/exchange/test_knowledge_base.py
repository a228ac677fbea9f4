"""The whole knowledge base as one document."""

import json
from pathlib import Path

from graph.base import KnowledgeBase
from graph.exchange.knowledge_base import knowledge_base_data
from tests.small import lay_out


def test_the_export_has_every_claim_with_its_standing_and_every_link(tmp_path: Path) -> None:
    kb = KnowledgeBase.load(lay_out(tmp_path))
    data = json.loads(json.dumps(knowledge_base_data(kb)))
    assert set(data["claims"]) == set(kb.claims)
    assert len(data["links"]) == len(kb.links)
    assert all({"claim", "strength", "standing"} <= set(each) for each in data["claims"].values())
