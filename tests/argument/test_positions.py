"""The positions of speakers, on the sample: a letter, and those who answer it."""

import pytest

from graph.answers.positions import positions_answer, positions_text
from graph.argument.answered import answered
from graph.argument.lines import LineState
from graph.argument.positions import (
    FEWEST,
    Position,
    differences,
    positions_of,
    read_as,
    stances_of,
)
from graph.base import KnowledgeBase
from graph.records import Stance
from graph.semantics import Standing
from tests.printed import printed
from tests.small import read_texts

THESIS = "build-the-tram"


def position(kb: KnowledgeBase, speaker: str) -> Position:
    return next(each for each in positions_of(kb, "tram") if each.speaker == speaker)


def test_who_says_something_endorses_it_and_an_author_takes_the_stance_on_record(
    sample: KnowledgeBase,
) -> None:
    stances = stances_of(sample)
    assert stances["mira-holt"]["shops-do-well"] is Stance.ENDORSES
    # The letter says that others say so, and that they are wrong.
    assert stances["general-view"]["building-runs-over"] is Stance.ENDORSES
    assert stances["mira-holt"]["building-runs-over"] is Stance.DISPUTES


def test_whoever_reports_what_they_say_themselves_says_it(sample: KnowledgeBase) -> None:
    assert sample.claims["drivers-are-enough"].stance is Stance.REPORTS
    assert stances_of(sample)["town-council"]["drivers-are-enough"] is Stance.ENDORSES


def test_what_nobody_states_and_what_is_asked_is_in_no_position(sample: KnowledgeBase) -> None:
    said = {claim for stances in stances_of(sample).values() for claim in stances}
    assert not said & {each.id for each in sample.claims.values() if each.implicit}
    assert not [claim for claim in said if sample.is_question(claim)]


def test_who_has_said_too_little_has_no_position(sample: KnowledgeBase) -> None:
    found = positions_of(sample, "tram")
    assert "rail-makers" in sample.speakers
    assert "rail-makers" not in {each.speaker for each in found}
    assert all(each.size >= FEWEST for each in found)
    assert [each.size for each in found] == sorted((each.size for each in found), reverse=True)


def test_of_a_long_position_it_is_said_how_much_is_not_taken_on(
    sample: KnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = position(sample, "mira-holt")
    monkeypatch.setattr("graph.argument.positions.LARGEST", FEWEST)
    again = KnowledgeBase(sample.tree)
    some = position(again, "mira-holt")
    assert (whole.left_out, some.size) == (0, FEWEST)
    assert some.left_out == whole.size - FEWEST > 1
    told = printed(positions_text(again, "tram"))
    assert f"; {some.left_out} more are not taken on" in told
    assert "not taken on" not in printed(positions_text(sample, "tram"))


def test_a_thesis_is_read_by_what_is_said_of_other_claims(sample: KnowledgeBase) -> None:
    holt = position(sample, "mira-holt")
    assert THESIS not in holt.endorses
    assert holt.own(THESIS) is Stance.ENDORSES
    residents = position(sample, "harbour-residents")
    assert residents.own(THESIS) is None
    after = read_as(sample, residents, THESIS)
    assert after.standing is not Standing.SUPPORTED
    assert LineState.BROKEN in after.lines.values()
    lines = after.lines
    assert after == answered(sample, THESIS, lines, residents.disputes, residents.endorses)


def test_two_part_where_one_disputes_or_contradicts_what_the_other_says(
    sample: KnowledgeBase,
) -> None:
    points = differences(sample, "tram")["mira-holt", "harbour-residents"]
    assert {"town-cannot-pay", "old-trees-must-go"} <= {each.against for each in points}
    effects = [each.effect for each in points]
    assert effects == sorted(effects, reverse=True)
    pairs = [frozenset((each.claim, each.against)) for each in points]
    assert len(pairs) == len({*pairs})
    for each in points:
        holder, opponent = (stances_of(sample)[who] for who in (each.holder, each.opponent))
        assert holder[each.claim] is Stance.ENDORSES
        if each.claim == each.against:
            assert opponent[each.claim] is Stance.DISPUTES
        else:
            assert opponent[each.against] is Stance.ENDORSES
            target = each.step or each.claim
            assert any(link.target == target for link in sample.used_in(each.against))


def test_an_unknown_debate_has_no_positions(sample: KnowledgeBase) -> None:
    with pytest.raises(KeyError):
        positions_of(sample, "trams")


_TEXT = "type: article-newspaper\ntitle: {0}\nauthor: [{{family: {0}, given: Kim}}]\n"
_CLAIM = "---\nclaim: {{en: {0}.}}\nkind: causal\n{1}supports: [{{claim: top}}]\n---\n"


@pytest.mark.parametrize("who", ["speaker: driver\n", ""])
@pytest.mark.parametrize("stance", [Stance.DISPUTES, Stance.REPORTS])
def test_the_stance_of_a_text_is_not_that_of_another_in_which_somebody_says_it_themselves(
    who: str, stance: Stance
) -> None:
    said = f"{who}stance: {stance.value}\n"
    passages = "passages:\n" + "".join(
        f"  - {{source: {each}, paragraph: 1, start: a, end: b}}\n" for each in ("letter", "column")
    )
    kb = read_texts(
        {
            "claims/d/debate.yaml": "title: {en: D}\nquestion: {en: D?}\ntheses: [top]\n"
            "source: letter\n",
            "claims/d/top.md": "---\nclaim: {en: Top.}\nkind: value\nimplicit: true\n---\n",
            "claims/d/both.md": _CLAIM.format("Both", said + passages),
            "claims/sources/letter.yaml": _TEXT.format("Writer"),
            "claims/sources/column.yaml": _TEXT.format("Driver"),
            "claims/speakers/driver.yaml": "name: Kim Driver\n",
            "claims/speakers/writer.yaml": "name: Kim Writer\n",
        }
    )
    stances = stances_of(kb)
    assert stances["driver"]["both"] is Stance.ENDORSES
    assert stances.get("writer", {}).get("both") is (
        Stance.DISPUTES if stance is Stance.DISPUTES else None
    )


def test_only_who_argues_with_a_claim_contradicts_by_it() -> None:
    said = "speaker: {0}\npassages:\n  - {{source: {0}-text, paragraph: 1, start: a, end: b}}\n"
    records = {
        "claims/d/debate.yaml": "title: {en: D}\nquestion: {en: D?}\ntheses: [top]\n",
        "claims/d/top.md": "---\nclaim: {en: Top.}\nkind: value\nimplicit: true\n---\n",
    }
    for who in ("ann", "bob", "cas"):
        records[f"claims/sources/{who}-text.yaml"] = _TEXT.format(who.capitalize())
        records[f"claims/speakers/{who}.yaml"] = f"name: Kim {who.capitalize()}\n"
        records[f"claims/d/{who}-more.md"] = _CLAIM.format(f"More of {who}", said.format(who))
    records["claims/d/reason.md"] = _CLAIM.format("Reason", said.format("ann"))
    records["claims/d/fact.md"] = _CLAIM.format("Fact", said.format("bob"))
    records["claims/d/against.md"] = _CLAIM.format("Against", said.format("cas")).replace(
        "supports: [{claim: top}]", "contradicts: [{claim: reason, with: [fact]}]"
    )
    found = differences(read_texts(records), "d")
    assert {frozenset(pair) for pair in found} == {frozenset(("ann", "cas"))}


_OWN = "speaker: ann\npassages:\n  - {source: ann-text, paragraph: 1, start: a, end: b}\n"
_CAVEATS = {
    "an objection to what they say": "contradicts: [{claim: reason}]",
    "an objection to the thesis": "contradicts: [{claim: top}]",
    "a doubt on their step": "undercuts: [{link: reason -> top}]",
    "a doubt on their objection": "undercuts: [{link: answer -> denied}]",
}
_NONE = {
    "an objection to what they dispute": "contradicts: [{claim: denied}]",
    "an objection to what they leave open": "contradicts: [{claim: others}]",
    "a doubt on somebody else's step": "undercuts: [{link: others -> top}]",
    "a doubt on a step to what they leave open": "undercuts: [{link: reason -> others}]",
    "another reason": "supports: [{claim: top}]",
}


def _with_more(argues: str, **others: str) -> KnowledgeBase:
    """Ann puts a thesis forward with a reason, disputes something, and says one thing more."""
    disputed = _OWN.replace("speaker: ann", "stance: disputes")
    return read_texts(
        {
            "claims/d/debate.yaml": "title: {en: D}\nquestion: {en: D?}\ntheses: [top]\n",
            "claims/d/top.md": f"---\nclaim: {{en: Top.}}\nkind: value\n{_OWN}---\n",
            "claims/d/reason.md": _CLAIM.format("Reason", _OWN).replace(
                "{claim: top}", "{claim: top}, {claim: others, relevance: 0.5}"
            ),
            "claims/d/others.md": _CLAIM.format("Others", "implicit: true\n"),
            "claims/d/denied.md": _CLAIM.format("Denied", disputed),
            "claims/d/answer.md": _CLAIM.format("Answer", _OWN).replace(
                "supports: [{claim: top}]", "contradicts: [{claim: denied}]"
            ),
            "claims/d/more.md": _CLAIM.format("More", _OWN).replace(
                "supports: [{claim: top}]", argues
            ),
            "claims/sources/ann-text.yaml": _TEXT.format("Ann"),
            "claims/speakers/ann.yaml": "name: Kim Ann\n",
            **{f"claims/d/{name}.md": text for name, text in others.items()},
        }
    )


@pytest.mark.parametrize("name", _CAVEATS)
def test_what_somebody_says_against_their_own_case_breaks_nothing_of_it(name: str) -> None:
    kb = _with_more(_CAVEATS[name])
    (found,) = positions_of(kb, "d")
    assert "more" in found.endorses
    assert (found.caveats, found.disputes) == (("more",), ("denied",))
    assert set(found.taken_on) == {*found.endorses} - {"more"}
    after = read_as(kb, found, "top")
    assert after.standing is Standing.SUPPORTED
    assert after.lines["reason -> top"] is LineState.HOLDS
    assert positions_answer(kb, "d")["positions"][0]["caveats"] == ["more"]
    assert "of them as a caveat" in printed(positions_text(kb, "d"))


_REASONS = {
    "a reason": "supports: [{claim: more}]",
    "a reason by way of another one's": "supports: [{claim: between}]",
    "a reason that is one against the thesis too": "supports: [{claim: more}, {claim: between}]",
    "an answer to what speaks against it": "contradicts: [{claim: doubt, relevance: 0.4}]",
}


@pytest.mark.parametrize("why", _REASONS)
@pytest.mark.parametrize("name", _CAVEATS)
def test_what_carries_a_caveat_is_no_more_taken_on_than_the_caveat(name: str, why: str) -> None:
    others = "implicit: true\n"
    kb = _with_more(
        _CAVEATS[name],
        why=_CLAIM.format("Why", _OWN).replace("supports: [{claim: top}]", _REASONS[why]),
        between=_CLAIM.format("Between", others).replace("{claim: top}", "{claim: more}"),
        doubt=_CLAIM.format("Doubt", others).replace(
            "supports: [{claim: top}]", "contradicts: [{claim: more}]"
        ),
    )
    (found,) = positions_of(kb, "d")
    assert set(found.caveats) == {"more", "why"}
    assert set(found.taken_on) == {*found.endorses} - {"more", "why"}
    read = kb.rejection(found.disputes) if found.disputes else ()
    after = {each.id: each.after for each in read}
    assert "more" not in after
    assert read_as(kb, found, "top").lines["reason -> top"] is LineState.HOLDS


@pytest.mark.parametrize("other", ["anna", "zoe"])
def test_of_two_speakers_of_one_name_nobody_is_given_what_the_other_says(other: str) -> None:
    kb = _with_more("supports: [{claim: top}]")
    (alone,) = positions_of(kb, "d")
    files = {each.path: each.text for each in kb.tree.files}
    both = read_texts({**files, f"claims/speakers/{other}.yaml": "name: Kim Ann\n"})
    assert positions_of(both, "d") == (alone,)
    unsaid = {
        path: text.replace("speaker: ann\n", "") if path.startswith("claims/d/") else text
        for path, text in files.items()
    }
    assert positions_of(read_texts(unsaid), "d")
    unknown = read_texts({**unsaid, f"claims/speakers/{other}.yaml": "name: Kim Ann\n"})
    assert positions_of(unknown, "d") == ()


def test_a_thesis_of_another_debate_is_left_aside_too() -> None:
    kb = _with_more("contradicts: [{claim: others}]")
    files = {each.path: each.text for each in kb.tree.files}
    other = "title: {en: E}\nquestion: {en: E?}\ntheses: [more]\n"
    both = read_texts({**files, "claims/e/debate.yaml": other})
    (alone,), (found,) = positions_of(kb, "d"), positions_of(both, "d")
    assert "more" in alone.taken_on
    assert set(found.taken_on) == {*alone.taken_on} - {"more"}


_REPLIES = {
    "an objection to it": "contradicts: [{claim: more}]",
    "a doubt on what it rests on": "undercuts: [{link: why -> more}]",
}


@pytest.mark.parametrize("reply", _REPLIES)
@pytest.mark.parametrize("name", _CAVEATS)
def test_a_reply_to_a_caveat_of_ones_own_is_taken_on(name: str, reply: str) -> None:
    said = {
        "why": _CLAIM.format("Why", _OWN).replace("{claim: top}", "{claim: more}"),
        "reply": _CLAIM.format("Reply", _OWN).replace("supports: [{claim: top}]", _REPLIES[reply]),
    }
    (found,) = positions_of(_with_more(_CAVEATS[name], **said), "d")
    assert set(found.caveats) == {"more", "why"}
    assert "reply" in found.taken_on
    again = _CLAIM.format("Again", _OWN).replace(
        "supports: [{claim: top}]", "contradicts: [{claim: reply}]"
    )
    (found,) = positions_of(_with_more(_CAVEATS[name], **said, again=again), "d")
    assert set(found.caveats) == {"more", "why", "again"}


def test_two_that_contradict_each_other_are_both_caveats_of_who_says_both() -> None:
    back = _CLAIM.format("Back", _OWN).replace(
        "supports: [{claim: top}]", "supports: [{claim: top}]\ncontradicts: [{claim: more}]"
    )
    (found,) = positions_of(_with_more("contradicts: [{claim: back}]", back=back), "d")
    assert set(found.caveats) == {"more", "back"}


def test_a_reason_for_a_thesis_is_taken_on_though_a_caveat_rests_on_it_too() -> None:
    kb = _with_more(
        _CAVEATS["an objection to what they say"],
        why=_CLAIM.format("Why", _OWN).replace(
            "{claim: top}", "{claim: top}, {claim: more, relevance: 0.2}"
        ),
    )
    (found,) = positions_of(kb, "d")
    assert found.caveats == ("more",)
    assert "why" in found.taken_on


@pytest.mark.parametrize("name", _NONE)
def test_what_somebody_says_against_others_or_for_their_own_case_is_no_caveat(name: str) -> None:
    kb = _with_more(_NONE[name])
    (found,) = positions_of(kb, "d")
    assert (found.caveats, found.taken_on) == ((), found.endorses)
    assert "more" in found.endorses
    assert "caveat" not in printed(positions_text(kb, "d"))
