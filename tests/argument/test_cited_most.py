"""The sources from which most claims are read."""

from graph.argument.cited_most import cited_most
from graph.base import KnowledgeBase


def test_every_source_is_there_once_those_that_most_is_read_from_first(
    sample: KnowledgeBase,
) -> None:
    found = cited_most(sample)
    assert sorted(each.source for each in found) == sorted(sample.sources)
    order = [(-len(each.claims), sample.sources[each.source].title.casefold()) for each in found]
    assert order == sorted(order)


def test_a_source_has_the_claims_whose_passages_are_in_it_and_the_number_of_its_copies(
    sample: KnowledgeBase,
) -> None:
    for each in cited_most(sample):
        assert each.claims == {
            claim.id
            for claim in sample.claims.values()
            if each.source in {passage.source for passage in claim.passages}
        }
        copies = [one for one in sample.sources.values() if one.original == each.source]
        assert each.copies == len(copies)
    assert any(each.copies for each in cited_most(sample))
