"""Reasons and objections as nested lists."""

from collections.abc import Callable, Iterator

import pytest

from graph.base import KnowledgeBase
from graph.pages.views.outline import DEEPEST, Branch, Outline, place_of
from graph.pages.views.reader import Reader
from graph.words.language import language
from tests.small import read_texts

Read = Callable[[str], Reader]


def _all(branches: tuple[Branch, ...]) -> Iterator[Branch]:
    for branch in branches:
        yield branch
        yield from _all(branch.below)
        yield from _all(branch.undercuts)


def test_an_outline_counts_what_it_hides(read: Read) -> None:
    top = read("en").claim("top")
    branches = Outline(top, deepest=1).tree(top)
    assert [branch.view.claim.id for branch in branches] == ["fit", "cost"]
    assert [each.polarity for each in branches[1].hidden] == ["hinders"]


def test_a_claim_used_twice_is_opened_once_and_named_the_second_time(read: Read) -> None:
    top = read("en").claim("top")
    cost = Outline(top).tree(top)[1]
    cheap = [each for each in (*cost.undercuts, *cost.below) if each.view.claim.id == "cheap"]
    assert [branch.elsewhere for branch in cheap] == ["", cheap[0].view.anchor]
    # What a claim rests on is read before the doubts about the step from it.
    assert cheap[1].further


def test_where_all_argue_with_all_an_outline_is_no_longer_than_a_page_can_bear() -> None:
    number = 40
    claims = {
        f"claims/d/c{one}.md": f"---\nclaim: {{en: That is {one}.}}\nkind: fact\ncontradicts:\n"
        + "".join(f"  - {{claim: c{other}}}\n" for other in range(number) if other != one)
        + "---\n"
        for one in range(number)
    }
    root = Reader(read_texts(claims), language("en")).claim("c0")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("graph.pages.views.outline._MOST", 100)
        shown = list(_all(Outline(root).tree(root)))
    assert number <= len(shown) <= 100 + number
    unopened = [each for each in shown if not each.elsewhere and not each.below]
    # Whatever is not opened tells how much there is.
    assert len(unopened) == number - 1 - 100 // (number - 1)
    assert {len(each.hidden) for each in unopened} == {number - 1}


def test_every_place_is_there_once_and_every_mention_leads_to_one(whole: KnowledgeBase) -> None:
    reader = Reader(whole, language("en"))
    both = set()
    for claim in whole.claims:
        root = reader.claim(claim)
        branches = list(_all(Outline(root).tree(root)))
        places = [branch.view.anchor for branch in branches]
        assert len(places) == len(set(places))
        opened = [branch.view.claim.id for branch in branches if not branch.elsewhere]
        assert len(opened) == len(set(opened))
        assert claim not in opened
        for number, branch in enumerate(branches):
            if branch.elsewhere:
                later = branch.elsewhere in places and places.index(branch.elsewhere) > number
                assert branch.elsewhere in (*places, place_of(claim))
                assert branch.further == later
                both.add(later)
    assert both == {True, False}


def test_the_direct_arguments_for_a_claim_are_opened_where_they_stand(
    whole: KnowledgeBase,
) -> None:
    reader = Reader(whole, language("en"))
    for claim in whole.claims:
        root = reader.claim(claim)
        seen = set()
        for branch in Outline(root).tree(root):
            if branch.view.claim.id not in seen and branch.view.claim.id != claim:
                assert not branch.elsewhere
            seen.add(branch.view.claim.id)


def test_outlines_of_one_page_share_their_places(whole: KnowledgeBase) -> None:
    reader = Reader(whole, language("en"))
    thesis = reader.claim(whole.theses[0])
    first = thesis.reasons[0].claim
    outline = Outline(thesis, first)
    above, below = outline.tree(thesis), outline.tree(first)
    mention = next(branch for branch in above if branch.view.claim is first)
    assert mention.elsewhere == place_of(first.id)
    assert mention.further
    assert not mention.below
    places = [branch.view.anchor for branch in (*_all(above), *_all(below))]
    assert len(places) == len(set(places))


def test_an_outline_goes_no_deeper_than_it_should(whole: KnowledgeBase) -> None:
    def depth(branches: tuple[Branch, ...]) -> int:
        return max((1 + depth((*each.undercuts, *each.below)) for each in branches), default=0)

    reader = Reader(whole, language("en"))
    deepest = [depth(Outline(each).tree(each)) for each in map(reader.claim, whole.claims)]
    assert DEEPEST <= max(deepest) <= DEEPEST + 1
