"""What the search of the site knows of a claim beside its words, and the words of all claims."""

from collections import Counter
from dataclasses import dataclass
from functools import partial

from graph.argument.finding import known_words, words_by_claim, words_of_claim
from graph.argument.outcomes import said_on
from graph.argument.roles import roles
from graph.base.fingerprint import fingerprint
from graph.base.kept_texts import kept_texts
from graph.pages.views.reader import ClaimView, Reader
from graph.pages.views.themes import ThemeView
from graph.text.words_meant import words_of

WORDS_PATH = "lists/words.json"
"""The file of all words, below its language's folder."""


@dataclass(frozen=True)
class Found:
    """A claim among what was found.

    `about` is what a result says of it beside its sentence and its standing: a theme, what it is
    to others, and when it was said. `words` are those it is found by that its page does not have;
    `options` are those of the facets that hold it, as (facet, key).
    """

    about: str
    words: str
    options: tuple[tuple[str, str], ...]


def found(
    claim: ClaimView, themes: tuple[ThemeView, ...], options: tuple[tuple[str, str], ...]
) -> Found:
    """A claim of these themes, which these options hold, as the search knows it."""
    kb, t = claim.reader.kb, claim.reader.language.t
    about = [claim.reader.wording(each.theme.title).text for each in themes[:1]]
    played = [t(f"facets.roles.{each.value}") for each in roles(kb, claim.id)[:2]]
    if played:
        about.append(", ".join((played[0], *(each[:1].lower() + each[1:] for each in played[1:]))))
    if said := said_on(kb, claim.record):
        about.append(claim.reader.language.date(said))
    shown = {*words_of(claim.sentence), *words_of(claim.label)}
    return Found(
        " · ".join(about),
        " ".join(each for each in words_of_claim(kb, claim.id) if each not in shown),
        options,
    )


def all_words(reader: Reader) -> dict[str, int]:
    """Every word that the search of a language finds claims by, those of notes included, and in
    how many claims it is."""
    # All at once, and not word for word: it is read as a whole.
    count = Counter(dict(known_words(reader.kb).items()))
    with kept_texts(reader.kb, f"words-{reader.language.code}") as text:
        for view in map(reader.claim, reader.kb.claims):
            if (typed := view.typed) is None:
                continue
            noted = text(fingerprint(typed), partial(_noted, view)).split()
            own = set(words_by_claim(reader.kb)[view.id])
            count.update(each for each in noted if each not in own)
    return dict(sorted(count.items()))


def _noted(view: ClaimView) -> str:
    """The words of the note of a claim, each once."""
    return " ".join(dict.fromkeys(words_of(view.annotation.striptags())))
