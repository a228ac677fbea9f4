"""Generated records with texts that are hard to write down, for tests of reading and writing."""

from typing import Any, TypeVar

from hypothesis import strategies as st
from pydantic import BaseModel

from graph.records import (
    Bears,
    Certainty,
    Claim,
    Debate,
    Grades,
    Kind,
    Level,
    Source,
    SourceType,
    Speaker,
    Stance,
    State,
    limits,
)
from graph.text.invisible import without_faulty

M = TypeVar("M", bound=BaseModel)

NASTY = [
    "no", "No", "on", "off", "yes", "true", "False", "null", "~", "Null", "1_000", "0x1F", "0o17",
    "12:30", "12:30:45", "2025-01-31", "1e3", ".5", "-1", "+1", ".inf", ".nan", "=", "<<", "-", "?",
    ":", "- a", "-a", "? a", "?a", ": a", ":a", "a:", "a: b", "a:b", "a :b", "#a", "a #b", "a#b",
    "'a'", '"a"', "it's", 'say "so"', '"', "'", "\\", "\\n", "a\\", "@a", "`a`", "%a", "&a", "*a",
    "!a", "|", "|a", ">", ">a", "[a]", "{a: b}", "a, b", "a]", "a}", "a[", ",a", "---", "...",
    "--- a", "... a", "a ---", "a\tb", "a\u00a0b", "a\u202f: b", "a:\u00a0b", "-\u3000a",
    "a\u00a0#b", "\u3000a", "a\u00a0", "100\u00a0%", "\u2009?", "a\u200bb", "a\u2028b", "a\u0085b",
    "\ufeffa", "\U0001f600", "漢字", "é", "\u202ea", "…", "“a”", "a,b", "a:,b", 'a:"b"',
    "می\u200cخواهم", "می\u200cخواهم: 👩\u200d🔬 \u200d",
    "0:?", "sha256:0", "->", "a -> b", "a -> (b -> c)", "0", "00", "1.0", "1,5", "&", "*", "!",
    "%", "@", "`", "x" * 150, "with: colon " * 12, "comma, " * 20,
]  # fmt: skip
texts = (
    st.sampled_from(NASTY)
    | st.text(st.characters(codec="utf-8"), min_size=1, max_size=30).map(without_faulty)
    | st.text(st.sampled_from("ab -:#,[]{}'\"\\!&*?|>%@`1."), min_size=1, max_size=12)
).filter(lambda text: bool(text.split()))
words = st.text(st.sampled_from("abyz019"), min_size=1, max_size=6)
ids = st.lists(words, min_size=1, max_size=3).map("-".join) | st.sampled_from(
    ["no", "null", "true", "1", "1e3", "2025-01-31", "on"]
)
languages = st.sampled_from(["en", "nl", "no", "und", "de", "zh-Hant"])
localized = st.dictionaries(languages, texts, min_size=1, max_size=3)
names = texts | localized
keywords = st.dictionaries(
    languages,
    st.lists(texts.filter(lambda text: len(text) <= limits.KEYWORD), min_size=1, max_size=3),
    min_size=1,
    max_size=3,
)
fingerprints = st.binary(min_size=32, max_size=32).map(lambda each: f"sha256:{each.hex()}")
units = st.floats(0, 1)


def record(required: dict[str, Any], optional: dict[str, Any]) -> st.SearchStrategy[Any]:
    return st.fixed_dictionaries(required, optional=optional)


FIELDS: dict[type[BaseModel], set[str]] = {}
"""The fields that generated records of each kind can have, as they are called in files."""


def of_kind(
    model: type[M], required: dict[str, Any], optional: dict[str, Any]
) -> st.SearchStrategy[M]:
    FIELDS[model] = {*required, *optional}
    return record(required, optional).map(model.model_validate)


def some(each: st.SearchStrategy[Any], at_least: int = 0) -> st.SearchStrategy[Any]:
    return st.lists(each, min_size=at_least, max_size=3)


dates = st.sampled_from(["2025", "2025-01", "2025-01-31", "2024-02-29", "0001-01-01", "9999-12"])
days = st.sampled_from(["2025-01-31", "2024-02-29", "0001-01-01", "9999-12-31"])
fits = record(
    {"bears": st.sampled_from(list(Bears)), "read": days}, {"wording": st.just("abcdefghij")}
)
passages = record(
    {"source": ids, "start": texts},
    {"paragraph": st.integers(0, 999), "end": texts, "fingerprint": fingerprints, "fit": fits},
)
step = {
    "with": some(ids),
    "scheme": ids,
    "because": localized,
    "relevance": st.floats(0, 1, exclude_min=True),
    "id": ids,
    "wording": st.just("abcdefghij"),
}
outcomes = record(
    {
        "state": st.sampled_from(list(State)),
        "on": days,
        "because": localized,
    },
    {"claims": some(ids)},
)
claims = of_kind(
    Claim,
    {"id": st.just("some-claim"), "claim": localized, "kind": st.sampled_from(list(Kind))},
    {
        "label": localized,
        "speaker": ids,
        "stance": st.sampled_from(list(Stance)),
        "implicit": st.booleans(),
        "certainty": st.sampled_from(list(Certainty)),
        "translates": st.dictionaries(languages, st.just("abcdefghij"), min_size=1, max_size=2),
        "passages": some(passages),
        "supports": some(record({"claim": ids}, step)),
        "contradicts": some(record({"claim": ids}, step)),
        "undercuts": some(record({"link": texts}, step)),
        "specifies": some(ids),
        "raises": some(ids),
        "answers": some(ids),
        "topics": some(texts),
        "keywords": keywords,
        "aliases": some(ids),
        "base_score": units,
        "base_score_because": localized,
        "outcome": outcomes,
    },
)
themes = record(
    {"id": ids, "title": localized, "roots": some(ids, 1)},
    {"question": localized, "summary": localized, "aliases": some(ids)},
)
findings = record({"finding": localized, "claims": some(ids, 1)}, {})
topics = record({"topic": texts, "title": localized}, {})
debates = of_kind(
    Debate,
    {"id": st.just("d"), "title": localized, "question": localized},
    {
        "theses": some(ids),
        "summary": localized,
        "source": ids | some(ids),
        "findings": some(findings),
        "topics": some(topics),
        "editors": some(texts),
        "themes": some(themes),
        "languages": some(languages, 1),
        "aliases": some(ids),
    },
)
paragraphs = record(
    {"number": st.integers(0, 999), "start": texts, "gist": localized},
    {"end": texts, "move": localized},
)
authors = record({}, {"family": texts, "given": texts, "literal": texts})
sources = of_kind(
    Source,
    {"id": st.just("s"), "type": st.sampled_from(list(SourceType)), "title": texts},
    {
        "author": some(authors),
        "issued": dates,
        "container-title": texts,
        "publisher": texts,
        "volume": texts,
        "page": texts,
        "language": st.just("no"),
        "URL": st.just("https://example.org/a?b=c#d,e"),
        "seen_at": st.just("https://mirror.example/a,b"),
        "DOI": st.sampled_from(
            ["10.1/x", "10.1000/(sici)1097(199806)49:8<693::aid>3.0;2-o", "10.1/#:"]
        ),
        "accessed": dates,
        "fingerprint": fingerprints,
        "original": ids,
        "reports": texts,
        "seen": st.booleans(),
        "note": texts,
        "keywords": keywords,
        "licence": texts,
        "text": texts,
        "paragraphs": some(paragraphs),
        "issue": texts,
        "quality": record(
            {"level": st.sampled_from(list(Level))},
            {"peer_reviewed": st.booleans(), "interested": st.booleans()},
        ),
        "aliases": some(ids),
    },
)
speakers = of_kind(
    Speaker,
    {"id": st.just("p"), "name": names},
    {"role": names, "url": st.just("https://example.org/#a"), "aliases": some(ids)},
)
# Another than the usual one, since a file that says nothing has no fields to look at.
grades = record(
    {"most": st.floats(0, 0.9), "granted": st.floats(0, 0.4)},
    {info.alias or name: units for name, info in list(Grades.model_fields.items())[:-2]},
).map(Grades.model_validate)
