"""What is told of a difference: nothing twice, in its group, and with what is otherwise."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from graph.review.claim_difference import TextChange
from graph.review.difference import BalanceChange, Difference, Weight, difference
from graph.review.record_change import FieldChange
from graph.review.telling.told import claim_details, link_details, tell
from graph.semantics import Standing
from graph.semantics.band import Band
from tests.review.test_review import BASE, COST, FIT, KINDS, NEW, TOP, WORTH, D, Files, _kb, _record

WARRANTS = "{en: Health matters., nl: Gezondheid telt.}"


def _found(folder: Path, changes: Mapping[str, str | None], base: Files = BASE) -> Difference:
    after = {path: text for path, text in {**base, **changes}.items() if text is not None}
    return difference(_kb(folder / "before", base), _kb(folder / "after", after))


def test_the_links_of_a_claim_that_came_or_went_are_told_with_it_alone(tmp_path: Path) -> None:
    told = tell(_found(tmp_path, {f"{D}new.md": NEW, f"{D}worth.md": None}))
    ((new, (reason,)),) = ((each.id, each.links) for each in told.added)
    ((gone, (lost,)),) = ((each.id, each.links) for each in told.removed)
    assert (new, reason.id) == ("new", "new -> top")
    assert (gone, lost.id) == ("worth", "worth -> fit")
    assert told.links_added == told.links_removed == ()


def test_a_claim_worded_otherwise_is_told_as_such_whatever_else_changed(tmp_path: Path) -> None:
    text = WORTH.replace("Most", "Nearly all").replace("kind: fact", "kind: prediction")
    changes = {f"{D}worth.md": _record(text), f"{D}fit.md": _record(FIT.replace("causal", "fact"))}
    told = tell(_found(tmp_path, changes))
    assert [each.id for each in told.reworded] == ["worth"]
    assert [each.id for each in told.other] == ["fit"]
    assert claim_details(told.reworded[0]) == (FieldChange("kind", "fact", "prediction"),)


def test_a_renamed_claim_is_told_by_both_ids(tmp_path: Path) -> None:
    changes = {f"{D}worth.md": None, f"{D}trips.md": _record(WORTH + "aliases: [worth]\n")}
    (change,) = tell(_found(tmp_path, changes)).other
    assert claim_details(change) == (FieldChange("id", "worth", "trips"),)


def test_theses_are_told_before_other_claims_and_never_among_them(tmp_path: Path) -> None:
    found = _found(tmp_path, KINDS["a circle of support"][0])
    told = tell(found, ("top",))
    assert [each.id for each in told.theses] == ["top"]
    assert [each.id for each in told.standings] == ["worth"]
    assert [each.id for each in told.shifts] == ["fit"]
    assert sorted(each.id for each in told.balances) == sorted(each.id for each in found.balances)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [(0.906, 0.909, False), (0.9049, 0.9051, True), (0.1, 0.2, True), (-0.001, 0.001, False)],
)
def test_what_looks_alike_in_figures_is_told_as_no_shift_but_of_a_thesis(
    tmp_path: Path, before: float, after: float, told: bool
) -> None:
    weights = (Weight(Standing.SUPPORTED, Band(each, each)) for each in (before, after))
    change = BalanceChange("fit", *weights)
    found = replace(_found(tmp_path, {}), balances=(change,))
    assert tell(found).balances == ((change,) if told else ())
    assert tell(found, ("fit",)).balances == (change,)


@pytest.mark.parametrize(
    ("old", "new", "details"),
    [
        ("supports", "contradicts", (FieldChange("type", "supports", "contradicts"),)),
        ("claim: top", "claim: top, with: [care]",
         (FieldChange("premises", ("fit",), ("fit", "care")),)),
        ("claim: top", "claim: care", (FieldChange("target", "top", "care"),)),
        ("claim: top", "claim: top, scheme: cause-to-effect",
         (FieldChange("scheme", None, "cause-to-effect"),)),
        ("claim: top", "claim: top, relevance: 0.5", (FieldChange("relevance", 1.0, 0.5),)),
        (WARRANTS, "{en: Health matters., nl: Gezond., de: Gesund.}",
         (TextChange("warrant", "de", None, "Gesund."),
          TextChange("warrant", "nl", "Gezondheid telt.", "Gezond."))),
    ],
)  # fmt: skip
def test_what_is_otherwise_about_a_link_is_told_before_and_after(
    tmp_path: Path, old: str, new: str, details: tuple[TextChange | FieldChange, ...]
) -> None:
    (change,) = tell(_found(tmp_path, {f"{D}fit.md": _record(FIT.replace(old, new))})).links_changed
    assert link_details(change) == details


def test_each_debate_is_told_what_changed_in_it_and_nothing_else(tmp_path: Path) -> None:
    base = {
        **BASE,
        "claims/e/debate.yaml": BASE[f"{D}debate.yaml"].replace("top", "street"),
        "claims/e/street.md": _record(TOP),
    }
    changes = {
        "claims/e/noise.md": NEW.replace("claim: top", "claim: street"),
        f"{D}cost.md": _record(COST.replace("too much", "a lot")),
    }
    found = _found(tmp_path, changes, base)
    (first, here), (second, there) = tell(found).by_folder(found.folders)
    assert (first, second) == ("d", "e")
    assert ([each.id for each in here.reworded], here.added, here.standings) == (["cost"], (), ())
    assert [each.id for each in there.added] == ["noise"]
    assert [each.id for each in there.standings] == ["street"]
    assert there.reworded == ()
