"""Whatever an annotation says, its page stays safe and stays at home."""

import re

import pytest

from graph.pages.views.annotation import annotation_begun, annotation_html


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[go](javascript:alert(1))",
        "[go](JaVaScRiPt:alert(1))",
        "[go](java&#115;cript:alert(1))",
        "[go](vbscript:x)",
        "[go](data:text/html;base64,PHNjcmlwdD4=)",
        "<javascript:alert(1)>",
        "[ref]\n\n[ref]: javascript:alert(1)",
        '[go](https://example.org "x\\" onclick=\\"alert(1)")',
        "| a |\n|---|\n| <b onclick=x> |",
    ],
)
def test_nothing_in_an_annotation_can_run(text: str) -> None:
    html = annotation_html(text)
    tags = re.findall(r"<[^>]*>", html)
    assert not any(re.match(r"</?(script|img|b)\b", tag) for tag in tags)
    assert not any(re.search(r"""href=["']?\s*(javascript|vbscript|data):""", tag) for tag in tags)
    assert not any(re.search(r"""(?:^|["'\s])on\w+=""", re.sub(r'"[^"]*"', '""', t)) for t in tags)


def test_an_image_becomes_a_link_so_that_nothing_is_fetched_from_elsewhere() -> None:
    html = annotation_html("![a chart](https://example.org/chart.png)")
    assert "<img" not in html
    assert '<a href="https://example.org/chart.png">a chart</a>' in html


def test_markdown_and_its_tables_are_set() -> None:
    html = annotation_html("*so* `x < y`\n\n| a |\n|---|\n| 1 |\n")
    assert "<em>so</em> <code>x &lt; y</code>" in html
    assert "<td>1</td>" in html


@pytest.mark.parametrize(
    ("text", "below", "levels"),
    [
        ("# One\n\n## Two", 2, "34"),
        ("## One\n\n## Two", 1, "22"),
        ("#### One\n\n###### Two\n\n## Three", 2, "343"),
        ("# 1\n\n## 2\n\n### 3\n\n#### 4\n\n##### 5", 2, "34566"),
    ],
)
def test_headings_stand_below_the_page_s_own_and_leave_out_no_level(
    text: str, below: int, levels: str
) -> None:
    html = annotation_html(text, below)
    assert "".join(re.findall(r"<h(\d)>", html)) == levels
    assert "".join(re.findall(r"</h(\d)>", html)) == levels


def test_an_address_that_is_named_over_and_over_makes_no_page_without_end() -> None:
    text = f"[a]: /{'b' * 9000}\n\n{'[a]' * 3600}"
    assert len(annotation_html(text)) < 3 * len(text)
    assert annotation_html(text).startswith("<pre>[a]: /bbb")
    assert annotation_html("[a]: /b\n\n[a] [a]").count('href="/b"') == 2


def test_a_table_of_which_most_cells_are_not_there_is_shown_as_it_is_typed() -> None:
    wide = f"|{'a|' * 200}\n|{'-|' * 200}\n" + "|\n" * 200
    html = annotation_html(f"{wide}\n" * 10)
    assert "<table>" not in html
    assert len(html) < 3 * 10 * len(wide)


def test_a_table_with_some_short_lines_is_one() -> None:
    html = annotation_html("| a | b | c |\n|---|---|---|\n| 1 |\n|\n| 1 | 2 | 3 |\n\nAfter.\n")
    assert html.count("<td>") == 9
    assert html.endswith("<p>After.</p>\n")
    assert "<table>" in annotation_html("Before:\n| a | b |\n|---|---|\n")


_SHORT = "It is so."
_LONG = "This is a sentence that says what it has to say, and no more than that."


def _said(text: str) -> tuple[str, str]:
    begun, rest = annotation_begun(text)
    return re.sub(r"<[^>]*>", "", begun).strip(), re.sub(r"<[^>]*>", "", rest).strip()


@pytest.mark.parametrize("text", ["", _SHORT, f"{_LONG} {_LONG}", f"*{_SHORT}*\n\n- one\n- two"])
def test_a_short_note_is_shown_at_once(text: str) -> None:
    assert annotation_begun(text) == (annotation_html(text), "")


@pytest.mark.parametrize("between", [" ", "\n"])
def test_a_long_note_is_parted_between_two_sentences(between: str) -> None:
    sentences = [f"{_LONG[:-1]}, number {number}." for number in range(6)]
    begun, rest = _said(between.join(sentences))
    assert f"{begun}{between}{rest}" == between.join(sentences)
    assert begun.endswith(".")
    assert rest.startswith("This ")
    assert len(begun) <= 300


def test_a_note_is_parted_in_no_sentence_link_or_abbreviation_that_goes_on() -> None:
    inside = f"[{_SHORT} {_SHORT}](../a/)"
    text = f"{inside} cf. e.g. this {'and that ' * 30}here. {_LONG}"
    begun, rest = annotation_begun(text)
    assert begun.count("<a ") == begun.count("</a>") == 1
    assert begun.endswith("here.</p>\n")
    assert rest == f"<p>{_LONG}</p>\n"
    assert annotation_begun("word " * 100)[1] == ""


def test_a_long_note_of_several_blocks_begins_with_the_first() -> None:
    text = f"{_LONG}\n\n{_LONG * 5}\n\n### More\n\n{_SHORT}"
    begun, rest = annotation_begun(text)
    assert begun == f"<p>{_LONG}</p>\n"
    assert begun + rest == annotation_html(text)


def test_what_would_be_many_times_longer_is_shown_as_it_is_typed_at_once() -> None:
    text = "[a]" * 3000 + f"\n\n[a]: https://e.org/{'x' * 1000}"
    begun, rest = annotation_begun(text)
    assert begun.startswith("<pre>")
    assert rest == ""
