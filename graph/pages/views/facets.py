"""The ways to narrow down the claims: by debate, theme, role, standing, side and so on.

A facet has options, an option has claims. The lists, their counts and the data that filters in
the browser work on are all made from these, so they cannot differ.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from graph.argument.debated import debates_with
from graph.argument.finding import by_effect
from graph.argument.objections import Reply
from graph.argument.outcomes import STATES
from graph.argument.qualities import QUALITIES, qualities
from graph.argument.roles import Role, replies_to, roles
from graph.pages.views.debates import Debates
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
    claims: tuple[ClaimView, ...]

    @property
    def path(self) -> str:
        """The pre-built list of these claims, below its language's folder."""
        return f"lists/{self.facet}/{self.key}/"

    @property
    def count(self) -> int:
        """How many claims the option holds."""
        return len(self.claims)


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
    t, languages = reader.language.t, reader.kb.languages
    claims = [reader.claim(claim) for claim in by_effect(reader.kb)]
    titles = {view.debate.id: view.debate.title for view in debates.several}
    themes = _themes(reader, debates)
    speakers = {each.id: reader.wording(each.name).text for each in reader.kb.speakers.values()}
    written_in = {language for view in claims for language in _source_languages(view)}
    codes = sorted({*written_in, *languages})
    # Codes that differ in letter case only are one language, and one address on many machines.
    named = {code.casefold(): reader.language.language_name(code) for code in codes}

    def facet(
        name: str,
        titles: Mapping[str, str],
        keys: Callable[[ClaimView], Iterable[str]],
        most_first: bool = False,
    ) -> Facet:
        held: dict[str, list[ClaimView]] = {key: [] for key in titles}
        for view in claims:
            for key in keys(view):
                held[key].append(view)
        options = [
            Option(name, key, titles[key], tuple(views)) for key, views in held.items() if views
        ]
        if most_first:
            options.sort(key=lambda option: (-option.count, option.title))
        return Facet(name, t(f"facets.{name}"), tuple(options))

    every = (
        facet(
            "debate",
            {debate: reader.wording(title).text for debate, title in titles.items()},
            lambda view: (
                debate for debate in debates_with(reader.kb).get(view.id, ()) if debate in titles
            ),
        ),
        facet(
            "theme",
            themes,
            lambda view: (each.key for each in debates.themes_of(view.id)),
        ),
        facet(
            "role",
            {each.value: t(f"facets.roles.{each.value}") for each in Role},
            lambda view: roles(reader.kb, view.id),
        ),
        facet(
            "reply",
            {each.value: t(f"facets.replies.{each.value}") for each in Reply},
            lambda view: replies_to(reader.kb, view.id),
        ),
        facet("side", {key: t(f"facets.sides.{key}") for key in _SIDES}, _side),
        facet(
            "standing",
            {each.value: reader.standing_word(each) for each in Standing},
            lambda view: () if view.is_question else (view.standing.value,),
        ),
        facet(
            "outcome",
            {state_key(each): state_word(reader.language, each) for each in STATES},
            _outcome,
        ),
        facet(
            "certainty",
            {each.value: t(f"certainty.{each.value}") for each in Certainty},
            _certainty,
        ),
        facet(
            "kind",
            {each.value: t(f"kind.{each.value}") for each in Kind},
            lambda view: (view.record.kind.value,),
            most_first=True,
        ),
        facet(
            "quality",
            {each: t(f"quality.{each.replace('-', '_')}") for each in QUALITIES},
            lambda view: qualities(reader.kb, view.id),
        ),
        facet(
            "speaker",
            speakers,
            lambda view: () if view.speaker is None else (view.speaker.id,),
            most_first=True,
        ),
        facet("language", named, _source_languages, most_first=True),
        facet(
            "untranslated",
            {key: t("facets.not_in", language=named[key]) for key in map(str.casefold, languages)},
            lambda view: {code.casefold() for code in view.record.claim.missing(languages)},
        ),
    )
    return tuple(each for each in every if each.options)


def options_of(view: ClaimView, debates: Debates) -> tuple[tuple[str, str], ...]:
    """The options that hold a claim, as (facet, key), of the facets that what was found can be
    narrowed down by: in their order, without the others of which there is more to work out."""
    kb = view.reader.kb
    themes = (theme.key for each in debates.all for theme in each.themes)
    held: Mapping[str, tuple[Iterable[str], Iterable[str]]] = {
        "theme": (themes, (each.key for each in debates.themes_of(view.id))),
        "role": (Role, roles(kb, view.id)),
        "reply": (Reply, replies_to(kb, view.id)),
        "side": (_SIDES, _side(view)),
        "outcome": (map(state_key, STATES), _outcome(view)),
    }
    found: list[tuple[str, str]] = []
    for name in NARROWING:
        order, keys = held[name]
        mine = list(keys)
        found.extend((name, str(key)) for key in order for _ in range(mine.count(key)))
    return tuple(found)


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


def _side(view: ClaimView) -> tuple[str, ...]:
    """The side of the thesis that a claim is on, where that is worked out; that of the thesis
    itself is no question."""
    if view.is_question or view.id in view.reader.theses or not view.side_known:
        return ()
    return (_NEITHER if view.side is None else view.side.value,)


def _certainty(view: ClaimView) -> tuple[str, ...]:
    # As on the claim's page: nobody puts a question forward as certain or possible.
    if not view.certainty:
        return ()
    return (view.certainty,)


def _outcome(view: ClaimView) -> tuple[str, ...]:
    if view.record.kind is not Kind.PREDICTION:
        return ()
    return (state_key(None if view.record.outcome is None else view.record.outcome.state),)


def _source_languages(view: ClaimView) -> tuple[str, ...]:
    found = {passage.source.language for passage in view.passages}
    return tuple(sorted({language.casefold() for language in found if language is not None}))
