"""Family B: what can only be found while the site is made of the records."""

from collections.abc import Iterator

from graph.base import KnowledgeBase
from graph.check.finding import Severity
from graph.check.rule import Remark, rule


@rule("B101", "page-not-made", Severity.ERROR)
def page_not_made(kb: KnowledgeBase) -> Iterator[Remark]:
    """A page, a picture or a file for download could not be made.

    ## Why

    All others are made, so that one value does not keep a whole site from its readers. Where the
    page would stand, a short one says that it could not be made.

    ## Example

    A template of your own uses a name that there is not, or the program comes upon a value that
    it was not made for. A page below `site/` is not UTF-8, asks for a template that is not yours,
    or nests so much that it would take hours.

    ## Way out

    If the place is in a template, mend the template, and in a page that you write, that page.
    Otherwise it is that of the record which was
    worked on: take the odd value out of it for the time being, and report it, since that is a
    mistake in this program. With `BETOOG_TRACEBACK=1` the build shows where.
    """
    # Findings of this rule and of the next are made when the site is.
    return iter(())


@rule("B102", "two-pages-at-one-address", Severity.ERROR)
def two_pages_at_one_address(kb: KnowledgeBase) -> Iterator[Remark]:
    """Two pages would stand at one address.

    ## Why

    The second would overwrite the first, without a word. Addresses that differ in letter case
    only are one on many machines.

    ## Example

    The words of a language in `languages/add.yaml`: its pages would stand below `add/`, where the
    form for a new claim is. Or a page of your own, `site/claims/index.md`, where the list of claims
    is. Or a file of your own, `site/claims`, in place of the folder of pages about claims, or one
    in a folder that has the name of a page: `site/llms.txt/notes.txt`. The sitemap (`sitemap.xml`,
    `sitemap-1.xml`) and the folder of the search index (`pagefind`) are the site's, too.

    ## Way out

    Give the record that is named another id, or the page another name.
    """
    return iter(())
