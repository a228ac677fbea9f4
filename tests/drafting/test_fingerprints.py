import re
from pathlib import Path

import pytest

from graph.answers.verify import verdicts
from graph.base import KnowledgeBase
from graph.drafting.fingerprints import (
    with_fingerprints,
    write_fingerprints,
)
from graph.passages import Words, paragraphs_of
from graph.store.amending import NotAmendableError
from graph.store.layout import laid_out
from graph.store.splices import as_read
from tests.small import TEXT

PATH = "claims/paths/a-claim.md"
ONE = f"sha256:{'1' * 64}"
FIELD = f"fingerprint: {ONE}"
TWO = f"sha256:{'2' * 64}"


def claim(passages: str, newline: str = "\n") -> bytes:
    text = (
        "---\n"
        "claim: {en: A claim., nl: Een bewering.}  # both\n"
        "kind:   fact\n"
        f"passages:{passages}\n"
        "topics: [a, b]\n"
        "---\n"
        "Prose — with a dash.\n"
    )
    return text.replace("\n", newline).encode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "\n  - {source: essay, start: one, end: two}",
            f"\n  - {{source: essay, start: one, end: two, fingerprint: {ONE}}}",
        ),
        (
            "\n  - { source: essay, start: one, }  # a remark",
            f"\n  - {{ source: essay, start: one, fingerprint: {ONE}, }}  # a remark",
        ),
        (
            "\n  - {source: essay,\n     start: 'one, two',\n     end: three\n    }",
            f"\n  - {{source: essay,\n     start: 'one, two',\n     end: three, {FIELD}\n    }}",
        ),
        (
            " [{source: essay, start: one}]",
            f" [{{source: essay, start: one, fingerprint: {ONE}}}]",
        ),
        (
            "\n  - source: essay\n    start: één woord  # the first",
            f"\n  - source: essay\n    start: één woord  # the first\n    fingerprint: {ONE}",
        ),
        (
            "\n- source: essay\n  start: one\n    and two\n\n",
            f"\n- source: essay\n  start: one\n    and two\n  fingerprint: {ONE}\n\n",
        ),
        (
            "\n  - source: essay\n    start: >-\n      1\n      2\n    paragraph: 3",
            f"\n  - source: essay\n    start: >-\n      1\n      2\n    paragraph: 3\n    {FIELD}",
        ),
        (
            "\n  - source: essay\n    start: >-\n      one\n      two",
            f"\n  - source: essay\n    start: >-\n      one\n      two\n    fingerprint: {ONE}",
        ),
        (
            "\n  - source: essay\n    fingerprint:\n    start: one",
            f"\n  - source: essay\n    fingerprint: {ONE}\n    start: one",
        ),
        (
            "\n  - {source: essay, fingerprint: null, start: one}",
            f"\n  - {{source: essay, fingerprint: {ONE}, start: one}}",
        ),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_the_fingerprint_is_inserted_and_every_other_byte_stays(
    before: str, after: str, newline: str
) -> None:
    changed = with_fingerprints(PATH, claim(before, newline), {0: ONE})
    assert changed == claim(after, newline)


def test_several_passages_are_filled_at_once_and_others_left_alone() -> None:
    line = "\n  - {{source: essay, start: {}}}"
    passages = "".join(line.format(word) for word in ("one", "two", "three"))
    changed = with_fingerprints(PATH, claim(passages), {0: ONE, 2: TWO})
    assert changed == claim(
        passages.replace("start: one", f"start: one, fingerprint: {ONE}").replace(
            "start: three", f"start: three, fingerprint: {TWO}"
        )
    )


def test_a_byte_order_mark_stays() -> None:
    raw = b"\xef\xbb\xbf" + claim("\n  - {source: essay, start: one}")
    changed = with_fingerprints(PATH, raw, {0: ONE})
    assert changed.startswith(b"\xef\xbb\xbf---\n")
    assert changed.count(ONE.encode()) == 1


@pytest.mark.parametrize(
    "raw",
    [
        b"caf\xe9",
        b"no front matter",
        claim("\n  - {source: essay, start: one, begin: two}"),
        claim("\n  - {source: essay, start: one"),
        claim(f"\n  - {{source: essay, start: one, fingerprint: {TWO}}}"),
        claim(" []"),
    ],
)
def test_a_file_into_which_it_does_not_fit_is_refused(raw: bytes) -> None:
    with pytest.raises(NotAmendableError):
        with_fingerprints(PATH, raw, {0: ONE})


def test_writing_changes_only_records_that_lack_one_and_only_once(root: Path) -> None:
    text = {"essay": paragraphs_of(TEXT)}
    before = {path: path.read_bytes() for path in root.rglob("*.md")}
    kb = KnowledgeBase.load(root)
    outcome = write_fingerprints(kb, verdicts(kb, text))
    assert outcome.updated == (
        "claims/paths/cycling-keeps-fit.md",
        "claims/paths/paths-cost-much.md",
        "claims/paths/who-rides-in-the-rain.md",
    )
    assert {each.status for each in outcome.found} == {"verified"}
    changed = {path for path, raw in before.items() if path.read_bytes() != raw}
    assert changed == {root / path for path in outcome.updated}
    again = KnowledgeBase.load(root)
    second = write_fingerprints(again, verdicts(again, text))
    assert second.updated == second.refused == ()


def test_a_record_with_faults_is_not_written_and_the_reason_given(root: Path) -> None:
    path = root / "claims/paths/cycling-keeps-fit.md"
    path.write_text(path.read_text("utf-8").replace("kind:", "knd: 1\nkind:"), "utf-8")
    raw = path.read_bytes()
    kb = KnowledgeBase.load(root)
    outcome = write_fingerprints(kb, verdicts(kb, {"essay": paragraphs_of(TEXT)}))
    assert path.read_bytes() == raw
    assert len(outcome.refused) == 1
    assert "cycling-keeps-fit.md has faults" in outcome.refused[0]


def test_words_by_which_a_link_opens_take_the_place_of_those_that_were_there() -> None:
    before = claim("\n  - {source: essay, start: one - two, end: three}  # a remark")
    after = claim("\n  - {source: essay, start: one – two, end: three, " + FIELD + "}  # a remark")
    words = {0: Words("one – two", "three")}
    alone = after.replace(b"two, end: three", b"two three")
    assert with_fingerprints(PATH, before, {0: ONE}, {0: Words("one – two three", None)}) == alone
    assert with_fingerprints(PATH, before, {0: ONE}, words) == after
    with pytest.raises(NotAmendableError, match="no passage at position 1"):
        with_fingerprints(PATH, before, {}, {1: words[0]})


def test_the_texts_own_words_are_written_where_links_did_not_open(root: Path) -> None:
    text = TEXT.replace("Why cycle paths", "Who stays fit").replace("fit without", "fit «without")
    kb = KnowledgeBase.load(root)
    update = write_fingerprints(kb, verdicts(kb, {"essay": paragraphs_of(text)}))
    written = (root / "claims/paths/cycling-keeps-fit.md").read_text("utf-8")
    assert "start: stays fit «without noticing, fingerprint:" in written
    found = verdicts(KnowledgeBase.load(root), {"essay": paragraphs_of(text)})
    assert [each.message for each in found if each.words or each.help] == []
    assert {each.status for each in (*found, *update.found)} == {"verified"}


def paragraphs(root: Path) -> dict[str, int | None]:
    claims = KnowledgeBase.load(root).claims.values()
    return {each.id: each.passages[0].paragraph for each in claims if each.passages}


def renumbered(root: Path, find: str, put: str) -> None:
    for path in (root / "claims/paths").glob("*.md"):
        path.write_text(re.sub(find, put, path.read_text("utf-8")), "utf-8")


@pytest.mark.parametrize("marked", [False, True], ids=["without a fingerprint", "with it"])
def test_a_paragraph_is_written_where_it_is_certain(root: Path, marked: bool) -> None:
    text = {"essay": paragraphs_of(TEXT)}
    right = paragraphs(root)
    if marked:
        kb = KnowledgeBase.load(root)
        write_fingerprints(kb, verdicts(kb, text))
    renumbered(root, r"(?:,|\n   ) paragraph: \d+", "")
    assert set(paragraphs(root).values()) == {None}
    kb = KnowledgeBase.load(root)
    assert {each.status for each in write_fingerprints(kb, verdicts(kb, text)).found} == {
        "verified"
    }
    assert paragraphs(root) == right


def test_a_paragraph_is_not_written_where_a_passage_stands_twice(root: Path) -> None:
    head, *rest = TEXT.split("\n\n")
    kb = KnowledgeBase.load(root)
    write_fingerprints(kb, verdicts(kb, {"essay": paragraphs_of(TEXT)}))
    renumbered(root, r"(?:,|\n   ) paragraph: \d+", "")
    kb = KnowledgeBase.load(root)
    twice = {"essay": paragraphs_of("\n\n".join([head, *rest, *rest]))}
    assert write_fingerprints(kb, verdicts(kb, twice)).updated == ()


def test_passages_that_moved_unchanged_get_their_new_paragraph(root: Path) -> None:
    kb = KnowledgeBase.load(root)
    write_fingerprints(kb, verdicts(kb, {"essay": paragraphs_of(TEXT)}))
    before = paragraphs(root)
    head, *rest = TEXT.replace("costs as much", "costs twice as much").split("\n\n")
    later = {"essay": paragraphs_of("\n\n".join([head, "A new opening, short.", *rest]))}
    kb = KnowledgeBase.load(root)
    outcome = write_fingerprints(kb, verdicts(kb, later))
    after = paragraphs(root)
    # What moved and changed is for a person to reread.
    assert {each.claim for each in outcome.found if each.status != "verified"} == {
        "paths-cost-much"
    }
    assert after == {
        each: number if each == "paths-cost-much" else (number or 0) + 1
        for each, number in before.items()
    }


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_record_in_the_canonical_layout_keeps_it(newline: str) -> None:
    passage = "\n  - {source: essay, paragraph: 3, start: one of many words, end: and many more}"
    tidy = laid_out("claim", claim(passage).decode())
    assert tidy is not None
    raw = tidy.replace("\n", newline).encode()
    changed = with_fingerprints(PATH, raw, {0: ONE}).decode()
    assert ONE in changed
    assert changed.count(newline) == changed.count("\n")
    assert laid_out("claim", as_read(changed)) == as_read(changed)
