import os
from pathlib import Path

import pytest

from graph.records import Claim, Grades
from graph.store import Fault, Span, Tree, read_file, read_path, read_tree

CLAIM = "---\nclaim: {en: A., nl: B.}\nkind: fact\n"


def _written(root: Path, path: str, text: str | bytes) -> None:
    place = root / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(text if isinstance(text, bytes) else text.encode())


def test_a_folder_without_claims_is_no_knowledge_base(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no claims folder"):
        read_tree(tmp_path)


def test_files_are_told_apart_by_their_place(tmp_path: Path) -> None:
    for path in (
        "claims/d/debate.yaml", "claims/d/deep/er/a.md", "claims/d/a.nl.md",
        "claims/sources/s.yaml", "claims/speakers/p.yaml", "claims/grounds.yaml",
    ):  # fmt: skip
        _written(tmp_path, path, "")
    kinds = {file.path: (file.kind, file.id) for file in read_tree(tmp_path).files}
    assert kinds == {
        "claims/d/a.nl.md": ("annotation", "a"),
        "claims/d/debate.yaml": ("debate", "d"),
        "claims/d/deep/er/a.md": ("claim", "a"),
        "claims/sources/s.yaml": ("source", "s"),
        "claims/speakers/p.yaml": ("speaker", "p"),
        "claims/grounds.yaml": ("grounds", "grounds"),
    }


def test_what_has_no_well_formed_id_is_read_and_has_no_address(tmp_path: Path) -> None:
    sound = ("claims/d/a.md", "claims/d/a.nl.md", "claims/grounds.yaml", "claims/sources/A B.txt")
    others = ("claims/d/A b.md", 'claims/"><b>/debate.yaml', "claims/speakers/x--y.yaml")
    for path in (*sound, *others):
        _written(tmp_path, path, "")
    tree = read_tree(tmp_path)
    assert {each.path for each in tree.files} == {*sound, *others}
    assert {each.path for each in tree.addressable.files} == set(sound)
    assert tree.addressable.addressable is tree.addressable


def test_a_text_below_the_sources_is_kept_as_it_is_and_one_elsewhere_is_not(
    tmp_path: Path,
) -> None:
    _written(tmp_path, "claims/sources/old/essay.en.txt", "On paths\r\n\r\nThey are good.\r\n")
    _written(tmp_path, "claims/d/essay.txt", "On paths")
    tree = read_tree(tmp_path)
    [file] = tree.files
    assert (file.kind, file.id, file.record) == ("text", "old/essay.en.txt", None)
    assert file.body == "On paths\n\nThey are good.\n"
    assert [(each.path, each.fault) for each in tree.problems] == [
        ("claims/d/essay.txt", Fault.UNEXPECTED_FILE)
    ]


def test_hidden_files_are_nobody_s_business(tmp_path: Path) -> None:
    _written(tmp_path, "claims/d/.a.md.swp", b"\xff")
    _written(tmp_path, "claims/.git/x", "x")
    tree = read_tree(tmp_path)
    assert (tree.files, tree.problems) == ((), ())


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_places_are_the_same_whatever_the_line_ends(tmp_path: Path, newline: str) -> None:
    text = (CLAIM + "speaker: Nobody\n---\nText.\n").replace("\n", newline)
    _written(tmp_path, "claims/d/a.md", "\ufeff" + text)
    tree = read_tree(tmp_path)
    [problem] = tree.problems
    assert (problem.fault, problem.span) == (Fault.WRONG_VALUE, Span(4, 10, 16))
    assert tree.files[0].body == "Text.\n"


def test_a_faulty_item_goes_and_the_rest_keeps_its_place() -> None:
    text = CLAIM + "specifies: [Bad, good, Worse, better]\n---\n"
    file, problems = read_file("claims/d/a.md", text)
    assert [problem.field for problem in problems] == [("specifies", 0), ("specifies", 2)]
    assert file is not None
    assert isinstance(file.record, Claim)
    assert file.record.specifies == ("good", "better")
    assert file.dropped == {"specifies": (0, 2)}


def test_the_place_of_an_item_is_that_in_the_file(tmp_path: Path) -> None:
    text = CLAIM + "specifies: [Bad, good, Worse, better]\n---\n"
    _written(tmp_path, "claims/d/a.md", text)
    tree = read_tree(tmp_path)
    assert tree.span("claims/d/a.md", ("specifies", 0)) == Span(4, 18, 22)
    assert tree.span("claims/d/a.md", ("specifies", 1)) == Span(4, 31, 37)


def test_a_record_without_what_it_needs_is_still_there_for_the_rest() -> None:
    file, problems = read_file("claims/d/a.md", "---\nkind: fact\nspeaker: someone\n---\n")
    assert [problem.fault for problem in problems] == [Fault.MISSING_FIELD]
    assert file is not None
    assert isinstance(file.record, Claim)
    assert file.record.speaker == "someone"


def test_a_field_goes_by_its_name_in_files_only() -> None:
    _, problems = read_file("claims/sources/s.yaml", "type: book\ntitle: T\nurl: https://x.org\n")
    assert [(problem.fault, problem.found) for problem in problems] == [
        (Fault.UNKNOWN_FIELD, "url")
    ]


def test_the_largest_file_is_read_and_one_byte_more_is_not(tmp_path: Path) -> None:
    _written(tmp_path, "claims/sources/a.txt", b"." * 256 * 1024)
    _written(tmp_path, "claims/sources/b.txt", b"." * (256 * 1024 + 1))
    tree = read_tree(tmp_path)
    assert [file.id for file in tree.files] == ["a.txt"]
    assert [problem.fault for problem in tree.problems] == [Fault.TOO_LARGE]


def test_a_link_within_the_tree_is_followed(tmp_path: Path) -> None:
    _written(tmp_path, "claims/d/a.md", CLAIM + "---\n")
    (tmp_path / "claims/d/b.md").symlink_to("a.md")
    tree = read_tree(tmp_path)
    assert [file.id for file in tree.files] == ["a", "b"]
    assert tree.problems == ()


def test_a_loop_of_links_is_unreadable(tmp_path: Path) -> None:
    (tmp_path / "claims/d").mkdir(parents=True)
    (tmp_path / "claims/d/a.md").symlink_to("b.md")
    (tmp_path / "claims/d/b.md").symlink_to("a.md")
    assert {each.fault for each in read_tree(tmp_path).problems} == {Fault.UNREADABLE}


def test_what_may_never_end_is_told_and_not_opened(tmp_path: Path) -> None:
    _written(tmp_path, "claims/d/a.md", CLAIM + "---\n")
    os.mkfifo(tmp_path / "claims/d/.hidden")
    (tmp_path / "claims/d/link.md").symlink_to(".hidden")
    os.mkfifo(tmp_path / "claims/d/pipe.md")
    os.mkfifo(tmp_path / "claims/grounds.yaml")
    (tmp_path / "claims/d/zero.md").symlink_to("/dev/zero")
    (tmp_path / "claims/d/round").symlink_to("..")
    tree = read_tree(tmp_path)
    assert [file.id for file in tree.files] == ["a"]
    assert {each.path: each.fault for each in tree.problems} == {
        "claims/d/link.md": Fault.UNREADABLE,
        "claims/d/pipe.md": Fault.UNREADABLE,
        "claims/d/round": Fault.LINKED_FOLDER,
        "claims/d/zero.md": Fault.OUTSIDE,
        "claims/grounds.yaml": Fault.UNREADABLE,
    }
    for each in tree.problems:
        if each.fault is not Fault.LINKED_FOLDER:
            assert read_path(tmp_path, each.path) == (None, [each])


def test_the_grades_of_sources_are_the_usual_ones_unless_the_records_say_otherwise(
    tmp_path: Path,
) -> None:
    _written(tmp_path, "claims/d/a.md", f"{CLAIM}---\n")
    assert read_tree(tmp_path).grades == Grades()
    _written(tmp_path, "claims/grounds.yaml", "# as agreed\n")
    assert (read_tree(tmp_path).grades, read_tree(tmp_path).problems) == (Grades(), ())
    _written(tmp_path, "claims/grounds.yaml", "copy: 0.8\n")
    assert read_tree(tmp_path).grades == Grades.model_validate({"copy": 0.8})


@pytest.mark.parametrize(
    ("text", "fault", "span"),
    [
        ("primary: 0.8\nprimarily: 0.9\n", Fault.UNKNOWN_FIELD, Span(2, 1, 10)),
        ("primary: 0.8\ncopy: 1.5\n", Fault.WRONG_VALUE, Span(2, 7, 10)),
        ("id: grounds\nprimary: 0.8\n", Fault.UNKNOWN_FIELD, Span(1, 1, 3)),
    ],
)
def test_a_fault_in_the_grades_is_told_by_its_place_and_the_rest_counts(
    text: str, fault: Fault, span: Span
) -> None:
    file, problems = read_file("claims/grounds.yaml", text)
    assert [(each.fault, each.span) for each in problems] == [(fault, span)]
    assert file is not None
    assert file.record == Grades(primary=0.8)


def test_a_file_that_cannot_be_read_in_full_is_as_it_was_when_it_could(tmp_path: Path) -> None:
    folder = tmp_path / "claims" / "d"
    folder.mkdir(parents=True)

    def reading(**texts: str) -> Tree:
        for name, text in texts.items():
            (folder / f"{name}.md").write_text(text, "utf-8")
        return read_tree(tmp_path)

    whole = "---\nclaim: {en: Old}\nkind: fact\n---\n"
    former = reading(a=whole, b=whole, c="---\nkind: [\n---\n")
    now = reading(a=whole.replace("kind", "knid"), b=whole.replace("Old", "New"), d="no fence\n")
    told = now.with_former(former)
    a, b, c, d = (told.by_path[f"claims/d/{name}.md"] for name in "abcd")
    assert (a.text, a.record) == (whole, former.by_path["claims/d/a.md"].record)
    assert "New" in b.text
    assert (c.record, d.record) == (None, None)
    assert told.broken_paths == {"claims/d/c.md", "claims/d/d.md"}
    # It stays so however often it is read.
    assert now.with_former(told).by_path["claims/d/a.md"].text == whole
