"""Sources as BibTeX, read back by an independent reader."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import Person, parse_string

from graph.exchange.bibtex import bibtex
from graph.records import Source
from tests.exchange.test_csl_json import SOURCE

# Signs that mean something to LaTeX or BibTeX, and words that BibTeX parts names at.
_HARD = st.lists(
    st.sampled_from([*"\\{}$^~_&%#@\"'`-,?!<> ", "and", "AND", "others", r"\input{x}", "ab", "é漢"])
    | st.characters(exclude_categories=["Cc", "Cs"])
).map(lambda parts: " ".join("".join(parts).split()))
_TEXTS = _HARD.filter(bool)
_SHOWN = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciicircum{}": "^",
    r"\textasciitilde{}": "~",
    "{}": "",
}


def _source(**fields: Any) -> Source:
    return Source.model_validate({"id": "a", "type": "webpage", "title": "T", **fields})


def _read(*sources: Source) -> Any:
    return parse_string(bibtex(sources), "bibtex").entries


def _shown(latex: str) -> str:
    """What LaTeX shows of a text without commands other than those for single signs."""

    def sign(found: re.Match[str]) -> str:
        token = found[0]
        assert token in _SHOWN or len(token) == 2 or token not in r"\{}$^~_&%#", latex
        return _SHOWN.get(token, token[-1:])

    return re.sub(r"\\text[a-z]+\{\}|\{\}|\\[$&%#_]|(?s:.)", sign, latex)


def test_an_entry_reads_back_with_its_fields() -> None:
    entry = _read(SOURCE)["smith-2024"]
    assert entry.type == "article"
    assert entry.fields["journal"] == "A Journal"
    assert entry.fields["year"] == "2024"
    assert entry.fields["month"] == "may"
    assert entry.fields["urldate"] == "2025-01-31"


def test_the_name_of_a_body_stays_in_one_piece() -> None:
    people = _read(SOURCE)["smith-2024"].persons["author"]
    assert people[0].last_names == ["Smith"]
    assert people[1].last_names == ["{The Office}"]


def test_a_report_has_an_institution() -> None:
    report = _source(id="r", type="report", title="R", publisher="A Bureau")
    entry = _read(report)["r"]
    assert entry.type == "techreport"
    assert entry.fields["institution"] == "A Bureau"


@pytest.mark.parametrize("title", ["On {curly", "A smile :-} here", "@article{x,", "{}}{", "}"])
def test_a_brace_on_its_own_is_one_sign_among_others(title: str) -> None:
    entries = _read(_source(title=title, note=title), _source(id="b"))
    assert _shown(entries["a"].fields["title"]) == _shown(entries["a"].fields["note"]) == title
    assert entries["b"].fields["title"] == "T"


def test_a_command_of_latex_in_a_text_does_nothing() -> None:
    title = _read(_source(title=r"\input{/etc/passwd} $x^2$"))["a"].fields["title"]
    assert title == (
        r"\textbackslash{}input\textbraceleft{}/etc/passwd\textbraceright{} "
        r"\$x\textasciicircum{}2\$"
    )


def test_addresses_stand_as_they_are() -> None:
    url, doi = "https://example.org/a_b?x=1&y=50%25#~c", "10.1007/978-3_12"
    fields = _read(_source(URL=url, DOI=doi))["a"].fields
    assert (fields["url"], fields["doi"]) == (url, doi)


def test_a_brace_in_an_address_is_escaped_as_addresses_escape() -> None:
    assert _read(_source(URL="https://e.org/{a\\"))["a"].fields["url"] == "https://e.org/%7Ba%5C"


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ({"family": "de la Cruz and Sons", "given": "Ana"}, "{de la Cruz and Sons}, Ana"),
        ({"family": "van der Berg", "given": "Jo"}, "van der Berg, Jo"),
        ({"family": "Cruz", "given": "Ana, M.D."}, "Cruz, {Ana, M.D.}"),
        ({"family": "Ada Bron"}, "{Ada Bron}"),
        ({"family": "Multatuli"}, "Multatuli"),
        ({"family": "others", "given": "and"}, "{others}, {and}"),
        ({"literal": "Rag and Bone, Ltd"}, "{Rag and Bone, Ltd}"),
    ],
)
def test_a_name_stays_that_of_one(name: dict[str, str], written: str) -> None:
    people = _read(_source(author=[name, {"family": "Doe", "given": "Jo"}]))["a"].persons["author"]
    assert people == [Person(written), Person("Doe, Jo")]


def test_an_author_without_a_name_is_left_out() -> None:
    assert "author" not in _read(_source(author=[{}]))["a"].persons


@given(_TEXTS, _TEXTS)
def test_whatever_a_text_holds_reads_back(title: str, note: str) -> None:
    fields = _read(_source(title=title, note=note, publisher=title))["a"].fields
    assert (_shown(fields["title"]), _shown(fields["note"])) == (title, note)
    assert _shown(fields["publisher"]) == title


@given(st.lists(st.tuples(_HARD, _HARD, _HARD), min_size=1, max_size=3))
def test_whatever_a_name_holds_reads_back(names: list[tuple[str, str, str]]) -> None:
    parts = ("family", "given", "literal")
    author = [{key: text for key, text in zip(parts, name, strict=True) if text} for name in names]
    source = _source(author=author)
    people = _read(source)["a"].persons.get("author", [])
    expected = [each for each in source.author if each.full]
    assert len(people) == len(expected)
    for person, name in zip(people, expected, strict=True):
        family = _shown(_bare(person.prelast_names + person.last_names))
        given_name = _shown(_bare(person.first_names + person.middle_names))
        assert person.lineage_names == []
        if name.literal is None and name.family and name.given:
            assert (given_name, family) == (name.given, name.family)
        else:
            assert (given_name, family) == ("", name.full)


def _bare(parts: list[str]) -> str:
    """The parts of a name without the braces that keep one in one piece."""
    text = " ".join(parts)
    depth, whole = 0, text.startswith("{")
    for place, sign in enumerate(text):
        depth += (sign == "{") - (sign == "}")
        whole = whole and (depth > 0 or place == len(text) - 1)
    return text[1:-1] if whole and len(text) > 2 else text


def test_the_note_says_where_a_source_was_read() -> None:
    fields = _read(_source(URL="https://e.org/a", seen_at="https://mirror.example/a_b"))["a"].fields
    assert fields["url"] == "https://e.org/a"
    assert _shown(fields["note"]) == "Seen at https://mirror.example/a_b"


def test_keywords_of_all_languages_are_one_list() -> None:
    keyed = _source(keywords={"en": ["R&D"], "nl": ["onderzoek"]})
    assert _shown(_read(keyed)["a"].fields["keywords"]) == "R&D, onderzoek"
    assert "keywords" not in _read(_source())["a"].fields
