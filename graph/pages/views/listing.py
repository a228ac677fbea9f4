"""Pre-built lists of claims: all of them, and one for every option of every facet. Those with the
greatest effect on a thesis stand first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.argument.finding import by_effect
from graph.pages.views.facets import Facet, Option
from graph.pages.views.reader import ClaimView, Reader

PER_PAGE = 200


@dataclass(frozen=True)
class Listing:
    """One page of a list of claims.

    `option` is what the list holds, None for the list of all claims; `facets` are offered on
    the first page of that list only. `numbered` are the pager's entries: page number and path,
    None for a gap.
    """

    path: str
    title: str
    ids: tuple[str, ...]
    reader: Reader
    count: int
    page: int
    pages: int
    numbered: tuple[tuple[int, str | None], ...]
    option: Option | None = None
    facets: tuple[Facet, ...] = ()

    @property
    def claims(self) -> tuple[ClaimView, ...]:
        """The claims on it."""
        return tuple(map(self.reader.claim, self.ids))


def listings(reader: Reader, facets: tuple[Facet, ...]) -> Iterator[Listing]:
    """Every page of every list."""
    title, everything = reader.language.t("site.claims"), tuple(by_effect(reader.kb))
    yield from _paged(reader, "claims/", "lists/all/", title, everything, facets)
    for facet in facets:
        for option in facet.options:
            title = f"{facet.title}: {option.title}"
            yield from _paged(reader, option.path, option.path, title, option.ids, option=option)


def _paged(
    reader: Reader,
    first: str,
    others: str,
    title: str,
    claims: Sequence[str],
    facets: tuple[Facet, ...] = (),
    option: Option | None = None,
) -> Iterator[Listing]:
    pages = max(-(-len(claims) // PER_PAGE), 1)
    for page in range(1, pages + 1):
        near = sorted({1, pages, *range(max(page - 2, 1), min(page + 2, pages) + 1)})
        numbered: list[tuple[int, str | None]] = []
        for before, number in zip([0, *near], near, strict=False):
            if number > before + 1:
                numbered.append((0, None))
            numbered.append((number, _path(first, others, number)))
        yield Listing(
            _path(first, others, page),
            title,
            tuple(claims[(page - 1) * PER_PAGE : page * PER_PAGE]),
            reader,
            len(claims),
            page,
            pages,
            tuple(numbered),
            option,
            facets if page == 1 else (),
        )


def _path(first: str, others: str, page: int) -> str:
    return first if page == 1 else f"{others}{page}/"
