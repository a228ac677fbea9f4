"""Family F: web addresses that are well-formed and not to be published."""

from collections.abc import Iterator

from graph.base import KnowledgeBase
from graph.check.finding import Severity
from graph.check.rule import Remark, at, rule
from graph.passages.iri import has_credentials


@rule("F120", "address-with-user-name", Severity.ERROR)
def address_with_user_name(kb: KnowledgeBase) -> Iterator[Remark]:
    """A web address holds a user name, and maybe a password.

    ## Why

    The address stands on the site for everybody, and so does what is in it. It also misleads: what
    stands before an `@` looks like the host and is not. No such address is asked for by
    `betoog reach` or `betoog verify`.

    ## Example

        URL: https://jane:secret@example.org/report

    ## Way out

    Leave out what stands between `//` and `@`, with the `@`. A password that was in a record that
    others could read is to be changed.
    """
    urls = [(("source", each.id), "URL", each.url) for each in kb.sources.values()]
    urls += [(("source", each.id), "seen_at", each.seen_at) for each in kb.sources.values()]
    urls += [(("speaker", each.id), "url", each.url) for each in kb.speakers.values()]
    for key, field, url in urls:
        if url is not None and has_credentials(url):
            message = "this address holds a user name, which everybody would see"
            yield at(kb, kb.paths[key], (field,), message, "leave out what stands up to the `@`")
