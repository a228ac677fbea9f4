from pathlib import Path

import pytest

from graph.base import KnowledgeBase
from graph.check import Severity, check
from graph.drafting.removal import Removal, removal
from graph.drafting.writing import move_files
from graph.errors import AnswerError
from graph.store import read_tree
from graph.store.amending import NotAmendableError
from tests.small import lay_out

COST = "paths-cost-much"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return lay_out(tmp_path)


def read(root: Path) -> KnowledgeBase:
    return KnowledgeBase(read_tree(root))


def carry_out(root: Path, outcome: Removal) -> KnowledgeBase:
    assert not outcome.named
    assert not outcome.errors
    move_files(read(root).tree, outcome.files, [(each, None) for each in outcome.gone])
    after = read(root)
    assert [each for each in check(after) if each.severity is Severity.ERROR] == []
    return after


def test_what_is_still_named_is_told_with_its_places(root: Path) -> None:
    outcome = removal(read(root), "claim", COST)

    assert [(each.path, each.field) for each in outcome.named] == [
        ("claims/paths/money-is-granted.md", ("undercuts", 0, "link")),
        ("claims/paths/roads-cost-more.md", ("contradicts", 0, "claim")),
    ]
    assert outcome.files == ()


def test_the_steps_to_and_from_a_claim_go_with_it_and_what_undercuts_them(root: Path) -> None:
    outcome = removal(read(root), "claim", COST, links=True)

    assert sorted(outcome.links) == [
        "money-is-granted -> (paths-cost-much -> build-cycle-paths)",
        "paths-cost-much -> build-cycle-paths",
        "roads-cost-more -> paths-cost-much",
    ]
    after = carry_out(root, outcome)
    assert COST not in after.claims
    assert not after.claims["roads-cost-more"].contradicts
    assert not after.claims["money-is-granted"].undercuts
    assert "contradicts" not in (root / "claims/paths/roads-cost-more.md").read_text("utf-8")


@pytest.mark.parametrize("page", ["about.md", "about.nl.md", "more/about.md"])
def test_a_claim_that_a_hand_written_page_leads_to_is_not_removed_unseen(
    root: Path, page: str
) -> None:
    place = root / "site" / page
    place.parent.mkdir(parents=True)
    up = "../" * page.count("/")
    place.write_text(f"# About\n\n[It]({up}claims/{COST}/index.html) costs much.\n", "utf-8")

    outcome = removal(read(root), "claim", COST, links=True)
    assert [(each.code, each.path, each.line) for each in outcome.errors] == [
        ("R106", f"site/{page}", 3)
    ]
    # Another that takes its place is led to from there.
    over = removal(read(root), "claim", COST, instead="roads-cost-more")
    assert not [each for each in over.errors if each.code == "R106"]


def test_an_undercut_of_an_undercut_goes_too(root: Path) -> None:
    more = root / "claims/paths/grants-end.md"
    more.write_text(
        "---\nclaim: {en: Grants end.}\nkind: fact\nimplicit: true\nundercuts:\n"
        '  - link: "money-is-granted -> (paths-cost-much -> build-cycle-paths)"\n'
        "    because: {en: Then it is our money.}\n---\n",
        "utf-8",
    )

    outcome = removal(read(root), "claim", COST, links=True)

    assert len(outcome.links) == 4
    assert not carry_out(root, outcome).claims["grants-end"].undercuts


def test_other_items_of_a_list_stay_with_their_comments(root: Path) -> None:
    path = root / "claims/paths/roads-cost-more.md"
    text = path.read_text("utf-8").replace(
        "contradicts:\n",
        "contradicts:\n  # not this one\n  - claim: cycling-keeps-fit\n"
        "    because: {en: They take the room.}\n",
    )
    path.write_text(text, "utf-8")

    after = carry_out(root, removal(read(root), "claim", COST, links=True))

    assert [each.claim for each in after.claims["roads-cost-more"].contradicts] == [
        "cycling-keeps-fit"
    ]
    assert "# not this one" in path.read_text("utf-8")


def test_a_claim_that_carries_a_step_together_with_others_is_kept(root: Path) -> None:
    outcome = removal(read(root), "claim", "town-cares-for-health", links=True)

    assert [each.field for each in outcome.named] == [("supports", 0, "with", 0)]


def test_the_only_thesis_cannot_go(root: Path) -> None:
    outcome = removal(read(root), "claim", "build-cycle-paths", links=True)

    assert [each.field for each in outcome.named] == [("theses", 0)]


def test_a_claim_goes_from_what_decides_an_outcome_unless_it_is_all_of_that(root: Path) -> None:
    predicted = root / "claims/paths/more-will-ride.md"
    text = (
        "---\nclaim: {en: More will ride., nl: Meer zullen rijden.}\nkind: prediction\n"
        "outcome: {state: open, on: 2025-01-31, because: {en: So far., nl: Tot nu toe.}, "
        f"claims: [{COST}, roads-cost-more]}}\n---\n"
    )
    predicted.write_text(text, "utf-8")

    after = carry_out(root, removal(read(root), "claim", COST, links=True))

    outcome = after.claims["more-will-ride"].outcome
    assert outcome is not None
    assert outcome.claims == ("roads-cost-more",)
    kept = removal(after, "claim", "roads-cost-more", links=True)
    assert [each.field for each in kept.named] == [("outcome", "claims", 0)]
    assert "R101" in [each.code for each in kept.errors]


def test_annotations_go_with_their_claim(root: Path) -> None:
    note = "claims/paths/paths-cost-much.nl.md"
    (root / note).write_text("Duur.\n", "utf-8")

    carry_out(root, removal(read(root), "claim", COST, links=True))

    assert not (root / note).exists()


def test_another_claim_takes_its_place_and_its_ids(root: Path) -> None:
    text = (root / "claims/paths/paths-cost-much.md").read_text("utf-8")
    twin = root / "claims/paths/costly-paths.md"
    twin.write_text(text, "utf-8")

    after = carry_out(root, removal(read(root), "claim", COST, instead="costly-paths"))

    assert after.resolve(COST) == "costly-paths"
    assert after.claims["roads-cost-more"].contradicts[0].claim == "costly-paths"
    assert "money-is-granted -> (costly-paths -> build-cycle-paths)" in after.links


@pytest.mark.parametrize(
    ("kind", "id_", "path"), [("source", "essay", "sources"), ("speaker", "ada-bron", "speakers")]
)
def test_sources_and_speakers_make_room_for_others(
    root: Path, kind: str, id_: str, path: str
) -> None:
    folder = root / "claims" / path
    (folder / "other.yaml").write_text((folder / f"{id_}.yaml").read_text("utf-8"), "utf-8")
    assert removal(read(root), kind, id_).named

    after = carry_out(root, removal(read(root), kind, id_, instead="other"))

    assert (kind, id_) not in after.paths
    assert not [each for each in check(after) if each.code.startswith("R")]


def test_nothing_takes_its_own_place_and_what_is_not_there_cannot_go(root: Path) -> None:
    with pytest.raises(AnswerError, match="own place"):
        removal(read(root), "claim", COST, instead=COST)
    with pytest.raises(AnswerError, match="did you mean essay"):
        removal(read(root), "source", "esay")
    with pytest.raises(AnswerError, match="there is no claim"):
        removal(read(root), "claim", COST, instead="nothing-of-the-kind")


def test_a_comment_in_a_step_that_would_go_is_told(root: Path) -> None:
    path = root / "claims/paths/roads-cost-more.md"
    text = path.read_text("utf-8")
    path.write_text(text.replace("- claim: paths-cost-much", "- claim: paths-cost-much # why"))

    with pytest.raises(NotAmendableError, match=r"roads-cost-more\.md has a comment"):
        removal(read(root), "claim", COST, links=True)


def test_all_older_ids_lead_to_a_claim_that_had_none(root: Path) -> None:
    path = root / "claims/paths/paths-cost-much.md"
    twin = path.read_text("utf-8").replace("aliases: [paths-are-expensive]\n", "")
    (path.parent / "costly-paths.md").write_text(twin, "utf-8")
    assert "aliases" not in twin

    after = carry_out(root, removal(read(root), "claim", COST, instead="costly-paths"))

    assert after.claims["costly-paths"].aliases == (COST, "paths-are-expensive")


def test_a_claim_goes_from_a_finding_unless_it_is_the_last_which_is_told(root: Path) -> None:
    place = root / "claims/paths/debate.yaml"
    two = "findings:\n  - {finding: {en: So., nl: Zo.}, claims: [%s]}\neditors: [Ada]\n"
    before = place.read_text("utf-8")
    place.write_text(before + two % f"{COST}, cycling-keeps-fit", "utf-8")
    outcome = removal(read(root), "claim", COST, links=True)
    after = carry_out(root, outcome)
    assert after.debates["paths"].findings[0].claims == ("cycling-keeps-fit",)
    place.write_text(before + two % "cycling-keeps-fit", "utf-8")
    last = removal(read(root), "claim", "cycling-keeps-fit", links=True)
    assert [each.field for each in last.named] == [("findings", 0, "claims", 0)]
    assert "R101" in [each.code for each in last.errors]


def _twin(root: Path, more: str) -> Path:
    """Another record of what `paths-cost-much` says, with less in it."""
    path = root / "claims/paths/costly-paths.md"
    path.write_text(
        "---\nclaim: {en: Paths are dear., nl: Paden zijn duur.}\nkind: fact\n"
        f"passages:\n  - {{source: essay, paragraph: 3, start: In the, end: it rains}}\n"
        f"{more}---\n",
        "utf-8",
    )
    return path


@pytest.mark.parametrize(
    "more",
    [
        "",
        "supports:\n  - claim: roads-cost-more # why\n    because: {en: So., nl: Zo.}\n",
        "contradicts: [{claim: roads-cost-more, because: {en: So., nl: Zo.}}] # one\n",
        "specifies: [cycling-keeps-fit]\n",
    ],
)
def test_a_claim_takes_over_the_steps_and_passages_of_the_one_that_goes(
    root: Path, more: str
) -> None:
    before = read(root)
    gone = before.claims[COST]
    assert gone.contradicts
    assert gone.passages
    twin = _twin(root, more)

    outcome = removal(read(root), "claim", COST, instead="costly-paths")

    assert outcome.taken_over == ("costly-paths -> build-cycle-paths",)
    assert outcome.links == ()
    after = carry_out(root, outcome)
    there = after.claims["costly-paths"]
    assert gone.contradicts[-1] in there.contradicts
    assert set(gone.passages) < set(there.passages)
    assert "money-is-granted -> (costly-paths -> build-cycle-paths)" in after.links
    assert all(f"# {each}" in twin.read_text("utf-8") for each in ("why", "one") if each in more)
    if "because" not in more:
        assert after.assessment.balances["build-cycle-paths"] == pytest.approx(
            before.assessment.balances["build-cycle-paths"]
        )


def test_a_step_to_the_claim_that_takes_over_goes_and_is_told(root: Path) -> None:
    _twin(root, "")
    path = root / "claims/paths/paths-cost-much.md"
    step = "supports:\n  - {claim: costly-paths, because: {en: It says so., nl: Het zegt het.}}\n"
    path.write_text(path.read_text("utf-8").replace("contradicts:\n", f"{step}contradicts:\n"))

    outcome = removal(read(root), "claim", COST, instead="costly-paths")

    assert outcome.links == ("paths-cost-much -> costly-paths",)
    assert outcome.taken_over == ("costly-paths -> build-cycle-paths",)
    assert not carry_out(root, outcome).claims["costly-paths"].supports


def test_a_step_that_the_claim_takes_already_is_not_taken_twice(root: Path) -> None:
    path = root / "claims/paths/paths-cost-much.md"
    (path.parent / "costly-paths.md").write_text(path.read_text("utf-8"), "utf-8")

    outcome = removal(read(root), "claim", COST, instead="costly-paths")

    assert outcome.taken_over == outcome.links == ()
    assert len(carry_out(root, outcome).claims["costly-paths"].contradicts) == 1


def test_what_is_not_taken_over_is_told(root: Path) -> None:
    _twin(root, "contradicts: [{claim: build-cycle-paths, because: {en: Else., nl: Anders.}}]\n")
    path = root / "claims/paths/paths-cost-much.md"
    text = path.read_text("utf-8").replace("kind:", "keywords: {en: [money]}\nkind:", 1)
    path.write_text(f"{text}A note.\n", "utf-8")

    outcome = removal(read(root), "claim", COST, instead="costly-paths")

    assert outcome.links == ("paths-cost-much -> build-cycle-paths",)
    assert {"keywords", "note"} <= set(outcome.dropped)
    assert "kind" not in outcome.dropped
    carry_out(root, outcome)


def test_a_source_takes_over_the_gists_of_the_one_that_goes(root: Path) -> None:
    folder = root / "claims/sources"
    text = (folder / "essay.yaml").read_text("utf-8")
    gists = (
        "paragraphs:\n  - {number: 1, start: a, gist: {en: Health., nl: Gezondheid.}}\n"
        "  - {number: 2, start: b, end: c, gist: {en: Money., nl: Geld.}}\n"
    )
    (folder / "other.yaml").write_text(text, "utf-8")
    (folder / "essay.yaml").write_text(text + gists, "utf-8")
    gone = read(root).sources["essay"].paragraphs
    assert len(gone) == 2

    after = carry_out(root, removal(read(root), "source", "essay", instead="other"))

    assert after.sources["other"].paragraphs == gone


def test_the_steps_that_go_with_a_claim_that_nobody_names_are_told(root: Path) -> None:
    path = root / "claims/paths/more.md"
    path.write_text(
        "---\nclaim: {en: More., nl: Meer.}\nkind: fact\nimplicit: true\nsupports:\n"
        "  - {claim: paths-cost-much, because: {en: So., nl: Zo.}}\n---\n",
        "utf-8",
    )
    outcome = removal(read(root), "claim", "more")
    assert outcome.links == ("more -> paths-cost-much",)
    assert "more" not in carry_out(root, outcome).claims
