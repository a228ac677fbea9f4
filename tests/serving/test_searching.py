from pathlib import Path

import pytest

from graph.serving.searching import SearchIndex

ENGINE = "pagefind/pagefind.js"


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SearchIndex:
    """An index whose every build puts one file into its folder, with how many there were."""
    built: list[Path] = []

    def build(self: SearchIndex, folder: Path) -> str:
        built.append(folder)
        (folder / "pagefind").mkdir(parents=True)
        (folder / ENGINE).write_text(str(len(built)))
        return ""

    monkeypatch.setattr(SearchIndex, "_build", build)
    return SearchIndex(tmp_path / "mkdocs.yml", tmp_path, lambda said: None)


def test_an_index_is_made_when_it_is_asked_for_and_once_for_a_state(index: SearchIndex) -> None:
    assert index.file(ENGINE, 1) is None
    index.wait()
    assert index.file(ENGINE, 1) == b"1"
    index.wait()
    assert index.number == 1
    assert index.file("pagefind/../mkdocs.yml", 1) is None


def test_after_a_change_the_former_one_answers_until_there_is_another(
    index: SearchIndex, tmp_path: Path
) -> None:
    index.file(ENGINE, 1)
    index.wait()
    assert index.file(ENGINE, 2) == b"1"
    index.wait()
    assert index.file(ENGINE, 2) == b"2"
    assert [each.name for each in tmp_path.glob("index-*")] == ["index-2"]


def test_where_an_index_could_not_be_made_it_is_made_of_the_next_state(
    index: SearchIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    build, refused = index._build, OSError("no more programs can be started")

    def fail(folder: Path) -> str:
        raise refused

    monkeypatch.setattr(index, "_build", fail)
    index.file(ENGINE, 1)
    index.wait()
    assert index.number == 1
    assert index.file(ENGINE, 1) is None

    monkeypatch.setattr(index, "_build", build)
    index.file(ENGINE, 2)
    index.wait()
    assert index.file(ENGINE, 2) is not None
