"""Fetching a source's page and taking its main text out of it."""

import http.client
import urllib.error
import urllib.request
from collections.abc import Iterator
from typing import Any

from graph.errors import BetoogError
from graph.passages.browser import LINE_BREAK
from graph.passages.deadline import in_time
from graph.passages.iri import as_uri
from graph.passages.page_encoding import decoded
from graph.passages.page_markup import prepared, too_intricate
from graph.passages.paragraphs import SourceText, looks_like_heading
from graph.passages.public_hosts import NotAskedError
from graph.passages.web import USER_AGENT, on_the_web, opener, told

SIZE_LIMIT = 5_000_000
"""The largest page that is read, in bytes."""

_CHUNK = 65_536
_HTML = ("text/html", "application/xhtml+xml")
_BLOCKS = {"p", "list", "item", "quote", "table", "row", "code", "div", "ab"}


class DownloadError(BetoogError):
    """A page could not be had, or has no text; the message says why in one sentence."""


def download(url: str, timeout: float = 20.0, private: bool = False) -> SourceText:
    """Fetch a page and extract its main text; `timeout` is in seconds, for the whole page.

    Raises:
        DownloadError: see `fetch` and `extract`.
    """
    return extract(fetch(url, timeout, private))


def fetch(url: str, timeout: float = 20.0, private: bool = False) -> str:
    """The HTML at a web address (http or https), following redirects, at most `SIZE_LIMIT`.

    Addresses in this machine's own networks are asked for only when `private`.

    Raises:
        DownloadError: when the address is no web address or is not asked for, does not answer
            in time, answers with an error, with something that is not HTML, or with more than
            `SIZE_LIMIT`.
    """
    if not on_the_web(url):
        raise DownloadError(f"{url} is not a web address: it must begin with http:// or https://.")
    headers = {
        "User-Agent": USER_AGENT,
        "Accept": ", ".join(_HTML),
        "Accept-Encoding": "identity",
    }

    def ask() -> tuple[bytes, str | None]:
        request = urllib.request.Request(as_uri(url), headers=headers)
        with opener(private).open(request, timeout=timeout) as answer:
            _require_html(url, answer.headers)
            return _read(url, answer), answer.headers.get_content_charset()

    try:
        return decoded(*in_time(timeout, ask))
    except NotAskedError as error:
        raise DownloadError(f"{url} is not asked for: {error}.") from error
    except urllib.error.HTTPError as error:
        with error:
            raise DownloadError(f"{url} answers {error.code} {told(error.reason)}.") from error
    except TimeoutError as error:
        raise DownloadError(f"{url} does not answer within {timeout:g} seconds.") from error
    except urllib.error.URLError as error:
        if isinstance(error.reason, TimeoutError):
            raise DownloadError(f"{url} does not answer within {timeout:g} seconds.") from error
        raise DownloadError(f"{url} cannot be reached: {told(error.reason)}.") from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise DownloadError(f"{url} cannot be read: {told(error)}.") from error


def extract(html: str) -> SourceText:
    """The main text of a page, without menus, comments and section headings.

    Paragraph 0 is the page's first heading, or else its title, empty when it has neither.

    Raises:
        DownloadError: when the page has no main text, or so many parts that to find it would take
            minutes.
    """
    # Imported here because it takes longer to load than most commands take to run.
    from trafilatura import bare_extraction

    tree = prepared(html)
    if tree is not None and too_intricate(tree):
        raise DownloadError("The page has too many parts to take its text out of them.")
    page: Any = None
    if tree is not None:
        page = bare_extraction(tree, with_metadata=True, include_comments=False)
    blocks = list(_blocks(page.body)) if page is not None and page.body is not None else []
    headline = next((text for tag, text in blocks if tag == "h1"), None)
    body = [(tag, text) for tag, text in blocks if tag not in ("h1", "head")]
    paragraphs = [
        text
        for place, (tag, text) in enumerate(body)
        if tag != "p" or place == len(body) - 1 or not looks_like_heading(text)
    ]
    if not paragraphs:
        raise DownloadError("The page has no main text that can be told from its menus.")
    return SourceText((headline or page.title or "", *paragraphs))


def _require_html(url: str, headers: http.client.HTTPMessage) -> None:
    kind = headers.get_content_type()
    if kind not in _HTML:
        raise DownloadError(f"{url} is {kind}, not a page of HTML.")
    if headers.get("Content-Encoding", "identity").lower() != "identity":
        raise DownloadError(f"{url} is sent compressed although it was asked for plain.")


def _read(url: str, answer: http.client.HTTPResponse) -> bytes:
    page = bytearray()
    while chunk := answer.read1(_CHUNK):
        page += chunk
        if len(page) > SIZE_LIMIT:
            raise DownloadError(f"{url} is larger than {SIZE_LIMIT // 1_000_000} MB.")
    if len(page) < int(answer.headers.get("Content-Length", "0")):
        raise DownloadError(f"{url} breaks off before its end.")
    return bytes(page)


def _blocks(element: Any) -> Iterator[tuple[str, str]]:
    """The blocks of an element in order, each with its tag; a page's main heading is `h1`."""
    run = element.text or ""
    for child in element:
        if child.tag in _BLOCKS or child.tag == "head":
            yield from _block(element.tag, run)
            run = ""
            if child.tag == "head":
                yield from _block("h1" if child.get("rend") == "h1" else "head", _inline(child))
            elif child.tag == "row":
                yield from _block("row", " ".join(_inline(cell) for cell in child))
            else:
                yield from _blocks(child)
        else:
            run += _inline(child)
        run += child.tail or ""
    yield from _block(element.tag, run)


def _block(tag: str, text: str) -> Iterator[tuple[str, str]]:
    lines = (" ".join(line.split()) for line in text.split(LINE_BREAK))
    if text := LINE_BREAK.join(line for line in lines if line):
        yield tag, text


def _inline(element: Any) -> str:
    if element.tag == "lb":
        return LINE_BREAK
    if not isinstance(element.tag, str):  # a comment or processing instruction
        return ""
    return (element.text or "") + "".join(_inline(child) + (child.tail or "") for child in element)
