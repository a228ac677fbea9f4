import pytest

from graph.base import KnowledgeBase
from graph.check import Severity, check
from graph.editor.occurrence import occurrence_at
from graph.editor.open_records import Desk
from graph.editor.rename import RenameRefusedError, renamable, renaming
from graph.store import read_tree
from graph.store.splices import Splice, spliced


def renamed(desk: Desk, old: str, new: str) -> KnowledgeBase:
    before = len([each for each in check(desk.kb) if each.severity is Severity.ERROR])
    change = renaming(desk.kb, old, new)
    for path in {each.path for each in change.edits}:
        splices = [Splice(*each[1:]) for each in change.edits if each.path == path]
        text = spliced(desk.kb.tree.by_path[path].text, splices)
        (desk.root / path).write_text(text, encoding="utf-8")
    for here, there in change.moves:
        (desk.root / here).rename(desk.root / there)
    kb = KnowledgeBase(read_tree(desk.root))
    assert not kb.tree.problems
    assert len([each for each in check(kb) if each.severity is Severity.ERROR]) == before
    return kb


@pytest.mark.parametrize(
    "claim",
    ["build-cycle-paths", "cycling-keeps-fit", "town-cares-for-health", "paths-cost-much",
     "who-rides-in-the-rain", "roads-cost-more"],
)  # fmt: skip
def test_the_argument_stays_as_it_was_under_another_id(desk: Desk, claim: str) -> None:
    before = desk.kb

    after = renamed(desk, claim, "another-id")

    assert after.resolve(claim) == "another-id"
    assert claim not in after.claims
    assert after.claims["another-id"].aliases[-1] == claim
    assert {name.replace(claim, "another-id") for name in before.links} == set(after.links)
    assert not [each for each in check(after) if each.code == "R202"]


def test_annotations_go_along(desk: Desk) -> None:
    after = renamed(desk, "build-cycle-paths", "another-id")

    assert after.bodies["another-id", "nl"] == "Waar het op aankomt.\n"


def test_a_claim_can_have_an_older_id_back(desk: Desk) -> None:
    after = renamed(desk, "paths-cost-much", "paths-are-expensive")

    assert after.claims["paths-are-expensive"].aliases == ("paths-cost-much",)


@pytest.mark.parametrize(
    "aliases", ["aliases: [one]", "aliases:\n  - one # kept", "aliases: ['one']"]
)
def test_older_ids_are_kept_however_they_are_laid_out(desk: Desk, aliases: str) -> None:
    path = "claims/paths/roads-cost-more.md"
    text = desk.kb.tree.by_path[path].text.replace("\n---", f"\n{aliases}\n---", 1)
    (desk.root / path).write_text(text, encoding="utf-8")
    desk.reread(path)

    after = renamed(desk, "roads-cost-more", "another-id")

    assert after.claims["another-id"].aliases == ("one", "roads-cost-more")


@pytest.mark.parametrize("new", ["Not An Id", "", "cycling-keeps-fit", "paths-are-expensive"])
def test_malformed_and_taken_ids_are_refused(desk: Desk, new: str) -> None:
    with pytest.raises(RenameRefusedError):
        renaming(desk.kb, "build-cycle-paths", new)


def test_only_claims_are_renamed(desk: Desk) -> None:
    here = occurrence_at(desk.kb, "claims/paths/cycling-keeps-fit.md", 4, 12)
    assert here is not None
    assert here.kind == "speaker"
    with pytest.raises(RenameRefusedError, match="speaker"):
        renamable(desk.kb, here)
    with pytest.raises(RenameRefusedError):
        renamable(desk.kb, None)
