"""The worked example of the method page says what the program reckons."""

import pytest

from graph.pages.views.worked_example import ADDED, THESIS, WorkedExample, example
from graph.records.grades import Grades
from graph.semantics import GroundKind, LinkKind, Standing, Turn, balances
from graph.words.language import BUNDLED, language


def test_the_example_has_a_ground_and_a_link_of_every_kind_and_a_linked_premise() -> None:
    weighed = example(Grades())
    assert set(weighed.kinds.values()) == set(GroundKind)
    assert {link.kind for link in weighed.framework.links} == set(LinkKind)
    assert any(len(link.premises) > 1 for link in weighed.framework.links)


@pytest.mark.parametrize("code", BUNDLED)
@pytest.mark.parametrize("grades", [Grades(), Grades(primary=0.4, unspecified=0.25)])
def test_every_step_gives_the_balance_that_the_engine_gives(code: str, grades: Grades) -> None:
    words = language(code)
    steps = list(WorkedExample(words, grades).steps)
    assert [step.added.id for step in steps] == list(ADDED)
    for count, step in enumerate(steps, 1):
        reckoned = balances(example(grades, count).framework)
        assert step.thesis.balance == words.band(reckoned[THESIS])
        assert step.thesis.balance in step.reckoned


def test_the_steps_show_how_an_argument_rises_and_falls() -> None:
    standings = [example(Grades(), count).standings[THESIS] for count in range(1, len(ADDED) + 1)]
    assert standings == [
        Standing.BARE,
        Standing.BARE,
        Standing.SUPPORTED,
        Standing.SUPPORTED,
        Standing.OPPOSED,
        Standing.SUPPORTED,
        Standing.SUPPORTED,
    ]


def test_one_step_is_close_and_says_on_what_it_turns() -> None:
    steps = list(WorkedExample(language("en"), Grades()).steps)
    close = [step for step in steps if not step.thesis.firm]
    assert [step.added.id for step in close] == ["cost"]
    assert example(Grades(), ADDED.index("cost") + 1).turns_on(THESIS) == (Turn.SOURCES,)
    assert "if all sources, and all that is granted, counted alike" in close[0].thesis.close
    assert "[" not in close[0].thesis.close


def test_the_data_hold_the_example_as_the_engine_has_it() -> None:
    shown = WorkedExample(language("en"), Grades(granted=0.3))
    grounds = dict(zip(shown.data["claims"], shown.data["grounds"], strict=True))
    assert grounds["mean"] == ("granted", 0.3)
    assert grounds["used"] == ("concluded", 0.0)
    assert len(shown.data["links"]) == len(shown.weighed.framework.links)
