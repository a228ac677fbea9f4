"""Records that hold more than a record can, or what nobody sees, while they are typed."""

import pytest

from graph.editor.completion import completion
from graph.editor.headings import outline
from graph.editor.open_records import Desk
from graph.records import limits

PATH = "claims/paths/cycling-keeps-fit.md"


@pytest.mark.parametrize(
    ("more", "code"),
    [
        (f"topics: [{', '.join(['a'] * (limits.ITEMS + 1))}]\n", "F107"),
        (f"label: {{en: {'x' * (limits.TEXT + 1)}}}\n", "F106"),
        ("topics: [fi\u200bt]\n", "S215"),
        ("topics: [fi\u202et]\n", "S216"),
        ('topics: ["fi\\0t"]\n', "S213"),
        ("topics:\n\u00a0 - fit\n", "S214"),
        ("<<<<<<< HEAD\n", "S013"),
        (f"answers: [{'x' * (limits.ID + 1)}]\n", "F106"),
        ("answers: [nul]\n", "F104"),
    ],
)
def test_each_is_a_finding_and_ids_are_still_proposed(desk: Desk, more: str, code: str) -> None:
    head, _, rest = desk.kb.tree.by_path[PATH].text.partition("\n")
    fields, _, body = rest.partition("---\n")
    desk.type(PATH, f"{head}\n{fields}{more}specifies: [c\n---\n{body}")
    line = desk.lines(PATH).index("specifies: [c") + 1
    completion(desk.kb, PATH, line, 14)
    outline(desk.kb, PATH)
    desk.type(PATH, f"{head}\n{fields}{more}---\n{body}")
    assert code in {each.code for each in desk.findings[PATH]}
