"""Pages as they are served while somebody writes: what is wrong stands at the top of each, and a
page that is missing comes by itself as soon as it is there.

The script by which it does stands on the page, which the policy of the page refuses; so it is let
through by its fingerprint, and no other with it.
"""

import base64
import hashlib
import re
from collections.abc import Callable, Iterable, Sequence
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from markupsafe import Markup

from graph.text.visible import visible
from graph.words.interface import Interface

_LANGUAGE = re.compile(rb'<html[^>]*? lang="([A-Za-z-]+)"')
_BODY = re.compile(rb"<body[^>]*>")
_SCRIPT, _END = b"<script>", b"</script></body>"
_ALLOWED = b"script-src 'self'"
_SHOWN = 20
"""As many findings as are shown; the first of them is usually that of what was just written."""
_BANNER = Markup("""
<aside class="notice wrong" role="status">
<p>{text}</p>
<ul lang="en">
{findings}
</ul>
</aside>
""")
_Headers = list[tuple[str, str]]
_FINDING = Markup("<li><code>{}</code></li>")


def with_findings(page: bytes, findings: Sequence[str], interface: Interface) -> bytes:
    """A page that begins with what was found, in its own language; as it is for no findings."""
    if not findings:
        return page
    code = match[1].decode() if (match := _LANGUAGE.search(page)) else ""
    languages = dict(zip(interface.codes, interface.languages, strict=True))
    language = languages.get(code, interface.languages[0])
    shown = [visible(each) for each in findings[:_SHOWN]]
    if more := len(findings) - len(shown):
        shown.append(f"… {more} more")
    banner = _BANNER.format(
        text=language.t("served.wrong"),
        findings=Markup("\n").join(_FINDING.format(each) for each in shown),
    ).encode()
    begin = match.end() if (match := _BODY.search(page)) else 0
    return page[:begin] + banner + page[begin:]


def with_reloading(page: bytes) -> bytes:
    """The page with a policy that lets the script run that its server put at its very end; as it
    is where there is none."""
    end = page.rfind(_END)
    start = page.rfind(_SCRIPT, 0, max(end, 0))
    if start < 0:
        return page
    digest = hashlib.sha256(page[start + len(_SCRIPT) : end]).digest()
    hashed = b"%b 'sha256-%b'" % (_ALLOWED, base64.b64encode(digest))
    return page.replace(_ALLOWED, hashed, 1)


def telling(
    site: WSGIApplication, missing: str, findings: Callable[[bytes], bytes]
) -> WSGIApplication:
    """What a site answers, with `findings` put into every page of it.

    An address that does not exist gets the page at `missing`, which reloads itself as those that
    exist do.
    """

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if "\0" in environ["PATH_INFO"]:
            # No file has such a name, and the system refuses to look for one.
            environ = {**environ, "PATH_INFO": f"{missing}/none"}
        status, headers, parts = _asked(site, environ)
        if status.startswith("404 "):
            there, its_headers, page = _asked(site, {**environ, "PATH_INFO": missing})
            if there.startswith("200 "):
                headers, parts = its_headers, page
        if dict(headers).get("Content-Type", "").startswith("text/html"):
            parts = [findings(_whole(parts))]
            kept = [each for each in headers if each[0] != "Content-Length"]
            headers = [*kept, ("Content-Length", str(len(parts[0])))]
        start_response(status, headers)
        return parts

    return answer


def _asked(
    site: WSGIApplication, environ: WSGIEnvironment
) -> tuple[str, _Headers, Iterable[bytes]]:
    begun: list[tuple[str, _Headers]] = []

    def begin(
        status: str, headers: _Headers, exc_info: object = None, /
    ) -> Callable[[bytes], object]:
        begun.append((status, headers))
        return lambda _: None

    parts = site(environ, begin)
    return *begun[-1], parts


def _whole(parts: Iterable[bytes]) -> bytes:
    try:
        return b"".join(parts)
    finally:
        if close := getattr(parts, "close", None):
            close()
