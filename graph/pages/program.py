"""What makes the pages, beside the records: the program, what it is built on, and the site's own
settings and words."""

import hashlib
import platform
import sys
from functools import cache
from pathlib import Path

import graph
from graph.base.fingerprint import combined, fingerprint
from graph.pages.bundled import SITE
from graph.pages.epub.book import STYLE
from graph.pages.frame import Settings
from graph.pages.site import Site
from graph.words.interface import Interface


@cache
def program() -> bytes:
    """The fingerprint of this program, of the packages beside it and of Python."""
    found = hashlib.blake2b(digest_size=16)
    folder = Path(graph.__file__).parent
    for file in (*sorted(folder.rglob("*")), SITE / STYLE):
        if file.is_file() and file.suffix not in (".pyc", ".pyo"):
            found.update(file.name.encode())
            found.update(hashlib.blake2b(file.read_bytes(), digest_size=16).digest())
    # Their names have their versions in them.
    packages = {each.name for path in sys.path for each in Path(path).glob("*.dist-info")}
    told = (*sorted(packages), platform.python_version(), platform.machine())
    found.update("\n".join(told).encode())
    return found.digest()


def made_by(site: Site) -> bytes:
    """The fingerprint of what makes the pages of a site: also of what was read of the records
    before any page was made, for all of them."""
    pictures = b"".join(b"%d" % each.sharing.own for each in site.editions)
    menus = fingerprint((site.frame.header, site.frame.footer))
    return combined([program(), pictures, menus, _settings(site.settings, site.frame.interface)])


def _settings(site: Settings, interface: Interface) -> bytes:
    """The fingerprint of what a site's configuration says, and of the words of its pages."""
    return fingerprint(
        (
            [str(each.resolve()) for each in site.templates],
            (site.site_url, site.repo_url, site.edit_uri, site.host, site.citation),
            None if site.written is None else sorted(site.written),
            [
                (each.code, each.texts, each.decimal, str(each.locale), each.prefix, each.borrows)
                for each in interface.languages
            ],
        )
    )
