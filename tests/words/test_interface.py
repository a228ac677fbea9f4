import json
import os
from importlib.resources import files
from pathlib import Path

import pytest

from graph.records import limits
from graph.words.interface import Interface, codes_of_site, read_interface
from graph.words.language import language


def _with(root: Path, **files: str) -> Interface:
    (root / "languages").mkdir()
    for code, text in files.items():
        (root / "languages" / f"{code}.yaml").write_text(text, "utf-8")
    return read_interface(root, ("en", "nl"), "Buses")


def test_a_site_has_the_languages_of_its_debates_in_their_order(tmp_path: Path) -> None:
    found = read_interface(tmp_path, ("nl", "en", "nl"), "Buses")
    assert (found.codes, found.notes) == (("nl", "en"), ())
    assert [each.prefix for each in found.languages] == ["", "en/"]
    assert found.language("nl").t("site.name") == "Buses"
    assert read_interface(tmp_path, ("nl",)).codes == ("nl",)
    assert read_interface(tmp_path).codes == ("en",)


def test_a_file_adds_its_language_unless_the_site_has_chosen_others(tmp_path: Path) -> None:
    assert _with(tmp_path, fr="site: {}\n").codes == ("en", "nl", "fr")
    assert read_interface(tmp_path, ("en", "nl"), chosen=("nl",)).codes == ("nl",)


def test_a_language_without_any_words_has_english_ones_and_that_is_told(tmp_path: Path) -> None:
    found = read_interface(tmp_path, ("fr", "qaa"))
    french, nameless = found.languages
    assert (french.name, french.number(0.5), french.t("share.locale")) == (
        "Français",
        "0,50",
        "fr_FR",
    )
    assert french.script_words["decimal"] == ","
    assert (french.t("site.sources"), nameless.name) == ("Sources", "qaa")
    assert found.notes == tuple(
        f"there are no words for pages in {name}, which are shown in English: "
        f"languages/{code}.yaml is the place for them"
        for code, name in (("fr", "French"), ("qaa", "qaa"))
    )


def test_a_language_as_one_country_has_it_has_the_words_of_the_language(tmp_path: Path) -> None:
    found = read_interface(tmp_path, ("nl-BE",))
    assert (found.codes, found.notes) == (("nl-BE",), ())
    assert found.language("nl-BE").t("site.sources") == "Bronnen"
    assert found.language("nl-BE").t("share.locale") == "nl_BE"
    own = _with(tmp_path, nl="site: {sources: Boeken}\n")
    assert own.codes == ("en", "nl")
    one = read_interface(tmp_path, ("nl-BE",))
    assert (one.codes, one.notes) == (("nl-BE",), ())
    assert one.language("nl-BE").t("site.sources") == "Boeken"


@pytest.mark.parametrize(
    ("code", "file", "name"), [("enq", "enq", "enq"), ("nl-DE", "nl", "Nederlands")]
)
def test_a_language_of_the_debates_that_cldr_does_not_know_has_its_code_and_its_file(
    tmp_path: Path, code: str, file: str, name: str
) -> None:
    assert read_interface(tmp_path, (code,)).language(code).name == name
    _with(tmp_path, **{file: "site: {sources: Xyz}\n"})
    found = read_interface(tmp_path, (code,))
    assert found.codes == (code,)
    assert (found.languages[0].name, found.languages[0].t("site.sources")) == (name, "Xyz")


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


@pytest.mark.parametrize("said", ['{other: "{n}件"}', '"{n}件"'])
def test_a_language_may_have_one_form_for_all_numbers(tmp_path: Path, said: str) -> None:
    japanese = _with(tmp_path, ja=f"search:\n  found: {said}\n").language("ja")
    assert [japanese.n("search.found", n) for n in (0, 1, 2)] == ["0件", "1件", "2件"]
    assert japanese.t("search.found.one") == japanese.t("search.found.other") == "{n}件"


@pytest.mark.parametrize("empty", ['""', "' '", "", "~"])
def test_a_text_that_is_left_empty_is_not_there(tmp_path: Path, empty: str) -> None:
    french = _with(tmp_path, fr=f"add: {{field: {{claim_in: {empty}}}}}\n").language("fr")
    assert french.t("add.field.claim_in", language="x").startswith("What you claim")


def test_an_example_in_braces_may_be_another(tmp_path: Path) -> None:
    found = _with(tmp_path, fr='records: {languages: "Comme {fr: Un pont}."}\n')
    assert found.language("fr").t("records.languages") == "Comme {fr: Un pont}."
    assert len(found.notes) == 1


@pytest.mark.parametrize("blank", ["{n:>2000000000}", "{n:{n}}", "{n!r:>9}", "{n!s}", "{n.real}"])
def test_a_blank_is_a_name_and_nothing_else(tmp_path: Path, blank: str) -> None:
    found = _with(tmp_path, fr=f'count:\n  claims: {{one: "{blank}", other: "{blank}"}}\n')
    assert found.language("fr").n("count.claims", 3) == "3 claims"
    assert "count.claims has " in found.notes[0]


def test_what_is_no_file_or_is_elsewhere_has_no_words(tmp_path: Path) -> None:
    folder = tmp_path / "languages"
    folder.mkdir()
    os.mkfifo(folder / "fr.yaml")
    (folder / "en.yaml").symlink_to("/dev/zero")
    found = read_interface(tmp_path, ("en",))
    assert [note.partition(", so")[0] for note in found.notes if "so its words" in note] == [
        "languages/en.yaml: a symbolic link leads out of the languages folder",
        "languages/fr.yaml: this is a pipe, not a file",
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
        ("count:\n  claims: [x, y]\n", "count.claims has another form than in English"),
        ("count:\n  claims: {one: [x], other: y}\n", "count.claims has no text as the form “one”"),
        ("site:\n  sauces: Soßen\n", "there is no site.sauces"),
        ("site: [\n", "line "),
        *(
            (f"quotation: '{each}'\n", "quotation must have {} once")
            for each in ("x", "«»", "{}{}", "« {} » « {} »")
        ),
        (f"decimal: '{'x' * 2_001}'\n", "decimal has more than 2,000 characters"),
        (f"count: {{claims: {{other: '{'x' * 2_001}'}}}}\n", "count.claims has more than 2,000"),
        (f"numbers: ['{'x' * 2_001}']\n", "numbers has more than 2,000 characters"),
        (f"numbers: [{'x, ' * 501}]\n", "numbers has more than 500 items"),
    ],
)
def test_what_cannot_be_used_is_named_and_shown_in_english(
    tmp_path: Path, text: str, note: str
) -> None:
    found = _with(tmp_path, fr=text)
    assert any(f"languages/fr.yaml: {note}" in each for each in found.notes), found.notes
    french = found.language("fr")
    assert french.t("site.sources") == "Sources"
    assert french.n("count.claims", 2) == found.language("en").n("count.claims", 2)


def test_a_name_that_goes_between_quotation_marks_has_one_place(tmp_path: Path) -> None:
    found = _with(tmp_path, fr="quotation: « {} »\n")
    assert found.language("fr").t("quotation").split("{}") == ["« ", " »"]
    assert not [each for each in found.notes if "quotation" in each]


@pytest.mark.parametrize("text", ["", "# later\n", "---\n", "null\n"])
def test_a_file_that_holds_nothing_yet_is_not_told(tmp_path: Path, text: str) -> None:
    assert not _with(tmp_path, nl=text).notes


@pytest.mark.parametrize("text", ["- name\n", "Nederlands\n", "1\n", "true\n", "2025-01-01\n"])
def test_a_file_that_names_no_words_is_told(tmp_path: Path, text: str) -> None:
    said = "languages/nl.yaml: these are no names with their texts, so its words are left out"
    assert said in _with(tmp_path, nl=text).notes


def test_a_note_is_one_line_in_which_nothing_hides(tmp_path: Path) -> None:
    keys = (r"a\n::error::told", r"b\r\t", r"c\u202Ed", "e" * 900)
    found = _with(tmp_path, en="".join(f'"{each}": x\n' for each in keys))
    assert len(found.notes) == len(keys)
    assert all(each.isprintable() and len(each) < 500 for each in found.notes)
    assert "there is no a␊::error::told" in found.notes[0]


def test_of_many_notes_some_are_told_and_the_others_counted(tmp_path: Path) -> None:
    found = _with(tmp_path, en="".join(f"k{each}: x\n" for each in range(80)))
    assert (len(found.notes), found.notes[-1]) == (51, "languages: 30 more are left out here")


def test_files_of_more_languages_than_a_site_has_are_left_out_and_named(tmp_path: Path) -> None:
    codes = "af am ar az be bg bn bs ca cs cy da de el es et eu fa fi fr ga gl gu he hi hr".split()
    found = _with(tmp_path, **dict.fromkeys(codes, ""))
    assert len(found.languages) == limits.LANGUAGES
    left_out = [each for each in found.notes if "24 languages at most" in each]
    assert len({*codes, "en", "nl"}) - limits.LANGUAGES == len(left_out)


def test_a_file_for_no_language_is_left_out_and_named(tmp_path: Path) -> None:
    found = _with(tmp_path, nonsense="site: {}\n")
    assert found.codes == ("en", "nl")
    assert found.notes == (
        "languages/nonsense.yaml: nonsense is not the code of a language, so the file is left out",
    )


def test_the_file_of_one_language_makes_another_and_what_it_lacks_is_told_by_its_key(
    tmp_path: Path,
) -> None:
    german = files("graph.words").joinpath("languages", "de.yaml").read_text("utf-8")
    cut = german.replace("  skip: Zum Text springen\n", "")
    found = _with(tmp_path, lb=f"{cut}scheme: {json.dumps(language('de').texts['scheme'])}\n")
    assert found.notes == (
        "languages/lb.yaml: 1 text is not there, and shown in English (site.skip)",
    )
    copied = found.language("lb")
    assert (copied.t("site.sources"), copied.t("site.skip")) == ("Quellen", "Skip to the text")
    assert copied.t("scheme.sign.name") == "Anzeichen"


@pytest.mark.parametrize("chosen", [(), ("de", "nl")])
@pytest.mark.parametrize("languages", [(), ("en",), ("nl", "fr-BE"), ("pt", "en")])
def test_the_languages_are_known_without_their_words(
    tmp_path: Path, languages: tuple[str, ...], chosen: tuple[str, ...]
) -> None:
    (tmp_path / "languages").mkdir()
    for name in ("fr", "fr-CA", "nl", "no-language", "it-IT", "it"):
        (tmp_path / "languages" / f"{name}.yaml").write_text("site: {}\n", "utf-8")
    found = read_interface(tmp_path, languages, chosen=chosen)
    assert codes_of_site(tmp_path, languages, chosen) == found.codes
    assert (
        codes_of_site(tmp_path / "none", languages)
        == read_interface(tmp_path / "none", languages).codes
    )
