"""The ways to narrow down the claims: by debate, theme, role, standing, side and so on.

A facet has options, an option has claims. The lists, their counts and the data that filters in
the browser work on are all made from these, so they cannot differ.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from graph.argument.finding import by_effect
from graph.argument.narrowing import Narrowed, narrowed
from graph.argument.objections import Reply
from graph.argument.outcomes import STATES
from graph.argument.qualities import QUALITIES
from graph.argument.roles import Role
from graph.base import KnowledgeBase
from graph.pages.views.debates import Debates, theme_keys
from graph.pages.views.outcome import state_key, state_word
from graph.pages.views.reader import ClaimView, Reader
from graph.records import Certainty, Kind
from graph.semantics import Side, Standing

NARROWING = ("theme", "role", "reply", "side", "outcome")
"""The facets that what was found can be narrowed down by, by name."""

_NEITHER = "none"
_SIDES = (Side.FOR.value, Side.AGAINST.value, _NEITHER)


@dataclass(frozen=True)
class Option:
    """One choice within a facet: its key in addresses, its title and the claims it holds."""

    facet: str
    key: str
    title: str
    ids: tuple[str, ...]
    reader: Reader

    @property
    def claims(self) -> tuple[ClaimView, ...]:
        """The claims."""
        return tuple(map(self.reader.claim, self.ids))

    @property
    def path(self) -> str:
        """The pre-built list of these claims, below its language's folder."""
        return f"lists/{self.facet}/{self.key}/"

    @property
    def count(self) -> int:
        """How many claims the option holds."""
        return len(self.ids)


@dataclass(frozen=True)
class Facet:
    """A way to narrow down the claims, with those of its options that hold any."""

    name: str
    title: str
    options: tuple[Option, ...]


def facets(reader: Reader, debates: Debates) -> tuple[Facet, ...]:
    """Every facet that has options, in the order in which they are offered; the claims of an option
    are in the order of the list of all claims, those with the greatest effect on a thesis first.

    A claim can be in several debates and themes, and is in the language of every source it is
    read from. What still has to be translated is a facet by the language that is missing.
    """
    kb, t, languages = reader.kb, reader.language.t, reader.kb.languages
    claims = [(claim, narrowed(kb, claim)) for claim in by_effect(kb)]
    titles = {view.debate.id: view.debate.title for view in debates.several}
    themes = _themes(reader, debates)
    theme_names = theme_keys(kb)
    speakers = {each.id: reader.wording(each.name).text for each in kb.speakers.values()}
    written_in = {language for _, found in claims for language in found.language}
    codes = sorted({*written_in, *languages})
    named = {code.casefold(): reader.language.language_name(code) for code in codes}

    def facet(
        name: str,
        titles: Mapping[str, str],
        keys: Callable[[Narrowed, str], Iterable[str]],
        most_first: bool = False,
    ) -> Facet:
        held: dict[str, list[str]] = {key: [] for key in titles}
        for claim, found in claims:
            for key in keys(found, claim):
                held[key].append(claim)
        options = [
            Option(name, key, titles[key], tuple(ids), reader) for key, ids in held.items() if ids
        ]
        if most_first:
            options.sort(key=lambda option: (-option.count, option.title))
        return Facet(name, t(f"facets.{name}"), tuple(options))

    every = (
        facet(
            "debate",
            {debate: reader.wording(title).text for debate, title in titles.items()},
            lambda found, _: (debate for debate in found.debate if debate in titles),
        ),
        facet("theme", themes, lambda found, _: (theme_names[each] for each in found.theme)),
        facet(
            "role",
            {each.value: t(f"facets.roles.{each.value}") for each in Role},
            lambda found, _: found.role,
        ),
        facet(
            "reply",
            {each.value: t(f"facets.replies.{each.value}") for each in Reply},
            lambda found, _: found.reply,
        ),
        facet(
            "side",
            {key: t(f"facets.sides.{key}") for key in _SIDES},
            lambda found, _: map(_side_key, found.side),
        ),
        facet(
            "standing",
            {each.value: reader.standing_word(each) for each in Standing},
            lambda found, _: found.standing,
        ),
        facet(
            "outcome",
            {state_key(each): state_word(reader.language, each) for each in STATES},
            lambda found, _: map(state_key, found.outcome),
        ),
        facet(
            "certainty",
            {each.value: t(f"certainty.{each.value}") for each in Certainty},
            lambda found, _: found.certainty,
        ),
        facet(
            "kind",
            {each.value: t(f"kind.{each.value}") for each in Kind},
            lambda found, _: found.kind,
            most_first=True,
        ),
        facet(
            "quality",
            {each: t(f"quality.{each.replace('-', '_')}") for each in QUALITIES},
            lambda found, _: found.quality,
        ),
        facet("speaker", speakers, lambda found, _: found.speaker, most_first=True),
        facet("language", named, lambda found, _: found.language, most_first=True),
        facet(
            "untranslated",
            {key: t("facets.not_in", language=named[key]) for key in map(str.casefold, languages)},
            lambda _, claim: {
                code.casefold() for code in kb.claims[claim].claim.missing(languages)
            },
        ),
    )
    return tuple(each for each in every if each.options)


def options_of(kb: KnowledgeBase, claim: str) -> tuple[tuple[str, str], ...]:
    """The options that hold a claim, as (facet, key), of the facets that what was found can be
    narrowed down by: in their order, without the others of which there is more to work out."""
    found = narrowed(kb, claim)
    held: Mapping[str, tuple[Iterable[str], Iterable[str]]] = {
        "role": (Role, found.role),
        "reply": (Reply, found.reply),
        "side": (_SIDES, map(_side_key, found.side)),
        "outcome": (map(state_key, STATES), map(state_key, found.outcome)),
    }
    options: list[tuple[str, str]] = []
    for name in NARROWING:
        if name == "theme":
            # In the order of all themes as they are, and of those there may be many.
            options.extend((name, theme_keys(kb)[each]) for each in found.theme)
            continue
        order, keys = held[name]
        mine = list(keys)
        options.extend((name, str(key)) for key in order for _ in range(mine.count(key)))
    return tuple(options)


def _themes(reader: Reader, debates: Debates) -> dict[str, str]:
    """The title of each theme by its key; with that of its debate where another has the same."""
    found = [
        (theme.key, reader.wording(theme.theme.title).text, reader.wording(view.debate.title).text)
        for view in debates.all
        for theme in view.themes
    ]
    met = Counter(title for _, title, _ in found)
    return {
        key: title if met[title] == 1 else f"{title} ({debate})" for key, title, debate in found
    }


def _side_key(side: Side | None) -> str:
    return _NEITHER if side is None else side.value
