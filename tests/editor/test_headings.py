from graph.editor.headings import outline
from graph.editor.open_records import Desk


def test_a_record_is_its_fields_and_what_they_name(desk: Desk) -> None:
    found = outline(desk.kb, "claims/paths/cycling-keeps-fit.md")

    assert [each.name for each in found] == ["claim", "kind", "speaker", "passages", "supports"]
    assert found[0].detail == "Cycling keeps people fit."
    step = found[-1].below[0]
    assert (step.name, step.detail) == ("build-cycle-paths", "The town should build cycle paths.")


def test_headings_lie_within_those_above_them(desk: Desk) -> None:
    for file in desk.kb.tree.files:
        for heading in outline(desk.kb, file.path):
            assert heading.span.line <= heading.last_line <= len(file.lines)
            for each in heading.below:
                assert heading.span.line <= each.span.line <= each.last_line <= heading.last_line


def test_what_cannot_be_read_has_no_outline(desk: Desk) -> None:
    desk.type("claims/paths/x.md", "---\nclaim: {")

    assert outline(desk.kb, "claims/paths/x.md") == ()
    assert outline(desk.kb, "claims/none.md") == ()
