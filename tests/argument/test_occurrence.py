from pathlib import Path

import pytest

from graph.argument.occurrence import definition, occurrence_at, occurrences
from graph.editor.open_records import Desk
from tests.small import lay_out

FIT = "claims/paths/cycling-keeps-fit.md"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(lay_out(tmp_path))


def at(desk: Desk, path: str, words: str) -> tuple[int, int]:
    for number, line in enumerate(desk.lines(path), start=1):
        if words in line:
            return number, line.index(words) + 2
    raise AssertionError(words)


def test_every_occurrence_spells_its_id(desk: Desk) -> None:
    found = list(occurrences(desk.kb))

    assert {each.kind for each in found} >= {"claim", "source", "speaker", "scheme"}
    for path, span, _, id_, _, _ in found:
        assert desk.lines(path)[span.line - 1][span.column - 1 : span.end_column - 1] == id_


def test_what_stands_at_a_position(desk: Desk) -> None:
    for words, kind in (
        ("build-cycle-paths", "claim"),
        ("town-cares-for-health", "claim"),
        ("ada-bron", "speaker"),
        ("essay", "source"),
        ("positive-consequences", "scheme"),
    ):
        found = occurrence_at(desk.kb, FIT, *at(desk, FIT, words))
        assert found is not None
        assert (found.kind, found.id) == (kind, words)


def test_a_record_is_named_at_its_sentence(desk: Desk) -> None:
    found = occurrence_at(desk.kb, FIT, 2, 1)

    assert found is not None
    assert (found.kind, found.id, found.own) == ("claim", "cycling-keeps-fit", True)
    assert occurrence_at(desk.kb, FIT, 1, 1) is None
    assert occurrence_at(desk.kb, FIT, 99, 1) is None


def test_the_ends_of_an_undercut_step_are_named(desk: Desk) -> None:
    found = {
        each.id
        for each in occurrences(desk.kb)
        if "->" in desk.lines(each.path)[each.span.line - 1] and each.kind == "claim"
    }

    assert "paths-cost-much" in found


def test_an_older_id_leads_to_the_claim(desk: Desk) -> None:
    place = definition(desk.kb, "claim", "paths-are-expensive")

    assert place is not None
    assert place[0] == "claims/paths/paths-cost-much.md"


def test_ids_are_known_in_a_file_that_is_half_typed(desk: Desk) -> None:
    desk.type(FIT, "---\nclaim: {en: A\nsupports:\n  - claim: build-cycle-paths\n---\n")

    found = occurrence_at(desk.kb, FIT, 4, 14)

    assert found is not None
    assert found.id == "build-cycle-paths"
