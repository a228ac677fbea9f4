"""Every beginning of a record, asked at its end: nothing raises, and no rule fails."""

import pytest

from graph.argument.occurrence import occurrence_at
from graph.editor.card import card
from graph.editor.completion import completion
from graph.editor.headings import outline
from graph.editor.open_records import Desk


@pytest.mark.parametrize(
    "path",
    ["claims/paths/cycling-keeps-fit.md", "claims/paths/debate.yaml", "claims/sources/essay.yaml",
     "claims/speakers/ada-bron.yaml"],
)  # fmt: skip
def test_half_a_record_is_no_accident(desk: Desk, path: str) -> None:
    text = desk.kb.tree.by_path[path].text
    for length in range(len(text) + 1):
        desk.type(path, text[:length])
        lines = text[:length].split("\n")
        line, column = len(lines), len(lines[-1]) + 1
        completion(desk.kb, path, line, column)
        here = occurrence_at(desk.kb, path, line, column)
        if here is not None:
            card(desk.kb, here.kind, here.id)
        outline(desk.kb, path)
        if not length % 7:
            codes = {each.code for found in desk.findings.values() for each in found}
            assert "X001" not in codes
