"""What claims turn on, and the sentence said of each."""

import re
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.argument.cruxes import SHOWN, cruxes_of, effect
from graph.pages.views.reader import Reader
from graph.semantics import Band, Change, Framework, Standing, cruxes
from graph.words.language import BUNDLED, Language, language
from graph.words.sentence import Sentence
from tests.argument.arguments import knowledge_base
from tests.argument.test_explanation import is_a_sentence, spoken
from tests.examples import examples
from tests.semantics.frameworks import frameworks

WORDS = (Standing.SUPPORTED, Standing.UNDECIDED, Standing.OPPOSED)
BANDS = (Band(0.3, 0.3), Band(0.6, 0.6), Band(0.3, 0.6), Band(0.2, 0.7))
VERBS = {"en": ("falls", "rises", "goes"), "nl": ("zakt", "stijgt", "gaat")}


def _verb(before: Band, after: Band) -> int | None:
    """Which of the verbs fits two bands as shown, if any."""
    ends = [round(b, 2) - round(a, 2) for a, b in zip(before, after, strict=True)]
    if not any(ends):
        return None
    return 0 if max(ends) <= 0 else 1 if min(ends) >= 0 else 2


def _said(change: Change, lang: Language) -> str:
    kb = knowledge_base(Framework({"c": 0.5}))
    return spoken(Reader(kb, lang).tell(effect(change)))


@pytest.mark.parametrize("code", BUNDLED)
@pytest.mark.parametrize(("one", "other"), list(product(WORDS, WORDS)))
def test_every_effect_has_a_sentence_with_its_numbers(
    code: str, one: Standing, other: Standing
) -> None:
    lang = language(code)
    for before, after in product(BANDS, BANDS):
        text = _said(Change("c", before, after, (one, other)), lang)
        assert is_a_sentence(text), text
        verb = _verb(before, after)
        if verb is None:
            assert not re.search(r"\d", text)
            continue
        assert re.search(f"{lang.band(before)} \\w+ {lang.band(after)} ", text)
        # A standing cannot rise on a band of which no end does; then neither verb is used.
        found = [each for each in VERBS[code] if f" {each} " in text]
        assert found in ([VERBS[code][verb]], [VERBS[code][2]])


def test_the_words_of_an_effect() -> None:
    fall = Change("c", Band(0.81, 0.81), Band(0.52, 0.52), (Standing.SUPPORTED, Standing.UNDECIDED))
    assert _said(fall, language("en")) == (
        "Without this, the thesis falls from 0.81 to 0.52 and is no longer supported."
    )
    assert _said(fall, language("nl")) == (
        "Zonder deze bewering zakt de stelling van 0,81 naar 0,52 en is ze niet langer gesteund."
    )


@settings(deadline=None, max_examples=examples(0.5))
@given(frameworks(most_claims=7), st.booleans())
def test_what_a_claim_turns_on_agrees_with_the_engine(framework: Framework, thesis: bool) -> None:
    kb = knowledge_base(framework)
    for claim in kb.claims:
        found = cruxes_of(kb, claim, thesis)
        engine = {crux.id: crux for crux in cruxes(kb.framework, kb.assessment, claim)}
        before = kb.assessment.strengths[claim]
        assert len(found.rows) == min(found.moving, SHOWN)
        for code in BUNDLED:
            reader = Reader(kb, language(code))
            said = [found.lead, *([found.unmoved] if found.unmoved else [])]
            assert all(is_a_sentence(each) for each in _sentences(reader, said))
            for name, sentence in found.rows:
                text = spoken(reader.tell(sentence))
                crux = engine[name]
                assert is_a_sentence(text), text
                verb = _verb(before, crux.after)
                if verb is not None:
                    assert reader.language.band(crux.after) in text
                if code == "en":
                    was, is_ = crux.standing
                    lost = was is Standing.SUPPORTED and is_ is Standing.UNDECIDED
                    assert ("is no longer supported" in text) == lost
                    assert (f"stays {was.value}" in text) == (was is is_)
        changing = [each for each in engine.values() if each.standing[0] is not each.standing[1]]
        if changing:
            assert found.lead.pattern.startswith("crux.some.")
            assert found.lead.count == len(changing)


def _sentences(reader: Reader, said: list[Sentence]) -> list[str]:
    # A lead may be two sentences; each must be whole.
    texts = (spoken(reader.tell(each)) for each in said)
    return [each for text in texts for each in re.split(r"(?<=\.) (?=[A-Z])", text)]


@pytest.mark.parametrize(
    ("framework", "pattern"),
    [
        (Framework({"c": 0.5}), "crux.unargued"),
        (Framework.from_edges({"c": 0.5, "a": 0.01}, [("a", "c")]), "crux.weightless"),
        (
            Framework.from_edges(
                {"c": 0.5} | {f"a{n}": 1.0 for n in range(60)},
                [(f"a{n}", "c") for n in range(60)],
            ),
            "crux.crowded",
        ),
    ],
)
def test_where_nothing_turns_it_is_said_why(framework: Framework, pattern: str) -> None:
    found = cruxes_of(knowledge_base(framework), "c", thesis=True)
    assert (found.lead.pattern, found.rows) == (pattern, ())
