"""Whatever changes in a record is told, and where a changed balance comes from: field by field, as
the models have them."""

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, RootModel
from pydantic.fields import FieldInfo

from graph.base import KnowledgeBase
from graph.records.kinds import RECORD_KINDS, choices_in, model_in
from graph.review.review import Review
from graph.review.telling.as_json import diff_answer
from graph.review.telling.as_markdown import diff_markdown
from graph.review.telling.english import TITLES, phrase
from graph.review.telling.sections import report
from graph.store import RecordFile, Tree, read_file
from tests.examples import examples

Fields = dict[str, Any]
Place = tuple[str | int, ...]

MARK = "abcdefghij"
BOTH = {"en": "Paths are cheap.", "nl": "Paden zijn goedkoop."}
STEP: Fields = {
    "with": ["care", "worth"],
    "scheme": "cause-to-effect",
    "because": {"en": "Health matters.", "nl": "Gezondheid telt."},
    "relevance": 0.8,
    "wording": MARK,
}
QUESTION: Fields = {"claim": {"en": "Who pays?", "nl": "Wie betaalt?"}, "kind": "question"}
VALUE: Fields = {"claim": {"en": "We care.", "nl": "Het raakt ons."}, "kind": "value"}
FULL: dict[str, Fields] = {
    "claims/d/full.md": {
        "claim": {"en": "Riding keeps us fit.", "nl": "Fietsen houdt ons fit."},
        "translates": {"nl": MARK},
        "label": {"en": "Fit", "nl": "Gezond"},
        "kind": "prediction",
        "speaker": "ada",
        "stance": "reports",
        "certainty": "likely",
        "implicit": True,
        "passages": [
            {
                "source": "report",
                "paragraph": 4,
                "start": "riding keeps",
                "end": "us fit",
                "fingerprint": f"sha256:{'0' * 64}",
                "fit": {"bears": "partly", "read": "2026-01-02", "wording": MARK},
            },
            {"source": "essay", "start": "keeps fit"},
        ],
        "supports": [{"claim": "top", "id": "by-health", **STEP}, {"claim": "care"}],
        "contradicts": [{"claim": "cost", "id": "by-price", **STEP}, {"claim": "worth"}],
        "undercuts": [{"link": "cost -> top", "id": "by-doubt", **STEP}, {"link": "far -> top"}],
        "specifies": ["care", "worth"],
        "raises": ["who", "when"],
        "answers": ["who", "when"],
        "topics": ["health", "traffic"],
        "keywords": {"en": ["doctor", "gym"], "nl": ["arts"]},
        "aliases": ["fit", "fitness"],
        "base_score": 0.6,
        "base_score_because": {"en": "Counted.", "nl": "Geteld."},
        "outcome": {
            "state": "failed",
            "on": "2026-01-02",
            "because": {"en": "Nobody rode.", "nl": "Niemand fietste."},
            "claims": ["care", "worth"],
        },
    },
    "claims/d/debate.yaml": {
        "title": {"en": "Paths", "nl": "Paden"},
        "question": {"en": "Paths or not?", "nl": "Paden of niet?"},
        "summary": {"en": "A town argues.", "nl": "Een stad twist."},
        "source": ["essay", "third"],
        "languages": ["en", "nl"],
        "theses": ["top", "care"],
        "findings": [
            {"finding": BOTH, "claims": ["cost", "worth"]},
            {"finding": {"en": "Health decides.", "nl": "Gezondheid telt."}, "claims": ["care"]},
        ],
        "editors": ["Ada Bron", "Jan Bron"],
        "themes": [
            {
                "id": "money",
                "title": {"en": "Money", "nl": "Geld"},
                "question": {"en": "Too dear?", "nl": "Te duur?"},
                "summary": {"en": "On costs.", "nl": "Over kosten."},
                "roots": ["cost", "worth"],
                "aliases": ["price", "costs"],
            },
            {"id": "health", "title": {"en": "Health", "nl": "Gezond"}, "roots": ["full"]},
        ],
        "topics": [
            {"topic": "health", "title": {"en": "On health", "nl": "Gezondheid"}},
            {"topic": "traffic", "title": {"en": "On traffic", "nl": "Verkeer"}},
        ],
        "aliases": ["paths", "ways"],
    },
    "claims/sources/report.yaml": {
        "type": "report",
        "title": "A report",
        "author": [{"family": "Bron", "given": "Ada", "literal": "A. Bron"}, {"literal": "B"}],
        "issued": "2024-01-02",
        "container-title": "Reports",
        "publisher": "The town",
        "volume": "3",
        "issue": "4",
        "page": "5",
        "language": "en",
        "URL": "https://example.org/a",
        "seen_at": "https://example.net/a",
        "DOI": "10.1/x",
        "accessed": "2025-01-02",
        "fingerprint": f"sha256:{'1' * 64}",
        "quality": {"level": "secondary", "peer_reviewed": True, "interested": True},
        "original": "study",
        "reports": "a talk",
        "seen": False,
        "note": "It is short.",
        "keywords": {"en": ["town", "council"], "nl": ["stad"]},
        "licence": "CC-BY-4.0",
        "text": "report.txt",
        "aliases": ["paper", "memo"],
        "paragraphs": [
            {
                "number": 4,
                "start": "riding keeps",
                "end": "us fit",
                "gist": {"en": "On health.", "nl": "Gezondheid."},
                "move": {"en": "Concludes.", "nl": "Besluit."},
            },
            {"number": 5, "start": "so", "gist": {"en": "More.", "nl": "Meer."}},
        ],
    },
    "claims/speakers/ada.yaml": {
        "name": {"en": "Ada of Bron", "nl": "Ada van Bron"},
        "role": {"en": "doctor", "nl": "arts"},
        "url": "https://example.org/ada",
        "aliases": ["a-bron", "bron"],
    },
    "claims/grounds.yaml": {
        "primary": 0.8, "peer_reviewed": 0.8, "copy": 0.7, "secondary": 0.6,
        "unspecified": 0.5, "interested": 0.1, "most": 0.9, "granted": 0.4,
    },
}  # fmt: skip
"""A record of each kind in which each field has something."""
BESIDE: dict[str, Fields] = {
    "claims/d/top.md": {"claim": {"en": "We build.", "nl": "Wij bouwen."}, "kind": "value"},
    "claims/d/care.md": VALUE,
    "claims/d/worth.md": {**VALUE, "claim": {"en": "Trips are short.", "nl": "Kort."}},
    "claims/d/cost.md": {
        "claim": BOTH, "kind": "fact", "contradicts": [{"claim": "top"}],
        "passages": [{"source": "report", "start": "cheap"}],
    },
    "claims/d/far.md": {
        "claim": {"en": "It is far.", "nl": "Ver."}, "kind": "fact",
        "contradicts": [{"claim": "top"}],
    },
    "claims/d/who.md": QUESTION,
    "claims/d/when.md": {**QUESTION, "claim": {"en": "When?", "nl": "Wanneer?"}},
    "claims/sources/essay.yaml": {"type": "article", "title": "An essay"},
    "claims/sources/study.yaml": {"type": "report", "title": "A study"},
    "claims/sources/third.yaml": {"type": "article", "title": "A third"},
    "claims/speakers/jan.yaml": {"name": "Jan"},
}  # fmt: skip
"""What the records name, and could name instead."""
KINDS = {
    "claims/d/full.md": "claim",
    "claims/d/debate.yaml": "debate",
    "claims/sources/report.yaml": "source",
    "claims/speakers/ada.yaml": "speaker",
    "claims/grounds.yaml": "grounds",
}
OTHER = {
    "top": "care", "care": "top", "cost": "worth", "worth": "cost", "who": "top", "full": "far",
    "ada": "jan", "report": "third", "essay": "report", "study": "essay", "cause-to-effect": "sign",
    "cost -> top": "far -> top", "far -> top": "cost -> top", "en": "de", "nl": "de",
}  # fmt: skip
"""What can stand in the place of an id, so that it still names something."""


UNTOLD = {
    "translates": "a mark by which what is to be confirmed is found, and told as such",
    "wording": "the same",
    "the first language": "what is said is the same in each of them",
    "the order of a set": "names, premises, topics and links are a set: their order is layout",
    "languages=": "absent, they are those of the title, which are the same",
}
"""What is not told, and why."""
_SETS = frozenset(
    ("with", "supports", "contradicts", "undercuts", "specifies", "raises", "answers", "topics")
)


class Case(NamedTuple):
    """A record with another value at one place; without any, what stood there is gone."""

    path: str
    place: Place
    value: Any

    def __str__(self) -> str:
        name, place = self.path.rpartition("/")[2], ".".join(map(str, self.place))
        return f"{name}: {place}={json.dumps(self.value, ensure_ascii=False)[:50]}"


def _fields(model: type[BaseModel]) -> Mapping[str, FieldInfo]:
    """The fields of a part of a record by their names in files."""
    return {info.alias or name: info for name, info in model.model_fields.items()}


def _part(annotation: Any) -> type[BaseModel] | None:
    """The model whose fields stand there by name; a text per language is none."""
    model = model_in(annotation)
    return None if model is None or issubclass(model, RootModel) else model


def _otherwise(model: type[BaseModel], fields: Fields, place: Place) -> Iterator[tuple[Place, Any]]:
    for name, info in _fields(model).items():
        if place or name != "id" or "id" in fields:
            assert name in fields or (place and place[-1] == 1), f"{model.__name__} has no {name}"
            yield from _values(info.annotation, fields[name], (*place, name))
            if not info.is_required():
                yield (*place, name), None


def _values(annotation: Any, value: Any, place: Place) -> Iterator[tuple[Place, Any]]:
    """Other values for what stands at a place, and at the places in it."""
    part = _part(annotation)
    if isinstance(value, list):
        yield place, value[::-1]
        yield place, value[:-1]
        yield from _values(annotation, value[0], (*place, 0))
    elif isinstance(value, dict) and part is not None:
        yield from _otherwise(part, value, place)
    elif isinstance(value, dict):
        first = next(iter(value))
        yield from _values(None, value[first], (*place, first))
        if len(value) > 1:
            yield place, dict(reversed(value.items()))
            yield place, {first: value[first]}
        yield place, {**value, "de": value[first]}
    else:
        yield place, _other(value, choices_in(annotation))


def _other(value: Any, choices: tuple[str, ...]) -> Any:
    match value:
        case bool():
            return not value
        case float():
            return round(value / 2, 3)
        case int():
            return value + 1
    if choices:
        return next(each for each in choices if each != value)
    if value.startswith("sha256"):
        return f"sha256:{'2' * 64}"
    if value.startswith("20"):
        return value.replace("01-02", "03-04")
    return OTHER.get(value, f"{value}x" if value != MARK else MARK[::-1])


CASES = [
    Case(path, place, value)
    for path, kind in KINDS.items()
    for place, value in _otherwise(RECORD_KINDS[kind].model, FULL[path], ())
]


def _untold(case: Case) -> str:
    """Why a change is not told; empty where it is."""
    last = case.place[-1]
    if last in ("wording", "translates") or "translates" in case.place:
        return UNTOLD["wording" if last == "wording" else "translates"]
    was = _at(FULL[case.path], case.place)
    if isinstance(was, dict) and was == case.value:
        return UNTOLD["the first language"]
    if isinstance(was, list) and was[::-1] == case.value and case.path.endswith("full.md"):
        return UNTOLD["the order of a set"] if last in _SETS or last == "aliases" else ""
    return UNTOLD["languages="] if (last, case.value) == ("languages", None) else ""


def _at(fields: Fields, place: Place) -> Any:
    at: Any = fields
    for step in place:
        at = at[step]
    return at


def _put(fields: Fields, place: Place, value: Any) -> Fields:
    changed = deepcopy(fields)
    at = _at(changed, place[:-1])
    at[place[-1]] = value
    if value is None:
        del at[place[-1]]
    return changed


# From case to case one of them changes.
@cache
def _file(path: str, text: str) -> RecordFile:
    file, problems = read_file(path, f"---\n{text}\n---\n" if path.endswith(".md") else text)
    assert problems == []
    assert file is not None
    return file


def _kb(records: Mapping[str, Fields]) -> KnowledgeBase:
    files = (
        _file(path, json.dumps(fields, ensure_ascii=False))
        for path, fields in sorted(records.items())
    )
    return KnowledgeBase(Tree(Path(), tuple(files), ()))


@pytest.fixture(scope="module")
def before() -> KnowledgeBase:
    """The state in which each field has something."""
    return _kb({**FULL, **BESIDE})


def _reviewed(before: KnowledgeBase, case: Case) -> Review:
    changed = {case.path: _put(FULL[case.path], case.place, case.value)}
    return Review(("before", "after"), before, _kb({**FULL, **BESIDE, **changed}))


_EFFECTS = {
    TITLES[key]
    for key in ("errors", "findings", "suspect", "theses", "standings", "shifts", "open")
}
"""What follows from a change, and does not say what was changed."""


@pytest.mark.parametrize("case", [each for each in CASES if not _untold(each)], ids=str)
def test_whatever_changes_in_a_record_is_told(before: KnowledgeBase, case: Case) -> None:
    review = _reviewed(before, case)
    told = report(review)
    assert {each.title for each in told.sections} - _EFFECTS
    assert phrase("nothing") not in diff_markdown(told)
    answer = diff_answer(review)
    kinds = (answer["claims"], answer["links"])
    others = (answer["debates"], answer["sources"], answer["speakers"])
    assert answer["grades"] or any(any(each.values()) for each in (*kinds, *others))


@pytest.mark.parametrize("case", [each for each in CASES if _untold(each)], ids=str)
def test_what_is_not_told_changes_nothing_about_the_argument(
    before: KnowledgeBase, case: Case
) -> None:
    assert not _reviewed(before, case).difference


@pytest.mark.parametrize("case", CASES, ids=str)
def test_each_changed_balance_is_led_back_to_what_was_changed(
    before: KnowledgeBase, case: Case
) -> None:
    review = _reviewed(before, case)
    kind, id_ = KINDS[case.path], Path(case.path).stem
    of_it = {"source": id_, "debate": "d", "grounds": ""}
    for each in review.difference.balances:
        way = review.spread[each.id]
        if kind in of_it:
            assert [(one.kind, one.id) for one in way.records] == [(kind, of_it[kind])]
        else:
            assert not way.records


@pytest.mark.long
def test_what_weighs_of_a_source_a_debate_and_the_grades_is_among_what_was_tried(
    before: KnowledgeBase,
) -> None:
    moved = {str(each) for each in CASES if _reviewed(before, each).difference.balances}
    assert {each.partition(":")[0] for each in moved} == {
        "full.md", "debate.yaml", "report.yaml", "grounds.yaml",
    }  # fmt: skip


@given(st.lists(st.sampled_from(CASES), min_size=2, max_size=6))
@settings(max_examples=examples(4))
def test_each_balance_is_led_back_whatever_changes_together(
    before: KnowledgeBase, cases: list[Case]
) -> None:
    changed = {**FULL, **BESIDE}
    for case in {(each.path, each.place[0]): each for each in cases}.values():
        changed[case.path] = _put(changed[case.path], case.place, case.value)
    review = Review(("before", "after"), before, _kb(changed))
    assert review.spread.keys() == {each.id for each in review.difference.balances}
