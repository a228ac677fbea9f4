"""What was measured is kept, compared with a former version, and put on a page."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from tests.benchmarks import comparing, page, tables
from tests.benchmarks.commands import Cost
from tests.benchmarks.plot import plot
from tests.benchmarks.results import RESULTS, Measurement, as_json, from_json, write_results
from tests.benchmarks.rows import COLD, HUGO, PLAIN, ROWS


def measured(claims: int, seconds: Mapping[str, float], commit: str = "abc1234") -> Measurement:
    costs = {row: Cost(2 * each, each, 100.0) for row, each in seconds.items()}
    return Measurement(
        claims, 1200, 9000, 5000, 90_000_000, 50_000_000, 8_000_000, commit, "a machine", costs,
        versions={"python": "3.11", "mkdocs": "1.6", "hugo": "0.168"},
    )  # fmt: skip


EVERY = {row: (place + 1) / 7 for place, row in enumerate(ROWS)}
ONE, TWO = measured(272, EVERY), measured(1000, {row: 4 * each for row, each in EVERY.items()})


# ── Kept ──────────────────────────────────────────────────────────────────────


def test_what_is_kept_is_read_as_it_was_smallest_first() -> None:
    assert from_json(as_json([TWO, ONE])) == from_json(as_json([ONE, TWO]))
    [one, two] = from_json(as_json([TWO, ONE]))
    assert (one.claims, two.claims) == (272, 1000)
    assert replace(one, costs={}) == replace(ONE, costs={})
    assert {row: each.processor for row, each in one.costs.items()} == pytest.approx(
        EVERY, abs=1e-6
    )


def test_a_run_at_one_size_leaves_what_is_kept_of_others(tmp_path: Path) -> None:
    file = tmp_path / "results.json"
    write_results(file, [ONE, TWO])
    write_results(file, [replace(TWO, commit="def5678")])
    assert [each.commit for each in from_json(file.read_text("utf-8"))] == ["abc1234", "def5678"]


# ── Compared ──────────────────────────────────────────────────────────────────


def test_rows_a_fifth_dearer_beside_plain_mkdocs_are_named() -> None:
    before = [measured(1000, {COLD: 4.0, "warm": 1.0, PLAIN: 10.0})]
    now = [measured(1000, {COLD: 4.7, "warm": 1.3, PLAIN: 10.0})]
    [found] = comparing.worse(now, before)
    assert (found.row, found.claims) == ("warm", 1000)
    assert str(found) == (
        "build, nothing changed, 1,000 claims: 0.130 of plain MkDocs, 0.100 in the last version "
        "(+30%)"
    )


def test_a_slower_machine_makes_nothing_worse_and_a_faster_one_hides_nothing() -> None:
    before = [measured(1000, {COLD: 4.0, PLAIN: 10.0})]
    slow, fast = {COLD: 12.0, PLAIN: 30.0}, {COLD: 3.0, PLAIN: 5.0}
    assert comparing.worse([measured(1000, slow)], before) == []
    assert [each.row for each in comparing.worse([measured(1000, fast)], before)] == [COLD]


def test_what_others_cost_and_what_only_one_run_measured_is_not_compared() -> None:
    before = [measured(1000, {COLD: 4.0, HUGO: 1.0, PLAIN: 10.0}), measured(272, EVERY)]
    now = [measured(1000, {"edit": 90.0, HUGO: 9.0, PLAIN: 10.0}), measured(10_000, EVERY)]
    assert comparing.worse(now, before) == []


def test_what_took_no_time_that_could_be_measured_is_not_compared() -> None:
    before, now = ([measured(1000, {"weigh": each, PLAIN: 10.0})] for each in (0.0, 0.1))
    assert comparing.worse(now, before) == []


@pytest.mark.parametrize(("seconds", "status"), [(4.0, 0), (5.0, 1)])
def test_the_status_says_whether_any_row_is_worse(
    seconds: float, status: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = [measured(1000, {COLD: 4.0, PLAIN: 10.0})]
    monkeypatch.setattr(comparing, "results_of_last_tag", lambda: ("1.2.3", before))
    file = tmp_path / "bench.json"
    file.write_text(as_json([measured(1000, {COLD: seconds, PLAIN: 10.0})]), "utf-8")
    assert comparing.main(file) == status


def test_without_results_of_a_former_version_there_is_nothing_to_fail_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(comparing, "results_of_last_tag", lambda: ("", []))
    file = tmp_path / "bench.json"
    file.write_text(as_json([TWO]), "utf-8")
    assert comparing.main(file) == 0
    assert "Nothing to compare with: no tag" in capsys.readouterr().out


# ── On a page ─────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("language", page.PAGES)
def test_the_page_says_what_is_kept(language: str) -> None:
    """`python -m tests.benchmarks --write` writes it."""
    text = page.PAGES[language].read_text("utf-8")
    kept = from_json(RESULTS.read_text("utf-8"))
    assert page.written(text, kept, language) == text
    assert re.findall(r"measured: (\w+)", text) == ["where", "costs", "plot", "ratios", "sizes"]


def test_a_page_keeps_what_is_written_by_hand() -> None:
    text = "Before.\n\n<!-- measured: ratios -->\nold\n<!-- end -->\n\nAfter.\n"
    made = page.written(text, [ONE], "en")
    assert made.startswith("Before.\n\n<!-- measured: ratios -->\n\n|  | 272 claims |\n")
    assert made.endswith("|\n\n<!-- end -->\n\nAfter.\n")
    assert page.written(made, [ONE], "en") == made


def test_numbers_are_written_as_a_language_writes_them() -> None:
    said = [tables.number(each, "en") for each in (12345, 5, 123.4, 8.735, 0.0521, 0.00042, 0.0)]
    assert said == ["12,345", "5", "123", "8.73", "0.052", "0.00042", "0.0"]
    assert tables.number(12345.6, "nl") == "12.346"
    assert tables.number(0.5, "nl") == "0,50"


def test_machines_and_programs_are_named_once_where_they_are_the_same() -> None:
    assert tables.where([ONE, TWO], "en").count("\n") == 0
    assert tables.where([ONE], "en").endswith(" with Python 3.11, MkDocs 1.6 and Hugo 0.168.")
    other = replace(TWO, machine="two cores of a shared machine")
    said = tables.where([ONE, other], "nl").splitlines()
    assert [each.split(",")[0] for each in said] == [
        "Gemeten op a machine", "Gemeten op twee kernen van een gedeelde machine",
    ]  # fmt: skip


def test_a_row_that_was_not_measured_is_a_dash() -> None:
    without = measured(272, {row: each for row, each in EVERY.items() if row != HUGO})
    for part in (tables.costs, tables.ratios):
        [line] = [each for each in part([without, TWO], "en").splitlines() if "| Hugo" in each] or [
            each for each in part([without, TWO], "en").splitlines() if "cold build / Hugo" in each
        ]
        assert line.split(" | ")[1] == "–"
        assert "–" not in line.split(" | ")[2]


def test_sizes_differ_in_a_plot_by_shape_and_nothing_depends_on_colour() -> None:
    drawn = plot([ONE, TWO], "en", "Seconds & claims", {272: "272 claims", 1000: "1,000 claims"})
    [svg] = ET.fromstring(drawn)
    assert svg.get("aria-label") == "Seconds & claims"
    colours = {
        each.get(name) for each in svg.iter() for name in ("fill", "stroke") if each.get(name)
    }
    assert colours == {"currentColor", "none"}
    # One for each row, and one in the legend.
    assert drawn.count("<circle") == drawn.count("h10v10h-10z") == len(ROWS) + 1
    assert not {"style", "script"} & {
        name for each in svg.iter() for name in (each.tag, *each.keys())
    }
    # A blank line would end what Markdown takes as it is.
    assert "\n\n" not in drawn


def test_ten_times_as_many_seconds_are_as_far_to_the_right_everywhere() -> None:
    drawn = plot([measured(10, {COLD: 0.1, "warm": 1.0, "edit": 10.0})], "en", "", {10: "10"})
    places = [float(each) for each in re.findall(r'<circle cx="([\d.]+)"', drawn)[1:]]
    assert places[1] - places[0] == pytest.approx(places[2] - places[1])
    assert places[1] > places[0]


def test_more_sizes_than_shapes_are_not_drawn() -> None:
    with pytest.raises(ValueError, match="5 sizes"):
        plot([ONE] * 5, "en", "", {272: ""})
