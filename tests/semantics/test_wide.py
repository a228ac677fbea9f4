import random
import subprocess
import sys

import pytest

from graph.semantics import Framework, FrameworkLink, LinkKind, assess, balances, weigh, wide
from graph.semantics import framework as frameworks
from graph.semantics.methods import ACCOUNTINGS, Accounting, balance_of
from graph.semantics.solving import solve
from tests.benchmarks.weighing import framework as argument
from tests.examples import examples
from tests.semantics.generated import generated_frameworks

SUPPORT, CONTRADICTION, UNDERCUT, CONDITION = LinkKind


def assert_weighed_alike(framework: Framework, accounting: Accounting) -> None:
    """To the last bit, whether nodes are computed one by one or many at once."""
    semantics = balance_of(accounting)
    one, many = solve(framework.incidence, semantics), wide.solve_wide(framework.columns, semantics)
    for plain, columns in zip(one, many, strict=True):
        assert list(map(float.hex, plain)) == list(map(float.hex, columns))


@pytest.mark.parametrize("accounting", ACCOUNTINGS)
def test_many_at_once_come_to_what_each_comes_to_alone(accounting: Accounting) -> None:
    cycles = 0
    for framework in generated_frameworks(examples(3), seed=17):
        assert_weighed_alike(framework, accounting)
        cycles += bool(framework.incidence.cyclic)
    assert cycles > examples(1)


@pytest.mark.parametrize("accounting", ACCOUNTINGS)
def test_so_they_do_in_an_argument_with_many_layers(accounting: Accounting) -> None:
    assert_weighed_alike(argument(600), accounting)


@pytest.mark.parametrize("accounting", ACCOUNTINGS)
def test_a_claim_with_very_many_links_is_taken_in_their_order(accounting: Accounting) -> None:
    draw = random.Random(4)
    grounds = {f"c{number}": draw.random() / 9 for number in range(400)}
    links = [FrameworkLink("l1", ("c1",), "c0", SUPPORT)]
    for number in range(2, 400):
        kind = draw.choice((SUPPORT, CONTRADICTION, CONDITION, UNDERCUT))
        target = "l1" if kind is UNDERCUT else "c0"
        links.append(FrameworkLink(f"l{number}", (f"c{number}",), target, kind))
    assert_weighed_alike(Framework(grounds, tuple(links)), accounting)


def test_a_large_framework_is_assessed_as_a_small_one(monkeypatch: pytest.MonkeyPatch) -> None:
    for small in generated_frameworks(20, seed=8):
        expected = assess(small)
        with monkeypatch.context() as patch:
            patch.setattr(frameworks, "LARGE", 0)
            large = assess(Framework(small.grounds, small.links))
            assert large.weighing == expected.weighing
            assert large.turned == expected.turned
            for claim in list(small.grounds)[:2]:
                rejected = balances(large.framework, rejected=[claim])
                assert rejected == weigh(small, rejected=[claim]).balances


@pytest.mark.parametrize(
    ("links", "said"),
    [
        ([("l", ("a",), "b", SUPPORT), ("l", ("b",), "a", SUPPORT)], "more than one link"),
        ([("l", ("nobody",), "b", SUPPORT)], "unknown premise 'nobody'"),
        ([("l", ("a",), "nobody", SUPPORT)], "unknown claim 'nobody'"),
        ([("l", ("a",), "b", UNDERCUT)], "unknown link 'b'"),
        ([("l", ("a",), "m", UNDERCUT)], "unknown link 'm'"),
    ],
)
def test_what_is_wrong_with_a_large_framework_is_said_as_of_a_small_one(
    monkeypatch: pytest.MonkeyPatch,
    links: list[tuple[str, tuple[str, ...], str, LinkKind]],
    said: str,
) -> None:
    monkeypatch.setattr(frameworks, "LARGE", 0)
    with pytest.raises(ValueError, match=said):
        Framework({"a": 0.5, "b": 0.5}, tuple(FrameworkLink(*each) for each in links))


@pytest.mark.process
def test_a_small_framework_is_weighed_without_numpy() -> None:
    program = (
        "import sys; from graph.semantics import Framework, assess;"
        "assess(Framework.from_edges({'a': 0.5, 'b': 0.5}, [('a', 'b')])).firm;"
        "assert 'numpy' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
