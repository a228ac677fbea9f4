import contextlib
import http.server
import threading
from collections.abc import Iterator

import pytest

from graph.passages.download import DownloadError, download, extract, fetch

PAGE = """<!doctype html><html lang="nl"><head><title>Bread is cheap again | The Mill</title>
<meta charset="utf-8"></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<article><h1>Bread is cheap again</h1>
<p>Nobody expected the baker to sell <em>bread</em> at that price, least of all the baker.</p>
<h2>How it came about</h2>
<p>Grain came by ship, and for once the ship was early, so that the mill had work all week.</p>
<p><strong>What it means</strong></p>
<p>Those who live by the mill hope it lasts.<br>Those who live by the oven do, too, they say.</p>
<ul><li>flour for the baker</li><li>bran for the horse</li></ul>
<blockquote><p>We have never seen so much grain in one week, said the miller’s daughter.</p>
</blockquote>
<p>Whether the price stays low will depend on the wind, the harvest and the ships.</p>
</article><footer><p>Cookies, privacy and the small print of The Mill</p></footer></body></html>"""


# Set when nobody waits for the server any more.
_over = threading.Event()


class Site(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.close_connection = True
        getattr(self, f"answer_{self.path.strip('/')}", self.answer_missing)()

    def answer_missing(self) -> None:
        self.send_error(404)

    def answer_page(self) -> None:
        self.answer(PAGE.encode(), "text/html; charset=utf-8")

    def answer_latin(self) -> None:
        self.answer("<p>één ‘prijs’</p>".encode("cp1252"), "text/html; charset=ISO-8859-1")

    def answer_declared(self) -> None:
        self.answer('<meta charset="utf-8"><p>één</p>'.encode(), "text/html")

    def answer_nonsense(self) -> None:
        self.answer("<p>één</p>".encode(), "text/html; charset=klingon")

    def answer_pdf(self) -> None:
        self.answer(b"%PDF", "application/pdf")

    def answer_large(self) -> None:
        self.answer(b"x" * 5_000_001, "text/html")

    def answer_moved(self) -> None:
        self.redirect("/page")

    def answer_file(self) -> None:
        self.redirect("file:///etc/hostname")

    def answer_ftp(self) -> None:
        self.redirect("ftp://127.0.0.1:1/page")

    def answer_loop(self) -> None:
        self.redirect("/loop")

    def answer_short(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(b"<p>half a pa")

    def answer_compressed(self) -> None:
        self.answer(b"\x1f\x8b", "text/html", ("Content-Encoding", "gzip"))

    def answer_drip(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        with contextlib.suppress(OSError):  # the reader gives up, as it should
            for _ in range(100):
                self.wfile.write(b"x")
                self.wfile.flush()
                _over.wait(0.05)

    def answer_headers(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        with contextlib.suppress(OSError):
            for _ in range(100):
                self.wfile.write(b"x")
                self.wfile.flush()
                _over.wait(0.05)

    def answer_along(self) -> None:
        self.send_response(302)
        self.send_header("Location", "/page")
        self.end_headers()
        self.wfile.flush()
        # What comes with a redirect never ends, and nobody reads it.
        with contextlib.suppress(OSError):
            while not _over.wait(0.01):
                self.wfile.write(b"x" * 65536)

    def answer_puny(self) -> None:
        self.answer(b"<p>" + b"x" * 100_000, "text/html; charset=punycode")

    def answer_silent(self) -> None:
        _over.wait(0.6)

    def answer(self, body: bytes, kind: str, *headers: tuple[str, str]) -> None:
        self.send_response(200)
        for name, value in (("Content-Type", kind), ("Content-Length", str(len(body))), *headers):
            self.send_header(name, value)
        self.end_headers()
        with contextlib.suppress(OSError):  # too large for the reader's taste
            self.wfile.write(body)

    def redirect(self, where: str) -> None:
        self.send_response(302)
        self.send_header("Location", where)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}).start()
    yield f"http://127.0.0.1:{server.server_port}"
    _over.set()
    server.shutdown()
    server.server_close()


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")


def test_the_main_text_is_numbered_from_the_headline() -> None:
    paragraphs = extract(PAGE).paragraphs
    assert paragraphs[0] == "Bread is cheap again"
    assert paragraphs[1].startswith("Nobody expected the baker to sell bread at that price,")
    assert paragraphs[2].startswith("Grain came by ship,")


def test_headings_and_what_looks_like_them_are_not_counted() -> None:
    text = "\n".join(extract(PAGE).paragraphs)
    assert "How it came about" not in text
    assert "What it means" not in text


def test_menus_and_small_print_are_left_out() -> None:
    text = "\n".join(extract(PAGE).paragraphs)
    assert "Home" not in text
    assert "Cookies" not in text


def test_a_line_break_parts_words_but_not_paragraphs() -> None:
    assert "hope it lasts.\u2028Those who live" in extract(PAGE).paragraphs[3]


SAID = (
    "The mayor came early and told nobody at all of the plan for the buses.",
    "Nobody in the hall had expected that she would say so, least of all the driver.",
    "The money comes from the parking places that the town has let for years.",
    "In the evening the council met again, and spoke until late in the night.",
    "The end of it is that the buses are free, and that nobody pays any more.",
)
ELSEWHERE = """<div class="teaser"><h3><a href="/trams">Trams, too</a></h3>
<p>In another town the trams are free, and people go to their work by tram each day.</p></div>
<p class="Teaser-box"><a href="/more">Read what other towns do with their buses</a></p>"""


def letter(body: str) -> str:
    return (
        "<!doctype html><html><head><title>A letter</title></head><body>"
        f"<nav><a href=/>Home</a></nav><article><h1>A letter</h1>{body}</article>"
        "<footer><p>Cookies</p></footer></body></html>"
    )


def in_boxes(box: str, number: int, rest: str = "") -> str:
    blocks = [f"<p>{each}</p>" for each in SAID]
    return letter(f"{box.format(''.join(blocks[:number]))}{''.join(blocks[number:])}{rest}")


@pytest.mark.parametrize("number", [1, 2, 5])
@pytest.mark.parametrize(
    "box",
    [
        '<div class="teaser-content">{}</div>',
        '<section id="Teaser">{}</section>',
        '<div class="intro"><div class="Teaser__text">{}</div></div>',
    ],
)
def test_opening_paragraphs_in_a_box_that_is_called_a_teaser_are_read(
    box: str, number: int
) -> None:
    assert extract(in_boxes(box, number)).paragraphs == ("A letter", *SAID)


def test_teasers_of_other_pages_are_left_out() -> None:
    assert extract(in_boxes("{}", 0, ELSEWHERE)).paragraphs == ("A letter", *SAID)


@pytest.mark.parametrize("around", ["<p>{}</p>", "<div>{}</div>", "<p><strong>{}</strong></p>"])
@pytest.mark.parametrize(
    "gap", ["<br><br>", "<br/> \n<br />", '<BR clear="all">&nbsp;<BR>', "<br><br><br>"]
)
def test_two_line_breaks_in_a_row_part_paragraphs(around: str, gap: str) -> None:
    page = letter(around.format(gap.join(SAID)))
    assert extract(page).paragraphs == ("A letter", *SAID)


def test_a_page_without_a_headline_begins_with_its_first_paragraph() -> None:
    page = "".join(f"<p>{each}</p>" for each in SAID)
    assert extract(page).paragraphs == ("", *SAID)


def test_list_items_and_quotations_are_paragraphs() -> None:
    assert extract(PAGE).paragraphs[4:6] == ("flour for the baker", "bran for the horse")
    assert extract(PAGE).paragraphs[6].startswith("We have never seen so much grain")


def test_without_a_heading_the_title_is_the_headline() -> None:
    page = PAGE.replace("<h1>Bread is cheap again</h1>", "")
    assert extract(page).paragraphs[0].startswith("Bread is cheap again")


@pytest.mark.parametrize("page", ["", " ", "<html><body></body></html>", "\x00", "<<<>>>"])
def test_a_page_without_text_is_an_error(page: str) -> None:
    with pytest.raises(DownloadError, match="no main text"):
        extract(page)


def test_a_page_is_fetched_and_read(site: str) -> None:
    assert download(f"{site}/page", 5, private=True) == extract(PAGE)


def test_redirects_on_the_web_are_followed(site: str) -> None:
    assert fetch(f"{site}/moved", 5, private=True) == PAGE


def test_what_comes_with_a_redirect_is_not_read(site: str) -> None:
    assert "Grain came by ship" in fetch(f"{site}/along", 5, private=True)


def test_an_encoding_that_no_browser_knows_is_not_used(site: str) -> None:
    assert fetch(f"{site}/puny", 5, private=True) == "<p>" + "x" * 100_000


@pytest.mark.parametrize(
    ("page", "paragraphs"),
    [
        ("<p " + " ".join(f"a{n}=b" for n in range(100_000)) + ">" + "word " * 60, 1),
        ("<p>" + "word " * 60 + "<br>" + "\u00a0" * 50_000 + "x<br>", 1),
        ("<p>" + "word " * 60 + "</p>" + "<br> " * 50_000, 1),
        ("<p>" + "word " * 60 + "</p>" + "<a" + "-a" * 50_000, 1),
    ],
)
def test_a_page_that_is_hard_to_read_is_read(page: str, paragraphs: int) -> None:
    assert len(extract(f"<html><body><article>{page}").paragraphs) == paragraphs + 1


@pytest.mark.parametrize("part", ["<tr><td>word ", "<i>x</i>"])
def test_a_page_of_too_many_parts_is_an_error(part: str) -> None:
    with pytest.raises(DownloadError, match="too many parts"):
        extract("<html><body><article><table>" + part * 50_001)


@pytest.mark.parametrize("path", ["latin", "declared", "nonsense"])
def test_the_encoding_is_the_declared_one_or_utf_8(site: str, path: str) -> None:
    assert "één" in fetch(f"{site}/{path}", 5, private=True)


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("missing", "answers 404"),
        ("pdf", "is application/pdf"),
        ("large", "larger than 5 MB"),
        ("file", "not allowed"),
        ("ftp", "cannot be reached"),
        ("loop", "answers 302"),
        ("short", "breaks off"),
        ("compressed", "compressed"),
        ("drip", "within 0.3 seconds"),
        ("silent", "within 0.3 seconds"),
        ("headers", "within 0.3 seconds"),
    ],
)
def test_what_is_no_readable_page_is_an_error(site: str, path: str, reason: str) -> None:
    with pytest.raises(DownloadError, match=reason):
        fetch(f"{site}/{path}", 0.3 if "0.3" in reason else 5, private=True)


@pytest.mark.parametrize(
    "url", ["file:///etc/hostname", "ftp://example.org/x", "data:text/html,x", "x", "", "http://[x"]
)
def test_only_web_addresses_are_fetched(url: str) -> None:
    with pytest.raises(DownloadError, match="not a web address"):
        fetch(url, 1)


def test_a_server_that_is_not_there_is_an_error() -> None:
    with pytest.raises(DownloadError, match="cannot be reached"):
        fetch("http://127.0.0.1:1/", 1, private=True)


def test_an_address_with_a_space_in_it_is_an_error() -> None:
    with pytest.raises(DownloadError, match="cannot be read"):
        fetch("http://127.0.0.1:1/a b", 1, private=True)
