import shutil

from graph.check import check
from graph.editor.open_records import Desk, is_record_path
from graph.store import LARGEST

CLAIM = "claims/paths/cycling-keeps-fit.md"


def test_finds_what_check_finds(desk: Desk) -> None:
    found = [each for path in sorted(desk.findings) for each in desk.findings[path]]

    assert tuple(sorted(found)) == check(desk.kb)


def test_findings_of_an_unsaved_text_reach_the_files_it_affects(desk: Desk) -> None:
    text = desk.kb.tree.by_path["claims/speakers/ada-bron.yaml"].text
    before = desk.findings

    desk.type(CLAIM, desk.kb.tree.by_path[CLAIM].text.replace("build-cycle-paths", "build-it"))
    assert "R101" in {each.code for each in desk.findings[CLAIM]}
    desk.put_away(CLAIM)
    assert desk.findings == before

    desk.type("claims/speakers/ada-bron.yaml", "nothing: here")
    assert {each.path for each in desk.kb.tree.problems} == {"claims/speakers/ada-bron.yaml"}
    desk.type("claims/speakers/ada-bron.yaml", text)
    assert desk.findings == before


def test_reads_only_what_changed(desk: Desk) -> None:
    before = desk.kb.tree.by_path

    desk.type(CLAIM, "---\nkind: fact\n---\n")

    same = [path for path, file in desk.kb.tree.by_path.items() if file is before[path]]
    assert set(same) == set(before) - {CLAIM}


def test_a_file_that_changes_on_the_disk_waits_for_the_editor(desk: Desk) -> None:
    desk.type(CLAIM, "---\nkind: fact\n---\n")
    (desk.root / CLAIM).unlink()
    desk.reread(CLAIM)
    assert CLAIM in desk.kb.tree.by_path

    desk.put_away(CLAIM)
    assert CLAIM not in desk.kb.tree.by_path


def test_all_is_read_again_but_what_is_being_typed(desk: Desk) -> None:
    assert not desk.read_again()
    typed = desk.kb.tree.by_path[CLAIM].text.replace("build-cycle-paths", "build-it")
    desk.type(CLAIM, typed)
    assert not desk.read_again()
    other = desk.root / "claims/paths/paths-cost-much.md"
    other.write_text(other.read_text("utf-8").replace("cost much", "cost little"), "utf-8")
    (desk.root / CLAIM).unlink()
    (desk.root / "claims/paths/new.md").write_text("---\nclaim: New.\n---\n", "utf-8")
    assert desk.read_again()
    assert "cost little" in desk.kb.tree.by_path["claims/paths/paths-cost-much.md"].text
    assert desk.kb.tree.by_path[CLAIM].text == typed
    assert "new" in desk.kb.claims
    shutil.rmtree(desk.root / "claims")
    assert not desk.read_again()
    assert "new" in desk.kb.claims


def test_a_huge_text_is_a_problem_of_its_own(desk: Desk) -> None:
    desk.type(CLAIM, "x" * (LARGEST + 1))

    assert [each.path for each in desk.kb.tree.problems] == [CLAIM]


def test_hidden_folders_hold_no_records() -> None:
    assert is_record_path("claims/paths/a.md")
    assert not is_record_path("claims/.schema/claim.json")
    assert not is_record_path("site/a.md")
