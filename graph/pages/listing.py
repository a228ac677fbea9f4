"""Pre-built lists of claims: all of them, and by theme, kind, standing and speaker."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.pages.topography import Topography
from graph.pages.views import ClaimView, Reader

PER_PAGE = 200


@dataclass(frozen=True)
class Facet:
    """A link to a list, its title and how many claims it holds."""

    path: str
    title: str
    count: int


@dataclass(frozen=True)
class Listing:
    """One page of a list of claims.

    `numbered` are the pager's entries: page number and path, None for a gap; `facets` the
    other lists, on the first page of the list of all claims only.
    """

    path: str
    title: str
    claims: tuple[ClaimView, ...]
    count: int
    page: int
    pages: int
    numbered: tuple[tuple[int, str | None], ...]
    first: bool = False
    facets: tuple[tuple[str, tuple[Facet, ...]], ...] = ()


def listings(reader: Reader, topography: Topography) -> Iterator[Listing]:
    """Every page of every list."""
    claims = [reader.claim(claim) for claim in reader.kb.claims]
    t = reader.language.t
    groups: dict[str, dict[tuple[str, str], list[ClaimView]]] = {
        "claims.by_theme": {},
        "claims.by_standing": {},
        "claims.by_kind": {},
        "claims.by_speaker": {},
    }
    for debate in topography.debates:
        for theme in debate.themes:
            title = reader.wording(theme.theme.title).text
            groups["claims.by_theme"][theme.list_path, title] = [
                view for view in claims if view.id in theme.members
            ]
    for view in claims:
        kind = view.record.kind.value
        key = (f"lists/kind/{kind}/", t(f"kind.{kind}"))
        groups["claims.by_kind"].setdefault(key, []).append(view)
        if not view.is_question:
            key = (f"lists/standing/{view.standing.value}/", view.standing_word)
            groups["claims.by_standing"].setdefault(key, []).append(view)
        if view.speaker is not None:
            name = reader.wording(view.speaker.name).text
            key = (f"lists/speaker/{view.speaker.id}/", name)
            groups["claims.by_speaker"].setdefault(key, []).append(view)
    facets = tuple(
        (
            heading,
            tuple(
                Facet(path, title, len(views))
                for (path, title), views in sorted(lists.items(), key=lambda each: -len(each[1]))
            ),
        )
        for heading, lists in groups.items()
        if lists
    )
    for page in _paged("claims/", "lists/all/", t("site.claims"), claims):
        yield Listing(**{**page.__dict__, "first": page.page == 1, "facets": facets})
    for heading, lists in groups.items():
        for (path, title), views in lists.items():
            yield from _paged(path, path, f"{t(heading)}: {title}", views)


def _paged(first: str, others: str, title: str, claims: list[ClaimView]) -> Iterator[Listing]:
    pages = max(-(-len(claims) // PER_PAGE), 1)
    for page in range(1, pages + 1):
        near = sorted({1, pages, *range(max(page - 2, 1), min(page + 2, pages) + 1)})
        numbered: list[tuple[int, str | None]] = []
        for before, number in zip([0, *near], near, strict=False):
            if number > before + 1:
                numbered.append((0, None))
            numbered.append((number, _path(first, others, number)))
        rows = tuple(claims[(page - 1) * PER_PAGE : page * PER_PAGE])
        yield Listing(
            _path(first, others, page), title, rows, len(claims), page, pages, tuple(numbered)
        )


def _path(first: str, others: str, page: int) -> str:
    return first if page == 1 else f"{others}{page}/"
