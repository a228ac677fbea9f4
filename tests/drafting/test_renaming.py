import re
from pathlib import Path

import pytest

from graph.argument.occurrence import occurrence_at
from graph.base import KnowledgeBase
from graph.check import Severity, check
from graph.drafting.draft import DraftFile
from graph.drafting.formatting import formatting
from graph.drafting.renaming import (
    RenameRefusedError,
    renamable,
    renamed_texts,
    renaming,
    still_named,
)
from graph.drafting.writing import move_files
from graph.editor.open_records import Desk
from graph.store import read_tree
from graph.store.splices import Splice, spliced
from tests.small import lay_out


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(lay_out(tmp_path))


def renamed(desk: Desk, old: str, new: str, forget: bool = False) -> KnowledgeBase:
    before = len([each for each in check(desk.kb) if each.severity is Severity.ERROR])
    change = renaming(desk.kb, "claim", old, new, forget=forget)
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


@pytest.mark.parametrize(
    "written",
    ['"{id}"', "'{id}'", '"{escaped}"', "|-\n      {id}", ">-\n      {id}", "\n      {id}",
     "  # so\n      {id}", '"\\\n      {id}"'],
)  # fmt: skip
@pytest.mark.parametrize("claim", ["build-cycle-paths", "paths-cost-much"])
def test_an_id_is_another_however_it_is_written(desk: Desk, claim: str, written: str) -> None:
    """Also where none of it stands in the file as it is, or not on the line of its field."""
    for name in ("roads-cost-more", "money-is-granted"):
        place = desk.root / f"claims/paths/{name}.md"
        field, value = re.findall(r"(claim|link): (paths-cost-much.*)", place.read_text("utf-8"))[0]
        said = written.format(id=value, escaped=value.replace("-", "\\x2d"))
        text = place.read_text("utf-8").replace(f"{field}: {value}", f"{field}: {said}")
        place.write_text(text, "utf-8")
    desk = Desk(desk.root)
    links = len(desk.kb.all_links)

    after = renamed(desk, claim, "another-id", forget=True)

    assert claim not in "".join(str(each) for each in after.links)
    assert len(after.all_links) == links


def test_an_id_to_which_links_in_a_note_or_on_a_page_lead_is_not_forgotten(desk: Desk) -> None:
    note = desk.root / "claims/paths/build-cycle-paths.nl.md"
    note.write_text("Zie [dit](../paths-cost-much/).\n", "utf-8")
    (desk.root / "site").mkdir()
    page = "# A\n\n[b](nl/claims/paths-cost-much/) [c](claims/paths-are-expensive/)\n"
    (desk.root / "site/about.md").write_text(page, "utf-8")
    desk = Desk(desk.root)
    with pytest.raises(RenameRefusedError, match=r"about\.md:3.*build-cycle-paths\.nl\.md:1: "):
        renaming(desk.kb, "claim", "paths-cost-much", "another-id", forget=True)
    assert renaming(desk.kb, "claim", "paths-cost-much", "another-id").edits
    assert renaming(desk.kb, "claim", "roads-cost-more", "another-id", forget=True).moves


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
        renaming(desk.kb, "claim", "build-cycle-paths", new)


def test_what_is_no_record_is_not_renamed(desk: Desk) -> None:
    here = occurrence_at(desk.kb, "claims/paths/cycling-keeps-fit.md", 4, 12)
    assert here is not None
    assert renamable(desk.kb, here).kind == "speaker"
    with pytest.raises(RenameRefusedError, match="scheme"):
        renamable(desk.kb, here._replace(kind="scheme", id="positive-consequences"))
    with pytest.raises(RenameRefusedError):
        renamable(desk.kb, None)


def carried_out(
    root: Path, kind: str, old: str, new: str, *, forget: bool = False
) -> KnowledgeBase:
    kb = KnowledgeBase(read_tree(root))
    before = check(kb)
    change = renaming(kb, kind, old, new, forget=forget)
    move_files(kb.tree, renamed_texts(kb, change), change.moves)
    after = KnowledgeBase(read_tree(root))
    assert [each.code for each in check(after)] == [each.code for each in before]
    return after


def test_a_source_is_named_so_by_passages_debates_and_other_sources(desk: Desk) -> None:
    copy = desk.root / "claims/sources/copy.yaml"
    copy.write_text("type: webpage\ntitle: Copy\nURL: https://example.org/c\noriginal: essay\n")
    debate = desk.root / "claims/paths/debate.yaml"
    debate.write_text(debate.read_text("utf-8") + "source: essay # the text\n", "utf-8")

    after = carried_out(desk.root, "source", "essay", "why-cycle-paths")

    assert set(after.sources) == {"why-cycle-paths", "copy"}
    assert after.sources["copy"].original == "why-cycle-paths"
    assert "source: why-cycle-paths # the text" in debate.read_text("utf-8")
    assert not (desk.root / "claims/sources/essay.yaml").exists()


def test_a_claim_is_named_so_by_the_outcomes_that_it_decides(desk: Desk) -> None:
    predicted = desk.root / "claims/paths/more-will-ride.md"
    predicted.write_text(
        "---\nclaim: {en: More will ride., nl: Meer zullen rijden.}\nkind: prediction\n"
        "outcome:\n  state: open\n  on: 2025-01-31\n  because: {en: So far., nl: Tot nu toe.}\n"
        "  claims: [paths-cost-much] # for now\n---\n",
        "utf-8",
    )

    after = carried_out(desk.root, "claim", "paths-cost-much", "paths-are-dear")

    outcome = after.claims["more-will-ride"].outcome
    assert outcome is not None
    assert outcome.claims == ("paths-are-dear",)
    assert "claims: [paths-are-dear] # for now" in predicted.read_text("utf-8")


def test_a_speaker_is_named_so_by_claims(desk: Desk) -> None:
    after = carried_out(desk.root, "speaker", "ada-bron", "ada")

    assert after.claims["cycling-keeps-fit"].speaker == "ada"
    assert set(after.speakers) == {"ada"}


def test_a_claim_on_the_disk_is_led_to_by_its_older_id(desk: Desk) -> None:
    after = carried_out(desk.root, "claim", "paths-cost-much", "another-id")

    assert after.resolve("paths-cost-much") == "another-id"
    assert not (desk.root / "claims/paths/paths-cost-much.md").exists()


def test_a_debate_is_a_folder_with_all_that_is_in_it(desk: Desk) -> None:
    (desk.root / "claims/paths/notes.txt").write_text("mine", "utf-8")

    after = carried_out(desk.root, "debate", "paths", "cycling")

    assert set(after.debates) == {"cycling"}
    assert (desk.root / "claims/cycling/notes.txt").read_text("utf-8") == "mine"
    assert not (desk.root / "claims/paths").exists()


@pytest.mark.parametrize("new", ["cycling", "bikes"])
def test_a_renaming_that_was_broken_off_is_made_again(desk: Desk, new: str) -> None:
    """Before the folder of a debate gets its name, the debate has the old one as an alias."""
    debate = desk.root / "claims/paths/debate.yaml"
    debate.write_text(debate.read_text("utf-8") + "aliases: [bikes, paths]\n", "utf-8")

    after = carried_out(desk.root, "debate", "paths", new)

    assert set(after.debates) == {new}
    assert after.debates[new].aliases == tuple(e for e in ("bikes", "paths") if e != new)
    assert not [each for each in check(after) if each.code == "I104"]


def test_a_debate_that_states_its_id_is_called_as_its_folder(desk: Desk) -> None:
    debate = desk.root / "claims/paths/debate.yaml"
    debate.write_text(f"id: paths\n{debate.read_text('utf-8')}", "utf-8")
    desk.reread("claims/paths/debate.yaml")

    after = carried_out(desk.root, "debate", "paths", "cycling")

    assert set(after.debates) == {"cycling"}


def test_a_claim_takes_its_own_older_id_and_those_that_lead_to_it_along(desk: Desk) -> None:
    after = carried_out(desk.root, "claim", "paths-cost-much", "paths-are-expensive")

    assert after.claims["paths-are-expensive"].aliases == ("paths-cost-much",)


THEMES = "themes: # two\n  - {id: cost, title: {en: Cost}, roots: [paths-cost-much]}\n"


def with_theme(root: Path) -> Path:
    debate = root / "claims/paths/debate.yaml"
    debate.write_text(debate.read_text("utf-8") + THEMES, "utf-8")
    return debate


def test_a_theme_is_renamed_where_it_stands(desk: Desk) -> None:
    debate = with_theme(desk.root)

    after = carried_out(desk.root, "theme", "cost", "money")

    assert "themes: # two\n  - {id: money, title: {en: Cost}" in debate.read_text("utf-8")
    assert after.debates["paths"].themes[0].aliases == ("cost",)


ONE_OF_EACH = [
    ("claim", "build-cycle-paths"),
    ("source", "essay"),
    ("speaker", "ada-bron"),
    ("debate", "paths"),
    ("theme", "cost"),
]


def older(kb: KnowledgeBase, kind: str, id_: str) -> tuple[str, ...]:
    if kind == "theme":
        return next(each for each in kb.debates["paths"].themes if each.id == id_).aliases
    return kb.by_kind[kind][id_].aliases


@pytest.mark.parametrize(("kind", "id_"), ONE_OF_EACH)
def test_what_is_renamed_twice_and_back_keeps_every_other_id(
    desk: Desk, kind: str, id_: str
) -> None:
    with_theme(desk.root)
    before = sorted(str(each.relative_to(desk.root)) for each in desk.root.rglob("*"))

    kb = carried_out(desk.root, kind, id_, "second")
    assert older(kb, kind, "second") == (id_,)
    # It is found by the id of before, as by its own.
    kb = carried_out(desk.root, kind, id_, "third")
    assert older(kb, kind, "third") == (id_, "second")
    kb = carried_out(desk.root, kind, "third", id_)
    assert older(kb, kind, id_) == ("third", "second")

    assert sorted(str(each.relative_to(desk.root)) for each in desk.root.rglob("*")) == before


@pytest.mark.parametrize(("kind", "id_"), ONE_OF_EACH)
def test_an_id_that_nobody_has_seen_is_forgotten(desk: Desk, kind: str, id_: str) -> None:
    with_theme(desk.root)

    kb = carried_out(desk.root, kind, id_, "second", forget=True)
    assert older(kb, kind, "second") == ()
    kb = carried_out(desk.root, kind, "second", "third")
    kb = carried_out(desk.root, kind, "third", "second", forget=True)
    assert older(kb, kind, "second") == ()


@pytest.mark.parametrize(("kind", "id_"), ONE_OF_EACH[1:])
def test_an_id_that_another_had_is_taken(desk: Desk, kind: str, id_: str) -> None:
    debate = with_theme(desk.root)
    more = "  - {id: other, title: {en: Other}, roots: [paths-cost-much], aliases: [used]}\n"
    debate.write_text(debate.read_text("utf-8") + more, "utf-8")
    (desk.root / "claims/other").mkdir()
    for path, text in {
        "sources/other.yaml": "type: webpage\ntitle: Other\n",
        "speakers/other.yaml": "name: Other\n",
        "other/debate.yaml": "title: {en: Other}\nquestion: {en: Other?}\n",
    }.items():
        (desk.root / "claims" / path).write_text(f"{text}aliases: [used]\n", "utf-8")
    with pytest.raises(RenameRefusedError, match="taken"):
        renaming(KnowledgeBase(read_tree(desk.root)), kind, id_, "used")


@pytest.mark.parametrize(
    ("kind", "old", "new", "why"),
    [
        ("source", "essay", "essay", ""),
        ("debate", "paths", "sources", "taken"),
        ("debate", "paths", "Paths", "lower-case"),
        ("debate", "paths", "con", "Windows"),
        ("speaker", "ada-bron", "../x", "lower-case"),
    ],
)
def test_nothing_takes_what_another_has(
    desk: Desk, kind: str, old: str, new: str, why: str
) -> None:
    if not why:
        assert renaming(desk.kb, kind, old, new) == ((), ())
        return
    with pytest.raises(RenameRefusedError, match=why):
        renaming(desk.kb, kind, old, new)


def test_a_record_that_cannot_be_read_and_has_the_id_is_told(desk: Desk) -> None:
    path = "claims/paths/broken.md"
    (desk.root / path).write_text("---\nkind: fact\nsupports: paths-cost-much\n", "utf-8")
    desk.reread(path)

    assert still_named(desk.kb, "claim", "paths-cost-much") == (path,)
    assert still_named(desk.kb, "claim", "cost-much") == ()


def test_a_finding_names_its_claims_by_their_new_ids(desk: Desk) -> None:
    place = desk.root / "claims/paths/debate.yaml"
    text = place.read_text("utf-8")
    said = "findings:\n  - {finding: {en: So., nl: Zo.}, claims: [paths-cost-much]}\neditors: [A]\n"
    place.write_text(text + said, "utf-8")
    after = renamed(Desk(desk.root), "paths-cost-much", "paths-are-dear")
    assert after.debates["paths"].findings[0].claims == ("paths-are-dear",)


@pytest.mark.parametrize("new", ["it", "a-much-longer-id-that-fills-most-of-the-line-it-stands-in"])
def test_records_that_were_laid_out_stay_so_under_an_id_of_another_length(
    tmp_path: Path, new: str
) -> None:
    kb = KnowledgeBase(read_tree(lay_out(tmp_path)))
    tidy = formatting(kb.tree)
    move_files(kb.tree, [DraftFile(*each) for each in tidy.changed.items()], ())
    kb = KnowledgeBase(read_tree(tmp_path))
    assert not formatting(kb.tree).changed
    change = renaming(kb, "claim", "paths-cost-much", new)
    move_files(kb.tree, renamed_texts(kb, change), change.moves)
    kb = KnowledgeBase(read_tree(tmp_path))
    assert new in kb.claims
    assert not formatting(kb.tree).changed
