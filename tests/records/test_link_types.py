"""The table of types of link."""

import re

import pytest

from graph.records import Claim, ClaimLink, LinkLink
from graph.records.claim import RELATIONS
from graph.records.kinds import model_in
from graph.records.link_types import LINK_TYPES, LinkType, Polarity, types_that


@pytest.mark.parametrize("type_", LinkType)
def test_a_type_is_the_field_of_a_claim_with_links_to_what_it_bears_on(type_: LinkType) -> None:
    model = model_in(Claim.model_fields[type_.value].annotation)
    assert model is (LinkLink if type_.at_link else ClaimLink)
    assert type_.names in model.model_fields


def test_types_stand_in_the_order_of_the_record() -> None:
    fields = [each for each in Claim.model_fields if each in set(LinkType)]
    assert fields == list(LinkType) == list(LINK_TYPES)
    assert [each for polarity in Polarity for each in types_that(polarity)] == fields


def test_types_are_told_apart_without_their_names() -> None:
    shown = [(each.traits.sign, each.traits.border, each.traits.dashes) for each in LinkType]
    for column in zip(*shown, strict=True):
        assert len(set(column)) == len(LinkType)
    for each in LinkType:
        assert all(re.fullmatch("#[0-9a-f]{6}", colour) for colour in each.traits.colour)


def test_the_other_fields_that_name_claims_are_told_from_the_model() -> None:
    assert RELATIONS == ("specifies", "raises", "answers")


def test_the_steps_of_a_claim_stand_by_type_and_position() -> None:
    link = {"claim": "b"}
    record = {"supports": [link, link], "undercuts": [{"link": "b -> c"}]}
    claim = Claim.model_validate({"id": "a", "claim": {"en": "A."}, "kind": "fact", **record})
    found = [(type_.value, index) for type_, index, _ in claim.steps]
    assert found == [("supports", 0), ("supports", 1), ("undercuts", 0)]
