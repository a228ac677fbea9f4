from collections.abc import Callable, Collection, Mapping
from typing import Any

import pytest
import rapidfuzz

from graph.check import RULES, suggestions
from graph.check.suggestions import MOST, Suggestions
from graph.text.nearest import nearest
from tests.small import FILES, read_texts


def test_of_any_number_of_names_few_are_asked_for_and_each_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def ask(name: str, choices: Collection[str], but: Collection[str]) -> tuple[str, ...]:
        asked.append(name)
        return (f"{name} of {len(choices)}",)

    monkeypatch.setattr(suggestions, "nearest", ask)
    found = Suggestions()
    names = [f"name-{number}" for number in range(2 * MOST)]
    said = [found.of(name, "ab") for name in (*names, *names)]
    assert asked == names[:MOST]
    assert said[:MOST] == [f"did you mean `{name} of 2`?" for name in names[:MOST]]
    assert not any(said[MOST : 2 * MOST])
    assert said[2 * MOST :] == said[: 2 * MOST]


def test_of_any_number_of_names_few_are_tried_as_slips_of_the_pen() -> None:
    found = Suggestions()
    names = [f"entry-barriers{'a' * number}" for number in range(2 * MOST)]
    assert found.slip("entry-bariers", {"entry-barriers"}) == "entry-barriers"
    assert found.slip("entry-bariers", {"entry-bareers"}, "other") == "entry-bareers"
    assert not any(found.slip(name, {"costs"}) for name in names)
    assert found.slip("entry-barrier", {"entry-barriers"}) is None
    assert found.slip("entry-bariers", {"entry-barriers"}) == "entry-barriers"


def test_a_name_is_asked_for_among_others_by_itself() -> None:
    found = Suggestions()
    assert found.of("chip", {"chips"}, "one") == "did you mean `chips`?"
    assert found.of("chip", {"ships"}, "other") == "did you mean `ships`?"


def test_what_is_not_meant_makes_room_for_what_is_less_alike() -> None:
    choices = {"chip-1", "chip-2", "chip-3", "chips-4", "shops"}
    assert nearest("chip", choices) == ("chip-1", "chip-2", "chip-3")
    assert nearest("chip", choices, {"chip-2"}) == ("chip-1", "chip-3", "chips-4")
    assert nearest("chip", choices, choices) == ()


UNKNOWN = 20 * MOST
"""Far more names than are compared, at the most."""
IN_ONE = 200
NAMES = [f"unknown-{number}" for number in range(UNKNOWN)]


def _claim(number: int, fields: str, note: str = "") -> str:
    return f"---\nclaim: {{en: Number {number}.}}\nkind: fact\n{fields}---\n{note}"


def _in_claims(field: str, item: str, note: str = "") -> dict[str, str]:
    """Claims that name so many things, some in each: in a list of a field, or in the note."""
    found = {}
    for number, first in enumerate(range(0, UNKNOWN, IN_ONE)):
        names = NAMES[first : first + IN_ONE]
        items = field + "".join(f"  - {item.format(each)}\n" for each in names)
        notes = "".join(note.format(each) for each in names)
        found[f"claims/paths/c{number}.md"] = _claim(number, items if field else "", notes)
    return found


def _one_in_each(path: str, text: str) -> dict[str, str]:
    """Files that name one thing each, or are named so."""
    return {path.format(each): text.replace("NAME", each) for each in NAMES}


def _schemes() -> dict[str, str]:
    return _in_claims("supports:\n", "{{claim: build-cycle-paths, scheme: {}}}")


def _texts() -> dict[str, str]:
    record = "type: book\ntitle: A book\nlicence: MIT\ntext: NAME.txt\n"
    texts = {f"claims/sources/text-{number}.txt": "A text.\n" for number in range(UNKNOWN)}
    return _one_in_each("claims/sources/{}.yaml", record) | texts


def _topics() -> dict[str, str]:
    debate = "claims/paths/debate.yaml"
    topics = "topics:\n  - {topic: unknown, title: {en: Unknown, nl: Onbekend}}\n"
    return _in_claims("topics:\n", "{}") | {debate: FILES[debate] + topics}


MADE: Mapping[str, tuple[str, Callable[[], dict[str, str]]]] = {
    "links": ("R101", lambda: _in_claims("supports:\n", "claim: {}")),
    "claims": ("R101", lambda: _in_claims("specifies:\n", "{}")),
    "steps": ("R102", lambda: _in_claims("undercuts:\n", "link: {} -> build-cycle-paths")),
    "steps to none": ("R102", lambda: _in_claims("undercuts:\n", "link: paths-cost-much -> {}")),
    "steps by ids": ("R102", lambda: _in_claims("undercuts:\n", "link: {}")),
    "sources": ("R103", lambda: _in_claims("passages:\n", "{{source: {}, start: a few words}}")),
    "speakers": ("R104", lambda: _one_in_each("claims/paths/{}.md", _claim(1, "speaker: NAME\n"))),
    "schemes": ("R105", _schemes),
    "pages": ("R106", lambda: _in_claims("", "", "[a](../claims/{}/index.html)\n")),
    "annotations": ("R305", lambda: _one_in_each("claims/paths/{}.nl.md", "Tekst.\n")),
    "texts": ("P402", _texts),
    "topics": ("T108", _topics),
}


@pytest.mark.long
@pytest.mark.parametrize("what", MADE)
def test_of_thousands_of_names_that_nothing_has_few_are_compared_with_all_there_is(
    what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = 0
    extract = rapidfuzz.process.extract

    def counted(*given: Any, **more: Any) -> Any:
        nonlocal calls
        calls += 1
        return extract(*given, **more)

    monkeypatch.setattr(rapidfuzz.process, "extract", counted)
    code, made = MADE[what]
    findings = [*RULES[code].findings(read_texts(FILES | made()))]
    assert len(findings) >= UNKNOWN
    assert 0 < calls <= 6 * MOST
