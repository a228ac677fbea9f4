"""A documented claim as evidence: nothing is told that the records do not tell."""

from graph.base import KnowledgeBase
from graph.pages.views.evidence import evidence_view
from graph.pages.views.reader import Reader
from graph.semantics import GroundKind
from graph.words.language import language


def test_what_a_source_documents_is_evidence_and_nothing_else_is(sample: KnowledgeBase) -> None:
    reader = Reader(sample, language("en"))
    for claim in sample.claims:
        found = evidence_view(reader.claim(claim))
        documented = sample.grounds[claim].kind is GroundKind.DOCUMENTED
        assert (found is not None) == documented
        if found is None:
            continue
        assert found.source.id == sample.grounds[claim].sources[0]
        assert found.roots == len(sample.grounds[claim].roots)
        assert found.by != found.where
        for row in found.trust:
            assert not sample.is_analysed(claim, row.source.id)
            quality = row.source.quality
            assert bool(row.quality) == (quality is not None)
            assert bool(row.interest) == (quality is not None and quality.interested)
            told = [name for name in (row.quality, row.interest, found.after) if name]
            assert all(language(code).t(name) for code in ("en", "nl", "de") for name in told)
