"""A file of many records as it is read: what is wrong in it stands where it is."""

from typing import Any

import pytest
import yaml

from graph.errors import AnswerError
from graph.exchange.bundles.reading import format_of, read_bundle
from graph.records import limits
from graph.store.yaml_nodes import place_beyond


def _faults(text: str | bytes, form: str) -> list[tuple[str, int, int]]:
    raw = text.encode() if isinstance(text, str) else text
    return [(each.code, each.line, each.column) for each in read_bundle("f", raw, form).findings]


@pytest.mark.parametrize(
    ("form", "text", "faults"),
    [
        ("jsonl", '{"a": 1}\n\n{"a": 1,}\n5', [("S201", 3, 9), ("F103", 4, 1)]),
        ("jsonl", '{"a": 1, "a": 2}\n{"record": "clam"}', [("S209", 1, 1), ("F104", 2, 12)]),
        ("jsonl", '{"a": ' + "[" * 5000 + "]" * 5000 + "}", [("F103", 1, 1)]),
        ("jsonl", '{"a": ' + "[" * 20 + "]" * 20 + "}", [("S212", 1, 1)]),
        ("jsonl", '{"record": []}\n{"record": {}}\n{"record": 5}\n{"record": null}',
         [("F104", 1, 12), ("F104", 2, 12), ("F104", 3, 12), ("F104", 4, 12)]),
        ("jsonl", '{"a": ' + "9" * 5000 + "}\n[-" + "1" * 5000 + "]",
         [("S201", 1, 1), ("S201", 2, 1)]),
        ("yaml", "", [("F103", 1, 1)]),
        ("yaml", "- claim: x\n", [("F103", 1, 1)]),
        ("yaml", "claims: 5\nclaim: []\n", [("F103", 1, 9), ("F101", 2, 1)]),
        ("yaml", "claims:\n  - 5\n  - {kind: fact}\n", [("F103", 2, 5)]),
        ("yaml", "claims:\n  - a: *x\n", [("S210", 2, 8)]),
        ("csv", "", [("F103", 1, 1)]),
        ("csv", 'claim.en,kind\n"One,fact\n', [("S205", 2, 1)]),
        ("csv", "claim.en,kind\nOne, two,fact\n", [("F103", 2, 10)]),
        ("csv", "record,kind\nclam,fact\n", [("F104", 2, 1)]),
        ("csv", "claim.en,claim.en,kind\nOne.,Two.,fact\nOne.,,fact\n", [("S209", 2, 6)]),
        ("csv", "supports,record,supports.1.claim\na; b,claim,c\na,claim,\n", [("S209", 2, 12)]),
        ("csv", "record,kind,record\nclaim,fact,source\n", [("S209", 2, 12)]),
        ("csv", b"claim.en\ncaf\xe9\n", [("S001", 2, 4)]),
        ("csv", b"\xef\xbb\xbfclaim.en\ncaf\xe9\n", [("S001", 2, 4)]),
        ("csv", b"\xef\xbb\xbfcaf\xe9\n", [("S001", 1, 4)]),
    ],
)  # fmt: skip
def test_what_is_no_file_of_records_is_told_where_it_is(
    form: str, text: str | bytes, faults: list[tuple[str, int, int]]
) -> None:
    assert _faults(text, form) == faults


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_spreadsheet_is_read_as_programs_of_all_countries_write_it(
    delimiter: str, end: str
) -> None:
    rows = (("claim.en", "kind", "supports"), ('"One, two; ""three"""', "fact", "a"), ("", "", ""))
    text = "\ufeff" + end.join(delimiter.join(row) for row in rows) + end
    (entry,) = read_bundle("f", text.encode(), "csv").entries
    assert entry.fields == {
        "claim": {"en": 'One, two; "three"'},
        "kind": "fact",
        "supports": [{"claim": "a"}],
    }
    assert entry.row == 2


def test_cells_hold_lists_and_columns_the_parts_of_one_item() -> None:
    head = "topics,supports,supports.because.en,supports.3.claim,supports.2.with,author,issued"
    text = f"{head}\nchips; trade,a; b,Why.,c,x;y,,\n"
    (entry,) = read_bundle("f", text.encode(), "csv").entries
    assert entry.fields == {
        "topics": ["chips", "trade"],
        "supports": [
            {"claim": "a", "because": {"en": "Why."}},
            {"claim": "b", "with": ["x", "y"]},
            {"claim": "c"},
        ],
    }
    assert entry.place(("supports", 1, "with", 1)) == entry.place(("supports", 1, "with"))
    assert entry.place(("supports", 2, "claim")).column == 24


def test_authors_stand_in_a_cell_as_the_command_takes_them() -> None:
    text = "record,type,title,author\nsource,book,Trams,Hoek, A.; The Town\n".replace(
        "Hoek, A.; The Town", '"Hoek, A.; The Town"'
    )
    (entry,) = read_bundle("f", text.encode(), "csv").entries
    assert entry.fields["author"] == [{"family": "Hoek", "given": "A."}, {"literal": "The Town"}]


def test_a_cell_that_a_spreadsheet_would_run_is_a_text_both_ways() -> None:
    (entry,) = read_bundle("f", b"claim.en,kind\n'=1+1,'80s\n", "csv").entries
    assert entry.fields == {"claim": {"en": "=1+1"}, "kind": "'80s"}


def test_a_list_alone_is_told_to_say_what_it_lists() -> None:
    (finding,) = read_bundle("f", b"- claim: x\n", "yaml").findings
    assert finding.message == "this list does not say what it lists"
    assert "`claims:`" in (finding.help or "")


def test_more_than_a_bundle_may_hold_is_an_error_with_the_numbers() -> None:
    many = b"{}\n" * (limits.RECORDS + 1)
    bundle = read_bundle("f", many, "jsonl")
    assert bundle.entries == ()
    assert [each.message for each in bundle.findings] == ["10,001 records; 10,000 are the most"]
    large = read_bundle("f", b" " * (limits.BUNDLE + 1), "yaml")
    assert [each.message for each in large.findings] == ["more than 33,554,432 bytes"]


@pytest.mark.parametrize(
    ("form", "text", "line"),
    [
        ("yaml", "claims:\n  - topics: [{}]\n", 2),
        ("yaml", "claims: [{{topics: [{}]}}]\n", 1),
        ("jsonl", '{{}}\n{{"topics": [{}]}}\n', 2),
    ],
)
def test_more_values_than_a_bundle_may_hold_are_told_before_they_are_kept(
    form: str, text: str, line: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "VALUES", 500)
    values = ["1"] * 490
    assert read_bundle("f", text.format(",".join(values)).encode(), form).findings == ()
    bundle = read_bundle("f", text.format(",".join(values * 2)).encode(), form)
    assert [(each.message, each.line) for each in bundle.findings] == [
        ("more than 500 values", line)
    ]
    assert bundle.findings[0].help.startswith("bring it in as several files")


@pytest.mark.parametrize(
    "text",
    [
        "{a, b, c, d}", "[[[[[[[]]]]]]]", "- - - - - a", "a:\nb:\nc:\n", "? a\n? b\n? c\n",
        "- a\n- b\n- c\n- d\n", "[a: b, c: d, e: f]", "a: {b: , c: , d: }", "x",
    ],
)  # fmt: skip
def test_where_the_first_value_too_many_stands_is_found(text: str) -> None:
    events = [each for each in yaml.parse(text, yaml.CLoader) if isinstance(each, yaml.NodeEvent)]
    for most, event in enumerate(events):
        mark: Any = event.start_mark
        assert place_beyond(text, most) == (mark.line, mark.column)
    assert place_beyond(text, len(events)) is None


def test_the_format_is_that_of_the_name_or_the_one_given() -> None:
    assert [format_of(each, None) for each in ("a.yml", "A.CSV", "a.jsonl", "a.json")] == [
        "yaml", "csv", "jsonl", "yaml",
    ]  # fmt: skip
    assert format_of("a.txt", "csv") == "csv"
    with pytest.raises(AnswerError, match="--format yaml"):
        format_of("a.txt", None)
    with pytest.raises(AnswerError, match="one of yaml, jsonl, csv"):
        format_of("a.csv", "xlsx")
