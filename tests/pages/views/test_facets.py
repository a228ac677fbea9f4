"""The ways to narrow down the claims."""

from collections.abc import Callable

from graph.argument.sides import side_of
from graph.base import KnowledgeBase
from graph.pages.views.debates import Debates
from graph.pages.views.facets import facets
from graph.pages.views.reader import Reader
from graph.pages.views.shared_debates import SharedDebates
from graph.records import Certainty, Kind
from graph.semantics import Side, Standing
from graph.words.language import language


def _held(reader: Reader) -> dict[str, dict[str, list[str]]]:
    found = facets(reader, Debates(reader, SharedDebates(reader.kb)))
    return {
        facet.name: {option.key: [view.id for view in option.claims] for option in facet.options}
        for facet in found
    }


def test_claims_are_held_by_what_their_records_say(read: Callable[[str], Reader]) -> None:
    assert _held(read("en")) == {
        "theme": {"d-health": ["fit"]},
        "role": {
            "thesis": ["top"],
            "reason": ["fit"],
            "objection": ["cheap", "cost"],
            "doubt": ["cheap"],
            "premise": ["care"],
            "unstated": ["cheap", "cost", "care"],
        },
        "reply": {"open": ["cheap"], "replied": ["cost"]},
        "standing": {
            "supported": ["top"],
            "granted": ["cheap", "care", "fit"],
            "disputed": ["cost"],
        },
        "side": {"for": ["cheap", "care", "fit"], "against": ["cost"]},
        "certainty": {"likely": ["fit"]},
        "kind": {
            "value": ["cost", "care"],
            "causal": ["fit"],
            "fact": ["cheap"],
            "question": ["rain"],
            "recommendation": ["top"],
        },
        "quality": {"primary": ["fit"], "interested": ["fit"]},
        "speaker": {"ada": ["fit"]},
        "untranslated": {"nl": ["cost"]},
    }


def test_the_facets_of_all_languages_are_the_same(read: Callable[[str], Reader]) -> None:
    english, dutch = _held(read("en")), _held(read("nl"))
    assert list(english) == list(dutch)
    for name, options in english.items():
        assert {key: set(ids) for key, ids in options.items()} == {
            key: set(ids) for key, ids in dutch[name].items()
        }


def test_a_facet_holds_every_claim_that_has_its_field(whole: KnowledgeBase) -> None:
    held = _held(Reader(whole, language("en")))
    argued = {claim.id for claim in whole.claims.values() if claim.kind is not Kind.QUESTION}
    for key in Standing:
        expected = {claim for claim in argued if whole.assessment.standings[claim] is key}
        assert set(held["standing"].get(key.value, ())) == expected
    worded = {claim for claim in argued if not whole.claims[claim].implicit}
    for certainty in Certainty:
        expected = {claim for claim in worded if whole.claims[claim].certainty is certainty}
        assert set(held["certainty"].get(certainty.value, ())) == expected
    weighed = argued - set(whole.theses)
    assert sorted(each for ids in held["side"].values() for each in ids) == sorted(weighed)
    for side in (Side.FOR, Side.AGAINST):
        expected = {claim for claim in weighed if side_of(whole, claim) is side}
        assert set(held["side"].get(side.value, ())) == expected
    assert sorted(each for ids in held["kind"].values() for each in ids) == sorted(whole.claims)


def test_a_claim_is_in_the_language_of_the_sources_it_is_read_from(whole: KnowledgeBase) -> None:
    held = _held(Reader(whole, language("en")))["language"]
    assert {"en", "nl"} <= set(held)
    for key, claims in held.items():
        for claim in claims:
            passages = whole.claims[claim].passages
            assert key in {whole.sources[passage.source].language for passage in passages}
