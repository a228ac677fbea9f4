from graph.editor.open_records import Desk
from graph.editor.parts import outline


def test_a_record_is_its_fields_and_what_they_name(desk: Desk) -> None:
    found = outline(desk.kb, "claims/paths/cycling-keeps-fit.md")

    assert [each.name for each in found] == ["claim", "kind", "speaker", "passages", "supports"]
    assert found[0].detail == "Cycling keeps people fit."
    step = found[-1].parts[0]
    assert (step.name, step.detail) == ("build-cycle-paths", "The town should build cycle paths.")


def test_parts_lie_within_what_they_are_part_of(desk: Desk) -> None:
    for file in desk.kb.tree.files:
        for part in outline(desk.kb, file.path):
            assert part.span.line <= part.last_line <= len(file.lines)
            for each in part.parts:
                assert part.span.line <= each.span.line <= each.last_line <= part.last_line


def test_what_cannot_be_read_has_no_outline(desk: Desk) -> None:
    desk.type("claims/paths/x.md", "---\nclaim: {")

    assert outline(desk.kb, "claims/paths/x.md") == ()
    assert outline(desk.kb, "claims/none.md") == ()
