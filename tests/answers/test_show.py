from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from graph.answers.show import show_answer, show_text
from graph.base import KnowledgeBase
from graph.errors import AnswerError
from graph.pages.views.reader import Reader
from graph.words.language import language
from tests.printed import printed
from tests.small import THESIS_BALANCE, lay_out, read_texts


def test_the_record_comes_with_what_is_derived_from_it(kb: KnowledgeBase) -> None:
    answer: Mapping[str, Any] = show_answer(kb, "build-cycle-paths")
    assert answer["id"] == "build-cycle-paths"
    assert answer["claim"]["nl"] == "De stad moet fietspaden aanleggen."
    assert answer["kind"] == "recommendation"
    assert answer["path"] == "claims/paths/build-cycle-paths.md"
    assert answer["strength"] == pytest.approx([THESIS_BALANCE] * 2)
    assert answer["balance"] == pytest.approx([THESIS_BALANCE] * 2)
    assert answer["standing"] == "supported"
    assert answer["ground"] == {"kind": "granted", "value": 0.5}
    assert answer["annotation"] == {
        "en": "What it all comes down to.\n",
        "nl": "Waar het op aankomt.\n",
    }


def test_links_are_given_both_ways_with_their_undercuts(kb: KnowledgeBase) -> None:
    (objection,) = show_answer(kb, "build-cycle-paths")["objections"]
    assert objection["premises"] == ["paths-cost-much"]
    assert objection["force"] == pytest.approx([0.2, 0.2])
    assert objection["label"] == "out"
    assert [each["premises"] for each in objection["undercuts"]] == [["money-is-granted"]]
    (outward,) = show_answer(kb, "paths-cost-much")["bears_on"]
    assert outward == objection


def test_a_linked_premise_bears_on_the_target_too(kb: KnowledgeBase) -> None:
    (link,) = show_answer(kb, "town-cares-for-health")["bears_on"]
    assert link["premises"] == ["cycling-keeps-fit", "town-cares-for-health"]
    assert (link["because"] or {})["en"] == "Health is worth paying for."


def test_questions_name_who_raises_them(kb: KnowledgeBase) -> None:
    assert show_answer(kb, "who-rides-in-the-rain")["raised_by"] == ["build-cycle-paths"]
    text = printed(show_text(kb, "who-rides-in-the-rain"))
    assert "an open question · 0 claims answer it" in text


def test_the_text_has_sentence_standing_arguments_routes_and_annotation(
    kb: KnowledgeBase,
) -> None:
    text = printed(show_text(kb, "build-cycle-paths"))
    lines = text.splitlines()
    assert lines[0] == "The town should build cycle paths."
    assert lines[2] == "supported · 1 reason · 1 objection, 1 replied to"
    assert lines[3].startswith("One reason carries it, “Cycling keeps people fit”.")
    assert "   because Cycling keeps people fit. (cycling-keeps-fit)" in lines
    assert "     and The town cares for the health of its people. (town-cares-for-health)" in lines
    assert "   but Cycle paths cost much. (paths-cost-much)" in lines
    assert "      unless Others pay for the paths. (money-is-granted)" in lines
    assert "   What it all comes down to." in lines


def test_why_a_claim_stands_where_it_stands_is_told_as_on_its_page(kb: KnowledgeBase) -> None:
    told = show_answer(kb, "build-cycle-paths")["explanation"]
    view = Reader(kb, language("en")).claim("build-cycle-paths")
    assert told == ["".join(piece.text for piece in each) for each in view.explained]
    assert len(told) > 1
    text = printed(show_text(kb, "build-cycle-paths"))
    assert told[0] in text


def test_figures_are_given_to_whoever_asks_for_them(kb: KnowledgeBase) -> None:
    assert "0." not in printed(show_text(kb, "build-cycle-paths"))
    lines = printed(show_text(kb, "build-cycle-paths", numbers=True)).splitlines()
    assert lines[2] == "supported · balance 0.55 · 1 reason · 1 objection, 1 replied to"
    assert "     force 0.20 · replied to" in lines


def test_what_became_of_a_prediction_is_told_with_what_shows_it(sample: KnowledgeBase) -> None:
    text = printed(show_text(sample, "shopkeepers-lose-two-years"))
    assert "did not come true as of 2021-11-30: The street was opened" in " ".join(text.split())
    assert "Shown by\n   The line is built in stretches" in text
    outcome = show_answer(sample, "shopkeepers-lose-two-years")["outcome"]  # type: ignore[typeddict-item]
    assert outcome["state"] == "failed"
    assert outcome["claims"] == ["built-in-short-stretches"]


def test_a_claim_that_is_close_says_so(kb: KnowledgeBase) -> None:
    lines = printed(show_text(kb, "paths-cost-much")).splitlines()
    assert lines[2] == "documented · 0 reasons · 1 objection, 1 open · close"


def test_conditions_are_told_apart_from_reasons(tmp_path: Path) -> None:
    root = lay_out(tmp_path)
    folder = root / "claims" / "paths"
    (folder / "land-is-there.md").write_text(
        "---\nclaim: {en: There is land., nl: Er is grond.}\nkind: fact\nimplicit: true\n"
        "supports: [{claim: build-cycle-paths, scheme: necessary-condition}]\n---\n",
        "utf-8",
    )
    kb = KnowledgeBase.load(root)
    answer = show_answer(kb, "build-cycle-paths")
    assert [each["premises"][0] for each in answer["reasons"]] == ["cycling-keeps-fit"]
    (condition,) = answer["conditions"]
    assert (condition["premises"], condition["type"]) == (["land-is-there"], "conditions")
    assert condition["force"] == [0, 0]
    text = printed(show_text(kb, "build-cycle-paths"))
    assert "Only if\n   only if There is land. (land-is-there)" in text
    assert "1 reason ·" in text


def test_the_text_gives_passage_and_route_of_a_premise(kb: KnowledgeBase) -> None:
    text = printed(show_text(kb, "roads-cost-more"))
    assert "Build cycle paths › but Cycle paths cost much. › but Roads cost more." in text
    text = printed(show_text(kb, "cycling-keeps-fit"))
    assert "Why cycle paths (essay), paragraph 1: “stays fit … without noticing”" in text
    assert "a reason for The town should build cycle paths." in text


def test_nothing_in_a_record_can_steer_the_terminal(kb: KnowledgeBase) -> None:
    note = "red \x1b[31m and [bold]markup[/bold]"
    kb.bodies = {**kb.bodies, ("build-cycle-paths", "en"): note}
    text = printed(show_text(kb, "build-cycle-paths"))
    assert "\x1b" not in text
    assert "[bold]markup[/bold]" in text


def test_the_doubts_about_the_steps_a_claim_makes_stand_below_what_it_bears_on(
    kb: KnowledgeBase,
) -> None:
    lines = printed(show_text(kb, "paths-cost-much")).splitlines()
    at = lines.index("Bears on")
    assert lines[at + 1].strip().startswith("an objection to The town should build")
    assert lines[at + 2].strip().startswith("unless Others pay for the paths.")
    assert lines[at + 2].index("unless") > lines[at + 1].index("an objection")


def test_of_many_routes_some_are_told_and_where_the_others_are(crowd: KnowledgeBase) -> None:
    far = next(each for each in crowd.claims if len(show_answer(crowd, each)["routes"]) > 20)
    lines = printed(show_text(crowd, far)).splitlines()
    routes = lines[lines.index("Routes") + 1 :]
    told = routes[: routes.index("")]
    assert len(told) == len(set(told)) <= 13
    assert told[-1].strip() == f"There are more than these: betoog trace {far} shows them."


def test_the_text_says_how_a_passage_bears_on_the_claim(tmp_path: Path) -> None:
    path = lay_out(tmp_path) / "claims/paths/cycling-keeps-fit.md"
    fit = ", fit: {bears: background, read: 2026-11-29}}"
    path.write_text(path.read_text("utf-8").replace("noticing}", f"noticing{fit}"), "utf-8")
    kb = KnowledgeBase.load(tmp_path)
    assert "noticing” · background to this claim, read on 29 November 2026" in printed(
        show_text(kb, "cycling-keeps-fit")
    )
    answer: Mapping[str, Any] = show_answer(kb, "cycling-keeps-fit")
    assert answer["passages"][0]["fit"] == {"bears": "background", "read": "2026-11-29"}


def test_a_long_row_of_doubts_about_doubts_is_told_to_its_end() -> None:
    """Each is one more doubt about the one before it; nobody argues so, and any file can."""
    doubts = 400
    claim = "---\nclaim: {{en: It is {0}.}}\nkind: fact\nimplicit: true\n{1}\n---\n"
    files = {
        "claims/d/debate.yaml": "title: {en: D}\nquestion: {en: Why?}\ntheses: [c0]\n",
        "claims/d/c0.md": claim.format(0, ""),
        "claims/d/c1.md": claim.format(1, "supports: [{claim: c0, id: l1}]"),
    }
    for number in range(2, doubts):
        step = f"undercuts: [{{link: l{number - 1}, id: l{number}}}]"
        files[f"claims/d/c{number}.md"] = claim.format(number, step)

    kb = read_texts(files)
    lines = printed(show_text(kb, "c0")).splitlines()
    with pytest.raises(AnswerError, match="more than 100 doubts about doubts"):
        show_answer(kb, "c0")

    told = [line for line in lines if line.strip().startswith("unless ")]
    assert [each.split()[-1] for each in told] == [f"(c{n})" for n in range(2, doubts)]
    margins = [len(each) - len(each.lstrip()) for each in told]
    assert margins == sorted(margins)
    assert margins[0] < margins[5] < margins[-1] == margins[-2]
