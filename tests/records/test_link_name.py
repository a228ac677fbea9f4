"""The names of links, as they are read, written and changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.records.link_name import LinkName, link_name, normalised_link_name

words = st.text(st.sampled_from("abyz019"), min_size=1, max_size=6)
ids = st.lists(words, min_size=1, max_size=3).map("-".join)
names = st.lists(ids, min_size=1, max_size=8).map(lambda words: LinkName(tuple(words)))
spaces = st.text(st.sampled_from(" \t\n\u00a0"), max_size=3)
scraps = st.sampled_from(("->", "(", ")", " ", "-", ">", "a", "b-c", "A", "\u2028", "\0", "é"))
anything = st.text(max_size=60) | st.lists(scraps, max_size=30).map("".join)


@given(names)
def test_a_name_is_read_as_it_is_written(name: LinkName) -> None:
    assert LinkName.parse(str(name)) == name


@given(names, st.data())
def test_a_name_may_be_spaced_freely(name: LinkName, data: st.DataObject) -> None:
    pieces = str(name).replace("->", "|->|").replace("(", "|(|").replace(")", "|)|").split("|")
    spaced = "".join(f"{data.draw(spaces)}{each}{data.draw(spaces)}" for each in pieces)
    assert LinkName.parse(spaced) == name
    assert normalised_link_name(spaced) == str(name)


@given(ids, names)
def test_a_link_at_a_link_is_named_with_brackets(claim: str, target: LinkName) -> None:
    outer = LinkName.parse(link_name(claim, str(target)))
    assert outer == LinkName((claim, *target.words))
    assert (outer.claim, outer.final) == (claim, target.final)


@given(anything)
def test_no_text_is_too_odd_to_be_read(text: str) -> None:
    name = LinkName.parse(text)
    assert name is None or str(name) == normalised_link_name(text)
    assert LinkName.meant(text).words
    assert normalised_link_name(normalised_link_name(text)) == normalised_link_name(text)


@pytest.mark.parametrize(
    "text",
    ["", "->", "a ->", "-> a", "a -> b -> c", "(a -> b)", "a -> (b)", "a -> (b -> c", "a -> b)",
     "a -> ((b -> c))", "(a -> b) -> c", "A -> b", "a b -> c", "a -> b--c"],
)  # fmt: skip
def test_what_is_no_name_is_told_apart(text: str) -> None:
    assert LinkName.parse(text) is None


def test_a_name_that_is_meant_needs_no_brackets() -> None:
    assert LinkName.meant("(a -> b) -> Some  words") == LinkName(("a", "b", "Some words"))


def test_nesting_has_no_end() -> None:
    name = LinkName(("a",) * 20_000)
    assert LinkName.parse(str(name)) == name


def test_claims_are_renamed_wherever_they_stand_and_own_ids_are_not() -> None:
    new = {"b": "beta", "own": "claim-of-that-name"}
    for before, after in (("a -> (b -> bb)", "a -> (beta -> bb)"), ("own", "own")):
        name = LinkName.parse(before)
        assert name is not None
        assert str(name.renamed(lambda each: new.get(each, each))) == after
