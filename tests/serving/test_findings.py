from pathlib import Path

from graph.base import KnowledgeBase
from graph.serving.findings import KeptFindings
from graph.store import read_tree
from tests.serving.project import project, write

CLAIM = "claims/paths/paths-cost-much.md"


def test_what_cannot_be_read_is_told_at_once_as_the_rules_tell_it(tmp_path: Path) -> None:
    root = project(tmp_path)
    write(root, CLAIM, "---\nkind: [\n---\n")
    tree, findings = read_tree(root), KeptFindings()
    findings.read(tree, [CLAIM])
    assert len(findings.told) == 1
    findings.checked(findings.check(tree, KnowledgeBase(tree), lambda: None))
    assert [each for each in findings.told if each.startswith(f"{CLAIM}:2: S")] != []


def test_what_was_found_in_a_file_holds_until_that_is_another(tmp_path: Path) -> None:
    root = project(tmp_path)
    wrong = "---\nclaim: {en: A.}\nkind: fact\nsupports: [{claim: nobody}]\n---\n"
    write(root, CLAIM, wrong)
    tree, findings = read_tree(root), KeptFindings()
    findings.read(tree, [CLAIM])
    assert not findings.told
    findings.checked(findings.check(tree, KnowledgeBase(tree), lambda: None))
    told = findings.told
    assert any("nobody" in each for each in told)
    findings.read(tree, ["claims/paths/debate.yaml"])
    assert findings.told == told
    findings.read(tree, [CLAIM])
    assert not any(each.startswith(CLAIM) for each in findings.told)


def test_what_is_wrong_in_hand_written_pages_is_told_too(tmp_path: Path) -> None:
    root = project(tmp_path)
    write(root, "site/own.md", "# Own\n\n[x](nothing.md)\n")
    tree, findings = read_tree(root), KeptFindings()
    findings.read(tree, ["site/own.md"])
    findings.checked(findings.check(tree, KnowledgeBase(tree), lambda: None))
    assert [each for each in findings.told if each.startswith("site/own.md:3: R107 ")] != []
    findings.read(tree, ["site/own.md"])
    assert not any(each.startswith("site/own.md") for each in findings.told)
