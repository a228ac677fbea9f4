import re
from pathlib import Path

import pytest
import yaml

from graph.base import KnowledgeBase
from graph.check import Severity, check
from graph.drafting.formatting import formatting
from graph.drafting.origin import Origin
from graph.drafting.starting import Begun, Kept, begin, title_of
from graph.drafting.telling.begun import begun_text
from graph.errors import AnswerError
from tests.printed import printed

INDEX = Origin("betoog[host]==1.0", indexed=True)
EXAMPLES = ("en", "nl", "de")


@pytest.mark.parametrize("language", [*EXAMPLES, "nl-BE"])
def test_an_example_has_no_error_and_no_warning_and_is_laid_out(
    tmp_path: Path, language: str
) -> None:
    begin(tmp_path / "new", "Buses", language, "1.0", INDEX, git=False)
    kb = KnowledgeBase.load(tmp_path / "new")
    assert [each for each in check(kb) if each.severity is not Severity.HINT] == []
    assert kb.sources["example-letter"].language == language
    assert kb.debates["example"].languages == (language,)
    for claim in kb.claims.values():
        assert set(claim.claim.root) == {language}
    assert formatting(kb.tree).changed == {}


@pytest.mark.parametrize(("language", "empty"), [("en", True), ("nl", True), ("ar", False)])
def test_without_an_example_there_is_a_debate_to_begin_with(
    tmp_path: Path, language: str, empty: bool
) -> None:
    title = 'حافلات "مجانية": ؟' if language == "ar" else 'Free buses: "yes"?'
    begun = begin(tmp_path / "new", title, language, "1.0", INDEX, empty=empty, git=False)
    kb = KnowledgeBase.load(tmp_path / "new")
    ((debate, record),) = kb.debates.items()
    assert debate == begun.answers.debate
    assert record.languages == (language,)
    assert record.title.root == {language: title}
    assert not kb.claims
    assert not kb.sources
    assert formatting(kb.tree).changed == {}
    left = {each.code for each in check(kb) if each.severity is not Severity.WARNING}
    assert left == {"S221"}
    texts = [each.text for each in begun.files if not each.path.startswith("claims/.schema")]
    assert not any(re.search("example-letter|alex-example", each) for each in texts)


@pytest.mark.parametrize("language", EXAMPLES)
def test_what_a_person_reads_first_is_in_their_language(tmp_path: Path, language: str) -> None:
    begun = begin(tmp_path / "new", "Buses", language, "1.0", INDEX, git=False)
    texts = dict(begun.files)
    word = {"en": "Make it yours", "nl": "Maak het u eigen", "de": "Machen Sie es zu Ihrem"}
    assert word[language] in texts["README.md"]
    assert not any(each in texts["README.md"] for key, each in word.items() if key != language)
    heading = {"en": "# Contribute", "nl": "# Bijdragen", "de": "# Mitmachen"}[language]
    assert texts["site/contribute.md"].startswith(heading)
    begins = {"en": "What you add", "nl": "Wat u toevoegt", "de": "Was Sie hinzufügen"}[language]
    assert texts[".github/pull_request_template.md"].startswith(f"<!-- {begins}")
    assert ("free-buses-help-the-town" in str(texts)) == (language == "en")
    assert {each for each in texts if each.startswith("site/")} == {
        "site/about.md",
        "site/contribute.md",
    }
    about = {"en": "# About", "nl": "# Over deze site", "de": "# Über diese Website"}[language]
    assert texts["site/about.md"].startswith(about)
    comment = {"en": "# Where the site is", "nl": "# Waar de site", "de": "# Wo die Site"}[language]
    assert comment in texts["mkdocs.yml"]
    assert not any("python" in texts[f"{each}/README.md"] for each in ("templates", "languages"))


@pytest.mark.parametrize(("language", "told"), [("ar", True), ("de", False), ("nl-BE", False)])
def test_that_pages_lack_words_of_the_language_is_told_at_once(
    tmp_path: Path, language: str, told: bool
) -> None:
    said = printed(
        begun_text(
            tmp_path, "Buses", begin(tmp_path / "new", "Buses", language, "1.0", INDEX, git=False)
        )
    )
    assert ("There are no words for pages in Arabic" in " ".join(said.split())) == told


@pytest.mark.process
def test_a_repository_is_made_where_there_is_none(tmp_path: Path) -> None:
    begun = begin(tmp_path / "new", "Buses", "en", "1.0", INDEX)
    assert begun.kept is Kept.MADE
    assert (tmp_path / "new/.git/HEAD").read_text("utf-8") == "ref: refs/heads/main\n"
    assert dict(begun.files)["mkdocs.yml"].count("edit_uri: edit/main/\n") == 1
    # Within that one, no other is made, and the folder is known.
    below = begin(tmp_path / "new" / "more" / "of it", "Buses", "en", "1.0", INDEX)
    assert below.kept is Kept.WITHIN
    assert not (tmp_path / "new/more/of it/.git").exists()
    assert "edit_uri: edit/main/more/of it/\n" in dict(below.files)["mkdocs.yml"]
    assert ".github stands in more/of it/" in printed(begun_text(tmp_path, "Buses", below))
    assert yaml_of(below)["edit_uri"] == "edit/main/more/of it/"


def test_without_git_it_begins_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked_not = begin(tmp_path / "one", "Buses", "en", "1.0", INDEX, git=False)
    assert (asked_not.kept, asked_not.without) == (Kept.NONE, "")
    assert not (tmp_path / "one/.git").exists()
    monkeypatch.setattr("shutil.which", lambda _: None)
    missing = begin(tmp_path / "two", "Buses", "en", "1.0", INDEX)
    assert (missing.kept, missing.without) == (Kept.NONE, "git is not installed")
    said = printed(begun_text(tmp_path, "Buses", missing))
    assert "There is no git repository: git is not installed" in said
    assert "git init -b main" in said


def test_what_was_installed_from_a_wheel_brings_it_along(tmp_path: Path) -> None:
    wheel = tmp_path / "betoog-1.0-py3-none-any.whl"
    wheel.write_bytes(b"a wheel")
    origin = Origin(f"./wheels/{wheel.name}[host]", wheel=wheel)
    begun = begin(tmp_path / "new", "Buses", "en", "1.0", origin, git=False)
    assert (tmp_path / "new/wheels" / wheel.name).read_bytes() == b"a wheel"
    assert dict(begun.files)["requirements.txt"].endswith(f"\n./wheels/{wheel.name}[host]\n")
    assert "pip wheel" not in dict(begun.files)["Makefile"]


def test_what_was_installed_from_elsewhere_is_made_a_wheel_by_the_lock(tmp_path: Path) -> None:
    origin = Origin("./wheels/betoog.whl[host]", "git+https://git.example.org/b@abc")
    begun = begin(tmp_path / "new", "Buses", "en", "1.0", origin, git=False)
    makefile = dict(begun.files)["Makefile"]
    assert "\nSOURCE := git+https://git.example.org/b@abc\n" in makefile
    assert '-m pip wheel -q --no-deps -w wheels "$(SOURCE)"\n' in makefile
    assert "make lock makes the wheel" in printed(begun_text(tmp_path, "Buses", begun))


def test_from_an_index_the_requirements_say_what_may_be_missing(tmp_path: Path) -> None:
    begun = begin(tmp_path / "new", "Buses", "en", "1.0", INDEX, git=False)
    requirements = dict(begun.files)["requirements.txt"]
    assert "may have no betoog" in requirements
    assert requirements.endswith("\nbetoog[host]==1.0\n")
    assert "complete it" in printed(begun_text(tmp_path, "Buses", begun))
    assert "wheels" not in dict(begun.files)["Makefile"]


def yaml_of(begun: Begun) -> dict[str, object]:
    class Loader(yaml.SafeLoader):
        pass

    Loader.add_constructor("!ENV", lambda *_: "")
    found: dict[str, object] = yaml.load(dict(begun.files)["mkdocs.yml"], Loader)
    return found


def test_a_folder_that_has_something_is_left_alone_and_named(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine", "utf-8")
    with pytest.raises(AnswerError, match=r"not empty: it has README\.md"):
        begin(tmp_path, "Buses", "en", "1.0", INDEX)
    assert [each.name for each in tmp_path.iterdir()] == ["README.md"]
    with pytest.raises(AnswerError, match="is a file"):
        begin(tmp_path / "README.md", "Buses", "en", "1.0", INDEX)


def test_a_repository_that_was_just_made_counts_as_empty(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert begin(tmp_path, "Buses", "en", "1.0", INDEX, git=False).files


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
        begin(tmp_path / "new", title, language, "1.0", INDEX)
    assert not (tmp_path / "new").exists()


def test_a_folder_gives_its_name_for_want_of_a_title(tmp_path: Path) -> None:
    assert title_of(tmp_path / "free-buses") == "Free buses"


def test_a_site_is_configured_alike_whatever_the_language_of_the_comments(tmp_path: Path) -> None:
    said: dict[str, list[str]] = {}
    for language in EXAMPLES:
        begun = begin(tmp_path / language, "Buses", language, "1.0", INDEX, git=False)
        lines = dict(begun.files)["mkdocs.yml"].splitlines()
        said[language] = [each for each in lines if not each.strip().startswith("#")]
    assert said["en"] == said["nl"] == said["de"]
