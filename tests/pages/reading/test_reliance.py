from collections.abc import Callable

import pytest

from graph.base import KnowledgeBase
from graph.pages.reading.guide import ReadingGuide
from graph.pages.reading.reliance import SHOWN, Reliances
from graph.pages.views.debates import Debates
from graph.pages.views.reader import Reader
from graph.pages.views.shared_debates import SharedDebates
from graph.semantics import reject
from graph.words.language import language


def test_what_rests_on_a_source_is_what_rejecting_its_claims_changes(whole: KnowledgeBase) -> None:
    reliances = Reliances(whole)
    for source in list(whole.cited)[:8]:
        found = reliances.rejection(source)
        claims = sorted({each.claim for each in whole.cited[source]})
        changes = reject(whole.assessment, claims)
        told = [each.id for part in (found.theses, found.turned, found.shifted) for each in part]
        assert sorted(told) == sorted(each.id for each in changes if each.id not in claims)
        assert {each.id for each in found.theses} <= set(whole.theses)


def test_a_thesis_tells_what_becomes_of_it(
    small: KnowledgeBase, read: Callable[[str], Reader]
) -> None:
    reader = read("en")
    reliance = Reliances(small).reliance(reader, Debates(reader, SharedDebates(small)), "essay")
    [row] = reliance.theses
    assert (row.thesis.id, row.own) == ("top", False)
    assert row.effect is not None
    assert row.effect.visible
    assert row.effect.after.mark.carried < row.effect.before.mark.carried
    assert [(theme.theme.id, count) for theme, count in reliance.themes] == [("health", 1)]
    assert len(reliance.turned) <= SHOWN


def test_a_source_without_claims_carries_nothing(
    small: KnowledgeBase, read: Callable[[str], Reader]
) -> None:
    found = Reliances(small).rejection("nowhere")
    assert (found.turned, found.theses, found.shifted) == ((), (), ())


@pytest.mark.parametrize("code", ["en", "nl"])
def test_the_guide_to_a_text_has_every_paragraph_and_every_claim(
    whole: KnowledgeBase, code: str
) -> None:
    (debate,) = whole.debates.values()
    (text,) = debate.sources
    guide = ReadingGuide(Reader(whole, language(code)), whole.sources[text])
    assert [each.number for each in guide.paragraphs] == list(range(len(guide.paragraphs)))
    assert len(guide.paragraphs) > 5
    assert all(each.gist for each in guide.paragraphs)
    assert all(each.move for each in guide.paragraphs[1:])
    claims = [row.claim.id for each in guide.paragraphs for row in each.margin.readings]
    assert sorted(claims) == sorted({each.claim for each in whole.cited[text]})
