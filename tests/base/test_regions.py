"""Where no file of a region changed, nothing that is around a claim of it has to be looked at."""

from pathlib import Path

import pytest

from graph.base import KnowledgeBase
from graph.base.read_fingerprints import ReadFingerprints
from graph.base.regions import Regions
from tests.benchmarks.argument import write_argument
from tests.small import FILES, read_texts

THESIS = "build-cycle-paths"
OTHER = {
    "claims/trams/debate.yaml": (
        "title: {en: Trams, nl: Trams}\nquestion: {en: Trams?, nl: Trams?}\ntheses: [trams-run]\n"
    ),
    "claims/trams/trams-run.md": "---\nclaim: {en: It runs., nl: Hij rijdt.}\nkind: fact\n---\n",
}
TRAMS = "trams-run"
PLACE = f"claims/paths/{THESIS}.md"


def _regions(files: dict[str, str]) -> Regions:
    return Regions(read_texts(files))


def test_debates_that_do_not_name_each_other_are_regions_of_their_own() -> None:
    before, after = _regions(FILES | OTHER), _regions({**FILES, **OTHER, PLACE: FILES[PLACE] + "x"})
    assert before.fingerprint(TRAMS) == after.fingerprint(TRAMS) != b""
    assert before.fingerprint(THESIS) != after.fingerprint(THESIS)
    assert len(before.fingerprints) == 2


def test_one_link_makes_one_region_of_two() -> None:
    linked = OTHER["claims/trams/trams-run.md"].replace(
        "kind: fact", f"kind: fact\nspecifies: [{THESIS}]"
    )
    found = _regions({**FILES, **OTHER, "claims/trams/trams-run.md": linked})
    assert found.fingerprint(TRAMS) == found.fingerprint(THESIS)


def test_what_belongs_to_no_region_is_in_all_of_them() -> None:
    debate = "claims/trams/debate.yaml"
    before = _regions(FILES | OTHER)
    for files in (
        {debate: OTHER[debate].replace("Trams?", "More trams?")},
        {"claims/speakers/new.yaml": "name: {en: New, nl: Nieuw}\n"},
    ):
        after = _regions({**FILES, **OTHER, **files})
        assert before.fingerprint(THESIS) != after.fingerprint(THESIS)


def test_a_claim_elsewhere_bears_on_a_region_by_how_much_is_worked_out_for_each(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    more = {"claims/trams/more.md": OTHER["claims/trams/trams-run.md"]}
    for of_a_large_argument in (False, True):
        if of_a_large_argument:
            monkeypatch.setattr("graph.base.knowledge_base._WORK", 0)
        before, after = _regions(FILES | OTHER), _regions(FILES | OTHER | more)
        same = before.fingerprint(THESIS) == after.fingerprint(THESIS)
        assert same == of_a_large_argument
        assert before.fingerprint(TRAMS) != after.fingerprint(TRAMS)


def test_there_is_none_for_a_claim_that_is_not_there() -> None:
    assert _regions(FILES).fingerprint("nobody") == b""


def test_only_what_has_changed_is_another_thing() -> None:
    before = ReadFingerprints(read_texts(FILES | OTHER))
    reads = [("said", THESIS), ("said", TRAMS), ("weighed", TRAMS), ("ids", "claim"), ("said", "x")]
    told = [before(each) for each in reads]
    edited = {**FILES, **OTHER, PLACE: FILES[PLACE].replace("The town", "A town")}
    after = ReadFingerprints(read_texts(edited))
    assert list(after.changed(reads, told, before.regions)) == [0]
    assert list(after.changed(reads, [b"", *told[1:]], before.regions)) == [0]
    assert [after(each) for each in reads[1:]] == told[1:]
    # Also where nothing is known of how the regions were.
    assert list(ReadFingerprints(read_texts(edited)).changed(reads, told, [])) == [0]


def test_effects_are_known_again_where_the_region_is_as_it_was(tmp_path: Path) -> None:
    write_argument(tmp_path, 120, 60)
    before = KnowledgeBase.load(tmp_path)
    for thesis in before.theses:
        for claim in before.claims:
            before.effect(claim, thesis)
    known = ReadFingerprints(before)
    assert known.effects.keys() == set(before.theses) == {"claim-0", "claim-60"}
    [place] = tmp_path.rglob("claim-5.md")
    text = place.read_text("utf-8")
    place.write_text(
        text.replace("\n---\n", "\nbase_score: 0.9\nspecifies: [claim-1]\n---\n"), "utf-8"
    )
    after, fresh = KnowledgeBase.load(tmp_path), KnowledgeBase.load(tmp_path)
    ReadFingerprints(after).recall(known.effects, known.regions)
    assert after.known_effects().keys() == {"claim-60"}
    for thesis in fresh.theses:
        for claim in fresh.claims:
            assert after.effect(claim, thesis) == fresh.effect(claim, thesis)
    assert ReadFingerprints(after).effects == ReadFingerprints(fresh).effects
