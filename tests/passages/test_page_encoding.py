import codecs

import pytest

from graph.passages.page_encoding import decoded


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("ISO-8859-1", "cp1252"),
        ("us-ascii", "cp1252"),
        ("windows-1252", "cp1252"),
        ("iso-8859-15", "iso-8859-15"),
        ("Shift_JIS", "shift_jis"),
        ("x-nobody-knows", "utf-8"),
        ("punycode", "utf-8"),
        ("zlib", "utf-8"),
        ("utf-7", "utf-8"),
        ("\0", "utf-8"),
        ("a" * 5000, "utf-8"),
        (None, "utf-8"),
    ],
)
def test_a_page_is_read_in_an_encoding_that_browsers_know(
    charset: str | None, encoding: str
) -> None:
    text = "één €" if encoding != "shift_jis" else "\u3042"
    assert decoded(codecs.encode(text, encoding), charset) == text


def test_what_a_page_says_of_itself_counts_where_nothing_else_does() -> None:
    page = b'<meta charset="iso-8859-5">\xd1'
    assert decoded(page, None).endswith("б")
    assert not decoded(page, "utf-8").endswith("б")
