import base64
import hashlib

import pytest

from graph.serving.reloading import version_of, with_reloading

POLICY = (
    b'<meta http-equiv="Content-Security-Policy" content="default-src \'self\'; '
    b"script-src 'self'; object-src 'none'\">"
)


def test_the_policy_of_a_page_lets_through_the_script_that_is_added_and_no_other() -> None:
    page = b"<html><head>" + POLICY + b"</head><body>\n<p>Text</p>\n</body>\n</html>\n"
    added = with_reloading(page, "/kb/", "a/index.html", "v")
    script = added.partition(b'version=v">')[2].partition(b"</script>")[0]
    digest = base64.b64encode(hashlib.sha256(script).digest())
    assert b"script-src 'self' 'sha256-" + digest + b"'; object-src" in added
    assert added.endswith(b"</script></body>\n</html>\n")
    assert added.count(b"<script") == 1


@pytest.mark.parametrize(
    "page",
    [
        b"404 Not Found",
        b"<html><head>"
        + POLICY.replace(b"script-src 'self'; ", b"")
        + b"</head><body></body></html>",
    ],
)
def test_a_page_that_allows_no_script_or_has_no_end_is_as_it_is(page: bytes) -> None:
    assert with_reloading(page, "/", "", "v") == page


def test_an_address_that_anybody_made_up_stays_within_its_attribute() -> None:
    added = with_reloading(b"<body></body>", "/", '"><script>', "v")
    assert added.count(b"<script") == 1


def test_a_version_is_that_of_a_page_and_of_its_looks() -> None:
    assert version_of(b"a", "1") == version_of(b"a", "1")
    assert len({version_of(b"a", "1"), version_of(b"b", "1"), version_of(b"a", "2")}) == 3
