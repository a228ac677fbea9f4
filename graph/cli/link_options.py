"""Links given as options, each with what was said about it behind it."""

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import typer
from typer.core import TyperCommand

from graph.cli.draft_options import texts
from graph.errors import AnswerError
from graph.text.nearest import listed

if TYPE_CHECKING:
    from graph.records.link_types import LinkType

_ABOUT = ("because", "with_", "scheme", "relevance")
_GIVEN = "betoog.links"


class Given(NamedTuple):
    """An option and its value, in the order of the command line."""

    option: str
    value: str


@cache
def _from() -> "dict[str, LinkType]":
    """The types of link from the new claim, by the options for them."""
    from graph.records.link_types import LinkType

    return {each.value: each for each in LinkType}


@cache
def _to() -> "dict[str, LinkType]":
    """The types of link to the new claim, by the options for them."""
    return {each.traits.by.replace("-", "_"): each for each in _from().values()}


class LinksInOrder(TyperCommand):
    """A command that remembers in which order its options for links were given."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the words of the command line, and once more for their order."""
        words = list(args)
        rest = super().parse_args(ctx, args)
        if not ctx.resilient_parsing:
            values, _, order = self.make_parser(ctx).parse_args(args=words)
            left = {name: iter(values.get(name) or ()) for name in (*_from(), *_to(), *_ABOUT)}
            ctx.meta[_GIVEN] = [
                Given(each.name, next(left[each.name])) for each in order if each.name in left
            ]
        return rest


def links_given(context: typer.Context, language: str) -> list[dict[str, Any]]:
    """The links of a command line as fields of a draft; those to the new claim have the `claim`
    that is there in place of a target."""
    return in_order(context.meta[_GIVEN], language)


def in_order(given: Iterable[Given], language: str) -> list[dict[str, Any]]:
    """Links with what is said about each: behind it or the row of links it stands in, or else
    before the first of all.

    Raises:
        AnswerError: something is said about a link, and there is none.
    """
    common: list[Given] = []
    rows: list[tuple[list[Given], list[Given]]] = []
    for each in given:
        if each.option in _from() or each.option in _to():
            if not rows or rows[-1][1]:
                rows.append(([], []))
            rows[-1][0].append(each)
        else:
            (rows[-1][1] if rows else common).append(each)
    if common and not rows:
        option = common[0].option.rstrip("_")
        raise AnswerError(
            f"--{option} is about a link: give one with "
            + listed([f"--{each}" for each in _from()], "or")
        )
    return [
        {**_between(link), **_said(common, about, language)}
        for links, about in rows
        for link in links
    ]


def _between(link: Given) -> dict[str, str]:
    if link.option in _to():
        return {"type": _to()[link.option].value, "target": "", "claim": link.value}
    return {"type": link.option, "target": link.value}


def _said(common: list[Given], own: list[Given], language: str) -> dict[str, Any]:
    def values(option: str, given: list[Given]) -> list[str]:
        return [each.value for each in given if each.option == option]

    def last(option: str) -> str | None:
        return next(iter((values(option, own) or values(option, common))[::-1]), None)

    return {
        "because": {
            **texts(values("because", common), language),
            **texts(values("because", own), language),
        },
        "with": [*values("with_", common), *values("with_", own)],
        "scheme": last("scheme"),
        "relevance": last("relevance"),
    }
