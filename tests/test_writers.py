"""Whatever is in the files, who writes them leaves alone or keeps all that is not to change."""

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from graph.base import KnowledgeBase
from graph.drafting.confirmation import confirming
from graph.drafting.fingerprints import with_fingerprints
from graph.drafting.fixing import fixing
from graph.drafting.formatting import formatting
from graph.drafting.linking import with_link
from graph.drafting.renaming import RenameRefusedError, renaming
from graph.errors import AnswerError
from graph.records import Claim
from graph.store import RecordFile, Tree, read_bytes, read_file
from graph.store.amending import NotAmendableError
from graph.store.comments import remarks
from graph.store.front_matter import Unfenced, fields_and_body
from graph.store.splices import Splice, as_read, spliced
from graph.store.writing import record_text
from graph.store.yaml_reading import read_yaml
from tests.slips import EXAMPLES, FILES, mutated
from tests.store.records import claims
from tests.store.untidy import untidy
from tests.yaml_readers import READERS, Refusal

BUSY = """\
---
# at the head
claim: {en: "A bell is heard: twice.", nl: 'Een bel.'}  # both
kind:   fact
speaker: jane-doe
passages:
  # found
  - {source: survey-2024, paragraph: 1, start: are in, end: good health}  # here
  - source: survey-2024
    paragraph: 2
    start: >- # folded
      most
      routes
supports:
- claim: cycling-is-exercise   # of the legs
  with: [air-is-polluted, air-is-polluted]
  because:
    en: |
      So.
    nl: Zo.
# between
- {claim: "cycling-is-healthy", because: {en: So it is., nl: Zo is het.}, }
contradicts: [{claim: air-is-polluted, because: {en: No., nl: Nee.}}]  # in brackets
undercuts:
  - link: air-is-polluted -> cycling-is-healthy
    because: {en: Why?, nl: 'Waarom?'}

topics: [bells, 'it''s']
aliases:
  - a-bell # older
# at the foot
---
A note.
"""
BELL = "claims/cycling/bell.md"
FINGERPRINT = f"sha256:{'1' * 64}"
STEP = {"claim": "exercise-prevents-disease", "because": {"en": "So: it is?"}}
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
Written = Iterator[tuple[str, str, Callable[[Any], Any]]]


def tree_of(files: Mapping[str, bytes], tree: Tree) -> Tree:
    for path, raw in files.items():
        tree = tree.with_file(path, *read_bytes(path, raw))
    return tree


def nothing_left_to_write() -> Tree:
    """The records of the base, laid out and confirmed."""
    tree = tree_of(FILES, Tree(Path(), (), ()))
    done = {path: text.encode() for path, text in formatting(tree).changed.items()}
    tree = tree_of(done, tree)
    confirming_all = confirming(KnowledgeBase(tree), (), everything=True)
    return tree_of({path: text.encode() for path, text in confirming_all.files}, tree)


BASE = nothing_left_to_write()
OURS = {file.path: file.text.encode() for file in BASE.files} | {BELL: BUSY.encode()}


def folded(data: Any) -> Any:
    """Data with the white space within its texts folded, and flags in one spelling."""
    if isinstance(data, dict):
        return {key: folded(each) for key, each in data.items()}
    if isinstance(data, list):
        return [folded(each) for each in data]
    text = " ".join(data.split()) if isinstance(data, str) else data
    return text.lower() if text is not None and text.lower() in ("true", "false") else text


def without(*names: str) -> Callable[[Any], Any]:
    """How data is compared when fields of these names may be new or different."""

    def rest(data: Any) -> Any:
        if isinstance(data, dict):
            return folded({key: rest(each) for key, each in data.items() if key not in names})
        return [rest(each) for each in data] if isinstance(data, list) else folded(data)

    return rest


def laid_out_by_fmt(tree: Tree, raw: Mapping[str, bytes]) -> Written:
    for path, text in formatting(tree).changed.items():
        yield path, text, folded


def put_right_by_fmt(tree: Tree, raw: Mapping[str, bytes]) -> Written:
    for path, text in fixing(tree).changed.items():
        # What is put right reads otherwise.
        yield path, text, lambda data: None


def confirmed(tree: Tree, raw: Mapping[str, bytes]) -> Written:
    for path, text in confirming(KnowledgeBase(tree), (), everything=True).files:
        yield path, text, without("wording", "translates")


def linked(tree: Tree, raw: Mapping[str, bytes]) -> Written:
    for file in tree.of_kind("claim"):
        if file.path not in raw:
            continue
        try:
            text = with_link(file.path, file.text, "supports", STEP)
        except NotAmendableError:
            continue
        assert data_of(file.path, text)["supports"][-1] == STEP
        yield file.path, text, lambda data: _without_last(folded(data))


def _without_last(data: Any) -> Any:
    rest = [each for each in data.get("supports") or () if each != folded(STEP)]
    return {**data, "supports": rest}


def renamed(tree: Tree, raw: Mapping[str, bytes]) -> Written:
    kb = KnowledgeBase(tree)
    for old in ("bell", "some-claim", "air-is-polluted", "cycling-is-healthy"):
        try:
            change = renaming(kb, "claim", old, "null")
        except (AnswerError, NotAmendableError, RenameRefusedError):
            continue
        present = kb.resolve(old)
        names = frozenset((present, "null", *kb.claims[present].aliases))
        for path in {each.path for each in change.edits}:
            splices = [Splice(*each[1:]) for each in change.edits if each.path == path]
            yield (
                path,
                spliced(tree.by_path[path].text, splices),
                partial(_as_before, names=names),
            )


def _as_before(data: Any, names: frozenset[str]) -> Any:
    """Data with one word for all the ids of a claim."""
    if isinstance(data, dict):
        rest = {key: each for key, each in data.items() if key not in ("aliases", "id")}
        return {key: _as_before(each, names) for key, each in rest.items()}
    if isinstance(data, list):
        return [_as_before(each, names) for each in data]
    return _ID.sub(lambda found: "it" if found[0] in names else found[0], data or "")


def fingerprinted(tree: Tree, raw: Mapping[str, bytes]) -> Written:
    for path, before in raw.items():
        file = tree.by_path.get(path)
        if file is None or not isinstance(file.record, Claim):
            continue
        lacking = [at for at, each in enumerate(file.record.passages) if each.fingerprint is None]
        try:
            after = with_fingerprints(path, before, dict.fromkeys(lacking, FINGERPRINT))
        except NotAmendableError:
            continue
        assert after.startswith(b"\xef\xbb\xbf") == before.startswith(b"\xef\xbb\xbf")
        assert after.count(b"\r") >= before.count(b"\r")
        yield path, as_read(after.decode()), without("fingerprint")


WRITERS = (laid_out_by_fmt, put_right_by_fmt, confirmed, linked, renamed, fingerprinted)


def data_of(path: str, text: str) -> Any:
    parts = fields_and_body(path, text)
    return None if isinstance(parts, Unfenced) else read_yaml(parts.yaml).data


def keeps_all_else(before: RecordFile, text: str, same: Callable[[Any], Any]) -> None:
    path = before.path
    assert same(data_of(path, text)) == same(data_of(path, before.text))
    after, problems = read_file(path, text)
    assert after is not None
    assert after.body == before.body
    assert len(problems) <= len(read_file(path, before.text)[1])
    said = remarks(path, before.text)
    if said is not None:
        assert sorted(remarks(path, text) or ()) == sorted(said)


def reads_the_same_to_all(path: str, text: str) -> None:
    parts = fields_and_body(path, text)
    assert not isinstance(parts, Unfenced)
    ours = READERS["libyaml"](parts.yaml)
    assert not isinstance(ours, Refusal)
    assert READERS["PyYAML"](parts.yaml) == ours
    assert READERS["ruamel.yaml"](parts.yaml) == ours


def every_writer_keeps_all_else(raw: Mapping[str, bytes], tree: Tree) -> Counter[str]:
    """Give files to every writer; how many each has written of them."""
    written: Counter[str] = Counter()
    tree = tree_of(raw, tree)
    for writer in WRITERS:
        for path, text, same in writer(tree, raw):
            if path in raw:
                written[writer.__name__] += 1
                keeps_all_else(tree.by_path[path], text, same)
                if writer is laid_out_by_fmt:
                    reads_the_same_to_all(path, text)
    return written


@settings(max_examples=EXAMPLES // 4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(slips=st.lists(mutated(OURS), min_size=1, max_size=3))
@example(slips=[(BELL, BUSY.encode())])
@example(slips=[(BELL, BUSY.replace("A bell is", "A bell\u2028is\u2029so\u0085and").encode())])
@example(slips=[(BELL, BUSY.replace("# both", "# both\u2028a: b").encode())])
@example(slips=[(BELL, BUSY.replace("\n", "\r\n").encode())])
@example(slips=[(BELL, BUSY.replace("\n", "\r").encode())])
@example(slips=[(BELL, BUSY.replace("---\n", "---\n\0---\n", 1).encode())])
def test_whatever_slips_in_the_rest_stays_as_it_is(slips: list[tuple[str, bytes]]) -> None:
    every_writer_keeps_all_else(dict(slips), BASE)


def _sprinkled(fields: str, draw: random.Random) -> str:
    """Fields with some of their spaces, also those before them, as signs that are read as one."""
    return "".join(
        draw.choice("\u2028\u2029\x85") if each == " " and draw.random() < 0.1 else each
        for each in fields
    )


@settings(max_examples=EXAMPLES // 4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(claim=claims, seed=st.integers(0, 10**6))
def test_whatever_the_layout_the_rest_stays_as_it_is(claim: Claim, seed: int) -> None:
    _laid_out_somehow(claim, seed)


def _laid_out_somehow(claim: Claim, seed: int) -> Counter[str]:
    draw = random.Random(seed)
    fields = _sprinkled(untidy(read_yaml(record_text(claim)).data, draw), draw)
    ending = draw.choice(("\n", "\n", "\r\n"))
    raw = f"---\n{fields}---\nA note.\u2028# None.\n".replace("\n", ending).encode()
    return every_writer_keeps_all_else({"claims/cycling/some-claim.md": raw}, BASE)


@pytest.mark.long
def test_every_writer_writes_in_many_layouts() -> None:
    """The test above is worth as much as what is written in it; an id on lines of its own, which
    is common there, is a fault that most writers leave alone."""
    data = {
        "id": "some-claim", "claim": {"en": "A bell: heard?", "nl": "Een bel."}, "kind": "fact",
        "passages": [{"source": "survey-2024", "start": "a b"}], "topics": ["bells", "x: y"],
        "supports": [{"claim": "cycling-is-healthy", "because": {"en": "So.", "nl": "Zo."}},
                     {"claim": "cycling-is-exercise", "with": ["bell"]}],
        "aliases": ["a-bell"], "raises": ["how-clean-are-routes", "how-clean-are-routes"],
    }  # fmt: skip
    claim = Claim.model_validate(data)
    made = sum((_laid_out_somehow(claim, seed) for seed in range(30)), Counter())
    assert all(made[writer.__name__] >= 5 for writer in WRITERS), made


@pytest.mark.parametrize("writer", WRITERS)
def test_every_writer_writes_where_there_are_no_slips(writer: Any) -> None:
    """The test above is worth as much as what is written in it."""
    raw = {BELL: BUSY.encode()}
    assert BELL in {path for path, _, _ in writer(tree_of(raw, BASE), raw)}
