import os
from pathlib import Path

import pytest

from graph.words.interface import Interface, read_interface


def _with(root: Path, **files: str) -> Interface:
    (root / "languages").mkdir()
    for code, text in files.items():
        (root / "languages" / f"{code}.yaml").write_text(text, "utf-8")
    return read_interface(root, "Buses")


def test_without_files_of_its_own_a_site_has_the_languages_of_the_program(tmp_path: Path) -> None:
    found = read_interface(tmp_path, "Buses")
    assert (found.codes, found.notes) == (("en", "nl"), ())
    assert found.language("nl").t("site.name") == "Buses"


def test_a_file_replaces_single_words_and_leaves_the_others(tmp_path: Path) -> None:
    found = _with(tmp_path, nl="site:\n  name: Bussen\n")
    assert found.notes == ()
    assert found.language("nl").t("site.name") == "Bussen"
    assert found.language("nl").t("site.sources") == "Bronnen"
    assert found.language("en").t("site.name") == "Buses"


def test_a_file_adds_a_language_with_its_name_decimal_and_plurals(tmp_path: Path) -> None:
    said = 'count:\n  claims: {one: "{n} teza", few: "{n} tezy", other: "{n} tez"}\n'
    found = _with(tmp_path, pl=said)
    polish = found.language("pl")
    assert (polish.name, polish.number(0.5), polish.prefix) == ("Polski", "0,50", "pl/")
    assert [polish.n("count.claims", n) for n in (1, 3, 5)] == ["1 teza", "3 tezy", "5 tez"]
    assert polish.t("site.sources") == "Sources"
    assert "shown in English" in found.notes[-1]


@pytest.mark.parametrize("blank", ["{n:>2000000000}", "{n:{n}}", "{n!r:>9}", "{n!s}", "{n.real}"])
def test_a_blank_is_a_name_and_nothing_else(tmp_path: Path, blank: str) -> None:
    found = _with(tmp_path, de=f'count:\n  claims: {{one: "{blank}", other: "{blank}"}}\n')
    assert found.language("de").n("count.claims", 3) == "3 claims"
    assert "count.claims has " in found.notes[0]


def test_what_is_no_file_or_is_elsewhere_has_no_words(tmp_path: Path) -> None:
    folder = tmp_path / "languages"
    folder.mkdir()
    os.mkfifo(folder / "de.yaml")
    (folder / "en.yaml").symlink_to("/dev/zero")
    found = read_interface(tmp_path)
    assert [note.partition(", so")[0] for note in found.notes if "so its words" in note] == [
        "languages/en.yaml: a symbolic link leads out of the languages folder",
        "languages/de.yaml: this is a pipe, not a file",
    ]
    assert found.language("en").t("site.sources") == "Sources"


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("site: Seite\n", "site is a group of words, and one text stands there"),
        ("site:\n  sources: {a: b}\n", "site.sources must be a text"),
        ('site:\n  sources: "{x}"\n', "site.sources has {x}, which is not filled in there"),
        ('site:\n  sources: "{x"\n', "site.sources has a brace that is not closed"),
        *(
            (
                f'count:\n  claims: "{{n{form}}}"\n',
                "count.claims has more than a name in the braces of {n}",
            )
            for form in (":>2000000000", ":{n}", "!r", ":.3f")
        ),
        ("count:\n  claims: {one: x}\n", "count.claims lacks the form “other”"),
        ("site:\n  sauces: Soßen\n", "there is no site.sauces"),
        ("site: [\n", "line "),
    ],
)
def test_what_cannot_be_used_is_named_and_shown_in_english(
    tmp_path: Path, text: str, note: str
) -> None:
    found = _with(tmp_path, de=text)
    assert any(f"languages/de.yaml: {note}" in each for each in found.notes), found.notes
    german = found.language("de")
    assert german.t("site.sources") == "Sources"
    assert german.n("count.claims", 2) == found.language("en").n("count.claims", 2)


def test_a_file_for_no_language_is_left_out_and_named(tmp_path: Path) -> None:
    found = _with(tmp_path, nonsense="site: {}\n")
    assert found.codes == ("en", "nl")
    assert found.notes == (
        "languages/nonsense.yaml: nonsense is not the code of a language, so the file is left out",
    )
