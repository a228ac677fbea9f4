from typing import Any

import pytest

from graph.serving.answering import Answer, application, kind_of

FILES = {
    "index.html": b"<html><body>home</body></html>",
    "a/index.html": b"<html><body>a</body></html>",
    "a/index.json": b"{}",
    "style.css": b"a{}",
}


class Site:
    """A site of a few files, of which none changes."""

    mount = "/kb/"

    def content(self, address: str) -> Answer:
        found = FILES.get(address)
        return Answer(found or b"<html><body>missing</body></html>", found is not None, "1")

    def indexed(self, address: str) -> bytes | None:
        return b"engine" if address == "pagefind/pagefind.js" else None

    def changed(self, address: str, version: str, patience: float) -> bool:
        return self.content(address).version != version


def asked(path: str, host: str = "127.0.0.1", **more: str) -> tuple[str, dict[str, str], bytes]:
    begun: list[tuple[str, list[tuple[str, str]]]] = []

    def start(status: str, headers: list[tuple[str, str]], _: Any = None, /) -> Any:
        begun.append((status, headers))

    environ = {"REQUEST_METHOD": "GET", "PATH_INFO": path, "HTTP_HOST": "localhost:8000", **more}
    parts = application(Site(), host)(environ, start)
    ((status, headers),) = begun
    return status, dict(headers), b"".join(parts)


@pytest.mark.parametrize(
    ("path", "status", "kind", "begin"),
    [
        ("/kb/", "200 OK", "text/html; charset=utf-8", b"<html><body>home"),
        ("/kb/a/", "200 OK", "text/html; charset=utf-8", b"<html><body>a"),
        ("/kb/a/index.json", "200 OK", "application/json", b"{}"),
        ("/kb/style.css", "200 OK", "text/css; charset=utf-8", b"a{}"),
        ("/kb/b/", "404 Not Found", "text/html; charset=utf-8", b"<html><body>missing"),
        ("/other/", "404 Not Found", "text/html; charset=utf-8", b"<html><body>missing"),
        ("/kb/../../etc/passwd", "404 Not Found", "text/html; charset=utf-8", b"<html>"),
        ("/kb/a\0b", "404 Not Found", "text/html; charset=utf-8", b"<html>"),
        ("/kb/\xff\xfe", "404 Not Found", "text/html; charset=utf-8", b"<html>"),
        ("/kb/pagefind/pagefind.js", "200 OK", "text/javascript; charset=utf-8", b"engine"),
        ("/kb/pagefind/../style.css", "404 Not Found", "text/plain; charset=utf-8", b""),
    ],
)
def test_what_is_there_is_answered_and_all_else_is_missing(
    path: str, status: str, kind: str, begin: bytes
) -> None:
    said, headers, body = asked(path)
    assert (said, headers["Content-Type"]) == (status, kind)
    assert body.startswith(begin)
    assert headers["Content-Length"] == str(len(body))


@pytest.mark.parametrize(
    ("path", "query", "to"),
    [("/", "", "/kb/"), ("/kb", "", "/kb/"), ("/kb/a", "q=1", "/kb/a/?q=1"), ("", "", "/kb/")],
)
def test_a_folder_is_led_to_by_its_address_with_a_slash(path: str, query: str, to: str) -> None:
    status, headers, _ = asked(path, QUERY_STRING=query)
    assert (status, headers["Location"]) == ("302 Found", to)


def test_a_head_is_what_a_page_has_without_its_body() -> None:
    _, headers, whole = asked("/kb/a/")
    assert asked("/kb/a/", REQUEST_METHOD="HEAD") == ("200 OK", headers, b"")
    assert headers["Content-Length"] == str(len(whole))


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_can_be_done_but_reading(method: str) -> None:
    status, headers, _ = asked("/kb/a/", REQUEST_METHOD=method)
    assert (status, headers["Allow"]) == ("405 Method Not Allowed", "GET, HEAD")


def test_a_file_that_a_browser_has_already_is_not_sent_again() -> None:
    _, headers, _ = asked("/kb/style.css")
    status, _, body = asked("/kb/style.css", HTTP_IF_NONE_MATCH=headers["ETag"])
    assert (status, body) == ("304 Not Modified", b"")


@pytest.mark.parametrize(
    ("host", "named", "answered"),
    [
        ("127.0.0.1", "localhost:8000", True),
        ("127.0.0.1", "127.0.0.1:8000", True),
        ("::1", "[::1]:8000", True),
        ("localhost", "LOCALHOST", True),
        ("kb.localhost", "kb.localhost:1", True),
        ("127.0.0.1", "evil.example:8000", False),
        ("127.0.0.1", "localhost.evil.example", False),
        ("127.0.0.1", "", False),
        ("0.0.0.0", "desk.example:8000", True),
        ("192.0.2.7", "desk.example:8000", True),
    ],
)
def test_who_serves_for_this_machine_alone_answers_to_no_other_name(
    host: str, named: str, answered: bool
) -> None:
    status, _, body = asked("/kb/a/", host, HTTP_HOST=named)
    assert (status == "200 OK") is answered
    assert (b"<html>" in body) is answered


def test_a_page_is_told_whether_it_is_another_by_now() -> None:
    for version, status in (("0", "200 OK"), ("1", "204 No Content")):
        query = f"page=a%2Findex.html&version={version}"
        assert asked("/kb/.betoog/changed", QUERY_STRING=query)[0] == status


def test_a_page_asks_for_its_own_changes() -> None:
    _, _, body = asked("/kb/a/")
    assert b'data-changed="/kb/.betoog/changed?page=a%2Findex.html&amp;version=1"' in body


def test_a_file_of_no_known_kind_is_bytes() -> None:
    assert kind_of("a/pagefind.en_1.pf_meta") == "application/octet-stream"
