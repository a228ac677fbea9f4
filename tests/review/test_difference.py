import json
from pathlib import Path

import pytest

from graph.base import KnowledgeBase
from graph.cli.terminal import text_document
from graph.review.difference import Difference, difference
from graph.review.finding_difference import finding_changes, findings_in_another_order
from graph.review.link_difference import Aspect
from graph.review.review import Review
from graph.review.telling.as_json import diff_answer
from graph.review.telling.as_text import diff_text
from graph.review.telling.sections import report
from graph.semantics import Standing
from tests.review.committing import DEBATE, FIT, SMALL, TOP
from tests.small import read_texts

COST = """\
---
claim: {en: Paths cost too much.}
kind: value
contradicts:
  - claim: top
---
"""


def _kb(root: Path, files: dict[str, str]) -> KnowledgeBase:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    return KnowledgeBase.load(root)


class _Compare:
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(
        self, changes: dict[str, str | None], base: dict[str, str] | None = None
    ) -> Difference:
        before = base if base is not None else SMALL
        after = {**before, **changes}
        kept = {path: text for path, text in after.items() if text is not None}
        return difference(
            _kb(self.folder / "before", before),
            _kb(self.folder / "after", kept),
        )


@pytest.fixture
def compare(tmp_path: Path) -> _Compare:
    return _Compare(tmp_path)


def test_equal_states_do_not_differ(compare: _Compare) -> None:
    assert not compare({})


def test_another_layout_is_no_difference(compare: _Compare) -> None:
    laid_out = """\
---
# The same, line by line.
kind: causal
supports:
- because:
    nl: Gezondheid telt.
    en: 'Health matters.'
  claim: top
claim:
  nl: Fietsen houdt ons fit.
  en: "Riding keeps us fit."
---

"""
    assert not compare({"claims/d/fit.md": laid_out})


def test_a_file_moved_within_its_debate_is_no_difference(compare: _Compare) -> None:
    assert not compare({"claims/d/fit.md": None, "claims/d/health/fit.md": FIT})


def test_a_new_claim_comes_with_its_links(compare: _Compare) -> None:
    found = compare({"claims/d/cost.md": COST})
    assert [claim.id for claim in found.claims.added] == ["cost"]
    assert [link.id for link in found.links.added] == ["cost -> top"]
    assert found.folders["cost"] == "d"
    assert (found.claims.removed, found.claims.changed) == ((), ())


def test_a_removed_claim_takes_its_links_along(compare: _Compare) -> None:
    found = compare({"claims/d/fit.md": None})
    assert [claim.id for claim in found.claims.removed] == ["fit"]
    assert [link.id for link in found.links.removed] == ["fit -> top"]


def test_what_is_new_stands_in_order_of_the_files(compare: _Compare) -> None:
    found = compare({"claims/d/2/aardvark.md": TOP, "claims/d/1/zebra.md": TOP})
    assert [claim.id for claim in found.claims.added] == ["zebra", "aardvark"]


def test_a_rewording_is_told_for_each_language(compare: _Compare) -> None:
    found = compare({"claims/d/top.md": TOP.replace("build", "lay").replace("nl: We", "fr: Nous")})
    [change] = found.claims.changed
    assert [(each.language, each.before, each.after) for each in change.reworded] == [
        ("en", "We should build paths.", "We should lay paths."),
        ("fr", None, "Nous moeten paden bouwen."),
        ("nl", "We moeten paden bouwen.", None),
    ]
    assert found.balances == ()


def test_other_fields_are_told_in_plain_values(compare: _Compare) -> None:
    changed = FIT.replace(
        "kind: causal",
        "kind: fact\nspeaker: ada\nlabel: {en: Fit}\ntopics: [health]\n"
        "passages: [{source: s, start: a b}]",
    )
    [change] = compare({"claims/d/fit.md": changed}).claims.changed
    assert {each.field: (each.before, each.after) for each in change.fields} == {
        "kind": ("causal", "fact"),
        "speaker": (None, "ada"),
        "topics": ([], ["health"]),
        "passages": ([], [{"source": "s", "start": "a b"}]),
    }
    assert [(each.field, each.language, each.after) for each in change.texts] == [
        ("label", "en", "Fit")
    ]
    json.dumps([each.after for each in change.fields])


def test_an_outcome_is_told_by_its_state_day_and_claims_and_its_sentence_as_a_text(
    compare: _Compare,
) -> None:
    def outcome(state: str, on: str, said: str) -> str:
        judged = f"outcome: {{state: {state}, on: {on}, because: {{en: {said}}}, claims: [top]}}"
        return FIT.replace("kind: causal", f"kind: prediction\n{judged}")

    early = {"claims/d/fit.md": outcome("open", "2024-01-31", "Too early.")}
    late: dict[str, str | None] = {
        "claims/d/fit.md": outcome("failed", "2025-01-31", "Nobody rides.")
    }
    [change] = compare(late, {**SMALL, **early}).claims.changed
    assert [(each.field, each.before, each.after) for each in change.fields] == [
        (
            "outcome",
            {"state": "open", "on": "2024-01-31", "claims": ["top"]},
            {"state": "failed", "on": "2025-01-31", "claims": ["top"]},
        )
    ]
    assert [(each.field, each.before, each.after) for each in change.texts] == [
        ("outcome", "Too early.", "Nobody rides.")
    ]


def test_an_outcome_that_is_set_was_none_before(compare: _Compare) -> None:
    judged = "outcome: {state: open, on: 2025-01-31, because: {en: So far.}}"
    after: dict[str, str | None] = {
        "claims/d/fit.md": FIT.replace("kind: causal", f"kind: causal\n{judged}")
    }
    [change] = compare(after).claims.changed
    assert [(each.field, each.before) for each in change.fields] == [("outcome", None)]
    assert [(each.field, each.language, each.after) for each in change.texts] == [
        ("outcome", "en", "So far.")
    ]


def test_the_order_of_topics_and_references_means_nothing(compare: _Compare) -> None:
    one = TOP.replace("kind", "topics: [a, b]\nspecifies: [fit, cost]\nkind")
    other = TOP.replace("kind", "topics: [b, a]\nspecifies: [cost, fit]\nkind")
    assert not compare({"claims/d/top.md": other}, {**SMALL, "claims/d/top.md": one})


def test_an_annotation_is_told_by_language_and_blank_lines_are_not(compare: _Compare) -> None:
    found = compare({"claims/d/top.md": f"{TOP}\n\n", "claims/d/fit.nl.md": "Toelichting.\n"})
    [change] = found.claims.changed
    assert change.id == "fit"
    assert [(each.field, each.language, each.after) for each in change.texts] == [
        ("annotation", "nl", "Toelichting.")
    ]


def test_a_claim_with_another_id_that_keeps_the_old_one_as_alias_is_the_same(
    compare: _Compare,
) -> None:
    base = {**SMALL, "claims/d/cost.md": COST.replace("top", "fit")}
    found = compare(
        {
            "claims/d/fit.md": None,
            "claims/d/fitness.md": FIT.replace("kind", "aliases: [fit]\nkind"),
        },
        base,
    )
    [change] = found.claims.changed
    assert (change.before.id, change.id, change.renamed) == ("fit", "fitness", True)
    assert (change.texts, change.fields) == ((), ())
    assert not found.links
    assert not found.balances
    assert (found.claims.added, found.claims.removed) == ((), ())


def test_references_may_follow_a_claim_to_its_other_id(compare: _Compare) -> None:
    renamed = TOP.replace("kind", "aliases: [top]\nkind")
    found = compare(
        {
            "claims/d/top.md": None,
            "claims/d/thesis.md": renamed,
            "claims/d/fit.md": FIT.replace("claim: top", "claim: thesis"),
        }
    )
    assert [change.id for change in found.claims.changed] == ["thesis"]
    assert not found.links


_NAMING = (
    "title: {en: D}\nquestion: {en: Q?}\ntheses: [NAME]\n"
    "findings: [{finding: {en: So.}, claims: [NAME]}]\n"
    "themes: [{id: all, title: {en: All}, roots: [NAME]}]\n"
)


@pytest.mark.parametrize("follows", [True, False])
def test_a_debate_that_names_a_claim_by_its_other_id_says_the_same(
    compare: _Compare, follows: bool
) -> None:
    found = compare(
        {
            "claims/d/top.md": None,
            "claims/d/thesis.md": TOP.replace("kind", "aliases: [top]\nkind"),
            "claims/d/debate.yaml": _NAMING.replace("NAME", "thesis" if follows else "top"),
        },
        {**SMALL, "claims/d/debate.yaml": _NAMING.replace("NAME", "top")},
    )
    assert not found.debates
    states = [KnowledgeBase.load(compare.folder / each) for each in ("before", "after")]
    assert list(finding_changes(*states)) == []
    assert list(findings_in_another_order(*states)) == []
    assert [each.id for each in found.claims.changed] == ["thesis"]


def test_a_claim_merged_into_another_is_removed(compare: _Compare) -> None:
    found = compare(
        {"claims/d/cost.md": None, "claims/d/fit.md": FIT.replace("kind", "aliases: [cost]\nkind")},
        {**SMALL, "claims/d/cost.md": COST},
    )
    assert [claim.id for claim in found.claims.removed] == ["cost"]
    assert [change.id for change in found.claims.changed] == ["fit"]


LETTER = "type: webpage\ntitle: A letter\n"
COPY = "type: webpage\ntitle: A copy\noriginal: letter\n"
ANALYSING = f"{DEBATE}source: letter\nfindings: [{{finding: {{en: So.}}, claims: [top]}}]\n"
TOLD = FIT.replace(
    "kind", "speaker: ada\npassages:\n  - {source: letter, start: we ride, end: each day}\nkind"
)


def test_a_record_that_keeps_its_older_id_is_the_same_under_another(compare: _Compare) -> None:
    base = {
        **SMALL,
        "claims/d/fit.md": TOLD,
        "claims/d/debate.yaml": ANALYSING,
        "claims/sources/letter.yaml": LETTER,
        "claims/sources/copy.yaml": COPY,
    }
    now = TOLD.replace("letter", "first-letter").replace("ada", "ada-bron")
    found = compare(
        {
            **dict.fromkeys((*base,), None),
            "claims/e/top.md": TOP,
            "claims/e/fit.md": now,
            "claims/e/debate.yaml": ANALYSING.replace("letter", "first-letter") + "aliases: [d]\n",
            "claims/sources/first-letter.yaml": f"{LETTER}aliases: [letter]\n",
            "claims/sources/copy.yaml": COPY.replace("letter", "first-letter"),
            "claims/speakers/ada-bron.yaml": "name: Ada Bron\naliases: [ada]\n",
        },
        base,
    )
    assert not found.claims
    for changes, was, now in (
        (found.debates, "d", "e"),
        (found.sources, "letter", "first-letter"),
        (found.speakers, "ada", "ada-bron"),
    ):
        assert (changes.added, changes.removed) == ((), ())
        [change] = changes.changed
        assert [(each.field, each.before, each.after) for each in change.fields] == [
            ("id", was, now)
        ]
    states = (KnowledgeBase.load(compare.folder / each) for each in ("before", "after"))
    assert list(finding_changes(*states)) == []


def test_a_source_whose_place_another_takes_is_removed(compare: _Compare) -> None:
    base = {**SMALL, "claims/sources/letter.yaml": LETTER, "claims/sources/post.yaml": LETTER}
    found = compare(
        {
            "claims/sources/post.yaml": None,
            "claims/sources/letter.yaml": f"{LETTER}aliases: [post]\n",
        },
        base,
    )
    assert [each.id for each in found.sources.removed] == ["post"]
    assert [each.after.id for each in found.sources.changed] == ["letter"]
    assert not found.sources.added


def test_a_claim_filed_in_another_debate_has_moved(compare: _Compare) -> None:
    found = compare(
        {"claims/d/fit.md": None, "claims/e/fit.md": FIT, "claims/e/debate.yaml": DEBATE}
    )
    [change] = found.claims.changed
    [field] = change.fields
    assert (field.field, field.before, field.after) == ("debate", "d", "e")
    assert [debate.id for debate in found.debates.added] == ["e"]


def test_a_link_with_the_same_premises_and_another_target_has_moved(compare: _Compare) -> None:
    base = {**SMALL, "claims/d/cost.md": COST}
    found = compare({"claims/d/fit.md": FIT.replace("claim: top", "claim: cost")}, base)
    [change] = found.links.changed
    assert (change.before.target, change.after.target) == ("top", "cost")
    assert (change.moved, change.aspects) == (True, (Aspect.TARGET,))
    assert (found.links.added, found.links.removed) == ((), ())


def test_two_links_that_swap_targets_for_others_are_not_guessed_at(compare: _Compare) -> None:
    others = {f"claims/d/{name}.md": TOP for name in ("a", "b", "c", "e")}
    steps = "---\nclaim: {en: F.}\nkind: fact\nsupports: [{claim: %s}, {claim: %s}]\n---\n"
    found = compare(
        {"claims/d/fit.md": steps % ("c", "e")},
        {**SMALL, **others, "claims/d/fit.md": steps % ("a", "b")},
    )
    assert [link.id for link in found.links.removed] == ["fit -> a", "fit -> b"]
    assert [link.id for link in found.links.added] == ["fit -> c", "fit -> e"]
    assert found.links.changed == ()


@pytest.mark.parametrize(
    ("old", "new", "aspect"),
    [
        ("Health matters.", "Health is wealth.", Aspect.WARRANT),
        ("claim: top,", "claim: top, relevance: 0.5,", Aspect.RELEVANCE),
        ("claim: top,", "claim: top, scheme: cause-to-effect,", Aspect.SCHEME),
        ("claim: top,", "claim: top, with: [cost],", Aspect.PREMISES),
        ("supports:", "contradicts:", Aspect.TYPE),
        ("claim: top,", "claim: top, id: by-health,", Aspect.ID),
    ],
)
def test_a_link_tells_what_about_it_changed(
    compare: _Compare, old: str, new: str, aspect: Aspect
) -> None:
    base = {**SMALL, "claims/d/cost.md": COST}
    found = compare({"claims/d/fit.md": FIT.replace(old, new)}, base)
    [change] = found.links.changed
    assert change.aspects == (aspect,)
    assert not change.moved
    assert not found.claims


def test_an_undercut_follows_the_link_it_is_about(compare: _Compare) -> None:
    doubt = "---\nclaim: {en: D.}\nkind: fact\nundercuts: [{link: %s -> top}]\n---\n"
    found = compare(
        {
            "claims/d/fit.md": None,
            "claims/d/fitness.md": FIT.replace("kind", "aliases: [fit]\nkind"),
            "claims/d/doubt.md": doubt % "fitness",
        },
        {**SMALL, "claims/d/doubt.md": doubt % "fit"},
    )
    assert not found.links


@pytest.mark.parametrize(
    ("before", "after", "names"),
    [
        ("", "id: by-health, ", ("fit -> top", "by-health")),
        ("id: by-health, ", "id: for-health, ", ("by-health", "for-health")),
        ("id: by-health, ", "", ("by-health", "fit -> top")),
    ],
)
def test_a_link_that_has_another_name_is_told_and_a_doubt_about_it_is_not_moved(
    tmp_path: Path, before: str, after: str, names: tuple[str, str]
) -> None:
    doubt = "---\nclaim: {en: D.}\nkind: fact\nundercuts: [{link: %s}]\n---\n"
    states = (
        _kb(
            tmp_path / folder,
            {
                **SMALL,
                "claims/d/fit.md": FIT.replace("claim: top,", f"claim: top, {id_}"),
                "claims/d/doubt.md": doubt % name,
            },
        )
        for folder, id_, name in zip("ab", (before, after), names, strict=True)
    )
    review = Review(("before", "after"), *states)
    changed = {each.before.id: each for each in review.difference.links.changed}
    assert (changed[names[0]].after.id, changed[names[0]].aspects) == (names[1], (Aspect.ID,))
    assert all(each.aspects == (Aspect.ID,) for each in changed.values())
    assert not review.difference.links.added
    assert not review.difference.links.removed
    assert not review.difference.balances
    assert review.open_objections == review.suspect_links == ()


def test_standings_and_balances_that_change_are_told_largest_first(compare: _Compare) -> None:
    cost = COST.replace("  - claim: top", "  - claim: top\n  - claim: fit")
    found = compare({"claims/d/cost.md": cost})
    assert [each.id for each in found.balances] == ["top", "fit"]
    [turned, also] = found.standings
    assert (turned.before.standing, turned.after.standing) == (
        Standing.SUPPORTED,
        Standing.OPPOSED,
    )
    assert (also.before.standing, also.after.standing) == (Standing.GRANTED, Standing.DISPUTED)
    assert turned.delta < 0


def test_a_shift_in_balance_need_not_change_a_standing(compare: _Compare) -> None:
    found = compare({"claims/d/fit.md": FIT.replace("claim: top,", "claim: top, relevance: 0.9,")})
    [change] = found.balances
    assert change.id == "top"
    assert not change.turned
    assert found.standings == ()


def test_sources_and_speakers_are_compared_field_by_field(compare: _Compare) -> None:
    found = compare(
        {
            "claims/speakers/ada.yaml": "name: Ada\n",
            "claims/sources/s.yaml": "type: webpage\ntitle: T\n",
        }
    )
    [change] = found.speakers.changed
    assert [each.field for each in change.fields] == ["name"]
    assert [source.id for source in found.sources.added] == ["s"]
    assert not found.claims


def test_the_way_back_is_the_difference_reversed(compare: _Compare, tmp_path: Path) -> None:
    there = compare({"claims/d/cost.md": COST, "claims/d/fit.md": None})
    before, after = (KnowledgeBase.load(tmp_path / each) for each in ("before", "after"))
    back = difference(after, before)
    assert back.claims.added == there.claims.removed
    assert back.claims.removed == there.claims.added
    assert {each.id: -each.delta for each in back.balances} == {
        each.id: each.delta for each in there.balances
    }


def test_a_fit_is_a_change_and_the_mark_of_the_words_that_it_is_of_is_none(
    compare: _Compare,
) -> None:
    said = FIT.replace("supports:", "passages: [{source: s, start: a b c%s}]\nsupports:")
    fit = ", fit: {bears: partly, read: 2026-11-29%s}"
    base = {**SMALL, "claims/d/fit.md": said % (fit % "")}
    assert not compare({"claims/d/fit.md": said % (fit % ", wording: abcdefghij")}, base)
    [change] = compare({"claims/d/fit.md": said % ""}, base).claims.changed
    assert [each.field for each in change.fields] == ["passages"]


def test_grades_that_changed_are_told_also_where_the_usual_ones_stood_for_them(
    compare: _Compare,
) -> None:
    found = compare({"claims/grounds.yaml": "granted: 0.05\ncopy: 0.85\n"})
    assert [(each.field, each.before, each.after) for each in found.grades] == [
        ("granted", 0.5, 0.05)
    ]
    assert [each.id for each in found.balances] == ["fit", "top"]


def test_grades_that_are_the_usual_ones_again_are_told(compare: _Compare) -> None:
    base = {**SMALL, "claims/grounds.yaml": "interested: 0.2\n"}
    found = compare({"claims/grounds.yaml": None}, base)
    assert found
    assert [(each.field, each.before, each.after) for each in found.grades] == [
        ("interested", 0.2, 0.15)
    ]


def test_usual_grades_that_are_written_down_are_no_difference(compare: _Compare) -> None:
    assert not compare({"claims/grounds.yaml": "copy: 0.85\n"})


def test_a_link_that_an_older_id_leads_to_another_claim_is_moved_and_to_be_looked_at(
    tmp_path: Path,
) -> None:
    objection = (
        "---\nclaim: {en: Paths cost too much.}\nkind: value\ncontradicts: [{claim: top}]\n---\n"
    )
    base = {
        **SMALL,
        "claims/paths/dear.md": objection,
        "claims/paths/library.md": "---\nclaim: {en: Books matter.}\nkind: value\n"
        "supports: [{claim: dear, because: {en: They go first.}}]\n---\n",
        "claims/paths/red.md": "---\nclaim: {en: Some bikes are red.}\nkind: fact\n---\n",
    }
    after = {path: text for path, text in base.items() if path != "claims/paths/dear.md"}
    after["claims/paths/red.md"] = base["claims/paths/red.md"].replace(
        "kind", "aliases: [dear]\nkind"
    )
    states = _kb(tmp_path / "before", base), _kb(tmp_path / "after", after)
    found = Review(("before", "after"), *states)
    (link,) = found.difference.links.changed
    assert (link.before.target, link.after.target, link.aspects) == (
        "dear", "red", (Aspect.TARGET,),
    )  # fmt: skip
    assert [each.id for each in found.suspect_links] == ["library -> red"]
    assert found.spread["red"].claims == ("library", "red")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("One.\n", "One.\n", ()),
        ("One.\n", "Two.\n", ("essay",)),
        (None, "One.\n", ("essay",)),
        ("One.\n", None, ("essay",)),
    ],
)
def test_a_source_of_which_readers_are_shown_another_text_is_told(
    tmp_path: Path, before: str | None, after: str | None, told: tuple[str, ...]
) -> None:
    source = "type: article\ntitle: Why paths\nlicence: CC0-1.0\ntext: essay.txt\n"
    states = (
        _kb(
            tmp_path / folder,
            {
                **SMALL,
                "claims/sources/essay.yaml": source,
                **({} if text is None else {"claims/sources/essay.txt": text}),
            },
        )
        for folder, text in (("before", before), ("after", after))
    )
    review = Review(("before", "after"), *states)
    assert review.difference.texts == told
    assert bool(review.difference) == bool(told)
    assert diff_answer(review)["texts"] == list(told)
    said = text_document(diff_text(report(review)))
    assert ("the text that readers are shown is another: (essay)" in said) == bool(told)


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("claims/d/top.md", "kind: fact", "kind: causal"),
        ("claims/sources/text.yaml", "title: T", "title: T\noriginal: analysed"),
        ("claims/d/debate.yaml", "source: [analysed]", "source: [analysed, text]"),
    ],
)
def test_another_standing_is_told_where_no_number_is_another(path: str, old: str, new: str) -> None:
    files = {
        "claims/d/debate.yaml": "title: {en: D}\nquestion: {en: Q?}\ntheses: [top]\n"
        "source: [analysed]\n",
        "claims/d/top.md": "---\nclaim: {en: It is so.}\nkind: fact\nbase_score: 0.8\n"
        "base_score_because: {en: So.}\npassages: [{source: text, start: It}]\n---\n",
        "claims/sources/analysed.yaml": "type: report\ntitle: A\n",
        "claims/sources/text.yaml": "type: report\ntitle: T\n",
    }
    assert old in files[path]
    before, after = read_texts(files), read_texts({**files, path: files[path].replace(old, new)})
    assert before.framework == after.framework
    (found,) = difference(before, after).balances
    assert (found.before.standing, found.after.standing) == (
        Standing.DOCUMENTED,
        Standing.GRANTED,
    )
