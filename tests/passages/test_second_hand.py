"""Services that show what others published are known, and nothing that only looks like one."""

import pytest

from graph.passages.second_hand import is_second_hand, shown_there


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://web.archive.org/web/2020/https://example.org/a?b#c", "https://example.org/a?b#c"),
        ("http://www.web.archive.org/web/20200101id_/http:/example.org", "http://example.org"),
        ("https://archive.ph/2024.01.31-000000/https://example.org/a", "https://example.org/a"),
        ("https://r.jina.ai/https://example.org/", "https://example.org/"),
        ("https://archive.is/AbCdE", None),
        ("https://web.archive.org/web/2020/https://", None),
        ("https://www-example-org.translate.goog/a?_x_tr_tl=nl", None),
    ],
)
def test_what_is_shown_is_read_from_the_address_where_it_says_so(
    url: str, shown: str | None
) -> None:
    assert is_second_hand(url)
    assert shown_there(url) == shown


@pytest.mark.parametrize(
    "url",
    [
        "https://archive.org/details/a-book",
        "https://archive.example.org/a",
        "https://dev.example.org/https://other.example/",
        "https://notarchive.ph/a",
        "https://translate.goog.example/",
        "http://[broken",
        "https:///a",
    ],
)
def test_what_may_be_the_publishers_own_is_not_taken_for_a_copy(url: str) -> None:
    assert not is_second_hand(url)
    assert shown_there(url) is None
