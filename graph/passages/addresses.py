"""Whether a source still answers at its address."""

import http.client
import socket
import time
import urllib.error
import urllib.request
from enum import StrEnum
from typing import NamedTuple

from graph.passages.deadline import in_time
from graph.passages.iri import as_uri
from graph.passages.public_hosts import NotAskedError
from graph.passages.web import USER_AGENT, on_the_web, opener, told

_GONE = (404, 410)
# What name servers say of a name that there is not; that they say nothing now may pass.
_UNKNOWN = {getattr(socket, name) for name in ("EAI_NONAME", "EAI_NODATA") if hasattr(socket, name)}


class Outcome(StrEnum):
    """What came of asking: it answers, it is gone, or nobody can tell.

    Gone is what a reader would call so too: the page is not found, or there is no such host.
    A server that is down, is slow or turns programs away may be there for a reader.
    """

    REACHED = "reached"
    GONE = "gone"
    UNCLEAR = "unclear"


class Reached(NamedTuple):
    """What came of asking, with a few words on why it was not reached.

    `answered` is whether a server said anything, if only that there is no such page, and `asked`
    whether anything was asked of one.
    """

    outcome: Outcome
    detail: str = ""
    answered: bool = False
    asked: bool = True


def reach(
    url: str, timeout: float = 20.0, tries: int = 3, pause: float = 2.0, private: bool = False
) -> Reached:
    """Ask for an address, again after a pause while it is not reached; times are in seconds.

    Nothing of the page is read. Follows redirects. Addresses in this machine's own networks are
    asked for only when `private`.
    """
    try:
        found = _reach(url, timeout, private)
        for _ in range(tries - 1):
            if found.outcome is Outcome.REACHED:
                break
            time.sleep(pause)
            found = _reach(url, timeout, private)
    except NotAskedError as error:
        return Reached(Outcome.UNCLEAR, f"it is not asked for: {error}", asked=False)
    return found


def _reach(url: str, timeout: float, private: bool) -> Reached:
    if not on_the_web(url):
        return Reached(Outcome.GONE, "it is no web address")
    headers = {"User-Agent": USER_AGENT, "Accept": "*/*"}
    try:
        request = urllib.request.Request(as_uri(url), headers=headers)
        in_time(timeout, lambda: opener(private).open(request, timeout=timeout).close())
        return Reached(Outcome.REACHED, answered=True)
    except urllib.error.HTTPError as error:
        with error:
            outcome = Outcome.GONE if error.code in _GONE else Outcome.UNCLEAR
            return Reached(outcome, f"it answers {error.code} {told(error.reason)}", answered=True)
    except urllib.error.URLError as error:
        if isinstance(error.reason, socket.gaierror) and error.reason.errno in _UNKNOWN:
            return Reached(Outcome.GONE, "there is no such host")
        if isinstance(error.reason, TimeoutError):
            return Reached(Outcome.UNCLEAR, f"it does not answer within {timeout:g} seconds")
        return Reached(Outcome.UNCLEAR, f"it cannot be reached: {told(error.reason)}")
    except TimeoutError:
        return Reached(Outcome.UNCLEAR, f"it does not answer within {timeout:g} seconds")
    except (OSError, http.client.HTTPException, ValueError) as error:
        return Reached(Outcome.UNCLEAR, f"it cannot be reached: {told(error)}")
