from collections.abc import Collection

import pytest

from graph.check import suggestions
from graph.check.suggestions import MOST, Suggestions


def test_of_any_number_of_names_few_are_asked_for_and_each_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def ask(name: str, choices: Collection[str]) -> str:
        asked.append(name)
        return f"{name} of {len(choices)}?"

    monkeypatch.setattr(suggestions, "did_you_mean", ask)
    found = Suggestions()
    names = [f"name-{number}" for number in range(2 * MOST)]
    said = [found.of(name, "ab") for name in (*names, *names)]
    assert asked == names[:MOST]
    assert said[:MOST] == [f"{name} of 2?" for name in names[:MOST]]
    assert not any(said[MOST : 2 * MOST])
    assert said[2 * MOST :] == said[: 2 * MOST]


def test_a_name_is_asked_for_among_others_by_itself() -> None:
    found = Suggestions()
    assert found.of("chip", {"chips"}, "one") == "did you mean `chips`?"
    assert found.of("chip", {"ships"}, "other") == "did you mean `ships`?"
