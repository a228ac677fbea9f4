import shutil
from pathlib import Path

import pytest

from graph.base import KnowledgeBase
from graph.review import history as module
from graph.review.difference import Difference, difference
from graph.review.git_error import Obstacle
from graph.review.history import End, History, lives, read_history, subject
from tests.review.committing import DEBATE, FIT, TOP, Committed, git

COST = "---\nclaim: {en: Paths cost money.}\nkind: fact\ncontradicts: [{claim: %s}]\n---\n"


def _read(committed: Committed, limit: int = 20) -> History:
    found = read_history(committed.root, limit, KnowledgeBase.load(committed.root))
    assert found == read_history(committed.root, limit)
    return found


def test_changes_come_newest_first_with_day_and_subject(committed: Committed) -> None:
    committed.commit({"README": "no record"}, "Not about the argument")
    committed.commit({"claims/d/fit.md": FIT.replace("fit.", "in shape.")}, "Plainer\n\nWhy.")
    found = _read(committed)
    assert [(each.revision.date, each.revision.subject) for each in found.changes] == [
        ("2023-11-16", "Plainer"),
        ("2023-11-14", "The beginning"),
    ]
    newest, oldest = (each.difference for each in found.changes)
    assert [change.id for change in newest.claims.changed] == ["fit"]
    assert [claim.id for claim in oldest.claims.added] == ["fit", "top"]
    assert (found.end, found.begins, found.obstacle) == (End.BEGINNING, "", None)


def test_a_commit_that_means_nothing_to_the_argument_is_left_out(committed: Committed) -> None:
    committed.commit({"claims/d/top.md": TOP.replace("kind: value", "kind:   value")}, "Layout")
    committed.commit({"claims/speakers/ada.yaml": "name: Ada\n"}, "A speaker")
    found = _read(committed)
    assert [each.revision.subject for each in found.changes] == ["The beginning"]
    assert found.newest is not None
    assert found.newest.subject == "A speaker"


def test_only_so_many_commits_are_shown_and_it_is_said_that_there_are_more(
    committed: Committed,
) -> None:
    for number in range(3):
        committed.commit({"claims/d/fit.md": FIT.replace("fit.", f"fit {number}.")}, f"{number}")
    found = _read(committed, 2)
    assert [each.revision.subject for each in found.changes] == ["2", "1"]
    assert found.end is End.LIMIT


def test_a_merge_is_what_it_brought(committed: Committed) -> None:
    folder = committed.folder
    git(folder, "checkout", "-q", "-b", "side")
    committed.commit({"claims/d/cost.md": COST % "top"}, "Wip")
    committed.commit({"claims/d/cost.md": COST % "fit"}, "Wip again")
    git(folder, "checkout", "-q", "main")
    committed.commit({"README": "x"})
    message = "Merge pull request #1 from somebody/side\n\nThe cost of paths"
    git(folder, "merge", "-q", "--no-ff", "-m", message, "side", day=9)
    newest = _read(committed).changes[0]
    assert newest.revision.subject == "The cost of paths"
    assert [link.id for link in newest.difference.links.added] == ["cost -> fit"]


def test_a_shallow_clone_says_where_its_history_begins(
    committed: Committed, tmp_path: Path
) -> None:
    committed.commit({"claims/d/cost.md": COST % "top"}, "Two")
    committed.commit({"claims/d/fit.md": None}, "Three")
    address = committed.folder.as_uri()
    git(tmp_path, "clone", "-q", "--depth=2", address, "two")
    found = read_history(tmp_path / "two", 20)
    assert [each.revision.subject for each in found.changes] == ["Three"]
    assert (found.end, found.begins) == (End.SHALLOW, "2023-11-15")
    git(tmp_path, "clone", "-q", "--depth=1", address, "one")
    found = read_history(tmp_path / "one", 20)
    assert (found.changes, found.end, found.begins) == ((), End.SHALLOW, "2023-11-16")
    git(tmp_path, "clone", "-q", "--depth=9", address, "all")
    assert read_history(tmp_path / "all", 20) == _read(committed)


def test_what_a_partial_clone_lacks_is_not_fetched(committed: Committed, tmp_path: Path) -> None:
    committed.commit({"claims/d/fit.md": FIT.replace("fit.", "in shape.")}, "Two")
    git(committed.folder, "config", "uploadpack.allowFilter", "true")
    address = committed.folder.as_uri()
    git(tmp_path, "clone", "-q", "--filter=blob:none", address, "partial")
    before = sorted((tmp_path / "partial/.git/objects").rglob("*"))
    found = read_history(tmp_path / "partial", 20)
    assert found.obstacle is Obstacle.UNREADABLE
    assert sorted((tmp_path / "partial/.git/objects").rglob("*")) == before


def test_without_a_repository_there_is_no_history_and_no_harm(
    committed: Committed, tmp_path: Path
) -> None:
    shutil.copytree(committed.root / "claims", tmp_path / "bare/claims")
    found = read_history(tmp_path / "bare", 20)
    assert (found.changes, found.obstacle) == ((), Obstacle.NO_REPOSITORY)


def test_a_damaged_repository_is_said_to_be_unreadable(committed: Committed) -> None:
    blob = git(committed.folder, "rev-parse", "HEAD:claims/d/top.md")
    (committed.folder / ".git/objects" / blob[:2] / blob[2:]).unlink()
    found = read_history(committed.root, 20)
    assert found.obstacle is Obstacle.UNREADABLE
    assert "claims/d/top.md" in found.detail


@pytest.mark.process
def test_records_nobody_has_committed_have_no_history(tmp_path: Path) -> None:
    committed = Committed(tmp_path / "repository")
    committed.commit({".gitignore": "claims\n"})
    committed.commit({"claims/d/top.md": TOP, "claims/d/debate.yaml": DEBATE})
    assert _read(committed) == History()


def test_balances_across_debates_are_those_of_the_whole(committed: Committed) -> None:
    committed.commit({"claims/e/debate.yaml": DEBATE, "claims/e/cost.md": COST % "top"})
    committed.commit({"claims/f/debate.yaml": DEBATE, "claims/f/doubt.md": COST % "cost"})
    committed.commit({"claims/g/debate.yaml": DEBATE, "claims/g/apart.md": TOP})
    committed.commit({"claims/f/doubt.md": COST % "cost" + "More.\n"})
    committed.commit({"claims/f/doubt.md": None}, "No doubt")
    change = _read(committed).changes[0]
    balances = KnowledgeBase.load(committed.root).assessment.balances
    assert {each.id for each in change.difference.balances} == {"cost", "top"}
    for each in change.difference.balances:
        assert each.after.balance == balances[each.id]
    assert "apart" not in change.difference.folders


def test_what_is_weighed_at_a_revision_is_weighed_with_its_sources_and_their_grades(
    committed: Committed, monkeypatch: pytest.MonkeyPatch
) -> None:
    cited = "kind: causal\npassages: [{source: copy, start: We ride}]\n"
    source = "type: report\ntitle: On riding\n"
    seen: list[tuple[list[str], list[str], float]] = []

    def spied(before: KnowledgeBase, after: KnowledgeBase) -> Difference:
        seen.append((sorted(after.claims), sorted(after.sources), after.tree.grades.primary))
        return difference(before, after)

    committed.commit(
        {
            "claims/d/fit.md": FIT.replace("kind: causal\n", cited),
            "claims/e/debate.yaml": DEBATE,
            "claims/e/apart.md": TOP,
            "claims/sources/first.yaml": source,
            "claims/sources/copy.yaml": source + "original: first\n",
            "claims/sources/other.yaml": source,
        }
    )
    committed.commit({"claims/sources/other.yaml": source + "issued: 2020\n"})
    committed.commit({"claims/sources/first.yaml": source + "issued: 2020\n"})
    committed.commit({"claims/grounds.yaml": "primary: 0.8\n"})
    monkeypatch.setattr(module, "difference", spied)
    read_history(committed.root, 3)
    sources = ["copy", "first", "other"]
    assert seen == [
        (["apart", "fit", "top"], sources, 0.8),
        (["fit", "top"], sources, 0.9),
        ([], sources, 0.9),
    ]


@pytest.mark.parametrize("cited", ["report", "old-report", "copy", "old-copy", "copy-of-copy"])
def test_a_source_that_changed_is_found_by_whichever_id_it_is_named(
    committed: Committed, cited: str
) -> None:
    """Claims and other sources may name it by an older one."""
    passages = f"passages: [{{source: {cited}, start: We}}]\n"
    report = "type: report\ntitle: On riding\naliases: [old-report]\n"
    copy = "type: report\ntitle: A copy\naliases: [old-copy]\noriginal: old-report\n"
    committed.commit(
        {
            "claims/d/debate.yaml": f"{DEBATE}source: [text]\n",
            "claims/d/fit.md": FIT.replace("kind: causal\n", f"kind: fact\n{passages}"),
            "claims/sources/text.yaml": "type: report\ntitle: The text\n",
            "claims/sources/report.yaml": report,
            "claims/sources/copy.yaml": copy,
            "claims/sources/copy-of-copy.yaml": "type: report\ntitle: C\noriginal: old-copy\n",
        }
    )
    before = KnowledgeBase.load(committed.root)
    # What goes back to the text that is analysed documents nothing.
    committed.commit({"claims/sources/report.yaml": f"{report}original: text\n"})
    whole = difference(before, KnowledgeBase.load(committed.root))
    (change,) = read_history(committed.root, 1).changes
    assert whole.balances
    assert change.difference.balances == whole.balances


def test_claims_of_no_debate_are_weighed_with_the_texts_of_all(committed: Committed) -> None:
    passages = "passages: [{source: report, start: We}]\n"
    fact = f"---\nclaim: {{en: It is so.}}\nkind: fact\n{passages}---\n"
    committed.commit(
        {
            "claims/nowhere/alone.md": fact,
            "claims/sources/report.yaml": "type: report\ntitle: On riding\n",
        }
    )
    before = KnowledgeBase.load(committed.root)
    committed.commit({"claims/d/debate.yaml": f"{DEBATE}source: [report]\n"})
    whole = difference(before, KnowledgeBase.load(committed.root))
    (change,) = read_history(committed.root, 1).changes
    assert "alone" in {each.id for each in whole.balances}
    assert change.difference.balances == whole.balances


def test_a_debate_is_linked_with_one_whose_step_it_doubts_by_the_id_of_the_step(
    committed: Committed,
) -> None:
    claim = "---\nclaim: {en: It is so.}\nkind: causal\n"
    step = "contradicts: [{id: my-step, claim: top}]\n---\n"
    doubt = f"{claim}undercuts: [{{link: my-step}}]\n"
    committed.commit(
        {
            "claims/d/against.md": f"{claim}{step}",
            "claims/e/debate.yaml": DEBATE,
            "claims/e/doubt.md": f"{doubt}---\n",
        }
    )
    before = KnowledgeBase.load(committed.root)
    committed.commit(
        {"claims/e/doubt.md": f"{doubt}base_score: 1\nbase_score_because: {{en: So.}}\n---\n"}
    )
    whole = difference(before, KnowledgeBase.load(committed.root))
    (change,) = read_history(committed.root, 1).changes
    assert {"top", "doubt"} <= {each.id for each in whole.balances}
    assert change.difference.balances == whole.balances


def test_a_change_of_more_than_can_be_read_ends_the_history(
    committed: Committed, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nine(verb: str) -> dict[str, str | bytes | None]:
        return {f"claims/d/c{n}.md": TOP.replace("build", f"{verb} {n}") for n in range(9)}

    committed.commit(nine("lay"), "Nine")
    committed.commit(nine("make"), "All at once")
    committed.commit({"claims/d/fit.md": FIT.replace("fit.", "in shape.")}, "Last")
    assert len(_read(committed).changes) == 4
    monkeypatch.setattr(module, "READ", 5)
    found = _read(committed)
    assert [each.revision.subject for each in found.changes] == ["Last"]
    assert (found.end, found.begins) == (End.SIZE, "2023-11-16")


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("One line", "One line"),
        ("Two lines\nof one subject\n\nBody", "Two lines of one subject"),
        ("Thanks to nemo@example.org and @nemo", "Thanks to and"),
        ("Tab\tand \x1b[31mred\x07 and \u202eback", "Tab and [31mred and back"),
        ("Merge branch 'nemo/fix'", ""),
        ("Merge pull request #3 from nemo/fix\n\nWhat it does", "What it does"),
        ("Merge branch 'x'\n\nSigned-off-by: Nemo Ignotus <n@example.org>", ""),
        ("<script>x</script> *b* [l](js:x)", "<script>x</script> *b* [l](js:x)"),
        ("", ""),
        ("word " * 100, ("word " * 24).strip() + "…"),
    ],
)  # fmt: skip
def test_a_subject_is_one_line_that_names_nobody(message: str, said: str) -> None:
    assert subject(message) == said


def test_no_name_and_no_address_is_kept_of_who_made_a_change(committed: Committed) -> None:
    assert "Nemo" not in repr(_read(committed))
    assert "example.org" not in repr(_read(committed))


def test_a_claim_knows_when_it_was_added_and_last_reworded(committed: Committed) -> None:
    committed.commit({"claims/d/fit.md": FIT.replace("fit.", "in shape.")})
    committed.commit({"claims/d/fit.md": FIT.replace("fit.", "in good shape.")})
    committed.commit({"claims/d/top.md": TOP + "An annotation.\n"})
    found = {
        claim: tuple(each.date if each else None for each in (life.added, life.reworded))
        for claim, life in lives(_read(committed)).items()
    }
    assert found == {"top": ("2023-11-14", None), "fit": ("2023-11-14", "2023-11-16")}


def test_the_life_of_a_claim_goes_on_under_another_id(committed: Committed) -> None:
    committed.commit({"claims/d/fit.md": FIT.replace("fit.", "in shape.")})
    committed.commit(
        {
            "claims/d/fit.md": None,
            "claims/d/fitness.md": FIT.replace("kind", "aliases: [fit]\nkind"),
        }
    )
    life = lives(_read(committed))["fitness"]
    assert (life.added is not None, life.reworded is not None) == (True, True)
    assert life.added is not None
    assert life.added.date == "2023-11-14"


def test_a_claim_that_comes_back_begins_anew(committed: Committed) -> None:
    committed.commit({"claims/d/fit.md": FIT.replace("fit.", "in shape.")})
    committed.commit({"claims/d/fit.md": None})
    committed.commit({"claims/d/fit.md": FIT})
    life = lives(_read(committed))["fit"]
    assert life.added is not None
    assert (life.added.date, life.reworded) == ("2023-11-17", None)
