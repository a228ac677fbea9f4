import base64
import hashlib
from collections.abc import Iterable
from wsgiref.types import StartResponse, WSGIEnvironment

import pytest

from graph.pages.kinds.unmade import unmade_page
from graph.pages.served import telling, with_findings, with_reloading
from graph.words.interface import Interface
from graph.words.language import language

INTERFACE = Interface((language("en"), language("nl")))
PAGE = (
    b'<!doctype html>\n<html lang="nl" data-root="">\n<body class="a">\n<main></main></body></html>'
)


def test_where_nothing_is_wrong_a_page_is_as_it_was() -> None:
    assert with_findings(PAGE, [], INTERFACE) == PAGE


def test_what_is_wrong_begins_a_page_in_its_language() -> None:
    said = with_findings(PAGE, ["claims/d/a.md:3: R101 <b>\u202e"], INTERFACE).decode()
    before, _, after = said.partition('<body class="a">')
    assert before == PAGE.decode().partition("<body")[0]
    assert after.index("Er klopt iets niet") < after.index("<main>")
    assert "claims/d/a.md:3: R101 &lt;b&gt;" in said
    assert "\u202e" not in said


@pytest.mark.parametrize("page", [b"404 Not Found", b'<html lang="xx-odd"><body></body></html>'])
def test_a_page_of_no_language_of_the_site_is_told_in_the_first(page: bytes) -> None:
    assert b"Something is wrong" in with_findings(page, ["a"], INTERFACE)


def test_of_very_many_findings_the_first_are_shown_and_the_rest_counted() -> None:
    said = with_findings(PAGE, [f"finding {n}" for n in range(1000)], INTERFACE).decode()
    assert said.count("<li>") == 21
    assert "980 more" in said


def site(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
    """As MkDocs's server answers: what exists as it is, anything else bare."""
    path = environ["PATH_INFO"]
    assert "\0" not in path
    kinds = {"/kb/404.html": "text/html", "/kb/a/": "text/html", "/kb/a.png": "image/png"}
    if path not in kinds:
        start("404 Not Found", [("Content-Type", "text/html")])
        return [b"404 Not Found"]
    start("200 OK", [("Content-Type", kinds[path]), ("Content-Length", str(len(path)))])
    return [path[:3].encode(), path[3:].encode()]


@pytest.mark.parametrize(
    ("path", "status", "body"),
    [
        ("/kb/a/", "200 OK", b"!/kb/a/"),
        ("/kb/a.png", "200 OK", b"/kb/a.png"),
        ("/kb/b/", "404 Not Found", b"!/kb/404.html"),
        ("/elsewhere", "404 Not Found", b"!/kb/404.html"),
        ("/kb/a\0b", "404 Not Found", b"!/kb/404.html"),
    ],
)
def test_pages_tell_and_other_files_are_as_they_are(path: str, status: str, body: bytes) -> None:
    begun: list[tuple[str, dict[str, str]]] = []

    def start(status: str, headers: list[tuple[str, str]], _: object = None, /) -> None:
        begun.append((status, dict(headers)))

    app = telling(site, "/kb/404.html", lambda page: b"!" + page)
    parts = app({"PATH_INFO": path}, start)  # type: ignore[arg-type]
    assert b"".join(parts) == body
    assert [(each, headers["Content-Length"]) for each, headers in begun] == [
        (status, str(len(body)))
    ]


def test_where_there_is_no_page_for_missing_ones_the_bare_answer_stays() -> None:
    app = telling(site, "/kb/none.html", lambda page: b"!" + page)
    assert b"".join(app({"PATH_INFO": "/kb/b"}, lambda *_: None)) == b"!404 Not Found"  # type: ignore[arg-type]


_POLICED = b"<meta content=\"script-src 'self'; x\"><body><script>evil()</script>\n%b</body>"


def _hash(script: bytes) -> bytes:
    return b"'sha256-%b'" % base64.b64encode(hashlib.sha256(script).digest())


def test_the_script_at_the_very_end_may_run_and_no_other() -> None:
    page = with_reloading(_POLICED % b"<script>\nreload(1)\n</script>")
    assert b"script-src 'self' %b; x" % _hash(b"\nreload(1)\n") in page
    assert _hash(b"evil()") not in page


def test_what_stands_in_for_a_page_that_could_not_be_made_is_reloaded_too() -> None:
    page = unmade_page(language("en"), "claims/x/", "B101 <script>evil()</script>").encode()
    served = with_reloading(page.replace(b"</body>", b"<script>1</script></body>"))
    assert b"script-src 'self' %b\"" % _hash(b"1") in served
    assert b"<script>evil" not in served


def test_a_page_without_a_script_at_its_end_stays_as_it_is() -> None:
    for page in (_POLICED % b"", _POLICED % b"<script>x()</script>\n", b"", b"</script></body>"):
        assert with_reloading(page) == page
