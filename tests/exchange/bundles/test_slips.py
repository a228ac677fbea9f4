"""Whatever is in a file of records, it comes in or is refused with the place of what is wrong."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.base import KnowledgeBase
from graph.exchange.bundles.bringing_in import brought_in
from graph.exchange.bundles.reading import FORMATS, read_bundle
from graph.store.saving import Writing, bytes_read
from tests.examples import examples
from tests.exchange.bundles.test_round_trip import WRITERS
from tests.slips import mutated
from tests.small import lay_out


@pytest.fixture(scope="module")
def kb(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    return KnowledgeBase.load(lay_out(tmp_path_factory.mktemp("small")))


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    root = tmp_path_factory.mktemp("empty")
    (root / "claims").mkdir()
    return KnowledgeBase.load(root)


@settings(
    max_examples=examples(0.2),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_a_file_with_slips_is_refused_where_they_are_or_comes_to_files_that_can_be_written(
    kb: KnowledgeBase, empty: KnowledgeBase, data: st.DataObject
) -> None:
    form = data.draw(st.sampled_from(FORMATS))
    files = {each: WRITERS[each](kb).encode("utf-8") for each in FORMATS}
    _, raw = data.draw(mutated({form: files[form]}))
    bundle = read_bundle("f", raw, form)
    lines = bundle.text.split("\n")
    for outcome in (brought_in(empty, bundle), brought_in(kb, bundle)):
        for each in outcome.findings:
            if each.path == "f":
                assert each.message
                assert 1 <= each.line <= max(len(lines), 1)
            assert each.code != "X001"
        if not outcome.errors:
            for path, text in outcome.files:
                Writing(path, text.encode("utf-8"), bytes_read(empty.tree, path))
                assert Path(path).parts[0] == "claims"
                assert ".." not in Path(path).parts
