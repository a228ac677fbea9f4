"""Laying out the files of a knowledge base."""

from pathlib import Path

import pytest

from graph.drafting.fixing import fixing
from graph.drafting.formatting import formatting, with_fixes, write_formatting
from graph.drafting.telling.laid_out import laid_out_answer, laid_out_text
from graph.errors import AnswerError
from graph.store import read_tree
from tests.printed import printed
from tests.small import lay_out

UNTIDY = "claims/paths/build-cycle-paths.md"


def lay_out_all(root: Path) -> None:
    tree = read_tree(root)
    write_formatting(tree, formatting(tree))


def test_only_files_that_stand_otherwise_are_written(tmp_path: Path) -> None:
    lay_out(tmp_path)
    lay_out_all(tmp_path)
    before = {path: path.read_text() for path in tmp_path.rglob("*.*")}
    (tmp_path / UNTIDY).write_text(before[tmp_path / UNTIDY].replace("kind: ", "kind:    "))

    outcome = formatting(read_tree(tmp_path))
    assert laid_out_answer(outcome)["changed"] == [UNTIDY]
    assert f"Would lay out {UNTIDY}" in printed(laid_out_text(outcome, False))
    write_formatting(read_tree(tmp_path), outcome)
    assert {path: path.read_text() for path in tmp_path.rglob("*.*")} == before


def test_the_text_of_a_source_is_left_as_it_is(tmp_path: Path) -> None:
    lay_out(tmp_path)
    before = formatting(read_tree(tmp_path))
    (tmp_path / "claims/sources/essay.txt").write_text("Why  cycle paths\n", "utf-8")
    assert formatting(read_tree(tmp_path)) == before


def test_the_text_of_a_source_counts_where_it_is_put_right(tmp_path: Path) -> None:
    lay_out(tmp_path)
    (tmp_path / "claims/sources/essay.txt").write_text("Why\ue000 cycle paths\n", "utf-8")
    tree = read_tree(tmp_path)
    before, fixed = formatting(tree), fixing(tree).changed
    assert "claims/sources/essay.txt" in fixed
    outcome = with_fixes(before, tree, fixed)
    assert (outcome.files, set(outcome.changed)) == (before.files + 1, {*before.changed, *fixed})
    left = outcome.files - len(outcome.changed)
    assert (f"{left} files stand as they should" in printed(laid_out_text(outcome, True))) == bool(
        left
    )


def test_a_file_with_faults_is_named_and_left_alone(tmp_path: Path) -> None:
    lay_out(tmp_path)
    (tmp_path / UNTIDY).write_text("---\nclaim: [\n---\n")
    outcome = formatting(read_tree(tmp_path), [tmp_path / UNTIDY])
    assert (outcome.changed, outcome.unreadable, outcome.files) == ({}, (UNTIDY,), 1)
    assert "it has faults" in printed(laid_out_text(outcome, True))


def test_a_folder_stands_for_its_records(tmp_path: Path) -> None:
    lay_out(tmp_path)
    everything = formatting(read_tree(tmp_path))
    assert formatting(read_tree(tmp_path), [tmp_path / "claims"]) == everything
    assert formatting(read_tree(tmp_path), [tmp_path / "claims" / "paths"]).files > 1


def test_a_path_outside_the_knowledge_base_is_refused(tmp_path: Path) -> None:
    lay_out(tmp_path)
    with pytest.raises(AnswerError, match="is no record"):
        formatting(read_tree(tmp_path), [tmp_path.parent])


def test_the_text_of_a_source_is_no_record_and_left_alone(tmp_path: Path) -> None:
    lay_out(tmp_path)
    (tmp_path / "claims/sources/essay.txt").write_text("Prose:   as it stands.\n")
    before = formatting(read_tree(tmp_path))
    assert not [each for each in before.changed if each.endswith(".txt")]


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85"])
def test_an_old_line_break_becomes_the_space_it_is_read_as(tmp_path: Path, sign: str) -> None:
    lay_out(tmp_path)
    path = tmp_path / UNTIDY
    text = path.read_text("utf-8")
    path.write_text(
        text.replace("should build", f"should{sign}build").replace("kind: ", f"# a{sign}b\nkind: "),
        "utf-8",
    )
    lay_out_all(tmp_path)
    tidy = path.read_text("utf-8")
    assert "should build" in tidy
    assert "\n# a b\n" in tidy
    assert sign not in tidy


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85", "\r"])
@pytest.mark.parametrize("text", [
    "name: a{}b\n",
    ('name: "a{}b{}c{}d"  # one\n# two\nrole: {{en: c, nl: d}}  # three\n'
    "url: https://x.example/  # four\n# foot\n"),
    "name: >-  # one\n  a{}b\n# two{}half\nrole: {{en: 'c{}d', nl: e}} # three{} four\n",
    "# one{}two\nname: a # three\nrole:\n  en: |  # four\n    b{}c\n  nl: d # five\n",
])  # fmt: skip
def test_no_comment_is_lost_beside_an_old_line_break(tmp_path: Path, text: str, sign: str) -> None:
    lay_out(tmp_path)
    path = tmp_path / "claims/speakers/new-voice.yaml"
    path.write_text(text.format(*[sign] * 4), "utf-8", newline="")
    words = [each for each in ("one", "two", "three", "four", "five", "foot") if each in text]
    lay_out_all(tmp_path)
    tidy = path.read_text("utf-8")
    assert [each for each in words if each not in tidy] == []
    assert tidy.count("#") == text.count("#")
    assert formatting(read_tree(tmp_path), [path]).changed == {}
