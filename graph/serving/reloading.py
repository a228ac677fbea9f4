"""What is added to a page while it is served: a script that shows it anew once it has changed, at
the place where its reader was, with what was open still open.

The script stands on the page, which the policy of the page refuses; so it is let through by its
fingerprint, and no other with it.
"""

import base64
import hashlib
import re
from urllib.parse import urlencode

from markupsafe import Markup

CHANGED = ".betoog/changed"
"""Where a page asks whether it has changed, below the folder of the site."""

_SCRIPT = """
(() => {
  const asked = document.currentScript.dataset.changed;
  const kept = `betoog:${location.pathname}`;
  const parts = () => {
    const met = new Map();
    return [...document.querySelectorAll("details")].map((part) => {
      const name = part.id || part.querySelector("summary")?.textContent.trim() || "";
      met.set(name, (met.get(name) ?? 0) + 1);
      return [`${name} ${met.get(name)}`, part];
    });
  };
  const before = JSON.parse(sessionStorage.getItem(kept) ?? "null");
  sessionStorage.removeItem(kept);
  if (before) {
    const restore = () => {
      for (const [name, part] of parts()) {
        if (name in before.open) part.open = before.open[name];
      }
      scrollTo({ left: before.left, top: before.top, behavior: "instant" });
    };
    history.scrollRestoration = "manual";
    restore();
    addEventListener("load", () => {
      restore();
      history.scrollRestoration = "auto";
    });
  }
  const reload = () => {
    const open = Object.fromEntries(parts().map(([name, part]) => [name, part.open]));
    const place = { left: scrollX, top: scrollY, open };
    sessionStorage.setItem(kept, JSON.stringify(place));
    location.reload();
  };
  let asking = null;
  const ask = async () => {
    if (document.hidden || asking) return;
    const mine = (asking = new AbortController());
    try {
      let answer;
      do answer = await fetch(asked, { signal: mine.signal, cache: "no-store" });
      while (answer.status === 204);
      if (answer.ok) return reload();
    } catch {}
    if (asking === mine) asking = null;
    if (!mine.signal.aborted) setTimeout(ask, 1000);
  };
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) return void ask();
    asking?.abort();
    asking = null;
  });
  ask();
})();
"""
_TAG = Markup('<script data-changed="{}">{}</script>')
_DIGEST = base64.b64encode(hashlib.sha256(_SCRIPT.encode()).digest())
_POLICY, _ALLOWED = b'http-equiv="Content-Security-Policy"', b"script-src 'self'"
_END = re.compile(rb"</body>\s*(?:</html>\s*)?\Z")


def version_of(page: bytes, beside: str) -> str:
    """What a page is known by, as it looks: its text and what `beside` tells of its styles."""
    return hashlib.sha256(page + beside.encode()).hexdigest()[:32]


def with_reloading(page: bytes, mount: str, path: str, version: str) -> bytes:
    """A page at a path below `mount` that shows itself anew once its version is another; as it is
    where its own policy allows no script, or where it has no end."""
    end = _END.search(page)
    if end is None or (_POLICY in page and _ALLOWED not in page):
        return page
    asked = f"{mount}{CHANGED}?{urlencode({'page': path, 'version': version})}"
    script = _TAG.format(asked, Markup(_SCRIPT)).encode()
    allowed = b"%b 'sha256-%b'" % (_ALLOWED, _DIGEST)
    return page[: end.start()].replace(_ALLOWED, allowed, 1) + script + page[end.start() :]
