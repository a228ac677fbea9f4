"""What makes many pages of one file: languages, and older ids of a debate and of its themes."""

from string import ascii_lowercase

import pytest

from graph.base import KnowledgeBase
from graph.check import check
from graph.records import limits
from tests.small import read_texts

CODES = [f"x{one}{two}" for one in "ab" for two in ascii_lowercase][: limits.LANGUAGES + 1]
PATHS = "claims/paths/debate.yaml"
BRIDGES = "claims/bridges/debate.yaml"


def _debate(title: list[str], languages: list[str]) -> str:
    named = f"languages: [{', '.join(languages)}]\n" if languages else ""
    texts = ", ".join(f"{code}: A bridge" for code in title)
    return f"title: {{{texts}}}\nquestion: {{en: Should there be one?}}\n{named}"


def _told(kb: KnowledgeBase) -> list[tuple[str, int, int]]:
    found = [each for each in check(kb) if each.code == "F107"]
    assert all(f"{limits.LANGUAGES} are the most" in each.message for each in found)
    return [(each.path, each.line, each.column) for each in found]


def test_one_language_too_many_is_told_where_it_stands() -> None:
    before = f"languages: [{', '.join(CODES[:-1])}, "
    assert _told(read_texts({PATHS: _debate(["en"], CODES)})) == [(PATHS, 3, len(before) + 1)]


def test_one_language_too_many_in_a_title_is_told_there() -> None:
    before = f"title: {{{', '.join(f'{each}: A bridge' for each in CODES[:-1])}, {CODES[-1]}: "
    assert _told(read_texts({PATHS: _debate(CODES, [])})) == [(PATHS, 1, len(before) + 1)]


def test_as_many_languages_as_may_be_are_fine() -> None:
    assert _told(read_texts({PATHS: _debate(["en"], CODES[:-1])})) == []


def test_languages_of_several_debates_count_together() -> None:
    files = {BRIDGES: _debate(["en"], CODES[:-1]), PATHS: _debate(["en"], ["en", "nl"])}
    assert [path for path, *_ in _told(read_texts(files))] == [PATHS]


def _renamed(debate: int, themes: list[int]) -> str:
    """A debate that had so many ids, with themes that had so many each."""
    ids = (f"aliases: [{', '.join(f'older-{each}' for each in range(debate))}]\n") if debate else ""
    text = _debate(["en"], ["en"]) + ids + "themes:\n"
    for index, number in enumerate(themes):
        older = ", ".join(f"theme-{index}-{each}" for each in range(number))
        text += f"  - {{id: theme-{index}, title: {{en: A}}, roots: [a], aliases: [{older}]}}\n"
    return text


def test_older_ids_of_a_debate_count_times_those_of_its_themes() -> None:
    # 31 ids of the debate and 33 of its themes, less the two of now.
    found = check(read_texts({PATHS: _renamed(30, [30, 1])}))
    told = [(each.line, each.column, each.message) for each in found if each.code == "F107"]
    message = "`aliases`, with those of the themes, are 1,021 older addresses; 1,000 are the most"
    assert told == [(4, 1, message)]


@pytest.mark.parametrize(("debate", "themes"), [(29, [31, 0]), (0, [200, 200]), (490, [])])
def test_as_many_older_ids_as_somebody_could_have_given_are_fine(
    debate: int, themes: list[int]
) -> None:
    assert "F107" not in {
        each.code for each in check(read_texts({PATHS: _renamed(debate, themes)}))
    }
