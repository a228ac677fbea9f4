import pytest

from graph.editor.meaning import meaning_at
from graph.editor.open_records import Desk
from graph.records import Kind
from graph.records.descriptions import descriptions
from graph.records.kinds import RECORD_KINDS, choices_in

FIT = "claims/paths/cycling-keeps-fit.md"


def _said(desk: Desk, path: str, words: str, within: int = 1) -> str:
    lines = desk.lines(path)
    number, line = next((at, each) for at, each in enumerate(lines, 1) if words in each)
    found = meaning_at(desk.kb, path, number, line.index(words) + 1 + within)
    return found.said if found is not None else ""


@pytest.mark.parametrize(
    ("path", "words", "said"),
    [
        (FIT, "kind:", "What sort of proposition it is."),
        (FIT, "kind:", "**prediction**: what will be so"),
        (FIT, "causal", "**causal**: one thing brings about another"),
        (FIT, "supports:", "The claims it is a reason for"),
        (FIT, "because:", "The warrant: why the step may be taken"),
        (FIT, "paragraph:", "0 is the headline"),
        ("claims/paths/debate.yaml", "theses:", "The claims that answer the question"),
        ("claims/sources/essay.yaml", "type:", "One of `article`, `article-journal`"),
    ],
)
def test_a_field_and_a_word_of_it_say_what_they_mean(
    desk: Desk, path: str, words: str, said: str
) -> None:
    assert said in _said(desk, path, words)


@pytest.mark.parametrize("words", ["Cycling keeps", "en:", "stays fit", "---"])
def test_what_is_no_field_says_nothing(desk: Desk, words: str) -> None:
    assert _said(desk, FIT, words) == ""


def test_every_field_of_every_kind_has_a_meaning_and_every_kind_of_claim(desk: Desk) -> None:
    for name, kind in RECORD_KINDS.items():
        for own in kind.model.model_fields:
            assert descriptions(kind.model).get(own), (name, own)
    path = "claims/paths/new.md"
    for each in choices_in(Kind):
        desk.type(path, f"---\nclaim: {{en: A.}}\nkind: {each}\n---\n")
        assert _said(desk, path, f" {each}", 2).startswith(f"**{each}**: ")


def test_in_a_record_that_cannot_be_read_nothing_is_said(desk: Desk) -> None:
    desk.type(FIT, "---\nkind: [\n---\n")
    assert _said(desk, FIT, "kind") == ""
    desk.type("claims/paths/nowhere.nl.md", "kind: fact\n")
    assert _said(desk, "claims/paths/nowhere.nl.md", "kind") == ""
