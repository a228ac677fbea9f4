"""Every claim in a row, as data for the browser."""

import json
from collections.abc import Callable
from typing import Any

from graph.argument.finding import by_effect, places, words_by_claim
from graph.argument.outcomes import said_on
from graph.base import KnowledgeBase
from graph.exchange.format import json_text
from graph.pages.views.claim_rows import claim_rows
from graph.pages.views.debates import Debates
from graph.pages.views.facets import Facet, facets
from graph.pages.views.reader import Reader
from graph.pages.views.shared_debates import SharedDebates
from graph.text.words_meant import words_of
from graph.words.language import language


def _made(reader: Reader) -> tuple[tuple[Facet, ...], dict[str, Any]]:
    found = facets(reader, Debates(reader, SharedDebates(reader.kb)))
    return found, json.loads(json_text(claim_rows(reader, found)))


def _rows(data: dict[str, Any]) -> dict[str, dict[str, Any]]:
    rows = (dict(zip(data["columns"], row, strict=True)) for row in data["claims"])
    return {row["id"]: row for row in rows}


def test_the_rows_are_the_claims_in_the_order_of_the_lists(whole: KnowledgeBase) -> None:
    _, data = _made(Reader(whole, language("en")))
    assert list(_rows(data)) == list(by_effect(whole))


def test_options_numbered_through_hold_the_same_claims_as_the_lists(whole: KnowledgeBase) -> None:
    found, data = _made(Reader(whole, language("nl")))
    rows = _rows(data)
    number = 0
    for facet, listed in zip(found, data["facets"], strict=True):
        assert (facet.name, facet.title) == (listed["name"], listed["title"])
        for option, pair in zip(facet.options, listed["options"], strict=True):
            assert [option.key, option.title] == pair
            held = [claim for claim, row in rows.items() if number in row["options"]]
            assert held == [view.id for view in option.claims]
            number += 1
    assert number > 30


def test_a_row_says_what_a_list_shows_of_its_claim(read: Callable[[str], Reader]) -> None:
    rows = _rows(_made(read("nl"))[1])
    assert rows["top"]["sentence"] == "We moeten paden aanleggen."
    assert rows["top"]["label"] == "Leg paden aan"
    stand = read("nl").claim("top").stand
    assert rows["top"]["mark"] == [stand.mark.carried, 0, stand.mark.taken, 0]
    assert rows["top"]["figures"] == stand.figures == "voor 0,8, tegen 0,0"
    assert rows["top"]["close"] == int(not read("nl").claim("top").firm)
    assert (rows["top"]["implicit"], rows["fit"]["implicit"]) == (1, 0)
    assert (rows["top"]["language"], rows["cost"]["language"]) == ("", "en")
    assert (rows["rain"]["mark"], rows["rain"]["figures"]) == ([], "")


def test_a_row_holds_the_words_it_is_found_by_that_it_does_not_show(whole: KnowledgeBase) -> None:
    """Once, and none that it shows, so that the file stays short."""
    for code in ("en", "nl"):
        rows = _rows(_made(Reader(whole, language(code)))[1])
        for claim, row in rows.items():
            words = row["words"].split()
            shown = words_of(f"{row['label']} {row['sentence']}")
            assert len(set(words)) == len(words)
            assert not set(words) & set(shown)
            assert {*words, *shown} <= set(words_by_claim(whole)[claim])
            assert row["place"] == places(whole).get(claim, -1)
            assert row["date"] == said_on(whole, whole.claims[claim])
