"""What an editor offers for a quotation that was pasted into a record."""

from pathlib import Path

import pytest

from graph.base import KnowledgeBase
from graph.editor.open_records import Desk
from graph.editor.quotations import Recorded, recordable
from graph.passages import Status, paragraphs_of, verify_passage
from graph.store.splices import spliced
from tests.small import TEXT

PATH = "claims/paths/cycling-keeps-fit.md"
RECORDED = "{source: essay, paragraph: 1, start: stays fit, end: without noticing}"
QUOTED = "Doctors have said so for years, and nobody doubts it"


@pytest.fixture(autouse=True)
def texts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BETOOG_TEXTS", "texts")


def pasted(desk: Desk, passage: str) -> str:
    """The record with another passage in its sixth line."""
    text = desk.kb.tree.by_path[PATH].text.replace(RECORDED, passage)
    assert passage in text
    desk.type(PATH, text)
    return text


def offered(desk: Desk, first: int = 6, last: int = 6) -> list[Recorded]:
    return list(recordable(desk.kb, PATH, first, last))


@pytest.mark.parametrize(
    "passage",
    [
        f'{{source: essay, start: "{QUOTED}."}}',
        f'{{source: essay, paragraph: 1, start: "{QUOTED.upper()}"}}',
        '{source: essay, start: Doctors have said so for years, end: "nobody doubts it."}',
    ],
)
def test_a_pasted_quotation_is_recorded_by_where_it_stands(desk: Desk, passage: str) -> None:
    text = pasted(desk, passage)
    [each] = offered(desk)
    assert each.said == "Record where these words stand: paragraph 1 of essay"
    desk.type(PATH, spliced(text, each.splices))
    kb: KnowledgeBase = desk.kb
    [found] = kb.claims["cycling-keeps-fit"].passages
    assert len(found.start.split()) <= 6
    verdict = verify_passage(
        paragraphs_of(TEXT), found.paragraph, found.start, found.end, found.fingerprint
    )
    assert verdict.status is Status.VERIFIED
    assert offered(desk) == []


def test_nothing_is_offered_elsewhere_or_for_words_that_are_nowhere(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert len(offered(desk)) == 1
    assert offered(desk, 1, 5) == []
    pasted(desk, "{source: essay, start: words that are nowhere in it}")
    assert offered(desk) == []
    assert list(recordable(desk.kb, "claims/sources/essay.yaml", 1, 9)) == []


def test_without_a_folder_of_texts_nothing_is_offered(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("BETOOG_TEXTS")
    assert offered(desk) == []
    monkeypatch.setenv("BETOOG_TEXTS", str(tmp_path / "nowhere"))
    assert offered(desk) == []
