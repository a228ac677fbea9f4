"""What makes the pages, beside the records: the program, what it is built on, and the site's own
settings and words."""

from graph.base.fingerprint import combined, fingerprint
from graph.pages.bundled import SITE
from graph.pages.epub.book import STYLE
from graph.pages.frame import Settings
from graph.pages.site import Site
from graph.store.program import program
from graph.words.interface import Interface


def made_by(site: Site) -> bytes:
    """The fingerprint of what makes the pages of a site: also of what was read of the records
    before any page was made, for all of them."""
    pictures = b"".join(b"%d" % each.sharing.own for each in site.editions)
    menus = fingerprint((site.frame.header, site.frame.footer))
    style = (SITE / STYLE).read_bytes()
    return combined(
        [program(), style, pictures, menus, _settings(site.settings, site.frame.interface)]
    )


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
