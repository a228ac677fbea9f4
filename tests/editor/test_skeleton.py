import pytest

from graph.editor.completion import completion
from graph.editor.open_records import Desk
from graph.editor.skeleton import skeleton, without_stops
from graph.store import read_file

PATHS = {
    "claim": "claims/paths/new-claim.md",
    "source": "claims/sources/new-source.yaml",
    "speaker": "claims/speakers/new-speaker.yaml",
    "debate": "claims/new/debate.yaml",
}


@pytest.mark.parametrize(("kind", "path"), PATHS.items(), ids=PATHS)
def test_a_skeleton_is_a_record_in_which_every_text_is_there(
    desk: Desk, kind: str, path: str
) -> None:
    file, problems = read_file(path, without_stops(skeleton(desk.kb, kind, "paths")))
    assert problems == []
    assert file is not None
    assert file.record is not None


@pytest.mark.parametrize("text", ["", "\n", "  \n\n"])
@pytest.mark.parametrize(("kind", "path"), PATHS.items(), ids=PATHS)
def test_an_empty_file_is_offered_the_skeleton_of_its_kind(
    desk: Desk, kind: str, path: str, text: str
) -> None:
    desk.type(path, text)
    found = completion(desk.kb, path, 1, 1)
    assert found is not None
    assert [each.label for each in found.proposals] == [f"A new {kind}"]
    assert [each.kind for each in found.proposals] == ["skeleton"]


def test_prose_is_offered_none(desk: Desk) -> None:
    for path in ("claims/paths/cycling-keeps-fit.nl.md", "claims/sources/essay.txt"):
        desk.type(path, "")
        assert completion(desk.kb, path, 1, 1) is None
    desk.type("claims/grounds.yaml", "")
    assert completion(desk.kb, "claims/grounds.yaml", 1, 1) is None


def test_it_has_the_languages_of_its_debate(desk: Desk) -> None:
    desk.type(
        "claims/paths/debate.yaml",
        "title: {de: Wege}\nquestion: {de: Wege?}\nlanguages: [de, ar]\n",
    )
    said = without_stops(skeleton(desk.kb, "claim", "paths"))
    assert "claim:\n  de: One full sentence.\n  ar: One full sentence.\nlabel:" in said
