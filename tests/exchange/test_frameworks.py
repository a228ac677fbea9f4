"""The argument in numbers."""

import json
from pathlib import Path

import pytest

from graph.base import KnowledgeBase
from graph.exchange.frameworks import Frameworks
from graph.records.link_types import LinkType
from tests.small import lay_out


@pytest.fixture
def kb(tmp_path: Path) -> KnowledgeBase:
    return KnowledgeBase.load(lay_out(tmp_path))


def test_every_link_is_in_the_file_of_the_part_that_its_claims_are_in(kb: KnowledgeBase) -> None:
    parts = Frameworks(kb)
    files = {file.path: json.loads(file.text()) for file in parts.files(("en",))}
    links = [link[0] for data in files.values() for link in data["links"]]
    assert sorted(links) == sorted(kb.links)
    for path, data in files.items():
        assert {f"frameworks/{parts.name(claim)}.json" for claim in data["claims"]} == {path}


def test_labels_are_given_for_readers_of_every_language_asked_for(kb: KnowledgeBase) -> None:
    for file in Frameworks(kb).files(("en", "nl")):
        data = json.loads(file.text())
        assert set(data["labels"]) == {"en", "nl"}
        assert data["labels"]["nl"] == [kb.claims[each].label_in("nl") for each in data["claims"]]


def test_what_a_link_is_and_where_a_ground_is_from_are_told(kb: KnowledgeBase) -> None:
    for file in Frameworks(kb).files(("en",)):
        data = json.loads(file.text())
        for claim, (kind, value) in zip(data["claims"], data["grounds"], strict=True):
            assert kind == kb.grounds[claim].kind
            assert value == kb.grounds[claim].value
        marks = {link[0]: link[1] for link in data["links"]}
        assert marks == {link: kb.links[link].type.traits.mark for link in marks}
    assert {each.traits.mark for each in LinkType} == set("+-/?")
