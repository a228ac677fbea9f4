import re
from pathlib import Path

import pytest

from graph.base import KnowledgeBase
from graph.check import Severity, check
from graph.drafting.starting import begin, title_of
from graph.errors import AnswerError


@pytest.mark.parametrize("language", ["en", "nl", "de"])
def test_what_is_begun_has_no_error_and_no_warning(tmp_path: Path, language: str) -> None:
    begin(tmp_path / "new", "Buses", language, "1.0")
    kb = KnowledgeBase.load(tmp_path / "new")
    assert [each for each in check(kb) if each.severity is not Severity.HINT] == []
    assert kb.sources["example-letter"].language == language


def test_a_folder_that_has_something_is_left_alone_and_named(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine", "utf-8")
    with pytest.raises(AnswerError, match=r"not empty: it has README\.md"):
        begin(tmp_path, "Buses", "en", "1.0")
    assert [each.name for each in tmp_path.iterdir()] == ["README.md"]
    with pytest.raises(AnswerError, match="is a file"):
        begin(tmp_path / "README.md", "Buses", "en", "1.0")


def test_a_repository_that_was_just_made_counts_as_empty(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert begin(tmp_path, "Buses", "en", "1.0")


@pytest.mark.parametrize(
    ("title", "language", "said"),
    [
        (" \n", "en", "title is empty"),
        ("x" * 121, "en", "more than 120"),
        ("Buses", "xx-nonsense-code", "no language has this code"),
        ("Buses", "", "expected a language code"),
    ],
)
def test_answers_that_cannot_be_used_write_nothing(
    tmp_path: Path, title: str, language: str, said: str
) -> None:
    with pytest.raises(AnswerError, match=said):
        begin(tmp_path / "new", title, language, "1.0")
    assert not (tmp_path / "new").exists()


def test_a_folder_gives_its_name_for_want_of_a_title(tmp_path: Path) -> None:
    assert title_of(tmp_path / "free-buses") == "Free buses"


def test_a_debate_in_one_language_needs_no_other(tmp_path: Path) -> None:
    begin(tmp_path, "Buses", "en", "1.0")
    for path in (tmp_path / "claims").rglob("*.*"):
        if path.suffix in (".md", ".yaml"):
            lines = path.read_text("utf-8").splitlines(keepends=True)
            text = "".join(each for each in lines if not each.lstrip().startswith("nl:"))
            text = re.sub(r", nl: [^}]*", "", text)
            path.write_text(text.replace("languages: [en, nl]", "languages: [LANGUAGES]"), "utf-8")
    debate = tmp_path / "claims/example/debate.yaml"
    template = debate.read_text("utf-8")

    def warnings(languages: str) -> set[str]:
        debate.write_text(template.replace("LANGUAGES", languages), "utf-8")
        found = check(KnowledgeBase.load(tmp_path))
        return {each.code for each in found if each.severity is not Severity.HINT}

    assert warnings("en") == set()
    assert "T101" in warnings("en, nl")
    assert "T101" in warnings("en, de")
