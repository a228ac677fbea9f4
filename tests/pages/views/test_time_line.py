"""What came of a debate in time, as a page draws it."""

from datetime import date
from pathlib import Path

import pytest

from graph.base import KnowledgeBase
from graph.pages.views import time_line as drawn
from graph.pages.views.reader import Reader
from graph.pages.views.time_line import HEIGHT, Axis, TimeLine, time_line
from graph.semantics import Side
from graph.words.language import language

AXIS = Axis(date(2020, 1, 1), date(2020, 12, 31))


def test_days_stand_between_the_ends_of_the_axis() -> None:
    assert [AXIS.at(each) for each in ("2020-01-01", "2020-07-01", "2020-12-31")] == [
        "0.00%",
        "49.86%",
        "100.00%",
    ]
    assert Axis(date(2020, 1, 1), date(2020, 1, 1)).at("2020-01-01") == "0.00%"


@pytest.mark.parametrize(
    ("first", "last", "years"),
    [
        (date(2020, 1, 1), date(2020, 12, 31), []),
        (date(2020, 6, 1), date(2022, 3, 1), ["2021", "2022"]),
        (date(2000, 6, 1), date(2012, 3, 1), ["2001", "2003", "2005", "2007", "2009", "2011"]),
    ],
)
def test_years_are_named_where_they_begin_and_of_many_some(
    first: date, last: date, years: list[str]
) -> None:
    ticks = Axis(first, last).ticks
    assert [each.label for each in ticks] == years
    assert [each.at for each in ticks] == [Axis(first, last).at(f"{each}-01-01") for each in years]


@pytest.fixture
def line(sample: KnowledgeBase) -> TimeLine:
    found = time_line(Reader(sample, language("en")), sample.theses)
    assert found is not None
    return found


def test_a_thesis_is_drawn_from_the_day_it_was_put_forward(
    line: TimeLine, sample: KnowledgeBase
) -> None:
    (thesis,) = line.theses
    first, last = thesis.moments
    assert (first.day, first.x, first.changed, first.came) == ("2021-03-14", "0.00%", True, ())
    assert (last.date, last.changed) == ("April 2021", False)
    assert thesis.turns == (first,)
    balance = sample.assessment.balances[thesis.claim.id].midpoint
    low, high = sorted((float(last.y), HEIGHT / 2))
    assert 0 < low <= high < HEIGHT
    assert (float(last.y) < HEIGHT / 2) is (balance > 0)
    # Two levels, and the step between them.
    assert [(each.x1, each.x2) for each in thesis.strokes] == [
        ("0.00%", last.x),
        (last.x, last.x),
        (last.x, "100%"),
    ]


def test_what_came_to_be_known_is_named_with_its_side_and_the_rest_is_counted(
    line: TimeLine, sample: KnowledgeBase
) -> None:
    (thesis,) = line.theses
    last = thesis.moments[-1]
    assert len(last.came) == drawn.CAME
    assert last.more == 3
    sides = {claim.id: side for claim, side in last.came}
    assert sides["old-trees-must-go"] is Side.AGAINST


def test_lines_are_all_told_at_first_and_then_where_they_turn(line: TimeLine) -> None:
    first, last = line.theses[0].moments
    told = {claim.id: state for claim, state in first.turned}
    assert len(told) > 1
    assert all(told[claim.id] is not state for claim, state in last.turned if claim.id in told)


def test_a_prediction_has_a_row_where_something_was_seen_of_it(
    line: TimeLine, monkeypatch: pytest.MonkeyPatch, sample: KnowledgeBase
) -> None:
    rows = [*line.judged, *line.pending]
    assert [each.claim.id for each in rows] == ["fewer-cars-in-the-centre"]
    assert [(each.claim.id, each.side) for each in rows[0].seen] == [("study-is-old", Side.AGAINST)]
    monkeypatch.setattr(drawn, "ROWS", 0)
    found = time_line(Reader(sample, language("en")), sample.theses)
    assert found is not None
    assert (found.judged, found.pending, found.more) == ((), (), 1)


def test_without_dates_there_is_no_time_line(tmp_path: Path) -> None:
    folder = tmp_path / "claims" / "d"
    folder.mkdir(parents=True)
    (folder / "debate.yaml").write_text("title: T\nquestion: Q?\ntheses: [top]\n", "utf-8")
    (folder / "top.md").write_text("---\nclaim: So it is.\nkind: prediction\n---\n", "utf-8")
    kb = KnowledgeBase.load(tmp_path)
    assert time_line(Reader(kb, language("en")), kb.theses) is None
