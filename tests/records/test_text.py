import pytest
from pydantic import TypeAdapter, ValidationError

from graph.records import Claim, Debate, Speaker
from graph.records.text import Localized, LocalizedText, Wording

TEXT = LocalizedText.model_validate({"nl": "Een", "de": "Eins"})


def test_a_missing_language_falls_back_to_the_original() -> None:
    assert TEXT.wording("de") == Wording("de", "Eins")
    assert TEXT.wording("en") == Wording("nl", "Een")
    both = LocalizedText.model_validate({"nl": "Een", "en": "One"})
    assert both.wording("fr") == Wording("nl", "Een")


def test_a_debate_that_names_no_languages_has_those_of_its_title() -> None:
    text = {"nl": "Een", "de": "Eins"}
    debate = {"id": "d", "title": text, "question": text}
    assert Debate.model_validate(debate).languages == ("nl", "de")
    assert Debate.model_validate({**debate, "languages": ["fr"]}).languages == ("fr",)


def test_the_missing_languages_are_named() -> None:
    assert TEXT.missing(("en", "nl", "fr")) == ("en", "fr")


def test_a_name_without_language_is_the_same_in_all() -> None:
    speaker = Speaker.model_validate({"id": "p", "name": "Jane Doe"})
    assert speaker.name.get("nl") == "Jane Doe"
    assert speaker.name.missing(("en", "nl")) == ()


@pytest.mark.parametrize("value", ["a sentence", {}, {"english": "x"}, {"en": ""}, ["en"]])
def test_a_sentence_needs_its_language(value: object) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Localized).validate_python(value)


@pytest.mark.parametrize("name", [{}, "", {"english": "Jane"}, ["Jane"], None])
def test_a_name_says_something(name: object) -> None:
    with pytest.raises(ValidationError):
        Speaker.model_validate({"id": "p", "name": name})


def test_equal_texts_have_equal_hashes_whatever_their_order() -> None:
    one = LocalizedText.model_validate({"en": "One", "nl": "Een"})
    other = LocalizedText.model_validate({"nl": "Een", "en": "One"})
    assert one == other
    assert hash(one) == hash(other)


def test_a_record_cannot_be_changed() -> None:
    claim = Claim.model_validate({"id": "a", "kind": "fact", "claim": {"en": "A."}})
    with pytest.raises(ValidationError):
        claim.kind = "causal"  # type: ignore[misc,assignment]
