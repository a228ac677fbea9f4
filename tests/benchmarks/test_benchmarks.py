from pathlib import Path
from typing import Any

import pytest

from graph.base import KnowledgeBase
from graph.check import Severity, check
from graph.semantics import ACCOUNTINGS, METHODS, LinkKind, balances
from graph.semantics.bounds import Bounds
from tests.benchmarks import weighing
from tests.benchmarks.argument import write_argument
from tests.benchmarks.measuring import measure
from tests.benchmarks.plain import as_markdown
from tests.benchmarks.rows import HUGO, PLAIN, ROWS


def test_the_same_size_gives_the_same_files(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_argument(tmp_path / name, 60)
    files = [
        {each.relative_to(tmp_path / name): each.read_bytes() for each in found if each.is_file()}
        for name in ("one", "two")
        for found in [(tmp_path / name).rglob("*")]
    ]
    assert files[0] == files[1]


def test_generated_arguments_have_no_errors_and_the_shape_they_claim(tmp_path: Path) -> None:
    write_argument(tmp_path, 500)
    kb = KnowledgeBase.load(tmp_path)
    assert [each for each in check(kb) if each.severity is Severity.ERROR] == []
    links = list(kb.links.values())
    assert len(kb.claims) == 500
    assert len(links) == len(kb.all_links)
    assert 1.05 < len(links) / 500 < 1.35
    undercuts = sum(link.type.at_link for link in links)
    linked = sum(len(link.premises) > 1 for link in links)
    assert 0.02 < undercuts / len(links) < 0.08
    assert 0.12 < linked / len(links) < 0.28
    assert any(language == "nl" for _, language in kb.bodies)


def test_a_page_as_markdown_keeps_its_words_and_its_links_to_pages() -> None:
    html = (
        "<head><title>no</title></head><header>no</header><h1>One *</h1>"
        '<ul><li>two <a href="../../three/">four</a><ul><li>five</li></ul></li></ul>'
        '<p><a href="index.json">six</a></p>'
    )
    assert as_markdown(html, full=False) == "# One \\*\n\ntwo four\n\nfive\n\nsix\n"
    assert as_markdown(html, full=True) == (
        "# One \\*\n\n-   two [four](../../three/index.md)\n\n    -   five\n\nsix\n"
    )


def test_frameworks_have_twice_as_many_links_as_claims_and_some_cycles() -> None:
    made = weighing.framework(2000)
    assert len(made.grounds) == 2000
    assert 4000 <= len(made.links) <= 4001
    assert {link.kind for link in made.links} == set(LinkKind)
    assert any(len(each) > 1 for each in made.incidence.components)
    assert made == weighing.framework(2000)


def test_every_way_of_weighing_is_measured_at_every_size() -> None:
    lines = weighing.table([20, 40], repeat=1).splitlines()
    assert [line.split("  ")[0] for line in lines[1:]] == [
        "framework",
        "numbering",
        "one by one",
        *(f"balances, {each}" for each in ACCOUNTINGS),
        "another ground",
        *(f"strength, {each}" for each in METHODS),
        "labelling",
        "one rejection",
    ]
    assert len(weighing.table([20], repeat=1, only=["labelling"]).splitlines()) == 2


def test_weighing_computes_values_in_proportion_to_the_size(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Values and not seconds, which a busy machine makes of anything."""
    computed = [0]
    plain = Bounds._value

    def counted(self: Bounds, *given: Any) -> float:
        computed[0] += 1
        return plain(self, *given)

    monkeypatch.setattr(Bounds, "_value", counted)
    found = []
    for size in (1000, 4000):
        computed[0] = 0
        balances(weighing.framework(size))
        found.append(computed[0] / size)
    assert found[1] < 1.5 * found[0]


@pytest.mark.process
def test_everything_is_measured_with_as_many_pages_in_every_build() -> None:
    """At a size at which nothing is learned, so that `make bench` can be relied upon."""
    found = measure(5, languages=["en"])
    assert set(found.costs) >= set(ROWS) - {HUGO}
    assert all(each.seconds > 0 and each.mebibytes > 10 for each in found.costs.values())
    # A page for each claim and each debate at least.
    assert found.files > found.pages > 5 + 1
    assert found.ratio(PLAIN) == 1
