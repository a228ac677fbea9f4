"""Whatever an annotation says, its page stays safe and stays at home."""

import re

import pytest

from graph.pages.views.annotation import annotation_html


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
