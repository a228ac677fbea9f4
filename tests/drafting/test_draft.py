"""Drafts and the files they come to, held to a table that a form in a browser is held to as well.

`drafts.json` is a list of cases: what each shows, the ids that are taken, the draft, and the
files it comes to on 25 November 2026, path by path, or what it lacks.
"""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from graph.drafting.draft import Draft, Taken, draft_files, shortcomings
from graph.records import Kind, limits
from graph.records.link_types import LinkType
from graph.store import read_file
from graph.store.layout import laid_out
from tests.examples import examples
from tests.store.records import ids, texts

CASES: list[dict[str, Any]] = json.loads(Path(__file__).with_name("drafts.json").read_text("utf-8"))
TODAY = "2026-11-25"


@pytest.mark.parametrize("case", CASES, ids=[each["shows"] for each in CASES])
def test_a_draft_comes_to_the_files_of_the_table(case: dict[str, Any]) -> None:
    draft = Draft.model_validate(case["draft"])
    missing = shortcomings(draft)
    if "lacks" in case:
        assert [each.field for each in missing] == case["lacks"]
        return
    assert missing == ()
    files = draft_files(draft, Taken(**case.get("taken", {})), TODAY)
    assert {each.path: each.text for each in files} == case["files"]
    assert files[0].path.endswith(".md")


def test_the_table_has_every_kind_and_every_link() -> None:
    drafts = [each["draft"] for each in CASES]
    assert {each["kind"] for each in drafts} == set(Kind)
    links = {link["type"] for each in drafts for link in each.get("links", ())}
    assert links == set(LinkType)


@settings(max_examples=examples(2), deadline=None)
@given(
    sentence=texts,
    label=texts,
    note=st.text(max_size=80),
    start=texts,
    target=ids,
    because=texts,
    author=texts,
)
def test_whatever_is_filled_in_is_read_back_in_canonical_layout(
    sentence: str, label: str, note: str, start: str, target: str, because: str, author: str
) -> None:
    draft = Draft.model_validate(
        {
            "debate": "d",
            "claim": {"nl": sentence},
            "label": {"en": label},
            "kind": "fact",
            "new_source": {"title": label, "DOI": "10.1/x", "issued": "2025", "author": [author]},
            "start": start,
            "links": [{"type": "supports", "target": target, "because": {"en": because}}],
            "note": note,
        }
    )
    if shortcomings(draft):
        return
    for path, text in draft_files(draft, Taken(), TODAY):
        file, problems = read_file(path, text)
        assert problems == []
        assert file is not None
        assert laid_out(file.kind, text) == text


@pytest.mark.parametrize("folder", [["..", "x"], ["a/b"], ["A"], ["a"] * limits.FOLDERS])
def test_a_folder_never_leads_to_where_nothing_is_read(folder: list[str]) -> None:
    with pytest.raises(ValidationError):
        Draft.model_validate({"debate": "d", "folder": folder, "claim": {}, "kind": "fact"})
