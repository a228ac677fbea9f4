"""What holds for every format."""

import pytest

from graph.base import KnowledgeBase
from graph.exchange.format import Format
from graph.exchange.formats import FORMATS
from graph.words.language import BUNDLED, language
from tests.small import lay_out


@pytest.fixture(scope="module")
def kb(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    return KnowledgeBase.load(lay_out(tmp_path_factory.mktemp("small")))


def test_no_two_formats_have_the_same_name_or_place() -> None:
    assert len({each.name for each in FORMATS}) == len(FORMATS)
    assert len({each.path for each in FORMATS}) == len(FORMATS)


@pytest.mark.parametrize("code", BUNDLED)
def test_every_format_is_named_and_told_of_in_every_language(code: str) -> None:
    words = language(code).texts["format"]
    assert list(words) == [each.name for each in FORMATS]
    assert all(set(each) == {"title", "text"} for each in words.values())


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_its_files_stand_where_it_says_and_are_the_same_every_time(
    form: Format, kb: KnowledgeBase
) -> None:
    files = list(form.files(kb, BUNDLED))
    assert files
    for file in files:
        assert file.path == form.path if form.is_one_file else file.path.startswith(form.path)
    again = form.files(KnowledgeBase.load(kb.tree.root), BUNDLED)
    assert [file.text() for file in files] == [file.text() for file in again]
