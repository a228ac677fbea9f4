"""The table of types of link."""

import re

import pytest

from graph.records import Claim, ClaimLink, LinkLink
from graph.records.claim import RELATIONS
from graph.records.kinds import model_in
from graph.records.link_types import (
    LINK_FIELDS,
    LINK_TYPES,
    LinkType,
    Polarity,
    type_of,
    types_that,
)
from graph.store import schemes


@pytest.mark.parametrize("type_", LinkType)
def test_a_type_has_a_field_of_a_claim_with_links_to_what_it_bears_on(type_: LinkType) -> None:
    model = model_in(Claim.model_fields[type_.field].annotation)
    assert model is (LinkLink if type_.at_link else ClaimLink)
    assert type_.names in model.model_fields


def test_fields_stand_in_the_order_of_the_record_and_types_in_that_of_what_they_do() -> None:
    assert [each for each in Claim.model_fields if each in LINK_FIELDS] == list(LINK_FIELDS)
    assert list(LinkType) == list(LINK_TYPES)
    assert [each for polarity in Polarity for each in types_that(polarity)] == list(LinkType)


@pytest.mark.parametrize("type_", LinkType)
def test_a_link_has_the_type_of_its_field_and_its_scheme(type_: LinkType) -> None:
    scheme = type_.traits.scheme
    assert type_of(type_.field, scheme or None) is type_
    assert not scheme or scheme in schemes()


def test_a_scheme_tells_types_apart_only_in_the_field_that_they_share() -> None:
    assert type_of("supports", "necessary-condition") is LinkType.CONDITION
    assert type_of("supports", "cause-to-effect") is LinkType.SUPPORT
    assert type_of("contradicts", "necessary-condition") is LinkType.CONTRADICTION


def test_types_are_told_apart_without_their_names() -> None:
    traits = [each.traits for each in LinkType]
    shown = [(each.sign, each.mark, each.border, (each.dashes, each.double)) for each in traits]
    for column in zip(*shown, strict=True):
        assert len(set(column)) == len(LinkType)
    for each in LinkType:
        assert all(re.fullmatch("#[0-9a-f]{6}", colour) for colour in each.traits.colour)


def test_the_other_fields_that_name_claims_are_told_from_the_model() -> None:
    assert RELATIONS == ("specifies", "raises", "answers")


def test_the_steps_of_a_claim_stand_by_type_and_position() -> None:
    link = {"claim": "b"}
    needed = {**link, "scheme": "necessary-condition"}
    record = {"supports": [link, needed, link], "undercuts": [{"link": "b -> c"}]}
    claim = Claim.model_validate({"id": "a", "claim": {"en": "A."}, "kind": "fact", **record})
    found = [(type_.value, index) for type_, index, _ in claim.steps]
    assert found == [("supports", 0), ("conditions", 1), ("supports", 2), ("undercuts", 0)]
