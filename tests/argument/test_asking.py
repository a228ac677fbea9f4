"""Every scheme has a question for a step, and it is asked with the claims of that step."""

import pytest

from graph.argument.asking import asked
from graph.base import KnowledgeBase
from graph.store.schemes import schemes
from graph.words.language import BUNDLED, language


@pytest.mark.parametrize("code", BUNDLED)
def test_every_scheme_has_its_question_and_no_other_has(code: str) -> None:
    assert set(language(code).texts["asks"]) == set(schemes())
    assert all(
        "{from}" in words or "{to}" in words for words in language(code).texts["asks"].values()
    )


def test_a_step_is_asked_about_in_its_own_words_with_the_doubts_about_it(
    sample: KnowledgeBase,
) -> None:
    found = asked(sample, sample.links.values())
    assert {each.link.id for each in found} == {
        link.id for link in sample.links.values() if link.record.scheme
    }
    for link, question, doubts in found:
        assert question.claims == {"from": link.claim, "to": sample.final_target(link)}
        assert set(doubts) == set(sample.undercuts(link.id))
    assert any(each.doubts for each in found)
