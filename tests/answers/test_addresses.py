"""Asking for sources: each once, one at a time at each host, told in the order of their ids."""

import threading
from collections import Counter
from pathlib import Path

import pytest

from graph.answers.addresses import (
    addresses,
    reach_answer,
    reach_sources,
    reach_text,
    require_network,
)
from graph.base import KnowledgeBase
from graph.errors import AnswerError
from graph.passages.addresses import Outcome, Reached
from tests.printed import printed
from tests.small import lay_out

WANTED = (
    ("a", "https://one.example/a"),
    ("b", "https://two.example/b"),
    ("c", "https://one.example/c"),
    ("d", "http://[broken"),
)


def ask(url: str) -> Reached:
    if url.endswith("a"):
        return Reached(Outcome.GONE, "it answers 404 \x1b[31m")
    return Reached(Outcome.UNCLEAR, "slow") if url.endswith("b") else Reached(Outcome.REACHED)


def test_the_answer_names_every_source_and_counts_them() -> None:
    advanced: list[int] = []
    found = reach_sources(WANTED, lambda: advanced.append(1), ask)
    answer = reach_answer(found)
    assert [each["id"] for each in answer["sources"]] == ["a", "b", "c", "d"]
    assert answer["sources"][1] == {
        "id": "b", "url": "https://two.example/b", "outcome": "unclear", "detail": "slow",
    }  # fmt: skip
    assert answer["counts"] == {"reached": 2, "gone": 1, "unclear": 1}
    assert len(advanced) == 4


def test_the_text_names_what_was_not_reached_and_moves_no_terminal() -> None:
    said = printed(reach_text(reach_sources(WANTED, lambda: None, ask)))
    assert said.splitlines()[0].startswith("gone: a https://one.example/a: it answers 404")
    assert "unclear: b" in said
    assert "c https" not in said
    assert "4 sources: 2 reached, 1 gone, 1 unclear" in said
    assert "\x1b" not in said


def test_a_host_is_asked_one_thing_at_a_time() -> None:
    at_once: Counter[str] = Counter()
    most: Counter[str] = Counter()
    lock = threading.Lock()
    # All three hosts are asked before one of them answers.
    everybody = threading.Barrier(3)

    def slowly(url: str) -> Reached:
        host = url.split("/")[2]
        with lock:
            at_once[host] += 1
            most[host] = max(most[host], at_once[host])
        everybody.wait(20)
        with lock:
            at_once[host] -= 1
        return Reached(Outcome.REACHED)

    wanted = [(f"s{each}", f"https://host{each % 3}.example/{each}") for each in range(30)]
    reach_sources(wanted, lambda: None, slowly)
    assert set(most.values()) == {1}


def test_where_nobody_answers_it_is_not_the_sources_that_are_gone() -> None:
    silent = reach_sources(WANTED, lambda: None, lambda url: Reached(Outcome.GONE, "no such host"))
    with pytest.raises(AnswerError, match="on the network"):
        require_network(silent)
    require_network(())

    def answers(url: str) -> Reached:
        return Reached(Outcome.GONE, "it answers 404", answered=url.endswith("b"))

    require_network(reach_sources(WANTED, lambda: None, answers))

    def is_private(_: str) -> Reached:
        return Reached(Outcome.UNCLEAR, "no public address", asked=False)

    require_network(reach_sources(WANTED, lambda: None, is_private))


def test_a_source_that_is_not_there_is_refused_with_the_nearest(tmp_path: Path) -> None:
    kb = KnowledgeBase.load(lay_out(tmp_path))
    assert addresses(kb) == (("essay", "https://example.org/why-cycle-paths"),)
    with pytest.raises(AnswerError, match="did you mean"):
        addresses(kb, ["esay"])


def test_a_source_that_was_read_elsewhere_is_asked_for_at_both_addresses(tmp_path: Path) -> None:
    root = lay_out(tmp_path)
    path = root / "claims/sources/essay.yaml"
    path.write_text(path.read_text("utf-8") + "seen_at: https://two.example/b\n", "utf-8")
    wanted = addresses(KnowledgeBase.load(root))
    assert wanted == (
        ("essay", "https://example.org/why-cycle-paths"),
        ("essay", "https://two.example/b"),
    )
    found = reach_sources(wanted, lambda: None, ask)
    assert [(each.url, each.reached.outcome) for each in found] == [
        (wanted[0][1], Outcome.REACHED),
        (wanted[1][1], Outcome.UNCLEAR),
    ]
    assert "1 source at 2 addresses: 1 reached, 0 gone, 1 unclear" in printed(reach_text(found))
