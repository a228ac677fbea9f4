"""The texts that a debate is about."""

from typing import Any

import pytest

from graph.records import Debate

DATA = {"id": "d", "title": {"en": "A"}, "question": {"en": "B?"}, "theses": ["t"]}


@pytest.mark.parametrize(
    ("given", "sources"),
    [(None, ()), ("a", ("a",)), (["a"], ("a",)), (["b", "a", "b"], ("b", "a")), ([], ())],
)
def test_a_debate_is_about_no_text_one_or_several(given: Any, sources: tuple[str, ...]) -> None:
    assert Debate.model_validate({**DATA, "source": given}).sources == sources


@pytest.mark.parametrize("given", ["a", ["a", "b"]])
def test_a_debate_is_written_out_with_its_texts_as_they_are_and_without_a_warning(
    given: Any, recwarn: pytest.WarningsRecorder
) -> None:
    debate = Debate.model_validate({**DATA, "source": given})
    assert debate.model_dump(mode="json")["source"] == given
    assert list(recwarn) == []
