"""What holds a reason back is found where its premises are open, too."""

import pytest

from graph.argument.failing import ConditionState, broken, condition_state, failed, held_back
from graph.argument.scales import Scales
from graph.base import KnowledgeBase
from graph.semantics import Framework, FrameworkLink, LinkKind
from graph.semantics.band import Band
from tests.argument.arguments import knowledge_base


def _with_an_open_reason(premise: float, *more: FrameworkLink) -> KnowledgeBase:
    """A claim "c" with one reason, "a", which is open as it and "b" rule each other out, and which
    needs a premise "p" that is granted so much."""
    links = (
        FrameworkLink("l", ("a", "p"), "c", LinkKind.SUPPORT),
        FrameworkLink("ab", ("a",), "b", LinkKind.CONTRADICTION),
        FrameworkLink("ba", ("b",), "a", LinkKind.CONTRADICTION),
        *more,
    )
    grounds = {"a": 1.0, "b": 1.0, "c": 0.0, "d": 0.5, "p": premise}
    return knowledge_base(Framework(grounds, links))


def test_an_open_reason_is_held_back_by_a_premise_that_is_lower_at_one_bound_alone() -> None:
    kb = _with_an_open_reason(0.6)
    assert kb.assessment.strengths["a"] == Band(0.0, 1.0)
    held = held_back(kb, Scales(kb, "c").reasons)
    assert held is not None
    assert (held.pattern, held.claims) == ("explain.held.only.needs", {"premise": "p"})


def test_a_doubt_that_takes_more_than_an_open_premise_is_named() -> None:
    kb = _with_an_open_reason(0.9, FrameworkLink("u", ("d",), "l", LinkKind.UNDERCUT))
    held = held_back(kb, Scales(kb, "c").reasons)
    assert held is not None
    assert (held.pattern, held.claims) == ("explain.held.only.doubted", {"undercut": "d"})


def test_a_premise_without_any_strength_fails_a_reason_whose_claim_is_open() -> None:
    kb = _with_an_open_reason(0.0)
    (sentence,) = failed(kb, "c", Scales(kb, "c").reasons)
    assert sentence.pattern == "explain.failed.needs.bare"
    assert sentence.claims == {"reason": "a", "premise": "p"}


def test_what_has_no_force_is_broken_by_what_took_it_and_what_has_some_is_not() -> None:
    links = (
        FrameworkLink("itself", ("fallen",), "top", LinkKind.SUPPORT),
        FrameworkLink("needs", ("good", "fallen"), "top", LinkKind.CONTRADICTION),
        FrameworkLink("doubted", ("good",), "top", LinkKind.SUPPORT),
        FrameworkLink("doubt", ("sure",), "doubted", LinkKind.UNDERCUT),
        FrameworkLink("met", ("good",), "top", LinkKind.CONDITION),
        FrameworkLink("hit", ("sure",), "fallen", LinkKind.CONTRADICTION),
    )
    grounds = {"top": 0.0, "fallen": 0.5, "good": 0.8, "sure": 1.0}
    kb = knowledge_base(Framework(grounds, links))

    def told(link: str) -> tuple[str, object] | None:
        found = broken(kb, kb.links[link])
        return None if found is None else (found.pattern, found.claims)

    assert told("itself") == ("broken.itself.opposed", {})
    assert told("needs") == ("broken.needs.opposed", {"premise": "fallen"})
    assert told("doubted") == ("broken.doubted", {"undercut": "sure"})
    # A condition without force is one that is met.
    assert [told(link) for link in ("met", "doubt", "hit")] == [None, None, None]


_OBJECTION = FrameworkLink("o", ("d",), "p", LinkKind.CONTRADICTION)
_DOUBT = FrameworkLink("u", ("e",), "l", LinkKind.UNDERCUT)


@pytest.mark.parametrize(
    ("grounds", "more", "state"),
    [
        ({"p": 0.5}, (), ConditionState.MET),
        ({"p": 0.5, "d": 0.3}, (_OBJECTION,), ConditionState.MET),
        # As much for it as against: no more met than failed.
        ({"p": 0.5, "d": 0.5}, (_OBJECTION,), ConditionState.OPEN),
        ({"p": 0.5, "d": 0.55}, (_OBJECTION,), ConditionState.OPEN),
        ({"p": 0.5, "d": 0.45}, (_OBJECTION,), ConditionState.OPEN),
        ({"p": 0.5, "d": 0.7}, (_OBJECTION,), ConditionState.UNMET),
        # Nothing carries it.
        ({"p": 0.0}, (), ConditionState.OPEN),
        # It fails, and nothing comes of that.
        ({"p": 0.5, "d": 0.7, "e": 1.0}, (_OBJECTION, _DOUBT), ConditionState.OPEN),
        ({"p": 0.5, "d": 0.7, "e": 0.5}, (_OBJECTION, _DOUBT), ConditionState.UNMET),
    ],
)
def test_a_condition_is_met_or_fails_only_where_that_is_beyond_dispute(
    grounds: dict[str, float], more: tuple[FrameworkLink, ...], state: ConditionState
) -> None:
    links = (FrameworkLink("l", ("a", "p"), "c", LinkKind.CONDITION), *more)
    claims = {"a": 0.5, "c": 0.5, "d": 0.0, "e": 0.0, **grounds}
    kb = knowledge_base(Framework(claims, links))
    assert condition_state(kb, kb.links["l"]) is state
