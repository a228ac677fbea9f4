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
